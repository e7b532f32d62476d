"""Winners told as items of a numbered list."""

from __future__ import annotations

from tests.extract.reading import PRIZE, conferments

BRANCH = "สาขาการเขียนหนังสือ"
TYPE = "ประเภทจดหมายราชการ"


def test_items_that_open_with_the_winner_and_name_their_own_type_and_level() -> None:
    text = (
        f"{PRIZE} ประจำปี 2566 {BRANCH} ได้แก่ 1.กรมทดสอบ เรื่อง “ลายมือดี” {TYPE} ระดับดีเด่น "
        f"2.กรมตัวอย่าง เรื่อง “ปากกาไว” {TYPE} ระดับดี"
    )
    assert conferments(text, "recipient", "category", "level", "work") == [
        ("กรมทดสอบ", f"{BRANCH} / {TYPE}", "ระดับดีเด่น", "ลายมือดี"),
        ("กรมตัวอย่าง", f"{BRANCH} / {TYPE}", "ระดับดี", "ปากกาไว"),
    ]


def test_items_that_open_with_a_type_and_list_its_winners() -> None:
    text = (
        f"หน่วยงานที่ได้รับ{PRIZE} ประจำปี 2566 ประกอบด้วย\n1) หน่วยงานเขียนเร็วที่สุด จำนวน 2 รางวัล ได้แก่ กรมทดสอบ "
        "และกรมตัวอย่าง\n2) หน่วยงานเขียนสวยที่สุด จำนวน 1 รางวัล ได้แก่ จังหวัดธารใส"
    )
    assert conferments(text, "recipient", "category") == [
        ("กรมทดสอบ", "หน่วยงานเขียนเร็วที่สุด"),
        ("กรมตัวอย่าง", "หน่วยงานเขียนเร็วที่สุด"),
        ("จังหวัดธารใส", "หน่วยงานเขียนสวยที่สุด"),
    ]


def test_works_with_their_makers_on_lines_below() -> None:
    text = f"{PRIZE} ประจำปี 2566 ดังนี้\n• {BRANCH} {TYPE}\n\nผลงาน จดหมายถึงชาวบ้าน\n\nโดย กรมทดสอบ และ กรมตัวอย่าง\n"
    assert conferments(text, "recipient", "work") == [
        ("กรมทดสอบ", "จดหมายถึงชาวบ้าน"),
        ("กรมตัวอย่าง", "จดหมายถึงชาวบ้าน"),
    ]
