import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.text.digits import thai_digits
from kg.text.values import day, shortened, year


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2563", 2020), ("๒๕๖๓", 2020), ("63", 2020), ("2020", 2020), ("2563.0", 2020), (" 2563\u200b", 2020),
        ("พ.ศ. 2563", 2020), ("ปีงบประมาณ พ.ศ. ๒๕๖๓", 2020), ("ประจำปี 2563", 2020), ("2020-12-03", 2020),
        ("2020-12-03T00:00:00", 2020), ("3 ธันวาคม 2563", 2020), ("ค.ศ. 2020", 2020),
    ],
)  # fmt: skip
def test_years_as_they_are_written(said: str, meant: int) -> None:
    assert year(said) == meant


def test_two_digits_are_of_the_era_that_is_declared() -> None:
    assert (year("20", "CE"), year("63", "BE"), year("2563", "CE")) == (2020, 2020, 2020)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("abc", "'abc' is no year; write one year, 2563 or 2020"),
        ("2562 และ 2563", "'2562 และ 2563' holds several years; write one year, 2563 or 2020"),
        ("1200", "'1200' is no year of 1941 to 2100; write one year, 2563 or 2020"),
        ("x" * 100, f"'{'x' * 57}…' is no year; write one year, 2563 or 2020"),
    ],
)
def test_what_is_no_year(said: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        year(said)
    assert str(caught.value) == message


@given(st.integers(1957, 2056), st.booleans(), st.booleans())
def test_a_year_is_the_same_in_both_eras_and_both_digits(ce: int, buddhist: bool, thai: bool) -> None:
    said = str(ce + 543 if buddhist else ce)
    assert year(thai_digits(said) if thai else said) == ce


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2020-12-03", "2020-12-03"), ("2020-12-03T10:00:00", "2020-12-03"), ("3/12/2563", "2020-12-03"),
        ("3 ธันวาคม 2563", "2020-12-03"), ("๓ ธ.ค. ๖๓", "2020-12-03"), ("3 December 2020", "2020-12-03"),
        ("ธันวาคม 2563", "2020-12"), ("2563", "2020"), ("2020-12-03T00:00:00Z", "2020-12-03"),
    ],
)  # fmt: skip
def test_dates_as_they_are_written(said: str, meant: str) -> None:
    assert day(said) == meant


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("soon", "'soon' is no date; write it as 2020-12-03 or 3 ธันวาคม 2563"),
        ("3/12/2563 และ 4/12/2563", "'3/12/2563 และ 4/12/2563' holds several dates; "),
    ],
)
def test_what_is_no_date(said: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        day(said)
    assert str(caught.value).startswith(message)


@given(st.dates(min_value=datetime.date(1957, 1, 1), max_value=datetime.date(2056, 12, 31)))
def test_an_iso_date_is_itself(when: object) -> None:
    assert day(str(when)) == str(when)


def test_long_words_are_cut_in_messages() -> None:
    assert (shortened("ab"), len(shortened("x" * 500))) == ("'ab'", 60)
