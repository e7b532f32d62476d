"""All awards of a graph in memory, with what views ask around them: editions, categories, bodies and their parents.

Read once from the store by ``kg.views.read``; every view is a pure function of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

MINISTRY: Final = "aw:kindMinistry"


@dataclass(frozen=True, slots=True)
class Award:
    """One conferment, or one candidacy with its ``statuses``, with all that any document says of it."""

    ref: str
    recipients: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a scheme: its year (CE), which one it is, and whether it was held (None: not known)."""

    ref: str
    scheme: str
    year: int
    ordinal: int | None = None
    held: bool | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """That a body belonged to ``parent`` from one year to another, both included; None is open."""

    parent: str
    first: int | None = None
    last: int | None = None

    def holds(self, year: int) -> bool:
        """Whether it held in a year."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True)
class Bodies:
    """How bodies stand to one another: units, parents for now, affiliations with their years, kinds and places."""

    unit_of: Mapping[str, str] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    affiliations: Mapping[str, tuple[Affiliation, ...]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    broader_kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)

    def is_kind(self, body: str, kinds: Iterable[str]) -> bool:
        """Whether a body is of one of the kinds or of a narrower one."""
        wanted = set(kinds)
        return any(step in wanted for kind in self.kinds.get(body, ()) for step in closure(kind, self.broader_kinds))

    def above(self, body: str, year: int | None) -> Iterator[tuple[str, bool]]:
        """The bodies above a body, nearest first, and whether the year's own affiliation led there, not today's."""
        seen = {body}
        while step := self._parent(body, year):
            body = step[0]
            if body in seen:
                return
            seen.add(body)
            yield step

    def _parent(self, body: str, year: int | None) -> tuple[str, bool] | None:
        if year is not None:
            dated = [each.parent for each in self.affiliations.get(body, ()) if each.holds(year)]
            if dated:
                return min(dated), True
        now = self.unit_of.get(body) or self.parents.get(body)
        return (now, False) if now else None

    def ministry(self, body: str, year: int | None) -> tuple[str, bool] | None:
        """The ministry that a body is or stands under in a year, and whether each step up is known for that year."""
        if self.is_kind(body, (MINISTRY,)):
            return body, True
        known = True
        for upper, dated in self.above(body, year):
            known = known and dated
            if self.is_kind(upper, (MINISTRY,)):
                return upper, known
        return None

    def body_of(self, unit: str) -> str:
        """The body that a unit is part of, however deep; a body itself."""
        return end_of_chain(unit, self.unit_of)

    def place_of(self, body: str) -> str | None:
        """Where a body lies, or the body that it is a unit of."""
        return self.places.get(body) or self.places.get(self.body_of(body))

    def outermost(self, place: str) -> str:
        """The largest place that a place lies in."""
        return end_of_chain(place, self.within)


@dataclass(frozen=True)
class Categories:
    """What each category lies under, and which one replaced it."""

    broader: Mapping[str, frozenset[str]] = field(default_factory=dict)
    replaces: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _successor(self) -> dict[str, str]:
        """The one category that replaced another; one that was split into several has none."""
        after: dict[str, set[str]] = {}
        for new, olds in self.replaces.items():
            for old in olds:
                after.setdefault(old, set()).add(new)
        return {old: next(iter(news)) for old, news in after.items() if len(news) == 1}

    def now(self, category: str) -> str:
        """The category under the name that it has now."""
        return end_of_chain(category, self._successor)

    @cached_property
    def _above(self) -> dict[str, frozenset[str]]:
        return {}

    def upwards(self, category: str) -> frozenset[str]:
        """The category and all that it lies under, each under its name of now."""
        known = self._above.get(category)
        if known is None:
            known = self._above[category] = frozenset(self.now(each) for each in closure(category, self.broader))
        return known

    def all_above(self, categories: Iterable[str]) -> set[str]:
        """Some categories and all that they lie under."""
        return {wide for each in categories for wide in self.upwards(each)}


def end_of_chain(start: str, step: Mapping[str, str]) -> str:
    """Where a chain of steps ends, or the last before it would turn in a circle."""
    seen = {start}
    while (onward := step.get(start)) and onward not in seen:
        seen.add(onward)
        start = onward
    return start


def closure(start: str, steps: Mapping[str, frozenset[str]]) -> set[str]:
    """Everything that can be reached, the start included."""
    found, todo = {start}, [start]
    while todo:
        for each in steps.get(todo.pop(), ()):
            if each not in found:
                found.add(each)
                todo.append(each)
    return found


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared total of awards of an edition, or of a category of it; ``exact`` unless it is rough or a bound."""

    claim: str
    edition: str
    categories: tuple[str, ...]
    count: int
    exact: bool = True


@dataclass(frozen=True)
class Awards:
    """The awards given, the near-misses, and all around them; awards are sorted by reference."""

    given: tuple[Award, ...]
    missed: tuple[Award, ...] = ()
    editions: Mapping[str, Edition] = field(default_factory=dict)
    categories: Categories = field(default_factory=Categories)
    bodies: Bodies = field(default_factory=Bodies)
    declared: tuple[Declared, ...] = ()

    def years(self, award: Award) -> list[int]:
        """Years of an award's editions."""
        return [self.editions[each].year for each in award.editions if each in self.editions]

    def schemes(self, award: Award) -> list[str]:
        """Schemes of an award's editions."""
        return [self.editions[each].scheme for each in award.editions if each in self.editions]

    @cached_property
    def per_edition(self) -> Counter[str]:
        """How many awards each edition has."""
        return Counter(edition for award in self.given for edition in award.editions)

    @cached_property
    def by_scheme(self) -> Mapping[str, tuple[Edition, ...]]:
        """The editions of each scheme by year."""
        found: dict[str, list[Edition]] = {}
        for edition in self.editions.values():
            found.setdefault(edition.scheme, []).append(edition)
        return {
            scheme: tuple(sorted(all_of, key=lambda each: (each.year, each.ref))) for scheme, all_of in found.items()
        }
