from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.dates import MONTHS_EN, PartialDate, format_th
from kg.text.datespans import find_dates, find_years, published_on
from tests.strategies import partial_dates

PUBLISHED = PartialDate(2022, 9, 13)


def read(text: str, published: PartialDate | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [
        (text[span.start : span.end], span.date.isoformat(), span.last.isoformat())
        for span in find_dates(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("งานวันที่ 16 กันยายน 2563 นี้", "วันที่ 16 กันยายน 2563", "2020-09-16", "2020-09-16"),
        ("เมื่อวันพฤหัสบดีที่ 3 ธันวาคม 2563 ณ", "วันพฤหัสบดีที่ 3 ธันวาคม 2563", "2020-12-03", "2020-12-03"),
        ("วันที่ 2 ธ.ค. 64 เวลา 9.00 น.", "วันที่ 2 ธ.ค. 64", "2021-12-02", "2021-12-02"),
        ("เมื่อ 1 ธ.ค.2564 กรม", "1 ธ.ค.2564", "2021-12-01", "2021-12-01"),
        ("14 มีค 68", "14 มีค 68", "2025-03-14", "2025-03-14"),
        ("เผยแพร่ 27/12/2567", "27/12/2567", "2024-12-27", "2024-12-27"),
        ("on 2020-12-03.", "2020-12-03", "2020-12-03", "2020-12-03"),
        ("10-12 กันยายน 2563", "10-12 กันยายน 2563", "2020-09-10", "2020-09-12"),
        ("8 – 18 ธันวาคม 2565", "8 – 18 ธันวาคม 2565", "2022-12-08", "2022-12-18"),
        ("30 พฤศจิกายน - 2 ธันวาคม 2563", "30 พฤศจิกายน - 2 ธันวาคม 2563", "2020-11-30", "2020-12-02"),
        ("เดือนมิถุนายน 2565", "มิถุนายน 2565", "2022-06", "2022-06"),
        ("12 กันยายน 2022", "12 กันยายน 2022", "2022-09-12", "2022-09-12"),
        ("held on 6 December 2023 at", "6 December 2023", "2023-12-06", "2023-12-06"),
        ("on December 6, 2023, the", "December 6, 2023", "2023-12-06", "2023-12-06"),
        ("from 13-21 August 2022 to", "13-21 August 2022", "2022-08-13", "2022-08-21"),
        ("on the 3rd of March 2021", "3rd of March 2021", "2021-03-03", "2021-03-03"),
        ("in May 2021", "May 2021", "2021-05", "2021-05"),
    ],
)
def test_a_stated_date_and_its_span(text: str, said: str, first: str, last: str) -> None:
    assert read(text) == [(said, first, last)]


@pytest.mark.parametrize(
    ("text", "said", "when"),
    [
        ("วันนี้ นายกเทศมนตรี", "วันนี้", "2022-09-13"),
        ("เมื่อวานนี้ มีพิธี", "เมื่อวานนี้", "2022-09-12"),
        ("yesterday the", "yesterday", "2022-09-12"),
        ("พรุ่งนี้", "พรุ่งนี้", "2022-09-14"),
        ("เมื่อเดือนมิถุนายนที่ผ่านมา", "เดือนมิถุนายนที่ผ่านมา", "2022-06"),
        ("เมื่อเดือนธันวาคมที่ผ่านมา", "เดือนธันวาคมที่ผ่านมา", "2021-12"),
        ("เมื่อวันที่ 10 สิงหาคม มี", "วันที่ 10 สิงหาคม", "2022-08-10"),
        ("วันที่ 3 ม.ค. ที่ผ่านมา", "วันที่ 3 ม.ค.", "2022-01-03"),
    ],
)
def test_a_date_told_from_the_day_of_publication(text: str, said: str, when: str) -> None:
    assert read(text) == [(said, when, when)]


def test_without_a_day_of_publication_nothing_relative_is_read() -> None:
    assert read("วันนี้ และเมื่อวานนี้ และวันที่ 3 มกราคม", None) == []


def test_today_with_its_date_is_one_span() -> None:
    text = "วันนี้ (12 ก.ย. 65) เวลา 10.00 น."
    (span,) = find_dates(text, PUBLISHED)
    assert (text[: span.end], span.date.isoformat(), span.today) == ("วันนี้ (12 ก.ย. 65)", "2022-09-12", True)


@pytest.mark.parametrize("text", ["31 กุมภาพันธ์", "99 มกราคม 2563", "ร้อยละ 2.5 และ 13.10", "12.30 น.", "10/40/2563", ""])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert [span for span in find_dates(text, PUBLISHED) if span.date.day] == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ประจำปี 2563", [2020]),
        ("ประจำปีงบประมาณ พ.ศ. 2567", [2024]),
        ("ปี 63 และปี 2021", [2020, 2021]),
        ("Awards 2020", [2020]),
        ("2,563 บาท 25631 20 ปี", []),
    ],
)
def test_years(text: str, years: list[int]) -> None:
    assert [span.date.year for span in find_years(text)] == years


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ข่าว เรื่องหนึ่ง\n\nวันพุธที่ 16 กันยายน 2563\nเนื้อข่าว วันที่ 2 กันยายน 2563", "2020-09-16"),
        ("November 21, 2024\n\nหัวข้อ\n\nOctober 11, 2023 695\n\nเนื้อข่าว", "2023-10-11"),
        ("หัวข้อ\n12 กันยายน 2565 กรุงเทพมหานคร – หน่วยงานหนึ่ง", "2022-09-12"),
        ("หัวข้อ\nเนื้อข่าวของวันที่ 2 กันยายน 2563 ไม่มีวันเผยแพร่", None),
    ],
)
def test_the_day_of_publication(text: str, when: str | None) -> None:
    found = published_on(text)
    assert (found.date.isoformat() if found else None) == when


@given(partial_dates.filter(lambda when: when.day > 0 and when.year >= 1983))
def test_what_is_written_is_read(when: PartialDate) -> None:
    english = f"{when.day} {MONTHS_EN[when.month - 1]} {when.year}"
    for text in (format_th(when), english):
        (span,) = find_dates(text)
        assert (span.date, text[span.start : span.end]) == (when, text)


@given(st.text(alphabet="0123456789 /-.,กม.คยพศวันที่นี้()มกราคมMay", max_size=60))
def test_any_text_is_read_without_error_in_order(text: str) -> None:
    spans = find_dates(text, PUBLISHED)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
