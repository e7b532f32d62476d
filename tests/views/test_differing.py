from kg.views.differing import Differing, contradictions
from tests.views.making import awards, cells, choice, note, won

ABOUT = ("contradiction/x", "conferment/1", "aw:level", "")
TWO = [
    Differing(*ABOUT, "level/good", "evidence/b", "source/b", 7, 9),
    Differing(*ABOUT, "level/best", "evidence/a", "source/a", 3, 5),
]


def test_each_value_with_the_place_that_says_it() -> None:
    result = contradictions(awards(), choice(), TWO)
    head = ("contradiction/x", "conferment/1", "aw:level", None)
    assert cells(result) == [
        (*head, "level/best", "source/a", 3, 5, "evidence/a"), (*head, "level/good", "source/b", 7, 9, "evidence/b")
    ]  # fmt: skip
    assert result.rows[0].proof == ("conferment/1",)


def test_years_choose_what_is_about_their_awards() -> None:
    given = awards(won("1", "dbd"))
    assert len(contradictions(given, choice(from_=2020), TWO).rows) == 2
    later = contradictions(given, choice(from_=2021), TWO)
    assert (later.rows, note(later, "empty")) == ((), "no documents differ on anything that fits")
