"""Numbered lists: marks that count on from one another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbered import numbered_items


def items(text: str) -> list[str]:
    return [text[first:last].strip() for first, last in numbered_items(text, 0, len(text))]


def test_marks_of_each_style() -> None:
    assert items("1. ก 2. ข 3. ค") == ["ก", "ข", "ค"]
    assert items("(1) ก (2) ข") == ["ก", "ข"]
    assert items("2.1) ก 2.2) ข และ 2.3) ค") == ["ก", "ข และ", "ค"]
    assert items("\n1) ก\n2) ข\nจบ") == ["ก", "ข"]


def test_figures_are_no_marks() -> None:
    assert items("1) ได้ 82.07 คะแนน 2) ได้ 3. ที่") == ["ได้ 82.07 คะแนน", "ได้ 3. ที่"]
    assert items("ก่อน 1) ก 2) ข") == []
    assert items("2) ก 3) ข") == []


@given(st.lists(st.sampled_from(["กรมทดสอบ", "กรมตัวอย่าง", "งานใหญ่ประจำปี"]), min_size=1, max_size=30))
def test_every_item_is_found(names: list[str]) -> None:
    text = " ".join(f"{number}) {name}" for number, name in enumerate(names, 1))
    assert items(text) == names
