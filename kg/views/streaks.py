"""Streaks: the longest run of consecutive editions of each winner in each scheme and in each category."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.model.answer import Column, Kind, Row
from kg.views.awards import Award, Awards
from kg.views.choice import Choice
from kg.views.columns import column
from kg.views.completeness import note as completeness_note
from kg.views.result import Result
from kg.views.runs import Calendar
from kg.views.selection import reason, select, winners

LEAST_EDITIONS: Final = 2

_Key = tuple[str, str, str]
"""Winner, scheme, category (empty: the scheme as a whole)."""


def columns() -> tuple[Column, ...]:
    """The columns of the view."""
    return (
        column("recipient", Kind.REF),
        column("scheme", Kind.REF),
        column("category", Kind.REF),
        Column("longest", Kind.INTEGER, {"th": "ติดต่อกันนานที่สุด (ครั้ง)", "en": "longest run"}),
        Column("from", Kind.YEAR, {"th": "ตั้งแต่ปี", "en": "from"}),
        Column("to", Kind.YEAR, {"th": "ถึงปี", "en": "to"}),
        Column("won", Kind.YEARS, {"th": "ปีที่ได้รับ", "en": "years won"}),
        Column("gaps", Kind.YEARS, {"th": "ปีที่ไม่พบหลักฐาน", "en": "years without evidence"}),
        Column("not_held", Kind.YEARS, {"th": "ปีที่ไม่มีการจัด", "en": "years not held"}),
    )


def streaks(awards: Awards, choice: Choice) -> Result:
    """A row for each winner and scheme, and each winner and category, whose longest run has at least two editions.

    A run is a maximal chain of years *y₁ < y₂ < … < yₙ* with an award in each, where each edition follows on the one
    before (``kg.views.runs``): editions that were not held do not break it, and a year without a known edition does.
    Its length is *n*. Of runs of one length the latest counts. An award counts for its category and for each that this
    lies under; a renamed category goes on under its new name (``dct:replaces``), one that was split into several does
    not. *gaps* are the years that part the runs: no evidence of an award is known, which does not prove that there was
    none.
    """
    selected = select(awards, choice)
    won = _won(awards, choice, selected)
    calendars = {scheme: Calendar.of(editions) for scheme, editions in awards.by_scheme.items()}
    least = choice.least(LEAST_EDITIONS)
    rows = [row for key, years in won.items() if (row := _row(key, years, calendars[key[1]])).cells[3] >= least]  # type: ignore[operator]
    rows.sort(key=lambda row: (-row.cells[3], -row.cells[5], *(str(cell or "") for cell in row.cells[:3])))  # type: ignore[operator]
    notes = (reason(awards, choice, selected, len(rows)), completeness_note(awards, selected))
    return Result(columns(), tuple(rows), tuple(filter(None, notes)))


def _won(awards: Awards, choice: Choice, selected: Iterable[Award]) -> dict[_Key, dict[int, list[str]]]:
    """The years of each key with the awards of each."""
    winners_of = winners(awards, choice)
    found: dict[_Key, dict[int, list[str]]] = {}
    for award in selected:
        refs = [winner.ref for winner in winners_of(award)]
        for scheme, year, category in _places(awards, award):
            for ref in refs:
                years = found.setdefault((ref, scheme, category), {})
                years.setdefault(year, []).append(award.ref)
    return found


def _places(awards: Awards, award: Award) -> Iterator[tuple[str, int, str]]:
    categories = {"", *awards.categories.all_above(award.categories)}
    for ref in award.editions:
        if edition := awards.editions.get(ref):
            for category in categories:
                yield edition.scheme, edition.year, category


def _row(key: _Key, years: dict[int, list[str]], calendar: Calendar) -> Row:
    runs = calendar.runs(years)
    longest = max(runs, key=lambda run: (run.length, run.years[-1]))
    winner, scheme, category = key
    return Row(
        (
            winner,
            scheme,
            category or None,
            longest.length,
            longest.years[0],
            longest.years[-1],
            tuple(sorted(years)),
            calendar.gaps(years),
            calendar.skipped(years),
        ),
        tuple(sorted({ref for refs in years.values() for ref in refs})),
    )
