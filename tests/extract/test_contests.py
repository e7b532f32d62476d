"""Contests by their own name."""

from __future__ import annotations

import pytest

from kg.extract.contests import contests_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ผลการประกวดคัดลายมือวันดินสอ ประจำปี 2566 รางวัลชนะเลิศ ได้แก่", ["การประกวดคัดลายมือวันดินสอ"]),
        ("การประกวดคัดลายมือวันดินสอ จะจัดขึ้น", []),
        ("การแข่งขันกีฬาประจำจังหวัด รางวัลชนะเลิศ", []),
        ("การประกวด รางวัลชนะเลิศ", []),
    ],
)
def test_contests(text: str, names: list[str]) -> None:
    assert [naming.name for naming in contests_in(text)] == names
