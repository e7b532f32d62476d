"""Runs of consecutive editions: the rule for what breaks one, shared by streaks and by the check of claimed streaks.

Editions of the years *a < b* follow on one another where each year between them has an edition that was not held, or
where the ordinals of the two editions say so (the 5th and the 6th). A year of which no edition is known breaks the run:
nothing shows that there was none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.views.awards import Edition


@dataclass(frozen=True, slots=True)
class Run:
    """Years (CE) won one after another."""

    years: tuple[int, ...]

    @property
    def length(self) -> int:
        """How many editions it has; those that were not held do not count."""
        return len(self.years)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The editions of one scheme by year."""

    ordinals: dict[int, frozenset[int]]
    not_held: frozenset[int]
    known: frozenset[int]

    @classmethod
    def of(cls, editions: Iterable[Edition]) -> Calendar:
        """The calendar of some editions; a year counts as not held where every edition of it was not."""
        by_year: dict[int, list[Edition]] = {}
        for edition in editions:
            by_year.setdefault(edition.year, []).append(edition)
        ordinals = {
            year: frozenset(each.ordinal for each in all_of if each.ordinal is not None)
            for year, all_of in by_year.items()
        }
        not_held = frozenset(year for year, all_of in by_year.items() if all(each.held is False for each in all_of))
        return cls(ordinals, not_held, frozenset(by_year))

    def follows(self, earlier: int, later: int) -> bool:
        """Whether the edition of one year is the next one after that of another."""
        if all(year in self.not_held for year in range(earlier + 1, later)):
            return earlier < later
        return any(number + 1 in self.ordinals.get(later, ()) for number in self.ordinals.get(earlier, ()))

    def before(self, year: int) -> int:
        """The year of the edition before one: the year before, or the last one back that was not left out."""
        earlier = next(
            (each for each in sorted(self.known, reverse=True) if each < year and self.follows(each, year)), None
        )
        if earlier is not None and earlier not in self.not_held:
            return earlier
        step = year - 1
        while step in self.not_held:
            step -= 1
        return step

    def runs(self, years: Iterable[int]) -> list[Run]:
        """The runs that some years form, in order."""
        found: list[list[int]] = []
        for year in sorted(set(years)):
            if found and self.follows(found[-1][-1], year):
                found[-1].append(year)
            else:
                found.append([year])
        return [Run(tuple(each)) for each in found]

    def gaps(self, years: Iterable[int]) -> tuple[int, ...]:
        """Years between the first and the last that break a run, whether their edition is known or not."""
        runs = self.runs(years)
        return tuple(
            year
            for earlier, later in pairwise(runs)
            for year in range(earlier.years[-1] + 1, later.years[0])
            if year not in self.not_held
        )

    def skipped(self, years: Iterable[int]) -> tuple[int, ...]:
        """Years between the first and the last whose edition was not held."""
        won = set(years)
        return tuple(sorted(year for year in self.not_held if won and min(won) < year < max(won)))
