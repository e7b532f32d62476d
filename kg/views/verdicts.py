"""Claims put to the test, as a table: what each document claims in sum, what the graph finds, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.model.answer import Column, Kind, Row
from kg.views.awards import Awards
from kg.views.choice import Choice
from kg.views.columns import column
from kg.views.result import Result
from kg.views.selection import note_empty

STREAK: Final = "aw:StreakClaim"
_ORDER: Final = ("aw:contradicted", "aw:undecided", "aw:supported")


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim as the store has it: what is claimed of whom, and the verdict with the awards that it rests on."""

    claim: str
    cls: str
    source: str
    claimed: int
    verdict: str
    recipients: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    counted: str = ""
    until: int | None = None
    found: int | None = None
    missing: tuple[str, ...] = ()
    """Years or a number in digits, and reasons in words."""
    conferments: tuple[str, ...] = ()


def columns() -> tuple[Column, ...]:
    """The columns of the view."""
    return (
        Column("claim", Kind.REF, {"th": "คำกล่าวอ้าง", "en": "claim"}),
        Column("class", Kind.REF, {"th": "ชนิด", "en": "kind of claim"}),
        column("source", Kind.REF),
        Column("of", Kind.REFS, {"th": "ผู้ที่กล่าวถึง", "en": "of whom"}),
        Column("in", Kind.REFS, {"th": "รางวัลที่กล่าวถึง", "en": "in what"}),
        Column("counted", Kind.REF, {"th": "นับสิ่งใด", "en": "what is counted"}),
        Column("claimed", Kind.INTEGER, {"th": "จำนวนที่อ้าง", "en": "claimed"}),
        Column("until", Kind.YEAR, {"th": "ถึงปี", "en": "until"}),
        Column("found", Kind.INTEGER, {"th": "พบในกราฟ", "en": "found"}),
        Column("verdict", Kind.REF, {"th": "ผลการตรวจ", "en": "verdict"}),
        Column("missing_years", Kind.YEARS, {"th": "ปีที่ยังขาดหลักฐาน", "en": "years without evidence"}),
        Column("missing_awards", Kind.INTEGER, {"th": "จำนวนที่ยังขาดหลักฐาน", "en": "so many without evidence"}),
        Column("reason", Kind.TEXT, {"th": "เหตุที่ตรวจไม่ได้", "en": "why it cannot be decided"}),
    )


def claims(awards: Awards, choice: Choice, tested: Iterable[CheckedClaim]) -> Result:
    """A row for each streak claim and declared total, those that do not hold first.

    The verdicts are those that the build reached and wrote to the derived graph (``kg.views.claims`` has the rules).
    *found* is what the graph yields of what is claimed; *missing_years* are the years of a streak without evidence,
    *missing_awards* is how many of a declared total are not found, and *reason* why nothing can be counted. A row rests
    on the conferments that were counted, and on the claim itself, whose evidence is the words that make it.
    """
    rows = [_row(each) for each in tested if _fits(awards, choice, each)]
    rows.sort(key=lambda row: (_rank(str(row.cells[9])), str(row.cells[1]), str(row.cells[0])))
    empty = None if rows else note_empty("ไม่มีคำกล่าวอ้างตามเงื่อนไข", "no claim fits, or no document makes one")
    return Result(columns(), tuple(rows), (empty,) if empty else ())


def _rank(verdict: str) -> int:
    return _ORDER.index(verdict) if verdict in _ORDER else len(_ORDER)


def _fits(awards: Awards, choice: Choice, tested: CheckedClaim) -> bool:
    editions = [awards.editions[each] for each in tested.editions if each in awards.editions]
    years = [edition.year for edition in editions] or ([tested.until] if tested.until else [])
    schemes = {*tested.schemes, *(edition.scheme for edition in editions)}
    if choice.first is not None and not any(year >= choice.first for year in years):
        return False
    if choice.last is not None and not any(year <= choice.last for year in years):
        return False
    return not choice.schemes or not schemes.isdisjoint(choice.schemes)


def _row(tested: CheckedClaim) -> Row:
    streak, numbers = tested.cls == STREAK, [each for each in tested.missing if each.isdigit()]
    return Row(
        (
            tested.claim,
            tested.cls,
            tested.source,
            tested.recipients,
            (*tested.editions, *tested.schemes, *tested.categories),
            tested.counted or None,
            tested.claimed,
            tested.until,
            tested.found,
            tested.verdict,
            tuple(int(each) for each in numbers) if streak else (),
            None if streak or not numbers else int(numbers[0]),
            "; ".join(each for each in tested.missing if not each.isdigit()) or None,
        ),
        (tested.claim, *tested.conferments),
    )
