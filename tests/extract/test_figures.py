"""Declared totals: which numbers are totals, of what, and which are none."""

from __future__ import annotations

import pytest

from kg.extract.announcement import THRESHOLD
from kg.extract.figures import CountRow, counts
from kg.extract.nearby import Page
from kg.extract.normal import Text

SURE = THRESHOLD


def found(text: str) -> list[CountRow]:
    return [row for row in counts(Page(Text.of(text).norm, [], [])) if row.confidence >= SURE]


def numbers(text: str) -> list[int]:
    return [row.n for row in found(text)]


@pytest.mark.parametrize(
    ("text", "n", "counted"),
    [
        ("กรมทดสอบคว้า 13 รางวัลใหญ่ประจำปี", 13, "countConferments"),
        ("กรมทดสอบได้รับรางวัลดินสอทอง จำนวน ๓๓ รางวัล ได้แก่", 33, "countConferments"),
        ("นักเรียนไทยคว้า 2 เหรียญทองในการแข่งขันเคมี", 2, "countConferments"),
        ("กรมทดสอบเป็น 1 ใน 10 หน่วยงานที่ได้รับรางวัลดินสอทอง", 10, "countRecipients"),
        ("กรมทดสอบเป็นหน่วยงานเดียวที่ได้รับรางวัลดินสอทอง", 1, "countRecipients"),
        ("มอบโล่รางวัลดินสอทองให้แก่โรงเรียน 14 แห่ง", 14, "countRecipients"),
        ("ปีนี้มอบรางวัลระดับดีเด่น 51 ผลงาน ได้แก่", 51, "countWorks"),
        ("กำนันที่จะเข้ารับรางวัลดินสอทอง จำนวน 264 ราย", 264, "countRecipients"),
        ("พิธีมอบรางวัลดินสอทองแก่ผู้ชนะ รวมทั้งสิ้นสองรางวัล", 2, "countConferments"),
        ("The department won four national awards this year", 4, "countConferments"),
        ("The minister presented the Pencil Awards to three teams of students", 3, "countRecipients"),
    ],
)
def test_totals(text: str, n: int, counted: str) -> None:
    assert [(row.n, row.counted) for row in found(text)] == [(n, counted)]


@pytest.mark.parametrize(
    "text",
    [
        "รางวัลที่ 1 ทองคำหนัก 5 บาท จำนวน 3 รางวัล ร่วมลุ้นได้ทุกงวด",
        "เปิดรับสมัครผลงานเข้าประกวด รางวัลรองชนะเลิศ รางวัลละ 5,000 บาท จำนวน 2 รางวัล",
        "ได้รับรางวัลรองชนะเลิศอันดับ 2 ผลงานเรื่องน้ำ",
        "ห้องประชุมชั้น 5 อาคาร 2 ถนนสายที่ 3",
        "รับรางวัลดินสอทอง ประจำปี 2565 จังหวัดแห่งหนึ่ง",
        "นักกีฬาไทยคว้า 3 เหรียญทอง ในซีเกมส์",
        "พิธีมอบรางวัลมีผู้เข้าร่วมงาน 500 คน",
        "เกษตรกรอายุไม่เกิน 60 คน",
    ],
)
def test_no_totals(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("กว่า ", "qualifierMoreThan"),
        ("ประมาณ ", "qualifierAbout"),
        ("เกือบ ", "qualifierAbout"),
        ("", "qualifierExactly"),
    ],
)
def test_qualifier(words: str, qualifier: str) -> None:
    assert [row.qualifier for row in found(f"กรมทดสอบได้รับรางวัลทั้งสิ้น{words}40 รางวัล")] == [qualifier]


def test_a_run_of_totals_is_told_by_its_first() -> None:
    assert numbers("ได้รับรางวัลดินสอทอง จำนวน 4 กรม 19 จังหวัด และ 2 บริษัท") == [4, 19, 2]


def test_parts_of_a_total_are_totals_too() -> None:
    assert numbers("มอบรางวัลดินสอทอง รวม 14 รางวัล ดังนี้ 1. บุคคล จำนวน 8 คน 2. หน่วยงาน จำนวน 6 หน่วยงาน") == [14, 8, 6]


def test_parts_of_those_who_entered_are_no_totals() -> None:
    said = "ชิงรางวัลดินสอทอง มีผู้สมัคร จำนวน 273 ราย แบ่งเป็นรางวัลดีเด่น จำนวน 171 ราย และรางวัลชมเชย จำนวน 102 ราย"
    assert numbers(said) == []


_PROMISED = "มีรางวัลดินสอทอง จำนวน 27 รางวัล จะได้รับโล่"


def test_prizes_that_will_be_given_and_ranges_are_no_totals() -> None:
    given = "ได้รับรางวัลดินสอทอง จำนวน 27 รางวัล ได้แก่"
    sure = {text: counts(Page(text, [], []))[0].confidence for text in (given, _PROMISED)}
    assert sure[_PROMISED] < sure[given]
    assert numbers("ชั้นประถมศึกษาปีที่ 4 - 6 รางวัลชนะเลิศ ได้แก่ โรงเรียนหนึ่ง") == []


def test_who_was_surveyed_is_a_total_but_not_of_awards() -> None:
    from kg.extract.awards import Award

    text = "สำรวจหน่วยงานทั่วประเทศ จำนวนทั้งสิ้น 1,926 หน่วยงาน เพื่อมอบรางวัลดินสอทอง"
    rows = counts(Page(text, [], [Award(text.index("รางวัล"), len(text), scheme_name="รางวัลดินสอทอง")]))
    assert [(row.n, row.counted, row.about_awards) for row in rows] == [(1926, "countSurveyed", False)]
    assert rows[0].award is not None


def test_spans_point_at_the_words() -> None:
    text = "ข่าว\nกรมทดสอบคว้า 13 รางวัลใหญ่ ประจำปี"
    (row,) = found(text)
    assert text[slice(*row.number_span)] == "13"
    assert text[slice(*row.what_span)] == row.what == "รางวัลใหญ่"
    assert text[row.start : row.end] == "13 รางวัลใหญ่"


def test_a_headline_repeated_counts_once() -> None:
    assert numbers("กรมทดสอบคว้า 13 รางวัล\nกรมทดสอบคว้า 13 รางวัล") == [13]


def test_nothing_in_an_empty_text() -> None:
    assert counts(Page("", [], [])) == []
