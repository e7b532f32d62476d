from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.views.awards import Edition
from kg.views.runs import Calendar


def edition(year: int, held: bool | None = None, ordinal: int | None = None) -> Edition:
    return Edition(f"edition/e-{year}", "scheme/e", year, ordinal, held)


def lengths(calendar: Calendar, *years: int) -> list[tuple[int, ...]]:
    return [run.years for run in calendar.runs(years)]


def test_years_one_after_another_are_a_run() -> None:
    calendar = Calendar.of([edition(year) for year in range(2018, 2024)])
    assert lengths(calendar, 2018, 2019, 2021, 2022, 2023) == [(2018, 2019), (2021, 2022, 2023)]
    assert calendar.gaps([2018, 2019, 2021]) == (2020,)
    assert calendar.runs([]) == []


def test_an_edition_that_was_not_held_breaks_nothing() -> None:
    calendar = Calendar.of([edition(2019), edition(2020, held=False), edition(2021, held=False), edition(2022)])
    assert lengths(calendar, 2019, 2022) == [(2019, 2022)]
    assert (calendar.gaps([2019, 2022]), calendar.skipped([2019, 2022])) == ((), (2020, 2021))
    assert calendar.before(2022) == 2019


def test_a_year_of_which_no_edition_is_known_breaks_the_run() -> None:
    calendar = Calendar.of([edition(2019), edition(2021)])
    assert lengths(calendar, 2019, 2021) == [(2019,), (2021,)]
    assert calendar.before(2021) == 2020


def test_ordinals_show_that_two_editions_follow_on_one_another() -> None:
    calendar = Calendar.of([edition(2018, ordinal=5), edition(2020, ordinal=6), edition(2022, ordinal=8)])
    assert lengths(calendar, 2018, 2020, 2022) == [(2018, 2020), (2022,)]
    assert calendar.before(2020) == 2018


def test_a_year_counts_as_not_held_where_every_edition_of_it_was_not() -> None:
    other = Edition("edition/e-2020-b", "scheme/e", 2020, held=True)
    assert Calendar.of([edition(2020, held=False), other]).not_held == frozenset()


years = st.sets(st.integers(2000, 2030))


@given(years, years)
def test_runs_hold_every_year_once_and_only_years_not_held_between(won: set[int], not_held: set[int]) -> None:
    calendar = Calendar.of(edition(year, held=False) for year in not_held - won)
    runs = calendar.runs(won)
    assert [year for run in runs for year in run.years] == sorted(won)
    inside = {year for run in runs for year in range(run.years[0], run.years[-1] + 1)}
    assert inside - won <= not_held
    # Between two runs stands a year that nothing explains: runs are as long as they can be.
    assert all(
        any(year not in not_held for year in range(one.years[-1] + 1, two.years[0])) for one, two in pairwise(runs)
    )
    assert set(calendar.gaps(won)) == {
        year for year in range(min(won, default=0), max(won, default=-1)) if year not in won | not_held
    }
