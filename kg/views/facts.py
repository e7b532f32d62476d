"""What all records say together, as plain values that views compute with: conferments met by their reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from kg.model.record import Record, Thing
from kg.model.registry import Registry, Row
from kg.views.awards import Categories, Edition
from kg.views.runs import Calendar


@dataclass(frozen=True, slots=True)
class ConfermentFact:
    """One conferment, from all records that state it."""

    ref: str
    recipients: frozenset[str]
    editions: frozenset[str]
    categories: frozenset[str]
    levels: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """The conferments, the editions with year and scheme, and what lies above a category or a unit.

    ``totals`` are the totals of awards that documents declare for an edition as a whole, exact ones only.
    """

    conferments: tuple[ConfermentFact, ...]
    editions: dict[str, Edition]
    categories: Categories
    unit_of: dict[str, str]
    measured: dict[str, frozenset[str]] = field(default_factory=dict)
    totals: dict[str, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def years(self) -> dict[str, int]:
        """The year (CE) of each edition."""
        return {ref: edition.year for ref, edition in self.editions.items()}

    @cached_property
    def schemes(self) -> dict[str, str]:
        """The scheme of each edition."""
        return {ref: edition.scheme for ref, edition in self.editions.items()}

    @cached_property
    def calendars(self) -> dict[str, Calendar]:
        """The years of each scheme."""
        schemes: dict[str, list[Edition]] = {}
        for edition in self.editions.values():
            schemes.setdefault(edition.scheme, []).append(edition)
        return {scheme: Calendar.of(editions) for scheme, editions in schemes.items()}

    def complete(self, edition: str) -> bool:
        """Whether all awards are known that documents declare for an edition, and they agree on how many those are."""
        totals = self.totals.get(edition, frozenset())
        return len(totals) == 1 and sum(edition in fact.editions for fact in self.conferments) == next(iter(totals))

    def covers(self, category: str, narrower: str) -> bool:
        """Whether ``narrower`` is the category or lies below it, whatever either was called at the time."""
        return self.categories.now(category) in self.categories.upwards(narrower)

    def belongs(self, recipient: str, owner: str) -> bool:
        """Whether a recipient is the owner or one of its units."""
        return recipient == owner or self.unit_of.get(recipient) == owner


def gather(records: Iterable[Record], registry: Registry) -> Facts:
    """Facts of all records over the registry; the order of the records does not matter."""
    editions = _editions_of(registry)
    merged: dict[str, list[Thing]] = {}
    unit_of = {f"unit/{row['id']}": f"agency/{row['unit_of']}" for row in registry.tables.get("units", ())}
    measured: dict[str, set[str]] = {}
    totals: dict[str, set[int]] = {}
    for record in sorted(records, key=lambda record: record.source.id):
        for thing in record.things:
            if thing.cls == "Conferment":
                merged.setdefault(thing.ref, []).append(thing)
            elif thing.cls == "AwardEdition":
                editions[thing.ref] = _stated(thing, editions.get(thing.ref))
            elif thing.cls == "CountClaim" and (edition := _total_of(thing)):
                totals.setdefault(edition, set()).add(int(thing.says["claimedCount"][0].value))
            elif thing.cls == "Unit":
                for owner in thing.refs("unitOf"):
                    unit_of[thing.ref] = owner
            for name in ("measures", "criterion"):
                measured.setdefault(thing.ref, set()).update(thing.refs(name))
    return Facts(
        tuple(_conferment(ref, things) for ref, things in sorted(merged.items())),
        editions,
        _categories_of(registry),
        unit_of,
        {ref: frozenset(criteria) for ref, criteria in measured.items() if criteria},
        {edition: frozenset(numbers) for edition, numbers in totals.items()},
    )


def _conferment(ref: str, things: list[Thing]) -> ConfermentFact:
    def all_of(name: str) -> frozenset[str]:
        return frozenset(value for thing in things for value in thing.refs(name))

    return ConfermentFact(ref, all_of("recipient"), all_of("edition"), all_of("category"), all_of("level"))


def _stated(thing: Thing, known: Edition | None) -> Edition:
    """An edition as a record describes it; what only the registry knows of it stays."""
    ordinal = thing.first("ordinal")
    return Edition(
        thing.ref,
        thing.refs("scheme")[0],
        int(thing.says["year"][0].value),
        int(ordinal.value) if ordinal else known.ordinal if known else None,
        known.held if known else None,
    )


def _total_of(claim: Thing) -> str:
    """The edition that a claim declares the whole number of awards of; nothing for other claims."""
    narrower = any(claim.refs(name) for name in ("category", "level", "recipient", "about", "event"))
    exact = set(claim.refs("countQualifier")) <= {"qualifierExactly"}
    whole = claim.refs("countOf") == ("countConferments",) and exact and not narrower
    return claim.refs("edition")[0] if whole and len(claim.refs("edition")) == 1 else ""


def _editions_of(registry: Registry) -> dict[str, Edition]:
    return {f"edition/{row['id']}": _edition(row) for row in registry.tables.get("editions", ())}


def _edition(row: Row) -> Edition:
    ordinal = row.integer("ordinal") if row.get("ordinal") else None
    return Edition(
        f"edition/{row['id']}", f"scheme/{row['scheme_id']}", row.integer("year"), ordinal, row.boolean("held")
    )


def _categories_of(registry: Registry) -> Categories:
    rows = registry.tables.get("categories", ())

    def tied(column: str) -> dict[str, frozenset[str]]:
        return {f"category/{row['id']}": frozenset({f"category/{row[column]}"}) for row in rows if row.get(column)}

    return Categories(tied("broader_id"), tied("replaces_id"))
