"""Small aggregates: near-misses, the awards of each year, the awards of each province."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model.answer import Column, Kind, Note, Row
from kg.views.awards import Award, Awards
from kg.views.choice import Choice
from kg.views.columns import column
from kg.views.completeness import note as completeness_note
from kg.views.result import Result
from kg.views.selection import note_empty, reason, select, winners

LEAST = 1


def nearmiss_columns() -> tuple[Column, ...]:
    """The columns of the near-misses."""
    return (
        column("recipient", Kind.REF),
        column("edition", Kind.REF),
        column("category", Kind.REF),
        column("year", Kind.YEAR),
        Column("status", Kind.REFS, {"th": "สถานะ", "en": "status"}),
        Column("won", Kind.BOOLEAN, {"th": "ได้รับรางวัลในปีนั้น", "en": "won in that edition"}),
    )


def near_misses(awards: Awards, choice: Choice) -> Result:
    """A row for each candidate of an edition with how far it came, and whether it was given an award of that edition.

    Candidates were nominated, assessed, shortlisted or promised an award; none of them counts as a winner anywhere.
    *won* is whether a conferment of the same edition has the same recipient, in whatever category.
    """
    won = {(edition, ref) for award in awards.given for edition in award.editions for ref in award.recipients}
    selected = select(awards, choice, awards.missed)
    recipients_of = winners(awards, choice)
    rows = [
        Row(
            (
                winner.ref,
                edition,
                award.categories[0] if award.categories else None,
                awards.editions[edition].year if edition in awards.editions else None,
                award.statuses,
                (edition, winner.ref) in won,
            ),
            (award.ref,),
        )
        for award in selected
        for edition in award.editions
        for winner in recipients_of(award)
    ]
    rows.sort(key=lambda row: (-(row.cells[3] or 0), *(str(cell or "") for cell in row.cells[:3])))  # type: ignore[operator]
    none = note_empty("ไม่มีข้อมูลผู้เข้าชิงตามเงื่อนไข", "no near-miss fits, or no document tells of one")
    return Result(nearmiss_columns(), tuple(rows), () if rows else (none,))


def timeline_columns() -> tuple[Column, ...]:
    """The columns of the timeline."""
    return (
        column("year", Kind.YEAR),
        column("scheme", Kind.REF),
        column("awards", Kind.INTEGER),
        Column("recipients", Kind.INTEGER, {"th": "จำนวนผู้ได้รับ", "en": "recipients"}),
        column("works", Kind.INTEGER),
        Column("held", Kind.BOOLEAN, {"th": "มีการจัด", "en": "held"}),
    )


def timeline(awards: Awards, choice: Choice) -> Result:
    """A row for each year and scheme: the distinct conferments, recipients and works of its editions.

    Years of which the registry says that the edition was not held are shown with no awards; years of which it knows an
    edition without any award in the graph are not shown: see completeness.
    """
    selected = select(awards, choice)
    winners_of = winners(awards, choice)
    groups: dict[tuple[int, str], tuple[list[str], set[str], set[str]]] = {}
    for award in selected:
        refs = {winner.ref for winner in winners_of(award)}
        for edition in {awards.editions[each] for each in award.editions if each in awards.editions} if refs else ():
            conferments, recipients, works = groups.setdefault((edition.year, edition.scheme), ([], set(), set()))
            if not conferments or conferments[-1] != award.ref:
                conferments.append(award.ref)
            recipients.update(refs)
            works.update(award.works)
    rows = [
        Row((year, scheme, len(found), len(recipients), len(works), True), tuple(found))
        for (year, scheme), (found, recipients, works) in groups.items()
    ]
    if groups:
        rows += [Row((year, scheme, 0, 0, 0, False)) for year, scheme in _not_held(awards, choice) - set(groups)]
    rows.sort(key=lambda row: (row.cells[0], str(row.cells[1])))
    return Result(timeline_columns(), tuple(rows), _notes(awards, choice, selected, rows))


def _not_held(awards: Awards, choice: Choice) -> set[tuple[int, str]]:
    schemes = {scheme for award in awards.given for scheme in awards.schemes(award)}
    years = [year for award in awards.given for year in awards.years(award)]
    first, last = choice.first or min(years), choice.last or max(years)
    return {
        (edition.year, edition.scheme)
        for edition in awards.editions.values()
        if edition.held is False and edition.scheme in (choice.schemes or schemes) and first <= edition.year <= last
    }


def province_columns() -> tuple[Column, ...]:
    """The columns of the provinces."""
    return (
        Column("place", Kind.REF, {"th": "จังหวัด", "en": "province"}),
        column("awards", Kind.INTEGER),
        Column("recipients", Kind.INTEGER, {"th": "จำนวนผู้ได้รับ", "en": "recipients"}),
        column("first", Kind.YEAR),
        column("last", Kind.YEAR),
    )


def provinces(awards: Awards, choice: Choice) -> Result:
    """A row for each province: the distinct conferments and recipients that lie in it.

    A recipient lies where the registry or a document puts it (``dct:spatial``), a unit without a place of its own
    where its body lies; a smaller place counts for the largest that it lies in. Recipients without a known place,
    those of the whole country among them, are counted in the note.
    """
    selected = select(awards, choice)
    winners_of = winners(awards, choice)
    groups: dict[str, tuple[list[str], set[str], list[int]]] = {}
    nowhere = 0
    for award in selected:
        placed = _placed(awards, [winner.ref for winner in winners_of(award)])
        nowhere += not placed
        for place, refs in placed.items():
            conferments, recipients, years = groups.setdefault(place, ([], set(), []))
            conferments.append(award.ref)
            recipients.update(refs)
            years.extend(awards.years(award))
    least = choice.least(LEAST)
    rows = [
        Row((place, len(found), len(recipients), min(years, default=None), max(years, default=None)), tuple(found))
        for place, (found, recipients, years) in groups.items() if len(found) >= least
    ]  # fmt: skip
    rows.sort(key=lambda row: (-row.cells[1], str(row.cells[0])))  # type: ignore[operator]
    unplaced = Note(
        "unplaced",
        {
            "th": f"{nowhere:,} จาก {len(selected):,} รางวัลไม่ทราบจังหวัดของผู้ได้รับ หรือผู้ได้รับเป็นหน่วยงานส่วนกลาง",
            "en": f"of {nowhere:,} of {len(selected):,} awards no recipient has a known province",
        },
        {"unplaced": nowhere, "awards": len(selected)},
    )
    return Result(province_columns(), tuple(rows), (*_notes(awards, choice, selected, rows), unplaced))


def _placed(awards: Awards, refs: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for ref in refs:
        if place := awards.bodies.place_of(ref):
            found.setdefault(awards.bodies.outermost(place), set()).add(ref)
    return found


def _notes(awards: Awards, choice: Choice, selected: list[Award], rows: list[Row]) -> tuple[Note, ...]:
    notes = (reason(awards, choice, selected, len(rows)), completeness_note(awards, selected))
    return tuple(filter(None, notes))
