"""Levels and years that are said once of several awards."""

from __future__ import annotations

from kg.extract.listed import Award
from kg.extract.passed_on import joined_types, pass_on_levels, pass_on_years

TEXT = "ระดับดี สาขากอ และสาขาขอ ปี 2566"


def pair() -> tuple[Award, Award]:
    one, two = (
        Award(TEXT.index(name), TEXT.index(name) + 6, "s", "รางวัล", categories=[name]) for name in ("สาขากอ", "สาขาขอ")
    )
    return one, two


def test_types_joined_by_and() -> None:
    one, two = pair()
    assert joined_types(TEXT, one, two)
    assert not joined_types(TEXT.replace("และ", "งาน"), one, two)
    two.scheme_name = "รางวัลอื่น"
    assert not joined_types(TEXT, one, two)


def test_a_level_before_two_types_is_of_both() -> None:
    one, two = pair()
    one.level, one.level_span = "ระดับดี", (0, 7)
    pass_on_levels(TEXT, [one, two])
    assert two.level == "ระดับดี"


def test_a_level_behind_the_first_is_its_own() -> None:
    one, two = pair()
    one.level, one.level_span = "ระดับดี", (one.end, one.end + 7)
    pass_on_levels(TEXT, [one, two])
    assert two.level == ""


def test_a_year_behind_two_awards_is_of_both() -> None:
    one, two = pair()
    two.year, two.year_span = 2023, (TEXT.index("ปี"), len(TEXT))
    pass_on_years(TEXT, [one, two])
    assert one.year == 2023
