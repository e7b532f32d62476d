"""Prizes that are named with the programme they were given at."""

from __future__ import annotations

import pytest

from tests.extract.test_awards import RIVER, read, said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("คว้ารางวัลพายแห่งปี จากเวที Golden River Awards 2023", (RIVER, 2023, "พายแห่งปี", "")),
        ("รับรางวัล “ตลิ่งสะอาดสดใส ปี 2566” ในงาน Golden River Awards 2023", (RIVER, 2023, "ตลิ่งสะอาดสดใส", "")),
        (
            "คว้ารางวัล Best Boat of the Year จากงาน Water Awards 2023",
            ("Water Awards", 2023, "Best Boat of the Year", ""),
        ),
    ],
)
def test_the_prize_is_a_category_of_the_programme(text: str, found: tuple[str, int, str, str]) -> None:
    [award] = read(text)
    assert said(award) == found
    assert award.category_span is not None
    assert text[award.start :].startswith("รางวัล")


def test_a_prize_alone_is_of_the_programme_that_it_is_named_with() -> None:
    awards = read("คว้ารางวัลตลิ่งสะอาดสดใส จากเวที Golden River Awards 2023\nรางวัลตลิ่งสะอาดสดใสเป็นกำลังใจ")
    assert [said(award) for award in awards] == [(RIVER, 2023, "ตลิ่งสะอาดสดใส", "")] * 2


def test_two_awards_side_by_side_stay_two() -> None:
    awards = read("คว้ารางวัลตลิ่งสะอาดสดใส และรางวัลแม่น้ำทอง")
    assert [award.scheme_name for award in awards] == ["รางวัลตลิ่งสะอาดสดใส", RIVER]


def test_a_listed_award_is_no_prize_of_another() -> None:
    awards = read("คว้ารางวัลแม่น้ำทอง ในงาน TIDE Award 2021")
    assert [award.scheme_name for award in awards] == [RIVER, "รางวัล TIDE"]


def test_a_count_of_prizes_names_none() -> None:
    [award] = read("คว้า 4 รางวัลตลิ่งสะอาดสดใส จากเวที Golden River Awards 2023")
    assert said(award) == (RIVER, 2023, "", "")
