"""Who was given what: whole announcements, from text to rows."""

from __future__ import annotations

import pytest

from tests.extract.reading import OTHER, PRIZE, conferments

TEST = ("กรมทดสอบ", PRIZE, 2023)
SAMPLE = ("กรมตัวอย่าง", PRIZE, 2023)


@pytest.mark.parametrize(
    "text",
    [
        f"กรมทดสอบได้รับ{PRIZE} ประจำปี 2566",
        f"กรมทดสอบคว้า{PRIZE} ปี 66 จากสำนักงานดินสอแห่งชาติ",
        f"กทส. รับมอบ{PRIZE} ประจำปี ๒๕๖๖",
        f"สำนักงานดินสอแห่งชาติมอบ{PRIZE} ประจำปี 2566 ให้แก่กรมทดสอบ",
        f"นายสมชาย ใจดี อธิบดีกรมทดสอบ เข้ารับ{PRIZE} ประจำปี 2566",
        f"ผู้ได้รับ{PRIZE} ประจำปี 2566 ได้แก่ กรมทดสอบ",
    ],
)
def test_one_award_however_it_is_told(text: str) -> None:
    assert conferments(text) == [TEST]


@pytest.mark.parametrize(
    "text",
    [
        f"{PRIZE} ประจำปี 2566 จำนวน 2 รางวัล ได้แก่ กรมทดสอบ กรมตัวอย่าง",
        f"{PRIZE} ประจำปี 2566 ได้แก่ 1) กรมทดสอบ 2) กรมตัวอย่าง",
        f"{PRIZE} ประจำปี 2566 ได้แก่ กรมทดสอบ และกรมตัวอย่าง",
        f"มอบ{PRIZE} ประจำปี 2566 ให้กับกรมทดสอบ และกรมตัวอย่าง",
        f"กรมทดสอบ และกรมตัวอย่าง ได้รับ{PRIZE} ประจำปี 2566",
    ],
)
def test_several_winners(text: str) -> None:
    assert sorted(conferments(text)) == sorted([TEST, SAMPLE])


@pytest.mark.parametrize(
    "text",
    [
        f"กรมทดสอบเปิดรับสมัครขอรับ{PRIZE} ประจำปี 2566",
        f"กรมทดสอบตั้งเป้าคว้า{PRIZE}",
        f"หน่วยงานที่ชนะจะได้รับ{PRIZE} ในปีหน้า",
        "กรมทดสอบจับรางวัลผู้โชคดี ลุ้นรับรางวัลรถยนต์",
        f"{PRIZE} เป็นรางวัลที่มอบให้หน่วยงานที่เขียนหนังสือดี",
        "กรมทดสอบจัดประชุมประจำปี",
        "",
    ],
)
def test_nothing_was_given(text: str) -> None:
    assert conferments(text) == []


def test_an_enumeration_says_the_verb_once() -> None:
    text = f"กรมทดสอบได้รับ{PRIZE} ประจำปี 2566 และ{OTHER} ประจำปี 2565"
    assert conferments(text) == [TEST, ("กรมทดสอบ", OTHER, 2022)]


def test_the_awarder_is_no_winner_of_its_own_award() -> None:
    assert conferments(f"สำนักงานดินสอแห่งชาติ ได้จัดงานและรับ{PRIZE} ประจำปี 2566 มาแสดง") == []


def test_an_award_without_a_year_takes_that_of_the_article() -> None:
    text = f"{PRIZE} ประจำปี 2566\nกรมทดสอบได้รับ{PRIZE}"
    assert conferments(text) == [TEST]


def test_provinces_say_their_word_once() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ จังหวัดทิวไม้ ธารใส และ ภูเขียว"
    assert conferments(text, "recipient", "recipient_id") == [
        ("จังหวัดทิวไม้", "agency/province-91"),
        ("จังหวัดธารใส", "agency/province-92"),
        ("จังหวัดภูเขียว", "agency/province-93"),
    ]


def test_a_province_behind_a_body_tells_where_it_is() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่ โรงพยาบาลริมน้ำ จังหวัดธารใส"
    assert conferments(text) == [("โรงพยาบาลริมน้ำ", PRIZE, 2023)]


def test_by_behind_a_verb_of_winning_tells_who_took_the_award_in_hand() -> None:
    text = f"กรมทดสอบได้รับ{PRIZE}ระดับหน่วยงาน ประจำปี 2566 โดยนายสมชาย ใจดี เป็นผู้รับมอบ"
    assert conferments(text, "recipient", "category", "year") == [("กรมทดสอบ", "ระดับหน่วยงาน", 2023)]


def test_a_title_behind_two_types_is_of_both() -> None:
    text = f"กรมทดสอบคว้า{PRIZE} ประจำปี 2566 ทั้งสาขาการเขียนหนังสือ และสาขาลายมือ เรื่อง “จดหมายถึงชาวบ้าน”"
    assert {work for (work,) in conferments(text, "work")} == {"จดหมายถึงชาวบ้าน"}
