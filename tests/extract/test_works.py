"""Titles of works: quoted, announced, or opened by their own first word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.works import Title, title_after, title_before, title_of_subject


def _text(title: Title | None) -> str | None:
    return title.text if title else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ผลงาน “จดหมายถึงชาวบ้าน” โดย", "จดหมายถึงชาวบ้าน"),
        ("ปี 2565 ผลงาน “จดหมายถึงชาวบ้าน” โดย", "จดหมายถึงชาวบ้าน"),
        ("จากโครงการ “เขียนทั่วไทย” ที่จัดขึ้น", "เขียนทั่วไทย"),
        ("ผลงาน “ปลูก “ต้นกล้า” ให้เมือง” โดย", "ปลูก “ต้นกล้า” ให้เมือง"),
        ('ผลงาน “จดหมายถึงบ้าน" โดย', "จดหมายถึงบ้าน"),
        ("\n• “สวนผักข้างกำแพง (Wall Garden)”\n", "สวนผักข้างกำแพง (Wall Garden)"),
        ("\n• “รางวัลลายมือ”\n", None),
    ],
)
def test_a_quoted_title(text: str, title: str | None) -> None:
    assert _text(title_after(text, 0, len(text))) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("เรื่อง “ลายมือดี (Good Hand), ต่อไป", "ลายมือดี (Good Hand)"),
        ("เรื่อง “ลายมือ และโรงเรียนทดสอบ เรื่อง “ปลายปากกา”", "ลายมือ"),
        ("เรื่อง “ลายมือ “สวย” โดยกรมทดสอบ", "ลายมือ “สวย”"),
    ],
)
def test_a_quotation_that_nothing_closes(text: str, title: str) -> None:
    assert _text(title_after(text, 0, len(text))) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ผลงาน “ใบไม้” ปลูกป่า สร้างรายได้\n", "“ใบไม้” ปลูกป่า สร้างรายได้"),
        ("ผลงาน “ใบไม้” คว้ารางวัล", "ใบไม้"),
        ("ผลงาน “ใบไม้” กรมทดสอบ", "ใบไม้"),
        ('ผลงาน สวนครัว "กินได้ ขายดี" และ 2) รางวัล', 'สวนครัว "กินได้ ขายดี"'),
    ],
)
def test_a_quotation_is_part_of_a_title(text: str, title: str) -> None:
    assert _text(title_after(text, 0, len(text))) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ผลงานจดหมายถึงชาวบ้าน โดยกรมทดสอบ", "จดหมายถึงชาวบ้าน"),
        ("กรมทดสอบ (ผลงานระบบจองคิว) และ", "ระบบจองคิว"),
        ("ผลงาน : 3 มือ ช่วยกันเขียน 2.2) รางวัล", "3 มือ ช่วยกันเขียน"),
        ("ผลงาน ปลูกได้ ของศูนย์ทดสอบ", "ปลูกได้"),
        ("ผลงาน ปลูกได้ (เสนอโดยกรมทดสอบ)", "ปลูกได้"),
        ("ผลงานวิจัยเรื่อง ข้าวแข็ง (ระยะที่ 2) โดย", "ข้าวแข็ง (ระยะที่ 2)"),
        ("ผลงาน Q-Line ระบบจองคิว ระบบที่ประชาชนจองได้เอง", "Q-Line ระบบจองคิว"),
        ("ผลงาน Q-Line ระบบการจองคิวของประชาชน", "Q-Line"),
        ("ผลงานระบบเก็บน้ำ เพื่อช่วยชาวนา ที่ได้รับ", "ระบบเก็บน้ำ เพื่อช่วยชาวนา"),
        ("ผลงานระบบเก็บน้ำ เพื่อช่วยชาวนาและชาวสวนให้มีน้ำใช้ตลอดทั้งปีโดยไม่ต้องรอฝน", "ระบบเก็บน้ำ"),
        ("ผลงาน ระบบ Q Line ณ โรงแรมทดสอบ", "ระบบ Q Line"),
        ("ผลงาน น้ำใส ณ ปลายนา ได้รับ", "น้ำใส ณ ปลายนา"),
        ("ผลงาน (ข้าวแข็ง โดยกรมทดสอบ", "(ข้าวแข็ง"),
    ],
)
def test_where_a_title_without_marks_ends(text: str, title: str) -> None:
    assert _text(title_after(text, 0, len(text))) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("จากโครงการเขียนทั่วไทย ซึ่งจัดขึ้น", "โครงการเขียนทั่วไทย"),
        ("จากหลักสูตรครูใหม่ ระดับดี", "หลักสูตรครูใหม่"),
        ("จากการพัฒนานวัตกรรมเตียงพับ ช่วยผู้ป่วย", "นวัตกรรมเตียงพับ"),
        ("จากการวิจัยด้านการนอนหลับ ซึ่ง", "การวิจัยด้านการนอนหลับ"),
        ("เกี่ยวกับโครงการเขียนทั่วไทย", None),
        ("จากโครงการดังกล่าว", None),
    ],
)
def test_a_title_that_opens_with_its_own_first_word(text: str, title: str | None) -> None:
    assert _text(title_after(text, 0, len(text))) == title


@pytest.mark.parametrize(
    "text",
    [
        "ผลงานที่ได้รับรางวัล",
        "17 ผลงาน กรมทดสอบ",
        "ประเภทผลงานนวัตกรรมใหม่",
        "ทำให้เป็นเรื่องสนุกของทุกคน",
        "ความรู้เรื่องดินและน้ำ",
        "ผลงาน" + "ยาว" * 200,
        "ไม่มีชื่อ",
    ],
)
def test_works_in_general_are_no_title(text: str) -> None:
    assert title_after(text, 0, len(text)) is None


def test_a_word_for_works_that_names_none_hides_no_title() -> None:
    text = "ผลงานที่ชนะ คือ ผลงาน “จดหมาย”"
    assert _text(title_after(text, 0, len(text))) == "จดหมาย"
    assert title_after(text, 0, len(text), reach=5) is None


def test_the_last_title_before_by() -> None:
    text = "ผลงาน “ก่อนหน้า” และผลงาน “จดหมาย” โดย"
    found = title_before(text, 0, len(text))
    assert found
    assert (found.text, text[found.start : found.end]) == ("จดหมาย", "จดหมาย")


def test_a_word_inside_a_title_announces_nothing() -> None:
    text = "ผลงาน “ผู้ช่วยตอบเรื่องดินและน้ำ” โดย"
    assert _text(title_before(text, 0, len(text))) == "ผู้ช่วยตอบเรื่องดินและน้ำ"


def test_the_word_that_ends_a_title_may_stand_across_the_limit() -> None:
    text = "ผลงาน จดหมายถึงบ้าน โดย กรมทดสอบ"
    assert _text(title_before(text, 0, text.index("ดย "))) == "จดหมายถึงบ้าน"


@given(st.text(alphabet="ผลงาน“”\"'จดหมาย โดย\n,1)(:•", max_size=80))
def test_a_title_stands_where_it_says(text: str) -> None:
    found = title_after(text, 0, len(text))
    assert found is None or " ".join(text[found.start : found.end].split()) == found.text


@pytest.mark.parametrize("part", ["ผลงาน“", "ผลงาน (", "ผลงาน ", "จากระบบ", "1 ", "เรื่อง\xa0", '" '])
def test_a_long_run_takes_no_long_time(part: str) -> None:
    text = part * 5000
    before = time.process_time()
    title_before(text, 0, len(text))
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1.โครงการเขียนทั่วไทย (กทส.) ", "โครงการเขียนทั่วไทย (กทส.)"),
        ("โครงการเขียนทั่วไทย โดย กรมทดสอบ (กทส.) ", "โครงการเขียนทั่วไทย"),
        ("อธิบดีกล่าวว่า นวัตกรรมปากกาไร้หมึก ", "นวัตกรรมปากกาไร้หมึก"),
        ("โดยผลงาน “จดหมายถึงชาวบ้าน” ของกรมทดสอบ และกรมตัวอย่าง ", "จดหมายถึงชาวบ้าน"),
        ("โครงการนี้ยัง", None),
        ("17 ผลงาน กรมทดสอบ ", None),
        ("กรมทดสอบจัดทำโครงการเขียนทั่วไทย ", None),
        ("โครงการเขียนทั่วไทย กรมทดสอบ ", None),
    ],
)
def test_the_title_of_a_work_that_is_said_to_win(text: str, title: str | None) -> None:
    assert _text(title_of_subject(f"{text}ได้รับรางวัล", 0, len(text))) == title
