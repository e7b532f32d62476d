import pytest
from markupsafe import Markup

from kg.pages.pictures.timeline import MOST_LINES, Moment, timeline, years_of
from tests.pages.pictures.drawn import NAMES, named, read, texts


def test_moments_stand_in_order_below_a_scale_of_years() -> None:
    picture = read(
        timeline(
            [Moment("first", 2019.5, 2019.5, "/page/x"), Moment("then", 2020.0, 2021.99)], "Posts", "See the table"
        )
    )
    assert texts(picture) == ["2019", "2020", "2021", "2022", "first", "then"]
    assert named(picture) == ("Posts", "See the table")
    assert [each.get("href") for each in picture.iterfind(".//s:a", NAMES)] == ["/page/x"]
    circle, bar = picture.find(".//s:circle", NAMES), picture.find(".//s:rect", NAMES)
    assert circle is not None
    assert bar is not None
    assert float(circle.get("cx", "")) < float(bar.get("x", ""))


def test_labels_stay_inside_and_long_ones_are_cut() -> None:
    picture = read(timeline([Moment("a" * 300, 2010.0, 2010.0), Moment("late", 2020.9, 2020.9)], "t", "d"))
    first, late = (each for each in picture.iterfind(".//s:text", NAMES) if each.get("class") == "p-text")
    assert first.text == "a" * 77 + "…"
    assert (first.get("text-anchor"), late.get("text-anchor")) == ("start", "end")


def test_nothing_is_nothing_and_many_are_cut() -> None:
    assert timeline([], "t", "d") == Markup()
    picture = read(timeline([Moment("", 2000.0 + each, 2000.0 + each) for each in range(60)], "t", "d"))
    assert len(picture.findall(".//s:circle", NAMES)) == MOST_LINES


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2020", (2020.0, 2020.99)),
        ("2020-07", (2020.5, 2020.5 + 1 / 12)),
        ("2020-07-01", (2020.5, 2020.5)),
        ("", None),
        ("soon", None),
        ("2020-01-01-01", None),
    ],
)
def test_dates_as_years(date: str, years: tuple[float, float] | None) -> None:
    assert years_of(date) == (None if years is None else pytest.approx(years))
