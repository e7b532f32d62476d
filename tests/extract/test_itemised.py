"""Items of a list that name a kind of winner: each is an award of the programme whose list it is."""

from __future__ import annotations

import pytest

from tests.extract.reading import PRIZE, conferments, extract

TOLD = ("recipient", "category", "level", "year")


def test_items_that_count_their_awards() -> None:
    text = (
        f"มอบ{PRIZE} ประจำปี 2566 ประกอบด้วย\n1) หน่วยงานที่เขียนจดหมายเร็วที่สุด จำนวน 2 รางวัล ได้แก่ กรมทดสอบ กรมตัวอย่าง\n"
        "2) จังหวัดที่มีลายมือสวย จำนวน 1 รางวัล ได้แก่ จังหวัดทิวไม้"
    )
    assert conferments(text, *TOLD) == [
        ("กรมทดสอบ", "หน่วยงานที่เขียนจดหมายเร็วที่สุด", None, 2023),
        ("กรมตัวอย่าง", "หน่วยงานที่เขียนจดหมายเร็วที่สุด", None, 2023),
        ("จังหวัดทิวไม้", "จังหวัดที่มีลายมือสวย", None, 2023),
    ]
    start, end = extract(text).as_json()["conferments"][2]["spans"]["category"]
    assert text[start:end] == "จังหวัดที่มีลายมือสวย"


def test_items_on_one_line_that_give_examples() -> None:
    text = f"มีผู้ได้รับ{PRIZE} ประจำปี 2566 ได้แก่ 1.ประเภทปากกา จำนวน 1 ราย อาทิ กรมทดสอบ 2.ประเภทดินสอสี คือ กรมตัวอย่าง"
    assert conferments(text, *TOLD) == [
        ("กรมทดสอบ", "ปากกา", None, 2023),
        ("กรมตัวอย่าง", "ดินสอสี", None, 2023),
    ]


def test_an_item_that_is_a_level() -> None:
    text = f"มอบ{PRIZE} ประจำปี 2566 ดังนี้ 1. รางวัลยอดเยี่ยม จำนวน 1 รางวัล ได้แก่ กรมทดสอบ"
    assert conferments(text, *TOLD) == [("กรมทดสอบ", None, "ยอดเยี่ยม", 2023)]


@pytest.mark.parametrize(
    "text",
    [
        "แผนงานมี 1) พื้นที่ภาคเหนือ จำนวน 2 จังหวัด ได้แก่ จังหวัดทิวไม้ จังหวัดธารใส",
        f"{PRIZE} เป็นที่รู้จัก แผนงานปีนี้ 1) พื้นที่ภาคเหนือ จำนวน 2 จังหวัด ได้แก่ จังหวัดทิวไม้ จังหวัดธารใส",
    ],
)
def test_a_list_that_no_award_opens_names_no_winners(text: str) -> None:
    assert conferments(text) == []
