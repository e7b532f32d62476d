"""Tables of what points at a thing: its awards, posts, events, units; one definition for each class of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.pages.proof import Proof, Prover
from kg.pages.reader import Evidence, Things, Value
from kg.pages.show import Shower, Shown
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, ORG, RDF, SCHEMA, SKOS
from kg.text.collate import collation_key

YEAR: Final = "year"
ITSELF: Final = "name"
AS: Final = "as"
OPEN: Final = "open"

Column = tuple[str, tuple[str, ...]]
"""The key of its heading, and the properties whose values stand in it (none for a column of its own making)."""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of some classes, with their columns; ``roles`` keeps it to those that point here by nothing else."""

    key: str
    classes: frozenset[str]
    columns: tuple[Column, ...]
    roles: frozenset[str] | None = None

    def takes(self, classes: frozenset[str], roles: frozenset[str]) -> bool:
        """Whether a thing of these classes, which points at the page by these properties, stands here."""
        return bool(classes & self.classes) and (self.roles is None or (bool(roles) and roles <= self.roles))


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell; ``heading`` is the key of the column's heading."""

    heading: str
    values: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, with the evidence for it."""

    cells: tuple[Cell, ...]
    proofs: tuple[Proof, ...]
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page; ``key`` names its heading."""

    key: str
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    kinds: frozenset[str] = frozenset()

    @property
    def proved(self) -> bool:
        """Whether any row has evidence."""
        return any(row.proofs for row in self.rows)


def _section(key: str, classes: Sequence[str], *columns: tuple[str, Sequence[str]]) -> Section:
    return Section(
        key,
        frozenset(map(str, classes)),
        tuple((heading, tuple(map(str, properties))) for heading, properties in columns),
    )


_NAME: Final = (ITSELF, ())
_AWARD: Final = (
    (YEAR, ()),
    ("edition", (AW.edition,)),
    ("category", (AW.category,)),
    ("level", (AW.level,)),
    ("recipient", (AW.recipient,)),
    ("work", (AW.work,)),
    (AS, ()),
)

# To hand an award over, or to take it for another, is not to be given it.
_BESIDE: Final = frozenset(map(str, (AW.presenter, AW.acceptedBy, AW.awarder)))
_OTHERS_AWARDS: Final = Section(
    "presented",
    frozenset({str(AW.Conferment)}),
    tuple((key, tuple(map(str, names))) for key, names in (*_AWARD, (OPEN, ()))),
    _BESIDE,
)

SECTIONS: Final = (
    _OTHERS_AWARDS,
    _section("awards", (AW.Conferment,), *_AWARD, (OPEN, ())),
    _section("candidacies", (AW.Candidacy,), *_AWARD, ("status", (AW.status,)), (OPEN, ())),
    _section(
        "posts",
        (ORG.Membership,),
        ("member", (ORG.member,)),
        ("post", (AW.post, ORG.role)),
        ("organization", (ORG.organization,)),
        ("capacity", (AW.capacity,)),
        ("attested", (AW.attestedOn,)),
        (OPEN, ()),
    ),
    _section(
        "claims",
        (AW.CountClaim, AW.StreakClaim),
        _NAME,
        ("claimed", (AW.claimedCount, AW.claimedYears)),
        ("counted", (AW.countOf,)),
        ("until", (AW.claimedUntil,)),
        ("verdict", (AW.verdict,)),
        ("found", (AW.foundCount,)),
    ),
    _section(
        "events",
        (AW.Ceremony, AW.Survey, AW.Assessment, AW.Observance, AW.Event),
        _NAME,
        ("kind", (RDF.type,)),
        ("date", (SCHEMA.startDate,)),
        ("location", (SCHEMA.location,)),
        (AS, ()),
    ),
    _section("editions", (AW.AwardEdition,), (YEAR, ()), _NAME, ("ordinal", (AW.ordinal,)), (AS, ())),
    _section("works", (AW.Work,), _NAME, ("owner", (AW.owner,))),
    _section(
        "findings", (AW.Finding,), ("group", (AW.group,)), ("criterion", (AW.criterion,)), ("standing", (AW.standing,))
    ),
    _section("criteria", (AW.Criterion,), ("position", (AW.position,)), _NAME),
    _section("categories", (AW.Category,), _NAME, ("broader", (SKOS.broader,))),
    _section("levels", (AW.Level,), ("rank", (AW.rank,)), _NAME),
    _section("schemes", (AW.AwardScheme,), _NAME),
    _section("units", (AW.Unit,), _NAME, ("place", (DCTERMS.spatial,))),
    _section("committees", (AW.Committee,), _NAME, (AS, ())),
    _section("agencies", (AW.Agency,), _NAME, (AS, ())),
    _section("others", (AW.Community, AW.School, AW.Company, AW.Association, AW.Project, AW.Person), _NAME, (AS, ())),
    _section("places", (AW.Place,), _NAME),
    _section("offices", (ORG.Post,), _NAME),
    _section("sources", (AW.Source,), ("issued", (DCTERMS.issued,)), _NAME, (AS, ())),
)

