"""What all records say together, as plain values that views compute with: conferments met by their reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model.record import Record, Thing
from kg.model.registry import Registry


@dataclass(frozen=True, slots=True)
class ConfermentFact:
    """One conferment, from all records that state it."""

    ref: str
    recipients: frozenset[str]
    editions: frozenset[str]
    categories: frozenset[str]
    levels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """The conferments, the year and scheme of each edition, and what lies above a category or a unit."""

    conferments: tuple[ConfermentFact, ...]
    years: dict[str, int]
    schemes: dict[str, str]
    broader: dict[str, str]
    unit_of: dict[str, str]
    measured: dict[str, frozenset[str]] = field(default_factory=dict)

    def covers(self, category: str, narrower: str) -> bool:
        """Whether ``narrower`` is the category or lies below it."""
        step: str | None = narrower
        while step:
            if step == category:
                return True
            step = self.broader.get(step)
        return False

    def belongs(self, recipient: str, owner: str) -> bool:
        """Whether a recipient is the owner or one of its units."""
        return recipient == owner or self.unit_of.get(recipient) == owner


def gather(records: Iterable[Record], registry: Registry) -> Facts:
    """Facts of all records over the registry; the order of the records does not matter."""
    years, schemes = _editions_of(registry)
    merged: dict[str, list[Thing]] = {}
    unit_of = {f"unit/{row['id']}": f"agency/{row['unit_of']}" for row in registry.tables.get("units", ())}
    measured: dict[str, set[str]] = {}
    for record in sorted(records, key=lambda record: record.source.id):
        for thing in record.things:
            if thing.cls == "Conferment":
                merged.setdefault(thing.ref, []).append(thing)
            elif thing.cls == "AwardEdition":
                years[thing.ref] = int(thing.says["year"][0].value)
                schemes[thing.ref] = thing.refs("scheme")[0]
            elif thing.cls == "Unit":
                for owner in thing.refs("unitOf"):
                    unit_of[thing.ref] = owner
            for name in ("measures", "criterion"):
                measured.setdefault(thing.ref, set()).update(thing.refs(name))
    return Facts(
        tuple(_conferment(ref, things) for ref, things in sorted(merged.items())),
        years,
        schemes,
        _broader(registry),
        unit_of,
        {ref: frozenset(criteria) for ref, criteria in measured.items() if criteria},
    )


def _conferment(ref: str, things: list[Thing]) -> ConfermentFact:
    def all_of(name: str) -> frozenset[str]:
        return frozenset(value for thing in things for value in thing.refs(name))

    return ConfermentFact(ref, all_of("recipient"), all_of("edition"), all_of("category"), all_of("level"))


def _editions_of(registry: Registry) -> tuple[dict[str, int], dict[str, str]]:
    rows = registry.tables.get("editions", ())
    years = {f"edition/{row['id']}": row.integer("year") for row in rows}
    return years, {f"edition/{row['id']}": f"scheme/{row['scheme_id']}" for row in rows}


def _broader(registry: Registry) -> dict[str, str]:
    rows = registry.tables.get("categories", ())
    return {f"category/{row['id']}": f"category/{row['broader_id']}" for row in rows if row.get("broader_id")}
