"""Names of winners that only their form shows."""

from __future__ import annotations

import pytest

from kg.extract.plain import plain_name
from tests.extract.reading import PRIZE, conferments


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" Blue Pencil เป็นบริษัท", "Blue Pencil"),
        (" ภาพยนตร์เรื่อง “ฝนเดือนหก” ของ", "ฝนเดือนหก"),
        (" ทีม Paper Boat จากเมือง", "Paper Boat"),
        (" Gold Award แก่", None),
        (" เป็นงานที่ดี", None),
        (" “รางวัลใหญ่” แก่", None),
    ],
)
def test_names_by_form(text: str, name: str | None) -> None:
    found = plain_name(text, 0, len(text))
    assert (found.name if found else None) == name


def test_a_list_of_winners_of_no_listed_kind() -> None:
    text = f"{PRIZE} ประจำปี 2566 ได้แก่\n1) Blue Pencil จากเมืองหนึ่ง\n2) Paper Boat จากอีกเมือง"
    assert conferments(text, "recipient") == [("Blue Pencil",), ("Paper Boat",)]
