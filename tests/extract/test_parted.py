"""Lists parted by level or type."""

from __future__ import annotations

from tests.extract.reading import PRIZE, conferments


def test_each_part_has_its_own_level() -> None:
    text = (
        f"หน่วยงานที่ได้รับ{PRIZE} ประจำปี 2566 ระดับต้นกล้า จำนวน 2 หน่วยงาน ได้แก่ 1. กรมทดสอบ 2. กรมตัวอย่าง "
        "ระดับต้นไม้ใหญ่ จำนวน 1 หน่วยงาน ได้แก่ จังหวัดธารใส"
    )
    assert conferments(text, "recipient", "level") == [
        ("กรมทดสอบ", "ระดับต้นกล้า"),
        ("กรมตัวอย่าง", "ระดับต้นกล้า"),
        ("จังหวัดธารใส", "ระดับต้นไม้ใหญ่"),
    ]


def test_a_part_of_no_award_says_nothing() -> None:
    assert conferments("ประเภทอาคารเก่า จำนวน 2 หน่วยงาน ได้แก่ กรมทดสอบ และกรมตัวอย่าง") == []


def test_a_count_opens_a_list_without_a_word_for_it() -> None:
    text = f"{PRIZE} ประจำปี 2566 จำนวน 2 องค์กร 1) กรมทดสอบ 2) กรมตัวอย่าง"
    assert conferments(text, "recipient") == [("กรมทดสอบ",), ("กรมตัวอย่าง",)]


def test_provinces_of_a_list_that_says_the_word_once_before_it() -> None:
    text = f"{PRIZE} ประจำปี 2566 จำนวน 3 จังหวัด ได้แก่ ทิวไม้ ธารใส และภูเขียว"
    assert [name for (name,) in conferments(text, "recipient")] == ["จังหวัดทิวไม้", "จังหวัดธารใส", "จังหวัดภูเขียว"]


def test_names_on_lines_of_their_own_over_their_awards() -> None:
    text = (
        f"กระทรวงหนึ่ง ได้รับ{PRIZE} ประจำปี 2566\nกรมทดสอบ\nสาขาการเขียนหนังสือ ระดับดีเด่น\nกรมตัวอย่าง\nสาขาการเขียนหนังสือ ระดับดี\n"
    )
    found = conferments(text, "recipient", "level")
    assert ("กรมทดสอบ", "ระดับดีเด่น") in found
    assert ("กรมตัวอย่าง", "ระดับดี") in found
