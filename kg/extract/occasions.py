"""Namings of an occasion in a text: a ceremony, a day that is kept, or only the giving of an award."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.inorder import InOrder
from kg.extract.persons import people_words
from kg.text.datespans import DateSpan

_NAME_REACH: Final = 160


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of an occasion, and how strongly it says that one took place."""

    start: int
    end: int
    name: str
    weight: int
    held: bool  # named as an occasion, not only by what was given
    to_come: bool = False  # only planned, or a committee's task
    day: DateSpan | None = None
    place: tuple[int, int] | None = None


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[int, re.Pattern[str]], ...]]:
    """Where a naming may open, and what must follow there, with the weight of what it says."""
    words = people_words()
    award, act = words.any_of("award"), words.any_of("award_act")
    quote = r"[\s“\"‘'(]{0,3}"
    glued = "|".join(f"(?<={re.escape(word)})" for word in words.lists["before_occasion"])
    held = rf"(?:(?<![ก-๎])|{glued})(?!{words.any_of('no_occasion')}){words.any_of('occasion')}(?:เปิด|ปิด)?(?:งาน)?"
    weighed = (
        (3, rf"{held}(?:(?:{act}|และ)+{quote}[^\s]{{0,14}}?|{quote})(?<!ผู้ได้รับ){award}"),
        (3, rf"{held}{quote}(?=[A-Z0-9][^\n”]{{0,60}}Award)"),
        (3, rf"{held}(?=[^\n]{{3,110}}?(?:มอบ{quote}[^\s]{{0,12}}?{award}|Awards? 20\d\d))"),
        (2, rf"(?:(?<=เปิด)|(?<=ปิด)){held}"),
        (2, rf"{held}{quote}(?={words.any_of('yearly')})"),
        (2, rf"{held}{quote}(?=[A-Z][A-Za-z& ]{{1,50}}20\d\d)"),
        (2, rf"(?<=จัด)(?!{words.any_of('no_occasion')})งาน(?=วัน)"),
        (2, rf"(?<=เปิด){words.any_of('gathering')}"),
        (2, rf"(?<=ใน){words.any_of('occasion')}{quote}(?=[^\n]{{0,40}}?{words.any_of('contest')})"),
        (2, rf"(?<!จะ)(?<!รับ){words.any_of('give')}{quote}[^\s]{{0,10}}?{award}"),
        (2, rf"(?<!จะ)ประกาศผล[^\s]{{0,20}}?{award}|(?<!จะ)ประกาศผล{words.any_of('choosing')}"),
        (2, rf"(?<=จาก){words.any_of('stage')}{quote}(?=[A-Z0-9])|(?<=ใน)(?:รายการ|เวที){quote}(?=[A-Z0-9])"),
        (2, rf"(?:(?<=จาก)|(?<=ใน)){words.any_of('competition')}(?=[^\n]{{0,12}}?[A-Z][a-z])"),
        (1, rf"(?<!จะ)(?<!ชื่อ)(?:เข้ารับ|รับมอบ|ขึ้นรับ){quote}[^\s]{{0,12}}?{award}"),
        (-1, rf"(?<![ก-๎])รับ{quote}{award}"),
        (-3, rf"(?<!จะ)(?<!ผู้)(?<!ที่)ได้รับ{quote}[^\s]{{0,12}}?{award}"),
    )
    heads = words.any_of("occasion", "gathering", "give", "stage", "competition")
    opening = rf"{heads}|ประกาศผล|เข้ารับ|รับมอบ|ขึ้นรับ|ได้รับ|(?<![ก-๎])รับ"
    return re.compile(opening), tuple((weight, re.compile(pattern)) for weight, pattern in weighed)


def openings_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and weight of the words that open a naming."""
    opening, weighed = _patterns()
    for place in opening.finditer(text):
        for weight, pattern in weighed:
            if match := pattern.match(text, place.start()):
                yield match.start(), match.end(), weight
                break


def namings(text: str, openings: Sequence[tuple[int, int, int]], days: InOrder[DateSpan]) -> Iterator[Naming]:
    """The namings that begin where a text opens one, each to the end of its name."""
    busy = 0
    for start, opened, weight in openings:
        if start >= busy:
            busy = _name_end(text, opened, days, named=weight >= _NAMED)
            held = _held().match(text, start) is not None
            to_come = _planned(text, start, busy)
            yield Naming(start, busy, _name(text[start:busy], weight), weight, held, to_come)


def _planned(text: str, start: int, end: int) -> bool:
    """Whether the words around say that the occasion is still to come, or only who prepares it."""
    before, behind = text[max(0, start - _BEFORE) : start], text[start : end + _BEHIND]
    now = "นี้" in text[end : end + _TODAY]
    return bool(_plans().search(before)) or bool(_future().search(behind) and not now)


_BEFORE: Final = 24
_BEHIND: Final = 10
_TODAY: Final = 60


@cache
def _plans() -> re.Pattern[str]:
    return re.compile(people_words().any_of("planned"))


@cache
def _future() -> re.Pattern[str]:
    return re.compile(people_words().any_of("to_be_held"))


@cache
def _held() -> re.Pattern[str]:
    return re.compile(people_words().any_of("occasion", "gathering"))


@cache
def _name_stop(named: bool) -> re.Pattern[str]:
    """Where a name ends; the name of what was given ends also where the occasion is named."""
    ends = ("event_end",) if named else ("event_end", "at_occasion")
    return re.compile(rf"\s?{people_words().any_of(*ends)}|(?<![ก-๎])ณ|\n|\s(?:{people_words().title.pattern})|\s{{3,}}")


YEAR_TAIL: Final = re.compile(
    r"\s*+(?:ประจำ\s?)?(?:ปี(?:งบประมาณ)?)?\s*+(?:พ\.\s?ศ\.|พุทธศักราช)?\s*+(?:25|20)\d\d|\s*+ครั้งที่\s*+\d+"
)
_LATIN_NAME: Final = re.compile(r"[\s“\"‘']{0,3}[A-Z0-9][A-Za-z0-9 &’'.,:+()/-]{5,}[A-Za-z0-9)][”\"’']?(?=\s[ก-ฮ])")
_QUOTED: Final = re.compile(r"\s*[“\"(][^”\")\n]{2,70}[”\")]")


def _name_end(text: str, at: int, days: InOrder[DateSpan], *, named: bool) -> int:
    """The name runs on to a word that never stands in one; a quoted name and a year behind it belong to it."""
    quoted = _QUOTED.match(text, at)
    stop = _name_stop(named).search(text, quoted.end() if quoted else at, at + _NAME_REACH)
    end = stop.start() if stop else min(len(text), at + _NAME_REACH)
    if latin := _LATIN_NAME.match(text, at, end):
        end = latin.end()
    day = days.next_from(at + 1)
    end = min(end, day.start) if day else end
    while tail := _QUOTED.match(text, end) or YEAR_TAIL.match(text, end):
        end = tail.end()
    return at + len(text[at:end].rstrip())


def _name(said: str, weight: int) -> str:
    """The occasion's name in full: "to take the award" happens at the ceremony of giving it."""
    said = " ".join(said.split())
    if weight >= _NAMED:
        return said
    bare = re.sub(r"^(?:ประธาน|ได้|ผู้)?(?:มอบ|เข้ารับมอบ|เข้ารับ|รับมอบ|ขึ้นรับ|ได้รับ|รับ)\s*", "", said)
    return said if bare == said else f"พิธีมอบ{bare}"


_NAMED: Final = 3
OCCASION: Final = 2
