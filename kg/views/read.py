"""Reads the awards of a store into memory, and what an answer needs besides: names, and evidence."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.graph.quads import Term, node
from kg.graph.query import ask_texts
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, ORG, SKOS
from kg.terms.iris import Iris
from kg.terms.prefixes import for_base
from kg.text.dates import parse_iso
from kg.views.awards import Affiliation, Award, Awards, Bodies, Categories, Declared, Edition

# Things are asked for so many at a time; of more than _MANY all is read, and what was not asked for left out.
_AT_ONCE: Final = 2000
_MANY: Final = 40_000
_QUALIFIED: Final = frozenset({"", "aw:qualifierExactly"})

Pairs = Iterable[tuple[str, str]]


class Reader:
    """Asks the queries of ``queries/views`` and gives references instead of IRIs."""

    def __init__(self, store: Store, base: str) -> None:
        """``base`` is that of the IRIs in the store."""
        self.store, self.base, self.iris = store, base, Iris(base)
        self._things = f"{base}id/"
        self._prefixes = [(namespace, prefix) for prefix, namespace in for_base(base).items() if prefix != "id"]
        self._known: dict[str, str] = {}

    @cached_property
    def all_evidence(self) -> dict[str, tuple[str, ...]]:
        """Identifiers of the evidence for everything; kept, because most views of a large graph want it."""
        return _lists((thing, evidence) for thing, evidence in self.ask("evidence"))

    @property
    def knows_evidence(self) -> bool:
        """Whether the evidence for everything was read already."""
        return "all_evidence" in self.__dict__

    def ask(self, name: str, **parameters: Term | Sequence[Term]) -> Iterator[tuple[str, ...]]:
        """The rows of one query, IRIs of ours as ``kind/id``, those of known vocabularies as prefixed names."""
        rows = ask_texts(self.store, f"views/{name}", parameters, base=self.base)
        short = self.short
        return (tuple([short(cell) for cell in row]) for row in rows)

    def short(self, cell: str) -> str:
        """A cell as it is shown; one text for equal cells, so that sets of a hundred thousand stay small."""
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._shortened(cell)
        return known

    def _shortened(self, cell: str) -> str:
        if cell.startswith(self._things):
            return cell[len(self._things) :]
        for namespace, prefix in self._prefixes:
            if cell.startswith(namespace):
                return f"{prefix}:{cell[len(namespace) :]}"
        return cell

    def term(self, shown: str) -> Term | None:
        """The node of a reference or of a prefixed name; None for what is neither."""
        prefix, colon, local = shown.partition(":")
        if colon:
            namespace = for_base(self.base).get(prefix)
            return node(namespace + local) if namespace else None
        return node(self._things + shown) if self.iris.reference(self._things + shown) else None

    def of_things(self, name: str, things: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """Rows of a query about some things, their column first."""
        wanted = set(things)
        terms = [term for term in map(self.term, sorted(wanted)) if term is not None]
        if not terms:
            return iter(())
        if len(terms) <= _MANY:
            parts = (terms[first : first + _AT_ONCE] for first in range(0, len(terms), _AT_ONCE))
            return (row for part in parts for row in self.ask(name, thing=part))
        return (row for row in self.ask(name) if row[0] in wanted)


def read_awards(reader: Reader) -> Awards:
    """Everything that views compute with, read once."""
    broader = _many(_links(reader, SKOS.broader))
    given, missed = _outcomes(reader)
    awards = Awards(
        given=given,
        missed=missed,
        editions=_editions(reader),
        categories=Categories(broader, _many(_links(reader, DCTERMS.replaces))),
        bodies=_bodies(reader, broader),
        declared=_declared(reader),
    )
    # They live as long as the store: without this the collector goes over all of them again and again while views
    # make rows, which doubles their time at a hundred thousand awards.
    gc.freeze()
    return awards


def _outcomes(reader: Reader) -> tuple[tuple[Award, ...], tuple[Award, ...]]:
    """The awards given and the near-misses.

    A property is read of whatever has it, and what is no outcome left out here: asking for the class in the query as
    well takes the engine twice as long.
    """
    given, missed = (set(_members(reader, cls)) for cls in (AW.Conferment, AW.Candidacy))
    outcomes = given | missed
    properties = (AW.recipient, AW.edition, AW.category, AW.level, AW.work, AW.event, AW.status)
    columns = [_lists(_said(reader, each, outcomes)) for each in properties]
    return _awards(given, columns), _awards(missed, columns)


def _awards(refs: Iterable[str], columns: Sequence[Mapping[str, tuple[str, ...]]]) -> tuple[Award, ...]:
    return tuple(Award(ref, *[column.get(ref, ()) for column in columns]) for ref in sorted(refs))


def _members(reader: Reader, cls: str) -> Iterator[str]:
    return (thing for (thing,) in reader.ask("members", **{"class": node(cls)}))


def _said(reader: Reader, name: str, outcomes: set[str]) -> Pairs:
    return ((thing, value) for thing, value in reader.ask("outcomes", property=node(name)) if thing in outcomes)


def _lists(pairs: Pairs) -> dict[str, tuple[str, ...]]:
    """The values of each thing, each once, sorted; most things have one, and no set is made for those."""
    found: dict[str, tuple[str, ...]] = {}
    for thing, value in pairs:
        known = found.get(thing)
        if known is None:
            found[thing] = (value,)
        elif value not in known:
            found[thing] = tuple(sorted((*known, value)))
    return found


def _links(reader: Reader, name: str) -> Pairs:
    return ((thing, value) for thing, value in reader.ask("links", property=node(name)))


def _many(pairs: Pairs) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for thing, value in pairs:
        found.setdefault(thing, set()).add(value)
    return {thing: frozenset(values) for thing, values in found.items()}


def _one(pairs: Pairs) -> dict[str, str]:
    """One value of each thing; of several the first in code-point order, so that every run takes the same."""
    return {thing: min(values) for thing, values in _many(pairs).items()}


def _editions(reader: Reader) -> dict[str, Edition]:
    found: dict[str, Edition] = {}
    for ref, scheme, year, ordinal, held in sorted(reader.ask("editions"), reverse=True):
        found[ref] = Edition(ref, scheme, int(year), _number(ordinal), {"true": True, "false": False}.get(held))
    return found


def _number(text: str) -> int | None:
    return int(text) if text else None


def _bodies(reader: Reader, broader: Mapping[str, frozenset[str]]) -> Bodies:
    return Bodies(
        unit_of=_one(_links(reader, ORG.unitOf)),
        parents=_one(_links(reader, ORG.subOrganizationOf)),
        affiliations=_affiliations(reader),
        kinds=_many(_links(reader, ORG.classification)),
        broader_kinds=broader,
        places=_one(_links(reader, DCTERMS.spatial)),
        within=_one(_links(reader, AW.within)),
    )


def _affiliations(reader: Reader) -> dict[str, tuple[Affiliation, ...]]:
    found: dict[str, list[Affiliation]] = {}
    for body, parent, begins, ends in sorted(reader.ask("affiliations")):
        found.setdefault(body, []).append(Affiliation(parent, _year(begins), _year(ends)))
    return {body: tuple(all_of) for body, all_of in found.items()}


def _year(date: str) -> int | None:
    try:
        return parse_iso(date).year if date else None
    except ValueError:
        return None


def _declared(reader: Reader) -> tuple[Declared, ...]:
    rows = list(reader.ask("declared"))
    categories = _many((claim, category) for claim, _, category, _, _ in rows if category)
    totals = {(claim, edition, int(count), qualifier in _QUALIFIED) for claim, edition, _, count, qualifier in rows}
    return tuple(
        Declared(claim, edition, tuple(sorted(categories.get(claim, ()))), count, exact)
        for claim, edition, count, exact in sorted(totals)
    )


def read_labels(reader: Reader, things: Iterable[str]) -> dict[str, dict[str, str]]:
    """Names of things by language; of two in one language the first in code-point order."""
    found: dict[str, dict[str, str]] = {}
    for thing, label, language in sorted(reader.of_things("labels", things), reverse=True):
        found.setdefault(thing, {})[language or "th"] = label
    return found


def read_evidence(reader: Reader, things: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Identifiers of the evidence for each thing."""
    wanted = set(things)
    if len(wanted) > _MANY or reader.knows_evidence:
        known = reader.all_evidence
        return {thing: known[thing] for thing in wanted if thing in known}
    return _lists((thing, evidence) for thing, evidence in reader.of_things("evidence", wanted))


@dataclass(frozen=True, slots=True)
class Span:
    """One piece of evidence: for which thing and property, in which document, at which code points of its text."""

    thing: str
    evidence: str
    property: str
    source: str
    start: int
    end: int
    sha256: str
    issued: str
    url: str


def read_spans(reader: Reader, things: Iterable[str]) -> list[Span]:
    """Every piece of evidence for some things, by thing, document and place."""
    found = [
        Span(thing, evidence, name, source, int(start), int(end), sha256, issued, url)
        for thing, evidence, name, source, start, end, sha256, issued, url in reader.of_things("spans", things)
    ]
    return sorted(found, key=lambda span: (span.thing, span.source, span.start, span.end, span.evidence))
