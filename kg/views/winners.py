"""Who wins again: of each winner, how many awards, editions and schemes, the first and the last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from kg.model.answer import Column, Kind, Note, Row
from kg.views.awards import Award, Awards
from kg.views.choice import MINISTRY, WITH, Choice
from kg.views.columns import column
from kg.views.completeness import note as completeness_note
from kg.views.result import Result
from kg.views.selection import counts_recipients, reason, select, winners

LEAST_AWARDS: Final = 2

_Key = tuple[str, str | int | None]
"""A winner, and what its awards are counted apart by."""


def columns(by: str = "all") -> tuple[Column, ...]:
    """The columns of the view; ``by`` adds the one that awards are counted apart by."""
    apart = () if by == "all" else (column(by, Kind.YEAR if by == "year" else Kind.REF),)
    return (
        column("recipient", Kind.REF),
        *apart,
        column("awards", Kind.INTEGER),
        column("editions", Kind.INTEGER),
        column("works", Kind.INTEGER),
        column("first", Kind.YEAR),
        column("last", Kind.YEAR),
        column("schemes", Kind.REFS),
    )


def repeat_winners(awards: Awards, choice: Choice) -> Result:
    """A row for each winner (and each scheme, category, level or year, with ``by``) of at least two awards.

    *awards* is the number of distinct conferments that have the winner among their recipients; an award that several
    winners share counts once for each of them, and one that ten documents report or that was handed over at two
    ceremonies counts once. *editions*, *works* and *schemes* are the distinct ones of those conferments; *first* and
    *last* are the least and greatest year (CE) of the editions. Near-misses never count. By category an award counts
    for its category and for each that this lies under, by their names of now. ``of``, ``units``: see
    ``kg.views.selection.winners``.
    """
    selected = select(awards, choice)
    counted, dated = _count(awards, choice, selected)
    least = choice.least(LEAST_AWARDS)
    rows = [_row(awards, *key, given, choice.by) for key, given in counted.items() if len(given) >= least]
    place = 2 if choice.by != "all" else 1
    rows.sort(key=lambda row: (-row.cells[place], -row.cells[place + 1], str(row.cells[0]), str(row.cells[1])))  # type: ignore[operator]
    total = sum(map(len, counted.values()))
    notes = (
        reason(awards, choice, selected, len(rows)),
        completeness_note(awards, selected),
        _dating(total, dated) if choice.of == MINISTRY and choice.units == WITH and total else None,
    )
    return Result(columns(choice.by), tuple(rows), tuple(filter(None, notes)))


def _count(awards: Awards, choice: Choice, selected: Iterable[Award]) -> tuple[dict[_Key, list[Award]], int]:
    """The awards of each winner, and for how many the parent is that of the year; what else is counted follows later.

    This goes over every award of the graph, so it does nothing that can be done once for each winner.
    """
    own: defaultdict[str, list[Award]] = defaultdict(list)
    counted: dict[_Key, list[Award]] = {}
    if choice.by == "all" and counts_recipients(choice):
        for award in selected:
            for ref in award.recipients:
                own[ref].append(award)
        return {(ref, None): given for ref, given in own.items()}, 0
    winners_of, groups_of = winners(awards, choice), _grouping(awards, choice.by)
    dated = 0
    for award in selected:
        for apart in groups_of(award):
            for winner in winners_of(award):
                key = (winner.ref, apart)
                found = counted.get(key)
                if found is None:
                    counted[key] = [award]
                else:
                    found.append(award)
                dated += winner.dated
    return counted, dated


def _grouping(awards: Awards, by: str) -> Callable[[Award], Iterable[str | int | None]]:
    """What an award is counted apart by; one without a category or level counts under none."""
    if by == "scheme":
        return lambda award: set(awards.schemes(award))
    if by == "year":
        return lambda award: set(awards.years(award))
    if by == "level":
        return lambda award: award.levels or (None,)
    if by == "category":
        return lambda award: awards.categories.all_above(award.categories) or (None,)
    return lambda award: (None,)


def _row(awards: Awards, winner: str, apart: str | int | None, given: list[Award], by: str) -> Row:
    refs = {ref for award in given for ref in award.editions}
    editions = [awards.editions[ref] for ref in refs if ref in awards.editions]
    years = [edition.year for edition in editions]
    return Row(
        (
            winner,
            *(() if by == "all" else (apart,)),
            len(given),
            len(refs),
            len({work for award in given for work in award.works}),
            min(years, default=None),
            max(years, default=None),
            tuple(sorted({edition.scheme for edition in editions})),
        ),
        tuple([award.ref for award in given]),
    )


def _dating(total: int, dated: int) -> Note:
    """For how many awards the ministry is that of the award's year, where ministries are counted with their units."""
    return Note(
        "parents",
        {
            "th": f"นับตามสังกัดในปีที่ได้รับรางวัล {dated:,} จาก {total:,} รางวัล ที่เหลือนับตามสังกัดปัจจุบันเพราะไม่ทราบสังกัดในปีนั้น",
            "en": f"{dated:,} of {total:,} awards are counted by the parent as of their year, the rest by the parent of"
            " today, that of the year not being known",
        },
        {"dated": dated, "awards": total},
    )
