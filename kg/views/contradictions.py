"""Where two documents say different things of one property of one thing. Both values stay; the difference is data.

Properties that take several values never contradict. Nor do a date and a coarser one that has it inside, a category and
one below it, or totals of different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kg.model.record import Record, Thing, Value
from kg.model.vocabulary import CLASSES, PROPERTIES, ValueKind
from kg.views.facts import Facts

COUNT: Final = "claimedCount"
_KEYS: Final = ("countOf", "countQualifier", "edition", "scheme", "category", "level", "recipient", "about", "event")
_ABOUT: Final = ("event", "edition", "about", "scheme", "recipient")  # what a total is about, the narrowest first
# Where a criterion stands in a list differs between documents without either being wrong; the rest is structure.
_NOT_COMPARED: Final = frozenset({"position", "scheme", "ofScheme", "within"})


@dataclass(frozen=True, slots=True)
class Said:
    """One value as one document has it: of which thing of its graph, in which words."""

    source: str
    thing: str
    value: Value


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values of one property of one thing that cannot all be so; ``counted`` is the concept that a total counts."""

    about: str
    name: str
    said: tuple[Said, ...]
    counted: str = ""

    @property
    def values(self) -> tuple[str | int, ...]:
        """The different values, in their order."""
        return tuple(sorted({each.value.value for each in self.said}, key=str))


def contradictions(records: Iterable[Record], facts: Facts) -> list[Contradiction]:
    """All contradictions between documents, in the order of what they are about."""
    records = sorted(records, key=lambda record: record.source.id)
    found = [*_of_things(records, facts), *_of_totals(records)]
    return sorted(found, key=lambda each: (each.about, each.name, each.counted))


def _of_things(records: Iterable[Record], facts: Facts) -> Iterator[Contradiction]:
    groups: dict[tuple[str, str], list[Said]] = {}
    for record in records:
        for thing in record.things:
            if thing.cls in ("CountClaim", "StreakClaim"):
                continue  # a claim is of one document; totals are compared by what they count
            for name, values in thing.says.items():
                if name not in _NOT_COMPARED and not CLASSES[thing.cls].may_repeat(name):
                    said = (Said(record.source.id, thing.ref, value) for value in values)
                    groups.setdefault((thing.ref, name), []).extend(said)
    for (ref, name), group in groups.items():
        if _differ(group, name, facts):
            yield Contradiction(ref, name, tuple(group))


def _of_totals(records: Iterable[Record]) -> Iterator[Contradiction]:
    groups: dict[tuple[tuple[str, ...], ...], list[Said]] = {}
    claims: dict[tuple[tuple[str, ...], ...], Thing] = {}
    for record in records:
        for claim in record.by_class("CountClaim"):
            key = tuple(tuple(sorted(set(claim.refs(name)))) for name in _KEYS)
            claims.setdefault(key, claim)
            said = (Said(record.source.id, claim.ref, value) for value in claim.says[COUNT])
            groups.setdefault(key, []).extend(said)
    for key, group in groups.items():
        claim = claims[key]
        about = next((ref for name in _ABOUT for ref in claim.refs(name)), "")
        if about and _differ(group, COUNT, None):
            yield Contradiction(about, COUNT, tuple(group), claim.refs("countOf")[0])


def _differ(group: list[Said], name: str, facts: Facts | None) -> bool:
    """Whether two documents have no value in common, nor values that go together."""
    by_source: dict[str, set[str | int]] = {}
    for said in group:
        by_source.setdefault(said.source, set()).add(said.value.value)
    return any(
        not any(_agree(left, right, name, facts) for left in ours for right in theirs)
        for ours, theirs in combinations(by_source.values(), 2)
    )


def _agree(one: str | int, two: str | int, name: str, facts: Facts | None) -> bool:
    if one == two:
        return True
    left, right = str(one), str(two)
    if PROPERTIES[name].kind is ValueKind.DATE:
        return left.startswith(right) or right.startswith(left)
    if name == "category" and facts is not None:
        return facts.covers(left, right) or facts.covers(right, left)
    return False