# A row that is there for one of these needs no word about why.
_PLAIN: Final = frozenset(
    map(str, (AW.recipient, AW.edition, AW.category, AW.level, AW.work, AW.event, AW.scheme, AW.ofScheme, AW.owner))
) | {str(ORG.member), str(ORG.organization), str(ORG.unitOf), str(ORG.subOrganizationOf), str(AW.about)}


class Tables:
    """Makes the tables of one page."""

    def __init__(
        self,
        page: str,
        things: Things,
        roles: Mapping[str, frozenset[str]],
        shower: Shower,
        prover: Prover,
        evidence: Iterable[Evidence],
    ) -> None:
        """``roles`` tells of each row's thing by which properties it points here."""
        self._page, self._things, self._roles = page, things, roles
        self._shower, self._prover = shower, prover
        self._evidence: dict[str, list[Evidence]] = {}
        for each in evidence:
            self._evidence.setdefault(each.thing, []).append(each)

    def make(self, others: Iterable[str], ordered: Mapping[str, Sequence[str]]) -> tuple[Table, ...]:
        """All tables that have rows, in the order of ``SECTIONS``; a thing stands in the first that takes it.

        ``ordered`` are rows of some tables, by key, that are in their order already.
        """
        left = list(dict.fromkeys(others))
        tables = []
        for section in SECTIONS:
            taken = [other for other in left if section.takes(self._things.classes(other), self._role(other))]
            gone = set(taken)
            left = [other for other in left if other not in gone]
            rows = [*ordered.get(section.key, ()), *sorted(taken, key=self._order)]
            if rows:
                tables.append(self._table(section, rows))
        # The awards of others are taken out first, but shown last.
        return tuple(sorted(tables, key=lambda table: table.key == _OTHERS_AWARDS.key))

    def _table(self, section: Section, others: list[str]) -> Table:
        columns = [column for column in section.columns if self._worth(column, others)]
        references = {other: self._shower.iris.reference(other) or "" for other in others}
        rows = tuple(
            TableRow(
                tuple(Cell(heading, self._cell((heading, names), other)) for heading, names in columns),
                self._proofs(other),
                references[other],
            )
            for other in others
        )
        kinds = frozenset(reference.partition("/")[0] for reference in references.values())
        return Table(section.key, tuple(heading for heading, _ in columns), rows, kinds)

    def _worth(self, column: Column, others: list[str]) -> bool:
        """Whether a column says anything: not where it is empty, or names only the thing whose page this is."""
        heading, names = column
        if heading == AS:
            return any(self._role(other) - _PLAIN for other in others)
        if names:
            said = {value for other in others for value in self._things.values(other, *names)}
            return bool(said - {Value(iri=self._page)})
        if heading != YEAR:
            return True
        # On the page of an edition every award is of its year, which the head of the page says.
        return any(self._years(other) and self._page not in self._things.iris(other, AW.edition) for other in others)

    def _cell(self, column: Column, other: str) -> tuple[Shown, ...]:
        heading, names = column
        if names:
            return tuple(self._shower.value(value) for value in self._things.values(other, *names))
        if heading == ITSELF:
            return (self._shower.thing(other),)
        if heading == AS:
            return tuple(self._shower.label(name) for name in sorted(self._role(other)))
        if heading == OPEN:
            return (Shown(self._shower.word("open"), href=self._shower.address(other)),)
        return tuple(Shown(self._shower.year(year)) for year in self._years(other))

    def _role(self, other: str) -> frozenset[str]:
        return self._roles.get(other, frozenset())

    def _years(self, other: str) -> list[int]:
        editions = [other, *self._things.iris(other, AW.edition)]
        return sorted({year for each in editions if (year := self._things.integer(each, AW.yearCE))})

    def _order(self, other: str) -> tuple[object, ...]:
        things = self._things
        ranks = [things.integer(level, AW.rank, 99) for level in things.iris(other, AW.level)]
        own = things.integer(other, AW.rank) or things.integer(other, AW.position) or things.integer(other, AW.ordinal)
        dates = [value.text for value in things.values(other, SCHEMA.startDate, AW.attestedOn, DCTERMS.issued)]
        categories = sorted(self._label(iri) for iri in things.iris(other, AW.category))
        years = self._years(other)
        return (
            years[:1] or [9999],
            min(dates, default=""),
            categories,
            min(ranks, default=99),
            own,
            self._label(other),
            other,
        )

    def _label(self, other: str) -> tuple[str, str, str]:
        return collation_key(self._shower.label(other).text)

    def _proofs(self, other: str) -> tuple[Proof, ...]:
        """For each source the words that tell most: who won, or on the winner's own page what was said of the award."""
        recipients = self._things.iris(other, AW.recipient)
        telling = str(AW.recipient) if recipients and self._page not in recipients else ""
        best: dict[str, Evidence] = {}
        for each in self._evidence.get(other, ()):
            known = best.get(each.source)
            if known is None or (known.property != telling and each.property == telling):
                best[each.source] = each
        return self._prover.proofs(best.values(), self._shower)
