"""A graph of many awards that is the same on every machine, shaped as ours is (seed 7).

Recipients follow Zipf's law (exponent 0.9); 18 in 100 awards are given to two, three or four together; 15 in 100 are
for a work that won before; one document states five awards, one award in twenty is stated by a second document. Every
award has two pieces of evidence, every edition a ceremony, and half of the editions a declared total.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from pyoxigraph import Quad

from kg.graph.quads import GraphWriter, Object, integer, node, text, year
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, OA, ORG, PROV, RDF, SKOS
from kg.terms.iris import Iris
from kg.text.dates import to_be

SEED: Final = 7
SCHEMES: Final = 40
YEARS: Final = range(2010, 2026)
CATEGORIES: Final = 5  # of each scheme, each with two under it
PER_DOCUMENT: Final = 5
JOINT: Final = 0.18
REUSED: Final = 0.15
SECOND: Final = 0.05
PROVINCES: Final = 77


class Generator:
    """Writes the quads of so many awards; ``recipients`` grow with the square root, as those of a country do."""

    def __init__(self, awards: int) -> None:
        """``awards`` is the number of conferments."""
        self.awards, self.iris = awards, Iris()
        self.recipients = max(int(awards**0.5 * 10), 20)
        self._random = random.Random(SEED)
        self._weights = list(accumulate(1 / (rank + 1) ** 0.9 for rank in range(self.recipients)))
        self._works = 0

    def quads(self) -> Iterator[Quad]:
        """All quads, graph by graph."""
        yield from self._registry()
        derived = GraphWriter(self.iris.graph("derived"))
        for first in range(0, self.awards, PER_DOCUMENT):
            out = self._document(first // PER_DOCUMENT)
            for number in range(first, min(first + PER_DOCUMENT, self.awards)):
                yield from self._award(out, derived, number, first // PER_DOCUMENT)
            yield from out
        yield from self._claims(derived)
        yield from derived

    def recipient(self, rank: int) -> str:
        """The reference of a recipient: every tenth a unit, every eleventh a person."""
        if rank % 10 == 9:
            return f"unit/u{rank}"
        return f"person/p{rank}" if rank % 11 == 10 else f"agency/a{rank}"

    def _registry(self) -> GraphWriter:
        out = GraphWriter(self.iris.graph("registry"))
        for rank in range(self.recipients):
            self._body(out, rank)
        for place in range(PROVINCES):
            self._named(out, f"place/TH-{place}", AW.Place)
        for number in range(SCHEMES):
            self._scheme(out, number)
        return out

    def _body(self, out: GraphWriter, rank: int) -> None:
        ref = self.recipient(rank)
        kind = {"unit": AW.Unit, "person": AW.Person}.get(ref.partition("/")[0], AW.Agency)
        iri = self._named(out, ref, kind)
        if kind == AW.Unit:
            out.add(iri, ORG.unitOf, self.iris.thing("agency/a0"))
        if kind != AW.Agency:
            return
        out.add(iri, DCTERMS.spatial, self.iris.thing(f"place/TH-{rank % PROVINCES}"))
        if rank < 20:
            out.add(iri, ORG.classification, AW.kindMinistry)
        else:
            out.add(iri, ORG.classification, AW.kindDepartment)
            parent = next(each for each in range(rank % 20, 20) if self.recipient(each).startswith("agency"))
            out.add(iri, ORG.subOrganizationOf, self.iris.thing(self.recipient(parent)))

    def _scheme(self, out: GraphWriter, number: int) -> None:
        scheme = self._named(out, f"scheme/s{number}", AW.AwardScheme)
        for category in range(CATEGORIES):
            wide = self._named(out, f"category/s{number}-{category}", AW.Category)
            out.add(wide, AW.ofScheme, scheme)
            for part in "ab":
                narrow = self._named(out, f"category/s{number}-{category}{part}", AW.Category)
                out.add(narrow, SKOS.broader, wide)
        for ce in YEARS:
            edition = self._named(out, f"edition/s{number}-{ce}", AW.AwardEdition)
            for name, term in self._edition(scheme, ce):
                out.add(edition, name, term)

    def _edition(self, scheme: str, ce: int) -> list[tuple[str, Object]]:
        return [
            (AW.scheme, node(scheme)), (AW.year, year(ce)), (AW.yearCE, integer(ce)), (AW.yearBE, integer(to_be(ce))),
        ]  # fmt: skip

    def _named(self, out: GraphWriter, ref: str, cls: str) -> str:
        iri = self.iris.thing(ref)
        out.add(iri, RDF.type, cls)
        out.add(iri, SKOS.prefLabel, text(f"ชื่อ {ref}", "th"))
        out.add(iri, SKOS.prefLabel, text(f"Name {ref}", "en"))
        return iri

    def _document(self, number: int, of: str = "d") -> GraphWriter:
        source = f"{of}{number}"
        out = GraphWriter(self.iris.source_graph(source))
        iri = self.iris.thing(f"source/{source}")
        out.add(iri, RDF.type, AW.Source)
        out.add(iri, DCTERMS.title, text(f"ข่าว {source}", "th"))
        out.add(iri, AW.sha256, text(f"{number:064x}"))
        publisher = number * (1 if of == "d" else 7) % self.recipients
        out.add(iri, DCTERMS.publisher, self.iris.thing(self.recipient(publisher)))
        out.add(iri, AW.publisherRole, AW.publisherPress)
        return out

    def _award(self, out: GraphWriter, derived: GraphWriter, number: int, document: int) -> Iterator[Quad]:
        draw = self._random
        scheme, ce = draw.randrange(SCHEMES), draw.choice(YEARS)
        winners = sorted({self._winner() for _ in range(draw.randint(2, 4) if draw.random() < JOINT else 1)})
        says: list[tuple[str, str]] = [
            *((AW.recipient, winner) for winner in winners),
            (AW.edition, f"edition/s{scheme}-{ce}"),
            (AW.scheme, f"scheme/s{scheme}"),
            (AW.category, f"category/s{scheme}-{draw.randrange(CATEGORIES)}{draw.choice('ab')}"),
            (AW.event, f"event/s{scheme}-{ce}"),
            (AW.work, f"work/w{self._work(derived)}"),
        ]
        self._state(out, number, document, says)
        if draw.random() < SECOND:
            again = self._document(document, "e")
            self._state(again, number, document, says, "e")
            yield from again

    def _winner(self) -> str:
        return self.recipient(self._random.choices(range(self.recipients), cum_weights=self._weights)[0])

    def _work(self, derived: GraphWriter) -> int:
        if self._works and self._random.random() < REUSED:
            return self._random.randrange(self._works)
        self._named(derived, f"work/w{self._works}", AW.Work)
        self._works += 1
        return self._works - 1

    def _state(self, out: GraphWriter, number: int, document: int, says: list[tuple[str, str]], of: str = "d") -> None:
        iri = self.iris.thing(f"conferment/c{number}")
        out.add(iri, RDF.type, AW.Conferment)
        for name, ref in says:
            out.add(iri, name, self.iris.thing(ref))
        source = f"{of}{document}"
        start = number % PER_DOCUMENT * 100
        for at, value in ((start, None), (start + 20, says[0])):
            self._evidence(out, source, iri, at, value)

    def _evidence(self, out: GraphWriter, source: str, iri: str, at: int, value: tuple[str, str] | None) -> None:
        end = at + 10
        mark = self.iris.thing(f"evidence/{source}-{at}-{end}-x")
        span, selector = self.iris.span(source, at, end), self.iris.position(source, at, end)
        out.add(mark, RDF.type, AW.Evidence)
        out.add(mark, AW.supports, iri)
        out.add(mark, OA.hasTarget, span)
        if value:
            out.add(mark, AW.supportsProperty, value[0])
            out.add(mark, AW.supportsValue, self.iris.thing(value[1]))
        out.add(span, OA.hasSource, self.iris.thing(f"source/{source}"))
        out.add(span, OA.hasSelector, selector)
        out.add(selector, OA.start, integer(at))
        out.add(selector, OA.end, integer(end))

    def _claims(self, derived: GraphWriter) -> Iterator[Quad]:
        """A declared total of every other edition, with a verdict; ceremonies with a chair."""
        out = self._document(0, "t")
        for number in range(SCHEMES):
            for ce in YEARS:
                event = self.iris.thing(f"event/s{number}-{ce}")
                out.add(event, RDF.type, AW.Ceremony)
                out.add(event, AW.chair, self.iris.thing(self.recipient(10 + 110 * (ce % 7))))
                if ce % 2:
                    continue
                claim = self.iris.thing(f"claim/t{number}-{ce}")
                out.add(claim, RDF.type, AW.CountClaim)
                out.add(claim, AW.countOf, AW.countConferments)
                out.add(claim, AW.claimedCount, integer(max(self.awards // (SCHEMES * len(YEARS)), 1)))
                out.add(claim, AW.edition, self.iris.thing(f"edition/s{number}-{ce}"))
                derived.add(claim, AW.verdict, AW.undecided)
                derived.add(claim, PROV.wasDerivedFrom, self.iris.thing(f"conferment/c{number}"))
        yield from out
