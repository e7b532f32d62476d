"""The ceremony or announcement of which an article tells: name, day, place and organizer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from kg.extract.confidence import confidence
from kg.extract.inorder import InOrder
from kg.extract.mentions import Mention
from kg.extract.occasions import OCCASION, YEAR_TAIL, Naming, namings, openings_of
from kg.extract.persons import award_places, is_story, people_words
from kg.text.dates import PartialDate
from kg.text.datespans import DateSpan, find_dates

_PLACE_REACH: Final = 170
_DATE_REACH: Final = 1500
_ENOUGH: Final = 2


@dataclass(frozen=True, slots=True)
class EventRow:
    """An occasion at which awards were given or announced; ``date`` is an ISO date, or empty where none is said."""

    name: str
    start: int
    end: int
    date: str | None = None
    place: str | None = None
    organizer: str | None = None
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    signs: tuple[str, ...] = ()
    confidence: float = 0.0


def events(
    text: str, mentions: Sequence[Mention], published: PartialDate | None, *, conferred: bool = False
) -> list[EventRow]:
    """The occasion that the article is about, if it is about one; ``conferred`` says whether anybody won."""
    openings = list(openings_of(text)) if conferred or is_story(text) else []
    if not openings:
        return []
    days = InOrder(
        [span for span in find_dates(text, published) if _can_be(span, published) and not _alone(text, span)]
    )
    found = [_placed(text, naming, days) for naming in namings(text, openings, days)]
    if all(naming.held and naming.weight <= OCCASION for naming in found):
        return []  # no word of an award being given
    found = [naming for naming in found if _score(naming) >= _ENOUGH and not _BARE.fullmatch(naming.name)]
    if not found:
        return []
    best = max(found, key=lambda naming: (_score(naming), -naming.start))
    alone = None
    if best.day is None and best.weight > 0:
        alone = _only_told(text, days)
        best = replace(best, day=alone)
    signs = _signs(text, best, rivals=found, conferred=conferred)
    return [_row(text, best, found, mentions, [*signs, *(["only day told"] if alone else [])])]


def _signs(text: str, best: Naming, *, rivals: Sequence[Naming], conferred: bool) -> list[str]:
    """What speaks for an occasion and its day, and against them."""
    places = award_places(text)
    others = {naming.day.date for naming in rivals if naming.day and best.day and naming.day.date != best.day.date}
    seen = {
        "no day": best.day is None,
        "day told": best.day is not None and _told(text, best.day),
        "day near": best.day is not None and _near(best, best.day),
        "other days": bool(others),
        "place": best.place is not None,
        "to come": best.to_come,
        "vague": bool(_VAGUE.search(best.name)),
        "year": bool(YEAR_TAIL.search(best.name)),
        "late": not places or places[0] > _HEAD,
        "conferred": conferred,
        "told again": len(rivals) > 1,
    }
    told = "occasion" if best.held else "act"
    return [f"{told} {best.weight}", *(sign for sign, holds in seen.items() if holds)]


_HEAD: Final = 1500


_NEWS: Final = 5


def _can_be(span: DateSpan, published: PartialDate | None) -> bool:
    """Whether a date is a day that news can be of: nobody reports what happened years ago."""
    return bool(span.date.day) and (published is None or span.date.year >= published.year - _NEWS)


def _alone(text: str, span: DateSpan) -> bool:
    """Whether a day is all that its line says: the day of publication."""
    end = text.find("\n", span.end)
    return not (
        text[text.rfind("\n", 0, span.start) + 1 : span.start] + text[span.end : end if end >= 0 else None]
    ).strip()


def _score(naming: Naming) -> int:
    full = bool(YEAR_TAIL.search(naming.name)) - 2 * bool(_VAGUE.search(naming.name))
    told = naming.weight < 0 and naming.day is not None and not naming.day.today and _near(naming, naming.day)
    early = naming.weight == OCCASION and naming.held and naming.start < _EARLY
    full -= 3 * naming.to_come
    return naming.weight + 3 * (naming.day is not None) + (naming.place is not None) + full + 2 * (told + early)


def _near(naming: Naming, day: DateSpan) -> bool:
    return max(day.start - naming.end, naming.start - day.end) <= _PLACE_REACH


_EARLY: Final = 900


_BARE: Final = re.compile(r"(?:พิธี|งาน|กิจกรรม|เปิด|ปิด|นี้|ดังกล่าว|ฯ|\s)*")
_VAGUE: Final = re.compile(r"(?:ดังกล่าว|นี้)$|^พิธี(?:เปิด|ปิด)?(?:และ)?(?:มอบ)?\s?\S{0,8}$")


def _placed(text: str, naming: Naming, days: InOrder[DateSpan]) -> Naming:
    line = text.rfind("\n", 0, naming.start) + 1
    end = text.find("\n", naming.end)
    end = min(len(text) if end < 0 else end, naming.end + _DATE_REACH)
    here = [day for day in days.between(max(line, naming.start - _DATE_REACH), end) if day.end <= end]
    day = min(here, key=lambda span: _distance(text, naming, span), default=None)
    place = _place(text, (naming.start, naming.end), (line, end))
    return replace(naming, day=day, place=place)


def _distance(text: str, naming: Naming, span: DateSpan) -> tuple[int, int]:
    """A day that is told with "on" or "today" comes before one told otherwise; then the nearer one."""
    gap = naming.start - span.end if span.end <= naming.start else span.start - naming.end
    return (0 if _told(text, span) else 1, max(0, gap))


def _told(text: str, span: DateSpan) -> bool:
    """Whether something happened on that day: "today", "on the", or a day at the opening of a line."""
    head = text[max(0, span.start - 8) : span.start].rstrip()
    if span.kind == "relative":
        return not text.startswith(_TOMORROW, span.start)
    return (
        span.today
        or head.endswith(("เมื่อ", "ใน", "วานนี้ (", "วานนี้("))
        or span.start == text.rfind("\n", 0, span.start) + 1
    )


_TOMORROW: Final = ("พรุ่งนี้", "วันพรุ่งนี้", "tomorrow", "Tomorrow")


def _only_told(text: str, days: InOrder[DateSpan]) -> DateSpan | None:
    """The one past day that the text tells of, if it tells of just one."""
    told = [span for span in days if _told(text, span)]
    return told[0] if told and len({span.date for span in told}) == 1 else None


@cache
def _place_stop() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{people_words().any_of('place_end', 'post')})|\n|\s{{3,}}|;|\((?=ที่)")


_PLACE: Final = re.compile(rf"(?<![ก-๎])(?:ณ\s?|ที่\s?(?={people_words().any_of('place_head')}))|(?<=\s)ผ่าน(?=ระบบ|สื่อ)")
_PLACE_BEHIND: Final = 400
_PLACE_BEFORE: Final = 250


def _place(text: str, naming: tuple[int, int], line: tuple[int, int]) -> tuple[int, int] | None:
    """The place said behind the name, else the nearest one before it in the line."""
    behind = _PLACE.finditer(text, naming[1], min(line[1], naming[1] + _PLACE_BEHIND))
    before = _PLACE.finditer(text, max(line[0], naming[0] - _PLACE_BEFORE), naming[0])
    for match in [*behind, *reversed([*before])]:
        begin = match.start() if match[0].startswith("ผ่าน") else match.end()
        stop = min(line[1], begin + _PLACE_REACH)
        last = _place_stop().search(text, match.end(), stop)
        said = text[begin : last.start() if last else stop].rstrip()
        if len(said) >= _SHORTEST_PLACE and not said.startswith("ที่จ่าย"):
            return begin, begin + len(said)
    return None


_SHORTEST_PLACE: Final = 4


def _row(
    text: str, best: Naming, found: Sequence[Naming], mentions: Sequence[Mention], signs: Sequence[str]
) -> EventRow:
    spans = {"name": (best.start, best.end)}
    start, end = best.start, best.end
    if best.day:
        spans["date"] = (best.day.start, best.day.end)
        if abs(best.day.start - start) < _PLACE_REACH:
            start, end = min(start, best.day.start), max(end, best.day.end)
    place = best.place or next((naming.place for naming in found if naming.place), None)
    if place:
        spans["place"] = place
    organizer = _organizer(text, mentions)
    if organizer:
        spans["organizer"] = (organizer.start, organizer.end)
    return EventRow(
        best.name,
        start,
        end,
        best.day.date.isoformat() if best.day else None,
        " ".join(text[place[0] : place[1]].split()) if place else None,
        organizer.name if organizer else None,
        spans,
        tuple(signs),
        confidence("events", signs),
    )


@cache
def _holding() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = people_words()
    return re.compile(rf"{words.any_of('held_by')}\s?$"), re.compile(
        rf"(?:\s?\([^)\n]{{1,40}}\))?\s?{words.any_of('holds')}"
    )


def _organizer(text: str, mentions: Sequence[Mention]) -> Mention | None:
    before, behind = _holding()
    bodies = [mention for mention in mentions if mention.group == "body"]
    for pattern_first in (True, False):
        for body in bodies:
            if pattern_first and before.search(text, max(0, body.start - 20), body.start):
                return body
            if not pattern_first and behind.match(text, body.end):
                return body
    return None
