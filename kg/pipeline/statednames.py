"""What the names in cells and graphs mean, with the lexicon and the rules that read prose.

A name is looked up by its address, else as it is, else as the rules of prose would read it; the name of an award may
say year, branch and level as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from kg.extract.awards import find_awards
from kg.extract.lexicon import Lexicon, build_lexicon
from kg.extract.mentions import Finder, Mention
from kg.extract.normal import Text
from kg.model.registry import Registry
from kg.model.stated import Cell, Statement
from kg.pipeline.known import name_of, refs_by_iri
from kg.terms.iris import Iris
from kg.text.names import display_form

SURE: Final = 0.95
"""How sure a statement with known names is; one with other names is less so."""

_UNKNOWN_BODY: Final = 0.05
_NO_BODY: Final = 0.15
_BRACKETED: Final = re.compile(r"\s*\([^()]{2,40}\)\s*")

Span = tuple[int, int]


@dataclass(slots=True)
class Named:
    """The award that cells name: its scheme, and what the name says besides, each with its place."""

    scheme: str
    ref: str = ""
    year: int | None = None
    categories: tuple[str, ...] = ()
    level: str = ""
    spans: dict[str, Span] = field(default_factory=dict)


def words(cell: Cell | None) -> str:
    """What a cell means, in the form to show; empty without one."""
    return display_form(cell.meaning) if cell else ""


class Names:
    """The names of a registry; built when first asked."""

    def __init__(self, registry: Registry, iris: Iris) -> None:
        """``iris`` are those by which graphs name our things."""
        self._registry, self._iris = registry, iris

    @cached_property
    def _lexicon(self) -> Lexicon:
        return build_lexicon(self._registry)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._lexicon)

    @cached_property
    def _refs(self) -> Mapping[str, str]:
        return refs_by_iri(self._registry, self._iris)

    def recipient(self, said: Statement) -> tuple[Mention, float]:
        """The recipient, under the body that another cell names above it, and how sure it is."""
        cell, above = said.first("recipient"), said.first("parent")
        if cell is None:
            return Mention(0, 0, "body", ""), 0.0
        parent = self.body(above)[0] if above else None
        found, sure = self.body(cell, parent.name if parent else "")
        return (replace(found, parent=parent.name) if parent else found), sure

    def body(self, cell: Cell, parent: str = "") -> tuple[Mention, float]:
        """A body or person, ``parent`` being the name of the body above, and how sure it is."""
        if mention := self._by_iri(cell):
            return mention, SURE
        text = " ".join(Text.of(cell.said).norm.split())
        found = self._named(text, parent) or self._covering(text)
        if found is None:
            name = display_form(cell.said)
            return Mention(cell.start, cell.end, "body", name, "other", surface=cell.said), SURE - _NO_BODY
        if len(found.refs) > 1:
            found = replace(found, name=display_form(cell.said))
        known = len(found.refs) == 1 or found.group == "person"
        return replace(found, surface=cell.said), SURE if known else SURE - _UNKNOWN_BODY

    def _by_iri(self, cell: Cell) -> Mention | None:
        """The body whose address a graph gives; a province that wins is its administration, not the place."""
        ref = self._refs.get(cell.iri, "")
        row = self._registry.row(ref)
        if row is None:
            return None
        if ref.startswith("place/") and row.get("administration_id"):
            ref = f"agency/{row['administration_id']}"
        entry = self._lexicon.rows.get(ref)
        kind = entry.kind if entry else "person" if ref.startswith("person/") else "other"
        group = "person" if kind == "person" else "body"
        return Mention(cell.start, cell.end, group, name_of(self._registry, ref), kind, (ref,), surface=cell.said)

    def _named(self, text: str, parent: str) -> Mention | None:
        """The bodies of that very name, of several the one under the parent."""
        entries = self._lexicon.bodies(text)
        if len(entries) > 1 and parent:
            under = [each for each in entries if each.parent and self._lexicon.rows[each.parent].name == parent]
            entries = under if len(under) == 1 else entries
        if not entries:
            return None
        refs = tuple(entry.ref for entry in entries)
        return Mention(0, len(text), "body", entries[0].name, entries[0].kind, refs, surface=text)

    def _covering(self, text: str) -> Mention | None:
        """A body or person that the rules of prose find in the cell, if it is the whole cell but for a bracket."""
        for mention in self._finder.mentions(text):
            rest = text[mention.end :]
            if mention.start == 0 and mention.group in ("body", "person") and (not rest or _BRACKETED.fullmatch(rest)):
                return mention
        return None

    def award(self, said: Statement) -> Named:
        """The award: by address, by name, or as prose is read; the year of a cell of its own counts first."""
        cell, edition, year = said.first("scheme"), said.first("edition"), said.first("year")
        award = self._scheme(cell) if cell else Named("")
        row = self._registry.row(self._refs.get(edition.iri, "")) if edition else None
        if row is not None and edition:
            ref = f"scheme/{row['scheme_id']}"
            if not award.scheme:
                award = Named(name_of(self._registry, ref), ref)
                award.spans["scheme"] = (edition.start, edition.end)
            if not award.year and row["year"]:
                award.year = row.integer("year")
                award.spans["year"] = (edition.start, edition.end)
        if year:
            award.year = int(year.meaning)
        return award

    def _scheme(self, cell: Cell) -> Named:
        ref = self._refs.get(cell.iri, "")
        if ref:
            return Named(name_of(self._registry, ref), ref)
        text = Text.of(cell.said)
        schemes = {
            entry.ref: entry.name
            for entry in self._lexicon.entries.get(" ".join(text.norm.split()), ())
            if entry.group == "scheme"
        }
        if len(schemes) == 1:
            ((ref, name),) = schemes.items()
            return Named(name, ref)
        awards = find_awards(text.norm, self._finder.mentions(text.norm), self._lexicon)
        if len(awards) != 1 or not awards[0].known or awards[0].start:
            return Named(display_form(cell.said))
        (award,) = awards
        named = Named(award.scheme_name, award.scheme, award.year, tuple(award.categories), award.level)
        for name, span in (("year", award.year_span), ("level", award.level_span)):
            if span:
                start, end = text.span(*span)
                named.spans[name] = (cell.start + start, cell.start + end)
        if award.categories:
            named.spans["category"] = (cell.start, cell.end)
        return named

    def category(self, cell: Cell) -> str:
        """A category as written; one that a graph names by address with the branch above it."""
        entry = self._lexicon.rows.get(self._refs.get(cell.iri, ""))
        if entry is None:
            return display_form(cell.said)
        above = self._lexicon.rows.get(entry.broader)
        return f"{above.name} / {entry.name}" if above else entry.name
