"""Years, levels and types as they are said with the name of an award."""

from __future__ import annotations

import pytest

from kg.extract.details import YEAR, feature_behind, free_type, level, level_before, year_of, years
from kg.text.datespans import year_of as ce


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ประจำปี 2563", [2020]),
        ("ประจำปี พ.ศ. 2563", [2020]),
        ("ประจำปีงบประมาณ 2567", [2024]),
        ("ปี 63", [2020]),
        ("ปีงบประมาณ พ.ศ. 2565", [2022]),
        ("Awards 2021", [2021]),
        ("ครั้งที่ 12 ประจำปี 2566", [2023]),
        ("(ปี 2562 - 2564)", [2019, 2020, 2021]),
        ("ปี 2563 และปี 2565", [2020, 2022]),
        ("ประจำปี 2563  และประจำปี 2564", [2020, 2021]),
    ],
)
def test_years(said: str, found: list[int]) -> None:
    got = years(said, 0, len(said))
    assert got is not None
    assert got[0] == found


@pytest.mark.parametrize("said", ["ตั้งแต่ปี 2540", "วันที่ 7 ธันวาคม 2566", "จำนวน 2,563 ราย", "ปี 2 ติดต่อกัน"])
def test_these_are_no_years_of_an_award(said: str) -> None:
    assert years(said, 0, len(said)) is None


def test_two_digits_are_buddhist() -> None:
    assert ce("63") == ce("2563") == ce("2020") == 2020
    match = YEAR.search("ปี 64")
    assert match is not None
    assert year_of(match) == 2021


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (" ระดับดีเด่น จากกรม", "ระดับดีเด่น"),
        (" ระดับดีประจำปีนี้", "ระดับดี"),
        (" “ระดับดี” จำนวน", "ระดับดี"),
        (" ระดับก้าวหน้า (Advance)", "ระดับก้าวหน้า (Advance)"),
        (" ระดับ Gold", "ระดับ Gold"),
        (" รางวัลชนะเลิศระดับ Diamond", "ชนะเลิศระดับ Diamond"),
        (" รางวัลรองชนะเลิศอันดับ 2 ได้แก่", "รองชนะเลิศอันดับ 2"),
        (" รางวัลชมเชย", "รางวัลชมเชย"),
        (" ยอดเยี่ยม ปี", "ยอดเยี่ยม"),
        (" อันดับที่ 3", "อันดับที่ 3"),
        (" ระดับประเทศปีที่ 4", "ระดับประเทศ"),
        (" Runner-Up Prize", "Runner-Up Prize"),
        (" ประเภทดีเด่น ได้แก่", "ประเภทดีเด่น"),
        ("ดิจิทัลประเภทยอดเยี่ยม ทั้ง", "ยอดเยี่ยม"),
        (" ระดับดีรางวัลเรือ", "ระดับดี"),
    ],
)
def test_levels(said: str, found: str) -> None:
    got = level(said, 0, len(said), 0, [])
    assert got is not None
    assert got.text.replace(" ", "") == found.replace(" ", "")


@pytest.mark.parametrize(
    "said", [" ระดับดีเด่นและระดับดี 17 ผลงาน", " ระดับดีกว่าเดิม", " ของหน่วยงานในระดับจังหวัด", " ผลงานดีเด่นมากมาย"]
)
def test_these_say_no_level(said: str) -> None:
    assert level(said, 0, len(said), 0, []) is None


def test_a_level_inside_a_name_is_not_read_again() -> None:
    said = "ดินสอทองยอดเยี่ยม"
    assert level(f" {said} ", 0, len(said) + 2, 0, [(1, 1 + len(said))]) is None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("คว้ารางวัลชนะเลิศ", "ชนะเลิศ"),
        ("คว้ารางวัลชนะเลิศการประกวด", "ชนะเลิศ"),
        ("รางวัลระดับดีเด่น ทั้ง", "ระดับดีเด่น"),
        ("รางวัลชนะเลิศจากงานเมื่อปีก่อนในเมืองหลวง", None),
    ],
)
def test_a_level_before_the_name(said: str, found: str | None) -> None:
    got = level_before(said, 0, len(said))
    assert (got.text if got else None) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (" ประเภทบริการผ่านเรือ ได้แก่", "ประเภทบริการผ่านเรือ"),
        (" สาขาการเดินเรือ ประจำปี 2566", "สาขาการเดินเรือ"),
        (" ประเภท “เรือข้ามฟาก”", "ประเภท เรือข้ามฟาก"),
        (" ประเภท Best Ferry Service", "ประเภท Best Ferry Service"),
        (" หมวด 4 ด้านการวัดผล", "หมวด 4 ด้านการวัดผล"),
        (" รายหมวด หมวด 4 ด้านการวัดผล", "รายหมวด หมวด 4 ด้านการวัดผล"),
        (" ประเภทองค์กร / บุคคลที่ส่งเสริมการเดินเรือ จำนวน 2 ราย", "ประเภทองค์กร / บุคคลที่ส่งเสริมการเดินเรือ"),
        (" ประเภทไม่มีใบพัด ลำเรือขนาดเล็ก ได้แก่", "ประเภทไม่มีใบพัด ลำเรือขนาดเล็ก"),
        (" ประเภทรางวัลเรือพาย จากกรม", "ประเภทรางวัลเรือพาย"),
        ("ระดับกระทรวง ปี 2566", "ระดับกระทรวง"),
    ],
)
def test_types_that_no_registry_lists(said: str, found: str) -> None:
    got = free_type(said, 0, len(said))
    assert got is not None
    assert got.text == found


@pytest.mark.parametrize("said", [" ประเภทต่างๆ", " ด้านนายกอง", " สาขาที่เปิดใหม่", " และอื่น ๆ ประเภท", "ระดับกรมน้ำ"])
def test_these_are_no_types(said: str) -> None:
    assert free_type(said, 0, len(said)) is None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ที่มีคะแนนสูงสุด 8 แห่ง", "ที่มีคะแนนสูงสุด"),
        ("ที่มีผลงานเด่นประจำปี", "ที่มีผลงานเด่น"),
        (" ที่มีคะแนนสูงสุด", ""),
        ("ที่จัดขึ้น", ""),
    ],
)
def test_the_feature_of_a_type(said: str, found: str) -> None:
    assert feature_behind(said, 0, len(said)) == found
