"""Contradictions as a table: facts on which documents differ, each value with the places that say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.answer import Column, Kind, Row
from kg.views.awards import Awards
from kg.views.choice import Choice
from kg.views.columns import column
from kg.views.result import Result
from kg.views.selection import editions_of, note_empty


@dataclass(frozen=True, slots=True)
class Differing:
    """One value that one document gives for a property of a thing on which documents differ."""

    contradiction: str
    about: str
    property: str
    counted: str
    value: str
    evidence: str
    source: str
    start: int
    end: int


def columns() -> tuple[Column, ...]:
    """The columns of the view: one row a value and document, rows of one contradiction together."""
    return (
        Column("contradiction", Kind.REF, {"th": "ข้อขัดแย้ง", "en": "contradiction"}),
        Column("about", Kind.REF, {"th": "เกี่ยวกับ", "en": "about"}),
        Column("property", Kind.REF, {"th": "คุณสมบัติ", "en": "property"}),
        Column("counted", Kind.REF, {"th": "นับสิ่งใด", "en": "what is counted"}),
        Column("value", Kind.REF, {"th": "ค่าที่ระบุ", "en": "value"}),
        column("source", Kind.REF),
        Column("start", Kind.INTEGER, {"th": "ตั้งแต่อักขระที่", "en": "from character"}),
        Column("end", Kind.INTEGER, {"th": "ถึงอักขระที่", "en": "to character"}),
        Column("evidence", Kind.REF, {"th": "หลักฐาน", "en": "evidence"}),
    )


def contradictions(awards: Awards, choice: Choice, differing: Iterable[Differing]) -> Result:
    """A row for each value of a property on which documents differ, and each place that says it.

    Which facts contradict is decided at build, in the derived graph (``aw:Contradiction``). Places are code points of
    the document's text, the end exclusive. Years and schemes choose contradictions about awards and editions.
    """
    wanted = _wanted(awards, choice)
    rows = [
        Row(
            (each.contradiction, each.about, each.property, each.counted or None, each.value, each.source, each.start,
             each.end, each.evidence),
            (each.about,),
        )
        for each in sorted(differing, key=_order)
        if wanted is None or each.about in wanted
    ]  # fmt: skip
    none = note_empty("ไม่พบข้อมูลที่ขัดแย้งกันตามเงื่อนไข", "no documents differ on anything that fits")
    return Result(columns(), tuple(rows), () if rows else (none,))


def _order(each: Differing) -> tuple[str, str, str, str, int]:
    return each.about, each.property, each.contradiction, each.value, each.start


def _wanted(awards: Awards, choice: Choice) -> set[str] | None:
    if not choice.filtered:
        return None
    editions = editions_of(awards, choice)
    return editions | {award.ref for award in awards.given if not editions.isdisjoint(award.editions)}
