"""The names of the registry as English texts write them, each thing called by its English name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import Entry, Lexicon, build_lexicon
from kg.model.registry import Registry

_NAMES: Final = ("name_en", "administration_en")
_TAIL: Final = re.compile(r"(Award|Prize|Medal)(s?)$")


def english_lexicon(registry: Registry) -> Lexicon:
    """The lexicon of a registry; what it names in another language only keeps that name."""
    lexicon = build_lexicon(registry)
    rows = {ref: _renamed(entry, registry) for ref, entry in lexicon.rows.items()}
    lexicon.rows = rows
    lexicon.entries = {
        name: [rows.get(entry.ref, entry) for entry in entries] for name, entries in lexicon.entries.items()
    }
    for row in registry.tables.get("provinces", ()):
        lexicon.provinces.add(row["name_en"])
        if (administration := row.get("administration_id")) and row.get("administration_en"):
            lexicon.add(row["administration_en"], rows[f"agency/{administration}"])
    for entry in [*rows.values()]:
        if entry.group == "scheme" and (tail := _TAIL.search(entry.name)):
            lexicon.add(f"{entry.name[: tail.start()]}{tail[1]}{'' if tail[2] else 's'}", entry)
    return lexicon


def _renamed(entry: Entry, registry: Registry) -> Entry:
    """An entry under the English name of its row; a province as a body is named by its administration."""
    row = registry.row(entry.ref)
    columns = reversed(_NAMES) if entry.group == "body" else _NAMES
    name = next((said for column in columns if row and (said := row.get(column))), entry.name)
    return replace(entry, name=name)
