"""Titles of honour without the word for an award."""

from __future__ import annotations

import pytest

from kg.extract.honours import honours_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ได้รับการคัดเลือกเป็นข้าราชการพลเรือนดีเด่น ประจำปี 2566", ["รางวัลข้าราชการพลเรือนดีเด่น"]),
        ("มอบโล่ประกาศเกียรติคุณแก่อาสาสมัครดีเด่น จำนวน 4 ราย", ["รางวัลอาสาสมัครดีเด่น"]),
        ("มอบโล่รางวัลเกษตรกรดีเด่น", []),
        ("พบกับข้าราชการพลเรือนดีเด่น", []),
        ("ได้รับการคัดเลือกเป็นหน่วยงานดีเด่น", []),
    ],
)
def test_honours(text: str, names: list[str]) -> None:
    assert [naming.name for naming in honours_in(text)] == names
