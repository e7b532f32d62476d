"""What waits for a curator: claims that were not accepted, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg.model.record import Record, SourceInfo
from kg.model.resolution import Candidate

REASONS: Final[Mapping[str, Mapping[str, str]]] = {
    "low-confidence": {"en": "reading is not sure enough of it", "th": "ระบบอ่านได้ไม่มั่นใจพอ"},
    "open-binding": {"en": "several bodies may be meant", "th": "อาจหมายถึงหลายหน่วยงาน"},
    "no-year": {"en": "the year of the award is not known", "th": "ไม่ทราบปีของรางวัล"},
    "no-recipient": {"en": "who is meant is not known", "th": "ไม่ทราบว่าหมายถึงใคร"},
    "no-scheme": {"en": "the award programme is not known", "th": "ไม่ทราบโครงการรางวัล"},
    "no-edition": {"en": "the edition that it belongs to is not known", "th": "ไม่ทราบว่าเป็นของรางวัลประจำปีใด"},
    "not-anchored": {"en": "what exactly is counted is not known", "th": "ไม่ทราบแน่ว่านับอะไร"},
    "name-too-long": {"en": "the name runs on and is probably cut wrongly", "th": "ชื่อยาวเกินไป อาจตัดคำผิด"},
    "new-scheme": {"en": "the registry does not have the award programme", "th": "ไม่มีโครงการรางวัลนี้ในทะเบียน"},
    "giver": {"en": "the winner is the one who gives the award", "th": "ผู้รับเป็นหน่วยงานผู้มอบรางวัลเอง"},
    "weak-rule": {"en": "the rule that found it is often wrong", "th": "กฎที่ใช้อ่านผิดพลาดบ่อย"},
    "far-apart": {"en": "winner and award stand far apart", "th": "ชื่อผู้รับและรางวัลอยู่ห่างกันมาก"},
    "old-year": {"en": "the year lies far before the announcement", "th": "ปีของรางวัลเก่ากว่าวันที่ประกาศมาก"},
    "other-award": {"en": "another award is named in between", "th": "มีชื่อรางวัลอื่นคั่นอยู่"},
    "two-years": {"en": "several years are named together", "th": "ระบุหลายปีรวมกัน"},
    "odd-name": {"en": "the winner's name is probably cut wrongly", "th": "ชื่อผู้รับอาจตัดคำผิด"},
    "invalid": {"en": "it breaks a rule of the graph", "th": "ไม่ผ่านการตรวจสอบ"},
    "reviewed-record": {"en": "a reviewed record stands and says otherwise", "th": "มีบันทึกที่ตรวจทานแล้วและระบุต่างออกไป"},
}  # fmt: skip
"""Why something waits, in words; the keys stand in the files."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A claim that waits: its kind (conferment, candidacy …), what was read, why it waits, and whom it may mean."""

    kind: str
    claim: Mapping[str, Any]
    reasons: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What came of one document: the record of what is accepted, and what waits."""

    source: SourceInfo
    record: Record | None
    queued: tuple[Queued, ...] = field(default=())
