"""Numbered lists of awards: what items take from their headings."""

from __future__ import annotations

from tests.extract.test_awards import RIVER, read, said


def test_an_item_takes_the_branch_of_its_heading() -> None:
    text = "รับรางวัลแม่น้ำทอง ประจำปี 2565 ดังนี้\n1. สาขาการเดินเรือ 2 รางวัล\n"
    text += "1.1 รางวัลเรือพายประหยัดแรง จากผลงาน ก\n1.2 รางวัลเรือหางยาวเงียบเสียง จากผลงาน ข"
    awards = read(text)
    assert [" / ".join(award.categories) for award in awards[1:]] == [
        "การเดินเรือ",
        "การเดินเรือ / เรือพายประหยัดแรง",
        "การเดินเรือ / เรือหางยาวเงียบเสียง",
    ]
    assert {award.scheme_name for award in awards} == {RIVER}


def test_an_item_of_another_branch_keeps_its_own() -> None:
    text = "รับรางวัลแม่น้ำทอง ดังนี้\n1) กรมน้ำ 1.1) สาขาการดูแลตลิ่งและชายฝั่ง ระดับดี 1.2) ประเภทเรือข้ามฟากปลอดภัย ระดับดีเด่น"
    assert [said(award)[2:] for award in read(text)[1:]] == [
        ("การดูแลตลิ่งและชายฝั่ง", "ระดับดี"),
        ("การเดินเรือ / เรือข้ามฟากปลอดภัย", "ระดับดีเด่น"),
    ]


def test_items_that_name_only_a_type() -> None:
    text = (
        "รับรางวัลแม่น้ำทอง ดังนี้\n• รางวัลระดับกองหรือเทียบเท่า\n1. ประเภทเครื่องยนต์เรือ รางวัลชนะเลิศระดับ Gold จากผลงาน ก\n"
        "2. ประเภทใบพัด รางวัลชมเชย จากผลงาน ข"
    )
    assert [said(award)[2:] for award in read(text)[1:]] == [
        ("ระดับกองหรือเทียบเท่า / เครื่องยนต์เรือ", "ชนะเลิศระดับ Gold"),
        ("ระดับกองหรือเทียบเท่า / ใบพัด", "รางวัลชมเชย"),
    ]


def test_ranks_alone_are_of_the_programme_before() -> None:
    text = "มอบรางวัลแม่น้ำทอง ประจำปี 2565 ทั้งสามรางวัล ได้แก่ 1. ชนะเลิศ กรมน้ำ 2. รองชนะเลิศอันดับ 1 กรมคลอง 3. รางวัลชมเชย กรมบึง"
    assert [(award.scheme_name, award.level) for award in read(text)[1:]] == [
        (RIVER, "ชนะเลิศ"), (RIVER, "รองชนะเลิศอันดับ 1"), (RIVER, "รางวัลชมเชย"),
    ]  # fmt: skip


def test_a_rank_without_any_programme_says_nothing() -> None:
    assert not read("ทีมน้ำใสได้รางวัลชนะเลิศ และรางวัลชมเชย")


def test_items_that_name_only_a_level_are_of_the_item_above() -> None:
    text = (
        "มอบรางวัลแม่น้ำทอง ประจำปี 2565\n2. สาขาการเดินเรือ\n(1) ประเภทดีเด่น ได้แก่ กรมน้ำ\n(2) ประเภทชมเชย ได้แก่ กรมคลอง\n"
        "3. สาขาการดูแลตลิ่งและชายฝั่ง\n(1) ระดับดี ได้แก่ กรมบึง"
    )
    assert [said(award)[2:] for award in read(text)[1:]] == [
        ("การเดินเรือ", ""),
        ("การเดินเรือ", "ประเภทดีเด่น"),
        ("การเดินเรือ", "ประเภทชมเชย"),
        ("การดูแลตลิ่งและชายฝั่ง", ""),
        ("การดูแลตลิ่งและชายฝั่ง", "ระดับดี"),
    ]


def test_a_part_has_the_number_of_the_item_it_belongs_to() -> None:
    text = (
        "มอบรางวัลแม่น้ำทอง ประจำปี 2565\n7. สาขาการเดินเรือ แบ่งเป็น 2 ด้าน\n7.1 ด้านใบพัด ได้แก่ กรมน้ำ\n"
        "7.2 ด้านเครื่องยนต์\n(1) ประเภทดีเด่น ได้แก่ กรมคลอง\n8.1 ด้านงบประมาณ ได้แก่"
    )
    assert [said(award)[2:] for award in read(text)[2:]] == [
        ("การเดินเรือ / ด้านใบพัด", ""),
        ("การเดินเรือ / ด้านเครื่องยนต์", ""),
        ("การเดินเรือ / ด้านเครื่องยนต์", "ประเภทดีเด่น"),
    ]


def test_a_list_behind_a_programme_in_latin_letters_names_its_prizes() -> None:
    awards = read("รับ 2 รางวัลจาก Clean Water Awards 2023 ประกอบด้วย รางวัล Best Clean Boat และรางวัล Best Clean Bank")
    assert {award.scheme_name for award in awards} == {"Clean Water Awards"}
    assert [award.categories for award in awards] == [[], ["Best Clean Boat"], ["Best Clean Bank"]]
