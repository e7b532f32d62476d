"""Streak claims: how often, whose, until when; and what is no streak of a winner."""

from __future__ import annotations

import pytest

from kg.extract.awards import Award
from kg.extract.mentions import Mention
from kg.extract.nearby import Page
from kg.extract.streaks import StreakRow, streaks

PRIZE = "รางวัลดินสอทอง"
BODY = "กรมทดสอบ"


def read(text: str, *bodies: str, topic: Mention | None = None, year: int | None = 2022) -> list[StreakRow]:
    mentions = [
        Mention(at, at + len(body), "body", body, "kindDepartment", (f"agency/{body}",), surface=body)
        for body in (bodies or (BODY,))
        if (at := text.find(body)) >= 0
    ]
    mentions.sort(key=lambda mention: mention.start)
    awards = [
        Award(at, at + len(PRIZE), "scheme/pencil", PRIZE) for at in range(len(text)) if text.startswith(PRIZE, at)
    ]
    return streaks(Page(text, mentions, awards), topic, year)


@pytest.mark.parametrize(
    ("claim", "years"),
    [
        ("2 ปีซ้อน", 2), ("3 ปีติด", 3), ("3 ปีติดต่อกัน", 3), ("3 ปี ติดต่อกัน", 3), ("สามปีซ้อน", 3), ("ต่อเนื่อง 4 ปีซ้อน", 4),
        ("เป็นปีที่ 3 ติดต่อกัน", 3), ("ติดต่อกันเป็นปีที่ 6", 6), ("ต่อเนื่องเป็นปีที่ 4", 4), ("เป็นปีที่ 2 ต่อเนื่องกัน", 2),
        ("ต่อเนื่อง 20 ปี", 20), ("อย่างต่อเนื่องเป็นปีที่ 5", 5), ("เป็นปีที่สองติดต่อกัน", 2), ("เป็นปีที่ 3", 3),
    ],
)  # fmt: skip
def test_forms(claim: str, years: int) -> None:
    (row,) = read(f"{BODY}ได้รับ{PRIZE} {claim}\nข้อความ")
    assert (row.years, row.until, row.scheme, row.recipient and row.recipient.name) == (years, 2022, PRIZE, BODY)
    assert row.confidence >= 0.7


def test_champion_of_so_many_terms() -> None:
    (row,) = read(f"{BODY}ครองแชมป์{PRIZE} 5 สมัย")
    assert row.years == 5


@pytest.mark.parametrize(
    ("claim", "years"), [("three consecutive years", 3), ("2 years in a row", 2), ("the fifth consecutive year", 5)]
)
def test_english(claim: str, years: int) -> None:
    (row,) = read(f"Test Department won the {PRIZE} award for {claim}.", "Test Department")
    assert (row.years, row.recipient and row.recipient.name) == (years, "Test Department")


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}จัดงานมอบ{PRIZE} ต่อเนื่องเป็นปีที่ 15",
        f"{BODY}จัดการประกวด{PRIZE}ขึ้นเป็นปีที่ 3",
        f"{PRIZE} ปีนี้จัดขึ้นเป็นปีที่ 7 ติดต่อกัน โดย{BODY}",
        f"มอบรางวัลเชิดชูเกียรติ 10 ปี ให้แก่{BODY}",
        f"{PRIZE} เกียรติยศ 15 ปีติดต่อกัน จำนวน 44 รางวัล",
        f"{BODY}ก่อตั้งมาเป็นปีที่ 20 และได้รับ{PRIZE}",
        f"{BODY}ได้เสนอขอรับรางวัลเป็นปีที่ 5 ติดต่อกัน",
    ],
)
def test_no_streak_of_a_winner(text: str) -> None:
    assert [row for row in read(text) if row.confidence >= 0.7] == []


def test_a_range_behind_the_claim_says_the_last_year() -> None:
    (row,) = read(f"{BODY}ได้รับ{PRIZE} 2 ปีซ้อน (ปี 2563 และปี 2564)", year=2023)
    assert row.until == 2021


def test_the_topic_wins_where_the_line_names_nobody() -> None:
    topic = Mention(0, 5, "body", "กรมหัวข้อ", "kindDepartment", ("agency/x",))
    (row,) = read(f"ข่าว\nคว้า{PRIZE} 3 ปีซ้อน", topic=topic)
    assert row.recipient == topic


def test_the_awarder_is_passed_over() -> None:
    (row,) = read(f"{BODY}ได้รับ{PRIZE}จากสำนักงานผู้ให้ ต่อเนื่อง 3 ปีซ้อน", BODY, "สำนักงานผู้ให้")
    assert row.recipient
    assert row.recipient.name == BODY


def test_a_claim_made_twice_is_one() -> None:
    assert len(read(f"{BODY}คว้า{PRIZE} 3 ปีซ้อน\nโดยได้รับ{PRIZE} ต่อเนื่องเป็นปีที่ 3")) == 1


def test_spans_point_at_the_claim() -> None:
    text = f"{BODY}คว้า{PRIZE} 3 ปีซ้อน"
    (row,) = read(text)
    assert text[row.start : row.end] == "3 ปีซ้อน"
