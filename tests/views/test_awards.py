import pytest

from kg.views.awards import Affiliation, Bodies, Categories
from tests.views.making import awards, won

MINISTRY = frozenset({"aw:kindMinistry"})


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2015, ("agency/old", True)), (2016, ("agency/old", True)),
        (2017, ("agency/new", False)), (None, ("agency/new", False)),
    ],
)  # fmt: skip
def test_the_ministry_of_a_year(year: int | None, expected: tuple[str, bool]) -> None:
    bodies = Bodies(
        parents={"agency/a": "agency/new"},
        affiliations={"agency/a": (Affiliation("agency/old", 2010, 2016),)},
        kinds={"agency/old": MINISTRY, "agency/new": MINISTRY},
    )
    assert bodies.ministry("agency/a", year) == expected
    assert bodies.ministry("agency/new", year) == ("agency/new", True)
    assert bodies.ministry("agency/alone", year) is None


def test_circles_come_to_an_end() -> None:
    bodies = Bodies(
        unit_of={"unit/a": "unit/b", "unit/b": "unit/a"}, parents={"agency/a": "agency/b", "agency/b": "agency/a"},
        within={"place/a": "place/b", "place/b": "place/a"},
    )  # fmt: skip
    assert bodies.ministry("agency/a", 2020) is None
    assert bodies.body_of("unit/a") == "unit/b"
    assert bodies.outermost("place/a") == "place/b"
    assert Categories(replaces={"category/a": frozenset({"category/b"}), "category/b": frozenset({"category/a"})}).now(
        "category/a"
    ) in ("category/a", "category/b")


def test_categories_under_their_names_of_now() -> None:
    categories = Categories(
        broader={"category/x": frozenset({"category/old"})},
        replaces={"category/mid": frozenset({"category/old"}), "category/new": frozenset({"category/mid"})},
    )
    assert categories.now("category/old") == "category/new"
    assert categories.upwards("category/x") == {"category/x", "category/new"}
    assert categories.all_above(["category/x", "category/y"]) == {"category/x", "category/new", "category/y"}


def test_years_and_schemes_of_an_award() -> None:
    given = awards(won("1", "a", edition="f-2021"), won("2", "a", edition="unknown-2021"))
    assert [(given.years(each), given.schemes(each)) for each in given.given] == [([2021], ["scheme/f"]), ([], [])]
    assert [each.year for each in given.by_scheme["scheme/e"]] == list(range(2018, 2025))
