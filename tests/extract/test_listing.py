"""Lists of winners, items that name branch, work and winner, awards under a heading."""

from __future__ import annotations

from tests.extract.reading import PRIZE, conferments

BRANCH = "สาขาการเขียนหนังสือ"
TYPE = "ประเภทจดหมายราชการ"


def test_an_item_names_branch_work_and_whose_it_is() -> None:
    text = f"{PRIZE} ประจำปี 2566 ดังนี้\n1) {BRANCH} {TYPE} ผลงาน “จดหมายถึงชาวบ้าน” โดยกรมทดสอบ และกรมตัวอย่าง"
    rows = conferments(text, "recipient", "category", "work", "award_id")
    assert [row[:3] for row in rows] == [
        ("กรมทดสอบ", f"{BRANCH} / {TYPE}", "จดหมายถึงชาวบ้าน"),
        ("กรมตัวอย่าง", f"{BRANCH} / {TYPE}", "จดหมายถึงชาวบ้าน"),
    ]
    assert rows[0][3] == rows[1][3]


def test_works_behind_their_winners() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ กรมทดสอบ เรื่อง “ลายมือดี”, กรมตัวอย่าง เรื่อง “ปากกาไว”"
    assert conferments(text, "recipient", "work") == [("กรมทดสอบ", "ลายมือดี"), ("กรมตัวอย่าง", "ปากกาไว")]


def test_a_branch_told_under_a_heading() -> None:
    text = f"{PRIZE} ประจำปี 2566\nกรมทดสอบ จำนวน 1 รางวัล ได้แก่ {BRANCH} ระดับดีเด่น"
    assert conferments(text, "recipient", "category", "level") == [("กรมทดสอบ", BRANCH, "ระดับดีเด่น")]


def test_places_in_a_contest_belong_to_their_items() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ รางวัลชนะเลิศ กรมทดสอบ รองชนะเลิศอันดับ 1 กรมตัวอย่าง"
    assert conferments(text, "recipient", "level") == [("กรมทดสอบ", "ชนะเลิศ"), ("กรมตัวอย่าง", "รองชนะเลิศอันดับ 1")]


def test_a_body_that_only_describes_an_item_is_no_winner() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ 1) นายสมชาย ใจดี นักเขียนของกรมทดสอบ 2) นางสาวสมหญิง รักเรียน"
    assert conferments(text, "recipient") == [("สมชาย ใจดี",), ("สมหญิง รักเรียน",)]


def test_a_level_said_of_all_behind_a_list() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ กรมทดสอบ และกรมตัวอย่าง โดยทั้งหมดได้รับรางวัลระดับทอง"
    assert conferments(text, "recipient", "level") == [("กรมทดสอบ", "ระดับทอง"), ("กรมตัวอย่าง", "ระดับทอง")]


def test_a_list_of_places_is_no_list_of_winners() -> None:
    text = f"{PRIZE} ประจำปี 2566 มอบแก่ร้านค้าในพื้นที่ 2 จังหวัด ได้แก่ ทิวไม้ ธารใส"
    assert conferments(text) == []


def test_a_person_who_stands_for_the_body_before_is_no_winner() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ 1. กรมทดสอบ โดย นายสมชาย ใจดี อธิบดี 2. กรมตัวอย่าง โดย นางสาวสมหญิง รักเรียน"
    assert conferments(text, "recipient") == [("กรมทดสอบ",), ("กรมตัวอย่าง",)]


def test_bodies_of_one_kind_that_only_a_space_parts_are_items() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ กรมทดสอบ กรมตัวอย่าง และกรมน้ำ"
    assert conferments(text, "recipient")[:2] == [("กรมทดสอบ",), ("กรมตัวอย่าง",)]


def test_items_numbered_by_part_and_place_without_a_dot_behind() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ 1.1 นายสมชาย ใจดี 1.2 นางสาวสมหญิง รักเรียน"
    assert conferments(text, "recipient") == [("สมชาย ใจดี",), ("สมหญิง รักเรียน",)]
