from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.dates import PartialDate, format_en, format_th, parse_iso, to_be, to_ce
from tests.strategies import partial_dates, years


@given(years)
def test_eras_round_trip(year: int) -> None:
    assert to_ce(to_be(year)) == year
    assert to_be(year) - year == 543


@given(partial_dates)
def test_a_date_keeps_its_precision(when: PartialDate) -> None:
    assert parse_iso(when.isoformat()) == when
    assert len(when.isoformat()) == {"year": 4, "month": 7, "day": 10}[when.precision]


@pytest.mark.parametrize(
    ("iso", "precision", "thai", "english"),
    [
        ("2020", "year", "2563", "2020 (BE 2563)"),
        ("2020-12", "month", "ธันวาคม 2563", "December 2020 (BE 2563)"),
        ("2020-12-03", "day", "3 ธันวาคม 2563", "3 December 2020 (BE 2563)"),
        ("2024-02-29", "day", "29 กุมภาพันธ์ 2567", "29 February 2024 (BE 2567)"),
    ],
)
def test_as_readers_write_it(iso: str, precision: str, thai: str, english: str) -> None:
    when = parse_iso(iso)
    assert (when.precision, format_th(when), format_en(when)) == (precision, thai, english)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2563-12-03", "the year 2563 lies outside 1941 to 2100 CE; 2563 may be a Buddhist year, 2020 CE"),
        ("1940", "the year 1940 lies outside 1941 to 2100 CE"),
        ("2020-13", "month must be in 1..12"),
        ("2021-02-29", "day is out of range for month"),
        ("2020-00", "'2020-00' has no month 00"),
        ("2020-01-00", "'2020-01-00' has no day 00"),
        ("3 December 2020", "'3 December 2020' is not a date YYYY-MM-DD, YYYY-MM or YYYY"),
        ("๒๐๒๐", "'๒๐๒๐' is not a date YYYY-MM-DD, YYYY-MM or YYYY"),
        ("2020\n", "'2020\\n' is not a date YYYY-MM-DD, YYYY-MM or YYYY"),
        ("20", "'20' is not a date YYYY-MM-DD, YYYY-MM or YYYY"),
        ("", "'' is not a date YYYY-MM-DD, YYYY-MM or YYYY"),
    ],
)
def test_what_no_calendar_has_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_iso(text)
    assert str(caught.value) == reason


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="a day without a month"):
        PartialDate(2020, 0, 3)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert parse_iso(text).isoformat() == text


def test_what_is_not_known_sorts_first() -> None:
    written = ["2020-12-03", "2019-12-31", "2020", "2020-12"]
    assert [when.isoformat() for when in sorted(map(parse_iso, written))] == [
        "2019-12-31",
        "2020",
        "2020-12",
        "2020-12-03",
    ]
