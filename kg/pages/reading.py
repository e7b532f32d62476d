"""Reads what the page of a thing needs, in the same number of queries whatever there is to show.

Awards are counted and put in order in memory (``Holdings``); of every long list only the page asked for is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.errors import NotFound
from kg.ingest.corpus import Corpus
from kg.pages.holdings import Holdings
from kg.pages.paging import ROWS, Wanted, slice_of
from kg.pages.proof import titles
from kg.pages.reader import Evidence, Link, Reader, Things
from kg.pages.tally import Tally, tally
from kg.terms.award import AW
from kg.terms.foreign import ORG
from kg.terms.iris import Iris, split
from kg.text.collate import collation_key
from kg.views.awards import Award

AWARDS: Final = "awards"
CANDIDACIES: Final = "candidacies"
PER_VALUE: Final = 10
"""Pieces of evidence that are shown for one value: what a thousand documents say needs no thousand lines."""

MANY: Final = 500
"""Awards of which the figures are kept."""

_AT_AN_EVENT: Final = frozenset(map(str, (AW.chair, AW.presenter, AW.attendee, AW.speaker, AW.delegatedBy)))
# What a row of a table is ordered or dated by stands on the thing that it names.
_NEAR: Final = (AW.edition, AW.level)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What pages are made from."""

    reader: Reader
    corpus: Corpus
    iris: Iris
    holdings: Holdings
    tallies: dict[str, Tally] = field(default_factory=dict)

    def tally(self, reference: str, given: list[Award]) -> Tally:
        """The figures of a thing; those over many awards are kept, they change only with the graph."""
        known = self.tallies.get(reference)
        if known is None:
            known = tally(self.holdings, reference, given)
            if len(given) >= MANY:
                self.tallies[reference] = known
        return known


@dataclass(frozen=True, slots=True)
class Read:
    """All that was read for a page. ``totals`` has the lists that are longer than what was read of them."""

    iri: str
    kind: str
    things: Things
    links: tuple[Link, ...] = ()
    listed: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    candidacies: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    left_out: int = 0
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    totals: Mapping[str, int] = field(default_factory=dict)
    tally: Tally = field(default_factory=lambda: Tally(0))


def read_thing(shelf: Shelf, reference: str, wanted: Wanted) -> Read:
    """What the page of a thing shows; raises NotFound for an unknown thing or page of a list."""
    kind, iri = split(reference)[0], shelf.iris.thing(reference)
    main = shelf.reader.about([iri])
    if iri not in main:
        raise NotFound(
            f"there is no {reference}", why="no graph says anything of it", fix="look for it on the home page"
        )
    if kind == "source":
        return _read_source(shelf, iri, main)
    return _read_other(shelf, reference, main, wanted)


def _read_source(shelf: Shelf, iri: str, main: Things) -> Read:
    evidence = [*shelf.reader.said([iri]), *shelf.reader.evidence([iri])]
    return Read(
        iri, "source", main, evidence=tuple(evidence), labels=_labels(shelf, iri, main, (), evidence, ())
    )  # fmt: skip


def _read_other(shelf: Shelf, reference: str, main: Things, wanted: Wanted) -> Read:
    kind, iri, reader = split(reference)[0], shelf.iris.thing(reference), shelf.reader
    links = reader.links([iri], awards=False)
    links += reader.links(_further(iri, kind, main, links), awards=False)
    given, missed = shelf.holdings.given(reference), shelf.holdings.missed(reference)
    awards = [shelf.iris.thing(each.ref) for each in slice_of(given, AWARDS, wanted)]
    candidacies = [shelf.iris.thing(each.ref) for each in slice_of(missed, CANDIDACIES, wanted)]
    listed, totals = _listed(shelf, iri, links, wanted)
    totals |= {AWARDS: len(given), CANDIDACIES: len(missed)}
    if wanted.number > 1 and wanted.key not in totals:
        raise NotFound("this page has no such list", where=wanted.key[:40], fix="begin with the page itself")
    rows = [*listed, *awards, *candidacies]
    others = reader.about(rows)
    near = reader.about({each for thing in rows for each in others.iris(thing, *_NEAR)})
    evidence, left_out = bounded(reader.evidence([iri, *rows]))
    sources = reader.about({each.source for each in evidence})
    figures = shelf.tally(reference, given)
    things = main + others + near + sources
    counted = {shelf.iris.thing(each) for each in figures.references()} | _above(shelf, figures)
    return Read(
        iri,
        kind,
        things,
        tuple(links),
        tuple(listed),
        tuple(awards),
        tuple(candidacies),
        tuple(evidence),
        left_out,
        _labels(shelf, iri, things, links, evidence, counted),
        totals,
        figures,
    )


def bounded(evidence: Iterable[Evidence], most: int = PER_VALUE) -> tuple[list[Evidence], int]:
    """The first pieces of evidence for each value, and how many were left out."""
    seen: dict[tuple[str, str, object], int] = {}
    kept, left_out = [], 0
    for each in evidence:
        key = (each.thing, each.property, each.value)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= most:
            kept.append(each)
        else:
            left_out += 1
    return kept, left_out


def _listed(shelf: Shelf, iri: str, links: Iterable[Link], wanted: Wanted) -> tuple[list[str], dict[str, int]]:
    """What else points at the thing, long lists by name and cut to the page that is wanted."""
    by_kind: dict[str, list[str]] = {}
    for other in dict.fromkeys(link.other for link in links):
        if other != iri:
            by_kind.setdefault((shelf.iris.reference(other) or "").partition("/")[0], []).append(other)
    long = {name: others for name, others in by_kind.items() if len(others) > ROWS}
    names = shelf.reader.labels({other for others in long.values() for other in others})
    found: list[str] = []
    for name, others in by_kind.items():
        if name in long:
            others = sorted(others, key=lambda other: collation_key(next(iter(names.get(other, {}).values()), other)))
        found += slice_of(others, name, wanted)
    return found, {name: len(others) for name, others in long.items()}


def _above(shelf: Shelf, figures: Tally) -> set[str]:
    """The categories above those of a table, by whose names it is ordered."""
    categories = shelf.holdings.awards.categories
    wide = categories.all_above(share.category for share in figures.shares if share.category)
    return {shelf.iris.thing(each) for each in wide}


def _further(iri: str, kind: str, main: Things, links: Iterable[Link]) -> set[str]:
    """What else to look for links to: an agency shows its units' doings, an event the posts of who was there."""
    if kind == "agency":
        return {link.other for link in links if link.property == str(ORG.unitOf)}
    if kind == "event":
        return {each.value.iri for each in main.of(iri) if each.property in _AT_AN_EVENT and each.value.iri}
    return set()


def _labels(
    shelf: Shelf,
    iri: str,
    things: Things,
    links: Iterable[Link],
    evidence: Collection[Evidence],
    counted: Collection[str],
) -> Mapping[str, Mapping[str, str]]:
    reader, iris = shelf.reader, shelf.iris
    named = {name for each in evidence for name in (each.thing, each.property, each.value.iri if each.value else "")}
    wanted = things.mentioned() | named | {link.property for link in links} | set(counted)
    wanted |= {each.property for each in things.of(iri)}
    terms = {name for name in wanted if name in reader.terms()}
    labels: dict[str, Mapping[str, str]] = dict(
        reader.labels({name for name in wanted if iris.reference(name)} | terms)
    )
    sources = {each.source for each in evidence} | {name for name in things.mentioned() if things.text(name, AW.sha256)}
    labels.update(titles(things, sources))
    return labels
