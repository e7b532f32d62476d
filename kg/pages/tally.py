"""What the awards that concern a thing come to: by year, level and scheme, with whom, in a row, what is missing.

Computed from the awards in memory by the functions that answer the views, as references and numbers; ``profile`` puts
them into words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final

from kg.pages.holdings import Holdings
from kg.views.awards import Award
from kg.views.choice import Choice
from kg.views.completeness import completeness
from kg.views.streaks import streaks

MOST: Final = 12  # rows of a breakdown; the rest is named as a number
_WHOSE: Final = frozenset({"agency", "unit", "recipient", "person"})
_FEWEST: Final = 2  # with fewer awards the list itself says it all


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How many awards each of some things has, most first; ``others`` have ``rest`` together, joint ones each."""

    key: str
    rows: tuple[tuple[str, int], ...]
    others: int = 0
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Years won in a row in a scheme, or in a category of it."""

    scheme: str
    category: str
    length: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Share:
    """What was found of one category of an edition (or of all: ``category`` empty) against what was declared."""

    category: str
    levels: Mapping[str, int]
    found: int
    declared: int | None
    exact: bool
    missing: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a page, in references."""

    total: int
    years: tuple[tuple[int, int], ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    runs: tuple[Run, ...] = ()
    levels: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()

    def references(self) -> set[str]:
        """Everything that has to be named."""
        named = {reference for each in self.breakdowns for reference, _ in each.rows}
        named |= {reference for run in self.runs for reference in (run.scheme, run.category)}
        return (named | set(self.levels) | {share.category for share in self.shares}) - {""}


def tally(holdings: Holdings, reference: str, given: list[Award]) -> Tally:
    """The figures for a thing, over the awards that concern it."""
    kind = reference.partition("/")[0]
    if kind == "edition":
        levels, shares = _shares(holdings, reference, given)
        return Tally(len(given), breakdowns=_most(holdings, given, ("winners",)), levels=levels, shares=shares)
    if len(given) < _FEWEST:
        return Tally(len(given))
    years = Counter(year for award in given for year in holdings.awards.years(award))
    keys: tuple[str, ...] = ("winners", "tally_levels")
    if kind in _WHOSE:
        keys = ("tally_schemes", "tally_levels", "partners")
    return Tally(
        len(given),
        years=tuple(sorted(years.items())),
        breakdowns=_most(holdings, given, keys, beside={reference, *holdings.units(reference)}),
        runs=_runs(holdings, reference, given) if kind in _WHOSE else (),
    )


def _most(
    holdings: Holdings, given: list[Award], keys: Iterable[str], beside: Iterable[str] = ()
) -> tuple[Breakdown, ...]:
    left_out = set(beside)
    columns: Mapping[str, Callable[[Award], Iterable[str]]] = {
        "tally_schemes": holdings.awards.schemes,
        "tally_levels": attrgetter("levels"),
        "partners": attrgetter("recipients"),
        "winners": attrgetter("recipients"),
    }
    found = []
    for key in keys:
        counts = Counter(each for award in given for each in set(columns[key](award)) - left_out)
        if key == "winners":
            # Who won once stands in the list of awards: a table of ones says nothing.
            counts = Counter({each: count for each, count in counts.items() if count > 1})
        if len(counts) > 1:
            ranked = sorted(counts.items(), key=lambda item: (-item[1], holdings.rank(item[0]), item[0]))
            rest = ranked[MOST:]
            found.append(Breakdown(key, tuple(ranked[:MOST]), len(rest), sum(count for _, count in rest)))
    return tuple(found)


def _runs(holdings: Holdings, reference: str, given: list[Award]) -> tuple[Run, ...]:
    """The longest runs of the thing itself, its units' awards counted as its own; a category within its scheme once."""
    # More awards that are alike in year, scheme and category make no longer run.
    alike = {(each.editions, each.categories): replace(each, recipients=(reference,)) for each in given}
    found: dict[tuple[str, int, int, int], Run] = {}
    for row in streaks(holdings.only(alike.values()), Choice()).rows:
        scheme, category, length, first, last = row.cells[1:6]
        if not (isinstance(length, int) and isinstance(first, int) and isinstance(last, int)):
            continue
        run = Run(str(scheme), str(category or ""), length, first, last)
        # The scheme as a whole comes first; a category says more only where its run is another one.
        key = (run.scheme, length, first, last)
        if key not in found or not run.category:
            found[key] = run
    return tuple(sorted(found.values(), key=lambda run: (-run.length, -run.last, run.scheme, run.category))[:MOST])


def _shares(holdings: Holdings, edition: str, given: list[Award]) -> tuple[tuple[str, ...], tuple[Share, ...]]:
    """What was found of each category and of all, and what was declared of it by the rules of the view."""
    awards = holdings.awards
    counts, by_level = _found(holdings, given)
    declared = tuple(each for each in awards.declared if each.edition == edition)
    totals = {
        str(row.cells[1] or ""): (row.cells[3], row.cells[4] is not False)
        for row in completeness(replace(holdings.only(()), declared=declared), Choice(), lambda _: set()).rows
    }
    levels = sorted({level for each in by_level.values() for level in each}, key=lambda ref: (holdings.rank(ref), ref))
    return tuple(levels), tuple(
        _share(category, by_level.get(category, Counter()), counts[category], *totals.get(category, (None, True)))
        for category in sorted({*counts, *totals})
    )


def _share(category: str, levels: Mapping[str, int], found: int, declared: object, exact: bool) -> Share:
    number = declared if isinstance(declared, int) else None
    return Share(category, levels, found, number, exact, None if number is None else max(number - found, 0))


def _found(holdings: Holdings, given: Iterable[Award]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Awards by category, those above it and all (empty), and the same by level.

    Of thousands of awards many are alike in both, so these are counted first.
    """
    alike = Counter((award.categories, award.levels) for award in given)
    found: Counter[str] = Counter()
    by_level: dict[str, Counter[str]] = {}
    for (categories, levels), count in alike.items():
        for category in ("", *holdings.awards.categories.all_above(categories)):
            found[category] += count
            for level in levels:
                by_level.setdefault(category, Counter())[level] += count
    return found, by_level
