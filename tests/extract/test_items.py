"""Awards told as the items of a list behind one winner."""

from __future__ import annotations

from tests.extract.reading import PRIZE, conferments

BRANCH = "สาขาการเขียนหนังสือ"
TYPE = "ประเภทจดหมายราชการ"
OPENING = f"กรมทดสอบได้รับ{PRIZE} ประจำปี 2566 อีก 2 รางวัล ประกอบด้วย\n"


def test_every_item_is_of_the_winner_of_the_line_that_opens_the_list() -> None:
    text = f"{OPENING}1. {BRANCH} ระดับดีเด่น\nจากผลงาน “ลายมือดี”\n2. {TYPE} ระดับดี จากผลงาน “จดหมายถึงชาวบ้าน”"
    assert conferments(text, "recipient", "category", "level", "work", "rule") == [
        ("กรมทดสอบ", BRANCH, "ระดับดีเด่น", "ลายมือดี", "item"),
        ("กรมทดสอบ", f"{BRANCH} / {TYPE}", "ระดับดี", "จดหมายถึงชาวบ้าน", "item"),
    ]


def test_a_branch_over_its_types_is_no_award_of_its_own() -> None:
    text = f"{OPENING}1. {BRANCH} 1 รางวัล\n1.1 {TYPE} ระดับดี"
    assert conferments(text, "recipient", "category", "level") == [("กรมทดสอบ", f"{BRANCH} / {TYPE}", "ระดับดี")]


def test_an_item_that_names_its_own_winner_is_not_of_the_one_above() -> None:
    text = f"{OPENING}1. {BRANCH} ระดับดีเด่น\n2. กรมตัวอย่าง ได้รับ{PRIZE} {TYPE} ระดับดี"
    assert conferments(text, "recipient", "level") == [("กรมทดสอบ", "ระดับดีเด่น"), ("กรมตัวอย่าง", "ระดับดี")]


def test_a_list_ends_where_a_line_is_no_item() -> None:
    text = f"{OPENING}1. {BRANCH} ระดับดีเด่น\nหัวหน้าหน่วยงานขอบคุณทุกคน\n2. {TYPE} ระดับดี"
    assert conferments(text, "recipient", "level") == [("กรมทดสอบ", "ระดับดีเด่น")]
