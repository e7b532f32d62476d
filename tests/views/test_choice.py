import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.views.choice import Choice, choose
from tests.views.making import EVERYTHING, choice


def test_what_is_given_is_read() -> None:
    asked = choice(from_=2563, to=2021, scheme=["e", "scheme/f"], kind=["kindMinistry", "area-excise"], at_least=3)
    assert asked == Choice(
        2020, 2021, ("scheme/e", "scheme/f"), kinds=("aw:kindMinistry", "kind/area-excise"), at_least=3
    )
    assert asked.given == {
        "at-least": "3", "from": "2563", "kind": ("kindMinistry", "area-excise"), "scheme": ("e", "scheme/f"),
        "to": "2021",
    }  # fmt: skip
    assert not choice(units="with", of="agency").filtered
    assert choice(level="x").filtered


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"colour": ["red"]},
            "the view v has no 'colour'; it can be asked for: from, to, scheme, category, level, kind,",
        ),
        ({"from": ["2567"], "to": ["2560"]}, "the years are upside down: from 2024 to 2017 (CE) holds no year; swap"),
        ({"from": ["soon"]}, "from is 'soon': it must be a whole number"),
        ({"from": ["2020", "2021"]}, "from is given 2 times: one value counts; give from once"),
        ({"units": ["all"]}, "units cannot be 'all'; choose one of own, with"),
        ({"scheme": ["รางวัล"]}, "'รางวัล' is no id of a scheme: ids are ASCII; write it like scheme/ID"),
    ],
)
def test_what_no_reader_can_mean_is_refused(asked: dict[str, list[str]], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose("v", EVERYTHING, asked)
    assert str(caught.value).startswith(said)


@given(st.integers(1900, 2100))
def test_a_year_is_the_same_in_both_eras(year: int) -> None:
    assert choice(from_=year).first == choice(from_=year + 543).first == year
