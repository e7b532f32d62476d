"""Dates in running text, each with its span: both eras, ranges, and days told from the day of publication.

The text is expected with Western digits (``kg.text.digits``). A Buddhist year may have its last two digits only; a
day without a year, and a day that is told from another ("yesterday"), are read against the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from kg.text.dates import MONTHS_EN, MONTHS_TH, PartialDate, to_ce

Kind = Literal["stated", "relative"]

_SHORT_TH: Final = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
# Years of two digits are Buddhist ones from 2540 on: news of our awards is not older.
_CENTURY_BE: Final = 2500
_FIRST_SHORT: Final = 40
_FIRST_BE: Final = 2400


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """A date and where it stands; ``last`` is the other end of a range, else the date itself."""

    start: int
    end: int
    date: PartialDate
    last: PartialDate
    kind: Kind = "stated"
    today: bool = False


def _abbreviated(names: Iterable[str]) -> str:
    """A pattern for abbreviations with or without their full stops."""
    return "|".join(re.escape(name.rstrip(".")).replace(r"\.", r"\.?\s?") for name in names)


_MONTH_TH: Final = rf"(?:{'|'.join(MONTHS_TH)}|(?:{_abbreviated(_SHORT_TH)})(?:\.|(?![ก-๎])))"
_MONTH_EN: Final = rf"(?:{'|'.join(MONTHS_EN)}|{'|'.join(name[:3] for name in MONTHS_EN)}|Sept)\b\.?"
_YEAR_TH: Final = (
    r"(?:\s*(?:ที่ผ่านมา|นี้|ปี|พ\.\s?ศ\.|พุทธศักราช|ค\.ศ\.|,)?\s*(?:พ\.\s?ศ\.|ค\.ศ\.)?\s*"
    r"((?:24|25|26|19|20)\d\d|[4-9]\d)(?![\d.:,]\d|\d|\s*(?:%|บาท|คน|แห่ง|ราย|รางวัล|ปี|วัน)))"
)
_DAY: Final = r"(?<!\d)(?<!\d[.,/])([0-3]?\d)"
_DASH: Final = r"\s*(?:-|–|—|ถึง(?:วันที่)?|และ|,)\s*"
_DAY_TH: Final = re.compile(rf"{_DAY}(?:\s*({_MONTH_TH}){_YEAR_TH}?)?(?:{_DASH}([0-3]?\d))?\s*({_MONTH_TH}){_YEAR_TH}?")
_ONE_MONTH_TH: Final = re.compile(rf"({_MONTH_TH})(?:\s*(?:{_DASH.replace(',', '/')})\s*({_MONTH_TH}))?{_YEAR_TH}")
_MONTH_PAST: Final = re.compile(rf"เดือน\s?({_MONTH_TH})\s*ที่ผ่านมา")
_NUMERIC: Final = re.compile(r"(?<![\d/.-])(?:(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)|(\d{4})-(\d\d)-(\d\d))(?![\d/-])")
_DAY_EN: Final = re.compile(
    rf"{_DAY}(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and)\s*([0-3]?\d)(?:st|nd|rd|th)?)?\s+(?:of\s+)?({_MONTH_EN}),?(?:\s+(\d{{4}}))?(?!\d)"
)
_MONTH_DAY_EN: Final = re.compile(
    rf"\b({_MONTH_EN})\s+([0-3]?\d)(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and)\s*([0-3]?\d)(?:st|nd|rd|th)?)?(?!\d)(?:,?\s+(\d{{4}}))?(?!\d)"
)
_ONE_MONTH_EN: Final = re.compile(rf"\b({_MONTH_EN}),?\s+(\d{{4}})(?!\d)")
_YESTERDAY: Final = r"เมื่อ\s?วาน(?:\s?นี้)?|วานนี้|\b[Yy]esterday\b"
_TOMORROW: Final = r"(?:วัน)?พรุ่งนี้|\b[Tt]omorrow\b"
_RELATIVE: Final = re.compile(rf"({_YESTERDAY})|({_TOMORROW})|วัน(?:เดียวกัน)?นี้|\b[Tt]oday\b")
_TODAY_BEFORE: Final = re.compile(r"(?:วัน(?:เดียวกัน)?นี้|[Tt]oday)\s*\(?\s*(?:ตรงกับ)?(?:วัน[ก-๎]{0,12}ที่)?\s*$")
_LEAD: Final = re.compile(
    r"(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?\s?ที่"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)\s*$"
)
_QUICK: Final = re.compile(rf"\d|นี้|วาน|[Yy]esterday|[Tt]o(?:day|morrow)|เดือน|{'|'.join(MONTHS_TH + MONTHS_EN)}")


def find_dates(text: str, published: PartialDate | None = None) -> list[DateSpan]:
    """All dates of a text in order; what only the day of publication can tell is left out where that is unknown."""
    if not _QUICK.search(text):
        return []
    found: list[DateSpan] = []
    for reader in (_thai_days, _english_days, _numeric_days, _months):
        found += (span for span in reader(text, published) if not _overlaps(found, span))
    found = [_with_lead(text, span) for span in found]
    found += (span for span in _relative(text, published) if not _overlaps(found, span))
    return sorted(found)


def published_on(text: str) -> DateSpan | None:
    """The day of publication: in the text's head a line that says nothing but a day, or opens with day and place.

    Where several lines do, the earliest day: a page may show the day on which it was called up.
    """
    at, alone, opening = 0, [], []
    for line in text[:_HEAD].split("\n"):
        spans = [span for span in find_dates(line) if span.date.day]
        if spans:
            span = spans[0]
            moved = DateSpan(at + span.start, at + span.end, span.date, span.last)
            if len(line) < _SHORT_LINE and _only_a_date(line, span):
                alone.append(moved)
            elif span.start == 0 and _DATELINE.match(line, span.end):
                opening.append(moved)
        at += len(line) + 1
    return min(alone or opening, key=lambda span: span.date, default=None)


_HEAD: Final = 1500
_SHORT_LINE: Final = 80
_DATELINE: Final = re.compile(r"[\s,]*[^\s\d]{0,30}(?: [^\s\d]{1,20})?\s*[–—-]\s")
_LINE_EXTRA: Final = re.compile(
    r"(?:เผยแพร่|ประกาศ|โพสต์|ข่าว|วันที่|เมื่อ|ลง|Published|Posted|Date|on|[:|\s,.–-]|เวลา|\d{1,2}[:.]\d\d(?::\d\d)?|น\.|\d{1,7}|views?)*",
    re.IGNORECASE,
)


def _only_a_date(line: str, span: DateSpan) -> bool:
    return bool(_LINE_EXTRA.fullmatch(line[: span.start]) and _LINE_EXTRA.fullmatch(line[span.end :]))


def _overlaps(found: list[DateSpan], span: DateSpan) -> bool:
    return any(other.start < span.end and span.start < other.end for other in found)


def year_of(digits: str) -> int:
    """Year CE of two or four digits: two are the end of a Buddhist year."""
    value = int(digits)
    if value < 100:
        value += _CENTURY_BE
    return to_ce(value) if value >= _FIRST_BE else value


def _month_of(name: str) -> int:
    bare = re.sub(r"[\s.]", "", name)
    if bare in MONTHS_TH:
        return MONTHS_TH.index(bare) + 1
    for number, short in enumerate(_SHORT_TH, 1):
        if bare == short.replace(".", ""):
            return number
    return next(number for number, full in enumerate(MONTHS_EN, 1) if full.startswith(bare[:3]))


def _make(year: int | None, month: int, day: int, published: PartialDate | None) -> PartialDate | None:
    """A date, or nothing where no calendar has it; without a year the nearest one to the day of publication."""
    try:
        if year is None:
            return _nearest(month, day, published) if published else None
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, published: PartialDate) -> PartialDate:
    here = published.month or 6
    year = published.year
    if month - here > 6:
        year -= 1
    elif here - month > 6:
        year += 1
    return PartialDate(year, month, day)


def _span(match: re.Match[str], first: PartialDate | None, last: PartialDate | None) -> Iterator[DateSpan]:
    if last is not None:
        begin = first if first is not None and first <= last else last
        yield DateSpan(match.start(), match.end(), begin, last)


def _thai_days(text: str, published: PartialDate | None) -> Iterator[DateSpan]:
    for match in _DAY_TH.finditer(text):
        day, early_month, early_year, last_day, month, year = match.groups()
        if early_month and not last_day:  # "30 พฤศจิกายน พฤศจิกายน": no range, the second month belongs elsewhere
            continue
        last_year = year_of(year) if year else None
        last = _make(last_year, _month_of(month), int(last_day or day), published)
        if last and published and not year and last > published and _PAST.match(text, match.end()):
            last = _make(last.year - 1, last.month, last.day, published)
            last_year = last.year if last else None
        first_year = year_of(early_year) if early_year else last_year
        first = _make(first_year, _month_of(early_month or month), int(day), published)
        yield from _span(match, first, last)


_PAST: Final = re.compile(r"\s*ที่(?:ผ่านมา|แล้ว)")


def _english_days(text: str, published: PartialDate | None) -> Iterator[DateSpan]:
    if not _LATIN_MONTH.search(text):
        return
    for match in _DAY_EN.finditer(text):
        day, last_day, month, year = match.groups()
        yield from _english(match, month, (day, last_day or day), year, published)
    for match in _MONTH_DAY_EN.finditer(text):
        month, day, last_day, year = match.groups()
        yield from _english(match, month, (day, last_day or day), year, published)


_LATIN_MONTH: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def _english(
    match: re.Match[str], month: str, days: tuple[str, str], year: str | None, published: PartialDate | None
) -> Iterator[DateSpan]:
    number = year_of(year) if year else None
    first, last = (_make(number, _month_of(month), int(day), published) for day in days)
    yield from _span(match, first, last)


def _numeric_days(text: str, published: PartialDate | None) -> Iterator[DateSpan]:
    for match in _NUMERIC.finditer(text):
        day, month, year, iso_year, iso_month, iso_day = match.groups()
        if year is not None and len(year) == 2 and int(year) < _FIRST_SHORT:
            continue
        when = _make(year_of(year or iso_year), int(month or iso_month), int(day or iso_day), published)
        if when is not None and when.month:
            yield from _span(match, when, when)


def _months(text: str, published: PartialDate | None) -> Iterator[DateSpan]:
    for match in _ONE_MONTH_TH.finditer(text):
        year = year_of(match[3])
        first = _make(year, _month_of(match[1]), 0, published)
        last = _make(year, _month_of(match[2] or match[1]), 0, published)
        yield from _span(match, first, last)
    for match in _MONTH_PAST.finditer(text):
        if published:
            month = _month_of(match[1])
            year = published.year - (month > (published.month or 12))
            past = _make(year, month, 0, published)
            yield from (DateSpan(s.start, s.end, s.date, s.last, "relative") for s in _span(match, past, past))
    for match in _ONE_MONTH_EN.finditer(text):
        when = _make(year_of(match[2]), _month_of(match[1]), 0, published)
        yield from _span(match, when, when)


def _relative(text: str, published: PartialDate | None) -> Iterator[DateSpan]:
    if published is None or not published.day:
        return
    day = date(published.year, published.month, published.day)
    for match in _RELATIVE.finditer(text):
        moved = day + timedelta(days=-1 if match[1] else 1 if match[2] else 0)
        when = PartialDate(moved.year, moved.month, moved.day)
        yield DateSpan(match.start(), match.end(), when, when, "relative", today=moved == day)


def _with_lead(text: str, span: DateSpan) -> DateSpan:
    """The span with the words that announce a date: the day of the week, "today (…)"."""
    head = text[max(0, span.start - 40) : span.start]
    lead = _LEAD.search(head)
    start = span.start - (len(head) - lead.start()) if lead else span.start
    head = text[max(0, start - 40) : start]
    today = _TODAY_BEFORE.search(head)
    if today:
        start -= len(head) - today.start()
    end = span.end + 1 if today and "(" in today[0] and text[span.end : span.end + 1] == ")" else span.end
    return DateSpan(start, end, span.date, span.last, span.kind, today=today is not None)


_YEAR: Final = re.compile(
    r"(?:(?:ประจำ\s?)?ปี(?:\s?งบประมาณ)?|พุทธศักราช|พ\.\s?ศ\.|ค\.\s?ศ\.)\s?(?:พ\.\s?ศ\.|ค\.\s?ศ\.)?\s?"
    r"((?:24|25|26|19|20)\d\d|[4-9]\d)(?![\d.,]*\d|\s*(?:ปี|%))|(?<![\d.,/-])(25[4-9]\d|20[0-4]\d)(?![\d/-]|[.,]\d)"
)


def find_years(text: str) -> list[DateSpan]:
    """All years, said as years or of a form that only years have; those within dates too."""
    found = []
    for match in _YEAR.finditer(text):
        try:
            year = PartialDate(year_of(match[1] or match[2]))
        except ValueError:
            continue  # a year of history: no award of ours is so old
        found.append(DateSpan(match.start(), match.end(), year, year))
    return found
