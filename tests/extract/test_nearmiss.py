"""Candidacies: how far somebody has come, and whose words say nothing of the kind."""

from __future__ import annotations

import pytest

from kg.extract.awards import Award
from kg.extract.mentions import Mention
from kg.extract.nearby import Page
from kg.extract.nearmiss import CandidacyRow, near_misses

PRIZE = "รางวัลดินสอทอง"
BODY = "กรมทดสอบ"


def read(text: str) -> list[CandidacyRow]:
    bodies = [BODY, "Test Department"]
    mentions = [
        Mention(at, at + len(body), "body", body, "kindDepartment", ("agency/x",), surface=body)
        for body in bodies
        if (at := text.find(body)) >= 0
    ]
    awards = [
        Award(at, at + len(PRIZE), "scheme/pencil", PRIZE) for at in range(len(text)) if text.startswith(PRIZE, at)
    ]
    return near_misses(Page(text, mentions, awards), None, 2022)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{BODY}ได้รับการเสนอชื่อเข้าชิง{PRIZE}", "statusNominated"),
        (f"{BODY}เข้ารับการตรวจประเมิน{PRIZE} ประจำปี 2565", "statusAssessed"),
        (f"ตรวจประเมิน{PRIZE}ของ{BODY}", "statusAssessed"),
        (f"{BODY}ผ่านเข้ารอบสุดท้ายของ{PRIZE}", "statusShortlisted"),
        (f"{BODY}ผ่านการคัดเลือกรอบแรกของ{PRIZE}", "statusStagePassed"),
        (f"{BODY}จะได้เข้ารับ{PRIZE}ในเดือนหน้า", "statusPromised"),
        (f"Test Department was shortlisted for the {PRIZE}", "statusShortlisted"),
    ],
)
def test_statuses(text: str, status: str) -> None:
    (row,) = [row for row in read(text) if row.confidence >= 0.7]
    assert (row.status, row.scheme, row.year) == (status, PRIZE, 2022)
    assert row.recipient is not None


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}ได้รับ{PRIZE}",
        f"{BODY} ขอเชิญหน่วยงานสมัครเข้ารับ{PRIZE}",
        f"{BODY}เป็นผู้ตรวจประเมิน{PRIZE}",
        f"{BODY} แจ้งว่าผู้ที่ผ่านเข้ารอบจะแข่งขัน{PRIZE}",
        f"{BODY}คว้า{PRIZE}จากผลงาน “เครื่องตรวจประเมินเท้า”",
        f"{BODY}ผ่านเข้ารอบการแข่งขัน",
        f"หน่วยงานที่ได้คะแนนสูงสุดจะได้เข้ารับ{PRIZE} จาก{BODY}",
    ],
)
def test_no_candidacy(text: str) -> None:
    assert [row for row in read(text) if row.confidence >= 0.7] == []


def test_a_class_of_candidates_stays_open() -> None:
    (row,) = read(f"หน่วยงานที่ชนะจะได้เข้ารับ{PRIZE}")
    assert row.recipient is None
    assert row.confidence < 0.7


def test_spans_point_at_the_words() -> None:
    text = f"{BODY}ผ่านเข้ารอบสุดท้ายของ{PRIZE}"
    (row,) = read(text)
    assert text[row.start : row.end].startswith("ผ่านเข้ารอบ")
