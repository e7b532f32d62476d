from collections.abc import Iterable

from kg.views.awards import Categories, Declared
from kg.views.completeness import completeness, note
from tests.views.making import awards, cells, choice, won
from tests.views.making import note as note_of

CATEGORIES = Categories(broader={"category/a": frozenset({"category/c"})})
TOTALS = (
    Declared("claim/whole", "edition/e-2020", (), 5),
    Declared("claim/rough", "edition/e-2020", (), 9, exact=False),
    Declared("claim/c", "edition/e-2020", ("category/c",), 1),
    Declared("claim/both", "edition/e-2020", ("category/c", "category/d"), 7),
    Declared("claim/later", "edition/e-2021", (), 4),
)
GIVEN = awards(
    won("1", "dbd", categories=["category/a"]), won("2", "dga", categories=["category/c"]), won("3", "rd"),
    categories=CATEGORIES, declared=TOTALS,
)  # fmt: skip


def evidenced(refs: Iterable[str]) -> set[str]:
    return set(refs) - {"conferment/3"}


def test_declared_found_and_evidenced_of_each_edition_and_category() -> None:
    result = completeness(GIVEN, choice(), evidenced)
    assert cells(result) == [
        ("edition/e-2021", None, 2021, 4, True, 0, 0, 4, 0.0),
        ("edition/e-2020", None, 2020, 5, True, 3, 2, 2, 0.6),
        ("edition/e-2020", "category/a", 2020, None, None, 1, 1, None, None),
        ("edition/e-2020", "category/c", 2020, 1, True, 2, 2, 0, 2.0),
    ]
    assert result.rows[1].proof == ("conferment/1", "conferment/2", "conferment/3", "claim/whole")


def test_filters_choose_editions_and_categories() -> None:
    assert [row[:2] for row in cells(completeness(GIVEN, choice(category="c"), evidenced))] == [
        ("edition/e-2020", None), ("edition/e-2020", "category/a"), ("edition/e-2020", "category/c")
    ]  # fmt: skip
    nothing = completeness(GIVEN, choice(scheme="f"), evidenced)
    assert (nothing.rows, note_of(nothing, "empty")) == ((), "no award and no declared total fits")


def test_the_note_says_of_how_many_editions_a_total_is_known() -> None:
    said = note(GIVEN, GIVEN.given)
    assert said.figures == {"editions": 1, "editions_declared": 1, "declared": 5, "found": 3}
    assert said.text["en"] == (
        "a total is declared for 1 of 1 editions counted, and of those 5 awards the graph holds 3: take counts as lower"
        " bounds"
    )
    none = awards(won("1", "dbd"))
    assert note(none, none.given).text["en"] == (
        "no total is declared for any of the 1 editions counted: take counts as lower bounds"
    )
