"""The statements of a thing: what the registry has, what documents say, what the graph concludes, kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kg.pages.proof import Proof, Prover
from kg.pages.reader import Evidence, Statement, Things, Value
from kg.pages.show import Shower, Shown
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, ORG, PROV, RDF, SCHEMA, SKOS
from kg.terms.iris import Iris

# What the head of the page shows, or what only repeats another property in another form.
_HIDDEN: Final = frozenset(
    map(str, (RDF.type, SKOS.prefLabel, AW.yearCE, AW.yearBE, ORG.memberDuring, PROV.wasDerivedFrom))
)

_FIRST: Final = tuple(
    map(
        str,
        (
            AW.nameAsWritten, SKOS.altLabel, AW.otherName, AW.abbreviation, DCTERMS.identifier,
            ORG.classification, AW.recipient, AW.scheme, AW.ofScheme, AW.edition, AW.year, AW.category,
            AW.level, AW.work, AW.owner, AW.event, SCHEMA.startDate, SCHEMA.startTime, SCHEMA.location,
            SCHEMA.organizer, AW.chair, AW.presenter, AW.acceptedBy, AW.attendee, AW.speaker, ORG.member,
            AW.post, ORG.role, ORG.organization, AW.capacity, AW.attestedOn, ORG.unitOf, ORG.subOrganizationOf,
            AW.reportsTo, DCTERMS.spatial,
        ),
    )
)  # fmt: skip

MOST_VALUES: Final = 50
_LONGEST: Final = 300  # characters of a value in an address

# The few facts that stand at the head of a page, by kind of thing.
_FACTS: Final[Mapping[str, tuple[str, ...]]] = {
    kind: tuple(map(str, properties))
    for kind, properties in {
        "agency": (AW.abbreviation, ORG.classification, ORG.subOrganizationOf, AW.reportsTo, DCTERMS.spatial),
        "unit": (AW.abbreviation, ORG.unitOf, DCTERMS.spatial),
        "edition": (AW.scheme, AW.year, AW.ordinal, AW.held),
        "scheme": (AW.abbreviation, AW.awarder),
        "category": (AW.ofScheme, SKOS.broader),
        "level": (AW.ofScheme, AW.rank),
        "criterion": (AW.ofScheme, AW.position),
        "work": (AW.owner,),
        "event": (SCHEMA.startDate, SCHEMA.startTime, SCHEMA.location, SCHEMA.organizer),
        "conferment": (AW.recipient, AW.edition, AW.category, AW.level, AW.work),
        "candidacy": (AW.recipient, AW.edition, AW.category, AW.level, AW.status),
        "membership": (ORG.member, AW.post, ORG.role, ORG.organization, AW.capacity, AW.attestedOn),
        "claim": (
            AW.claimedCount, AW.claimedYears, AW.countOf, AW.countQualifier, AW.claimedUntil, AW.verdict,
            AW.foundCount, AW.missing,
        ),
        "place": (AW.within,),
    }.items()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One value, the evidence for it, and where a reader says that it is wrong."""

    value: Shown
    proofs: tuple[Proof, ...]
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One property with its first values, and how many ``more`` it has."""

    property: Shown
    values: tuple[Said, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one origin: ``registry``, ``said`` or ``concluded``."""

    key: str
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the head of a page."""

    property: Shown
    values: tuple[Shown, ...]


def facts(things: Things, iri: str, kind: str, shower: Shower) -> tuple[Fact, ...]:
    """What stands at the head of a page of this kind."""
    found = ((name, things.values(iri, name)) for name in _FACTS.get(kind, ()))
    return tuple(
        Fact(shower.label(name), tuple(shower.value(value) for value in values)) for name, values in found if values
    )


def groups(
    statements: Iterable[Statement], evidence: Iterable[Evidence], shower: Shower, prover: Prover, reference: str
) -> tuple[Group, ...]:
    """The statements of a thing by origin; what both the registry and a document state stands under both."""
    proofs: dict[tuple[str, Value | None], list[Evidence]] = {}
    for piece in evidence:
        proofs.setdefault((piece.property, piece.value), []).append(piece)
    shown = [each for each in statements if each.property not in _HIDDEN]
    found = []
    for key, belongs in _origins(shower.iris).items():
        rows: dict[str, list[Statement]] = {}
        for each in shown:
            if any(belongs(graph) for graph in each.graphs):
                rows.setdefault(each.property, []).append(each)
        if rows:
            # Only a document's statement has evidence: the registry's rests on the source of its row.
            teller = _Teller(shower, prover, reference, proofs if key == "said" else {})
            found.append(Group(key, tuple(teller.row(name, rows[name]) for name in _order(rows, shower))))
    return tuple(found)


def whole(evidence: Iterable[Evidence], shower: Shower, prover: Prover) -> tuple[Proof, ...]:
    """The spans that state a thing as a whole."""
    return prover.proofs((each for each in evidence if not each.property), shower)


class _Origin:
    def __init__(self, graph: str, inside: bool) -> None:
        self._graph, self._inside = graph, inside

    def __call__(self, graph: str) -> bool:
        return graph.startswith(self._graph) if self._inside else graph == self._graph


def _origins(iris: Iris) -> Mapping[str, _Origin]:
    return {
        "said": _Origin(iris.graph("source/"), inside=True),
        "registry": _Origin(iris.graph("registry"), inside=False),
        "concluded": _Origin(iris.graph("derived"), inside=False),
    }


@dataclass(frozen=True, slots=True)
class _Teller:
    shower: Shower
    prover: Prover
    reference: str
    evidence: Mapping[tuple[str, Value | None], list[Evidence]]

    def row(self, name: str, all_of: list[Statement]) -> StatementRow:
        shown = tuple(self._said(each) for each in all_of[:MOST_VALUES])
        return StatementRow(self.shower.label(name), shown, max(len(all_of) - MOST_VALUES, 0))

    def _said(self, each: Statement) -> Said:
        proofs = self.prover.proofs(self.evidence.get((each.property, each.value), ()), self.shower)
        value = each.value.iri or each.value.text
        doubt = self.shower.links.wrong(
            self.reference,
            property=self.shower.curie(each.property),
            value=self.shower.curie(value) if each.value.iri else value[:_LONGEST],
            at=proofs[0].at if proofs else "",
        )
        return Said(self.shower.value(each.value), proofs, doubt)


def _order(rows: Mapping[str, object], shower: Shower) -> list[str]:
    def place(name: str) -> tuple[int, str]:
        return (_FIRST.index(name) if name in _FIRST else len(_FIRST), shower.label(name).text)

    return sorted(rows, key=place)
