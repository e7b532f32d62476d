"""Names of awards that no registry lists."""

from __future__ import annotations

import pytest

from kg.extract.naming import short_for
from kg.extract.unlisted import find_unlisted


def names(text: str) -> list[str]:
    return [naming.name for naming in find_unlisted(text, [], [])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("มอบรางวัลนักเดินเรือดีเด่นแห่งลุ่มน้ำ ประจำปี 2565", ["รางวัลนักเดินเรือดีเด่นแห่งลุ่มน้ำ"]),
        ("มอบรางวัลส่งเสริมคนพาย คนขาย คนแจว ประจำปี 2565", ["รางวัลส่งเสริมคนพาย คนขาย คนแจว"]),
        ("รับรางวัล “เรือทอง” จากสมาคม", ["รางวัลเรือทอง"]),
        ("รับรางวัลการท่องเที่ยวทางน้ำระดับภูมิภาค", ["รางวัลการท่องเที่ยวทางน้ำ"]),
        ("ได้รับรางวัล River Safety Awards 2022 ประเภท", ["River Safety Awards"]),
        ("winner of the River Safety Award 2022 in Rome", ["River Safety Award"]),
        ("รับมอบเข็มเชิดชูเกียรติ “คนเรือสดุดี”", ["เข็มเชิดชูเกียรติ “คนเรือสดุดี”"]),
        ("รางวัลองค์กรที่มีการเดินเรือปลอดภัย จากสมาคม", ["รางวัลองค์กรที่มีการเดินเรือปลอดภัย"]),
        ("รางวัลสุดยอดผลงาน Young Boat ปี 68", ["รางวัลสุดยอดผลงาน Young Boat"]),
        ("รางวัลบริหารเรือสู่ความเป็นเลิศ จากสมาคม", ["รางวัลบริหารเรือสู่ความเป็นเลิศ"]),
        ("รางวัลผู้ว่าราชการเมืองน้ำดีเด่น", ["รางวัลผู้ว่าราชการเมืองน้ำดีเด่น"]),
        ("คว้ารางวัลชนะเลิศการประกวดเรือประดับไฟกลางน้ำ", ["การประกวดเรือประดับไฟกลางน้ำ"]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "รางวัลที่ได้รับในวันนี้", "รางวัลนี้เป็นกำลังใจ", "เงินรางวัลหนึ่งล้านบาท",
        "ออกรางวัลสลากงวดใหม่", "ลุ้นรางวัลใหญ่มากมาย", "ถูกรางวัลเลขท้าย",
        "รางวัลจะมีทั้งหมด", "รางวัลชนะเลิศ ได้แก่", "รางวัลหน่วยงาน จำนวนมาก",
        "รางวัลและเกียรติบัตร", "Grand Prize 60 ล้าน", "ในงาน River Award Ceremony",
        "รางวัลหลายรายการ", "ของรางวัลปลอบใจ",
    ],
)  # fmt: skip
def test_what_names_no_award(text: str) -> None:
    assert names(text) == []


def test_a_name_in_brackets_is_another_name() -> None:
    [thai, latin] = find_unlisted("รางวัลเรือปลอดภัยดีเด่น ประจำปี 2568 (Safe Boat Awards 2025)", [], [])
    assert (thai.alias, latin.name) == ("Safe Boat Awards", "Safe Boat Awards")


def test_a_kind_of_winner_behind_the_name_is_its_type() -> None:
    [naming] = find_unlisted("โล่รางวัลแม่น้ำใสสะอาดสถานประกอบการที่ผ่านเกณฑ์ ปี 2566", [], [])
    assert (naming.name, naming.category) == ("รางวัลแม่น้ำใสสะอาด", "สถานประกอบการที่ผ่านเกณฑ์")


def test_a_special_award_is_told_apart() -> None:
    [naming] = find_unlisted("คว้ารางวัลพิเศษ สานใจ สู้ภัยน้ำ และ", [], [])
    assert naming.special
    assert naming.name == "รางวัลพิเศษ สานใจ สู้ภัยน้ำ"


def test_other_names_are_not_cut() -> None:
    text = "รางวัล River Trust Award"
    assert not list(find_unlisted(text, [(7, 24)], []))
    assert [naming.name for naming in find_unlisted(text, [], [(7, 12)])] == ["River Trust Award"]


def test_short_forms() -> None:
    assert short_for("รางวัลแม่น้ำใสฯ", "รางวัลแม่น้ำใสสะอาด")
    assert not short_for("รางวัลแม่", "รางวัลแม่น้ำใสสะอาด")
    assert not short_for("รางวัลแม่น้ำใส", "รางวัลแม่น้ำใส")
