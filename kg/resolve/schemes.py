"""Award programmes, editions, categories and levels: those of the registry, or new ones with ids minted once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kg.model.identity import mint
from kg.model.record import Span
from kg.model.registry import Registry, Row
from kg.resolve.drafting import LONGEST, Drafting
from kg.resolve.words import without_front, words
from kg.terms.iris import split
from kg.text.names import key_form

_PATH: Final = " / "
_PARTS: Final = ("category", "level")
_TELLING: Final = 10  # characters of a name that is no common word
_TABLES: Final = {"category": "categories", "level": "levels"}


class Schemes:
    """What the registry knows of programmes; made once."""

    def __init__(self, registry: Registry) -> None:
        """Indexes names of programmes, and of the categories and levels of each."""
        self._registry = registry
        self._by_name: dict[str, str] = {}
        self._awarders: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        for row in registry.tables.get("schemes", ()):
            if row["awarder_id"]:
                self._awarders[f"scheme/{row.id}"] = f"agency/{row['awarder_id']}"
            for name in _names(row):
                self._by_name.setdefault(key_form(name), f"scheme/{row.id}")
                if len(bare := without_front(name, "scheme_fronts")) >= _TELLING:
                    self._bare.setdefault(bare, f"scheme/{row.id}")
        self._pattern: re.Pattern[str] | None = None
        self._parts: dict[tuple[str, str, str], str] = {}
        for kind in _PARTS:
            for row in registry.tables.get(_TABLES[kind], ()):
                for name in _names(row):
                    place = (kind, f"scheme/{row['scheme_id']}", part_key(kind, name))
                    self._parts.setdefault(place, f"{kind}/{row.id}")

    def scheme(self, name: str, ref: str = "") -> str:
        """The reference of a programme: the one that reading found, the registry's of that name, or a new one."""
        if ref and ref in self._registry:
            return ref
        return self._by_name.get(key_form(name)) or mint("scheme", name)

    def last_named(self, text: str) -> str:
        """The programme whose name, with the word for an award or without, stands last in a text; empty for none."""
        if self._pattern is None:
            names = sorted(self._bare, key=len, reverse=True)
            self._pattern = re.compile("|".join(re.escape(name) for name in names) or "(?!)")
        found = [match[0] for match in self._pattern.finditer(text)]
        return self._bare[found[-1]] if found else ""

    def awarder(self, ref: str) -> str:
        """The body that gives a programme's awards, where the registry says so."""
        return self._awarders.get(ref, "")

    def known(self, ref: str) -> bool:
        """Whether the registry has it."""
        return ref in self._registry

    def part(self, kind: str, scheme: str, name: str) -> str:
        """The reference of a category or level of a programme, new where the registry has none of that name."""
        found = self._parts.get((kind, scheme, part_key(kind, name)))
        return found or mint(kind, scheme, part_key(kind, name), prefix=split(scheme)[1])


def part_key(kind: str, name: str) -> str:
    """A name of a category or level as such names are compared: without words that only say what it is."""
    plain = without_front(name.strip(), f"{kind}_fronts")
    for long, short in zip(words("rank_long"), words("rank_short"), strict=True):
        plain = plain.replace(long, short)
    return key_form(plain)


class Editions:
    """States the editions, categories and levels of one document in its draft."""

    def __init__(self, schemes: Schemes, draft: Drafting) -> None:
        """Writes into ``draft`` what the registry does not have."""
        self._schemes, self._draft = schemes, draft
        self._names: dict[str, str] = {}

    def scheme(self, name: str, ref: str, spans: Mapping[str, Span], whole: Span, confidence: float) -> str:
        """A programme; stated where it is new. Empty where its name cannot be one. ``spans`` as in ``edition``."""
        found = self._schemes.scheme(name, ref)
        self._names[found] = name
        if not self._schemes.known(found):
            if len(name) > LONGEST:
                return ""
            self._draft.thing(found, "AwardScheme")
            span = spans.get("scheme", whole)
            self._draft.say(found, "name", name, span, confidence=confidence, whole="scheme" not in spans)
        return found

    def edition(self, scheme: str, year: int, spans: Mapping[str, Span], whole: Span, confidence: float) -> str:
        """One year of a programme; ``spans`` are of ``scheme`` and ``year`` where known, else ``whole`` says it."""
        found = f"edition/{split(scheme)[1]}-{year}"
        if not self._schemes.known(found):
            self._draft.thing(found, "AwardEdition")
            for name, value, key in (("scheme", scheme, "scheme"), ("year", year, "year")):
                said = spans.get(key, whole)
                self._draft.say(found, name, value, said, confidence=confidence, whole=key not in spans)
        return found

    def part(self, kind: str, scheme: str, name: str, spans: Mapping[str, Span], whole: Span, confidence: float) -> str:
        """A category or level; of a path of categories the narrowest that the registry knows, else the whole path."""
        found = self._schemes.part(kind, scheme, name)
        narrow = name.rpartition(_PATH)[2]
        if narrow != name and not self._schemes.known(found):
            within = self._schemes.part(kind, scheme, narrow)
            found = within if self._schemes.known(within) else found
        if not self._schemes.known(found) and len(name) <= LONGEST:
            self._draft.thing(found, "Category" if kind == "category" else "Level")
            of_scheme = spans.get("scheme", whole)
            clause = "scheme" not in spans
            span = spans.get(kind, of_scheme)
            self._draft.say(found, "name", name, span, confidence=confidence, whole=clause and kind not in spans)
            self._draft.say(found, "ofScheme", scheme, of_scheme, confidence=confidence, whole=clause)
        return found if self._schemes.known(found) or found in self._draft else ""


def _names(row: Row) -> Iterable[str]:
    columns = (row.get("name_th"), row.get("name_en"), row.get("abbr"))
    return [name for name in (*columns, *row.list("aliases_th"), *row.list("aliases_en")) if name]
