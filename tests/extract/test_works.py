"""Titles of works: quoted, announced, or opened by their own first word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.works import title_after, title_before


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ผลงาน “จดหมายถึงชาวบ้าน” โดย", "จดหมายถึงชาวบ้าน"),
        ("เรื่อง “ลายมือดี (Good Hand), ต่อไป", "ลายมือดี (Good Hand)"),
        ("ผลงานจดหมายถึงชาวบ้าน โดยกรมทดสอบ", "จดหมายถึงชาวบ้าน"),
        ("จากโครงการเขียนทั่วไทย ซึ่งจัดขึ้น", "โครงการเขียนทั่วไทย"),
        ("ผลงานที่ได้รับรางวัล", None),
        ("17 ผลงาน กรมทดสอบ", None),
        ("ไม่มีชื่อ", None),
    ],
)
def test_the_title_behind(text: str, title: str | None) -> None:
    found = title_after(text, 0, len(text))
    assert (found.text if found else None) == title


def test_the_last_title_before_by() -> None:
    text = "ผลงาน “ก่อนหน้า” และผลงาน “จดหมาย” โดย"
    found = title_before(text, 0, len(text))
    assert found
    assert (found.text, text[found.start : found.end]) == ("จดหมาย", "จดหมาย")


@given(st.text(alphabet="ผลงาน“”จดหมาย โดย\n,1)", max_size=60))
def test_a_title_stands_where_it_says(text: str) -> None:
    found = title_after(text, 0, len(text))
    assert found is None or " ".join(text[found.start : found.end].split()) == found.text
