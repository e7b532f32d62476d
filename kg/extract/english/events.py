"""The ceremony of which an English text tells: name, day, place and organizer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.awards import Award
from kg.extract.english.persons import person_words
from kg.extract.events import EventRow
from kg.extract.inorder import InOrder
from kg.extract.mention import Mention
from kg.extract.words import alternation
from kg.text.dates import PartialDate
from kg.text.datespans import DateSpan, find_dates

_WORD: Final = r"(?:[A-ZÀ-ÖØ-Þ0-9][\w’'.&+\-]*)"
_SMALL: Final = r"(?:of the|for the|of|for|and|&|in|on|the)"
_REACH: Final = 160
_PLACE: Final = 130


@dataclass(frozen=True, slots=True)
class _Naming:
    start: int
    end: int
    weight: int
    line: tuple[int, int]
    day: DateSpan | None = None
    place: tuple[int, int] | None = None

    @property
    def score(self) -> int:
        return self.weight + 3 * (self.day is not None) + (self.place is not None)


def events(
    text: str, mentions: Sequence[Mention], awards: Sequence[Award], published: PartialDate | None
) -> list[EventRow]:
    """The occasion that the text is about, if it names one at which awards were given."""
    days = InOrder([span for span in find_dates(text, published) if span.date.day and not _alone(text, span)])
    found = [_placed(text, naming, days) for naming in _namings(text, awards)]
    if not found:
        return []
    best = max(found, key=lambda naming: (naming.score, -naming.start))
    day = best.day or next((naming.day for naming in found if naming.day), None)
    if best.weight < _ENOUGH and day is None and best.place is None:
        return []
    place = best.place or next((naming.place for naming in found if naming.place), None)
    return [_row(text, best, day, place, _organizer(text, mentions))]


_ENOUGH: Final = 3


def _alone(text: str, span: DateSpan) -> bool:
    """Whether a day is all that its line says, or opens a report: the day of publication."""
    end = text.find("\n", span.end)
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start] + text[span.end : end if end >= 0 else None]
    return not re.sub(r"(?i)published|posted|date|updated|press release|[\W\d_]", "", line)


@cache
def _named() -> re.Pattern[str]:
    lists = person_words().lists
    occasion, gathering = alternation(lists["occasion"]), alternation(lists["gathering"])
    return re.compile(
        rf"(?<![\w’'-])(?P<full>(?:{_WORD} (?:{_SMALL} )?){{0,12}}(?P<occasion>{occasion}))"
        rf"(?: (?:of|for) (?:the )?(?:{_WORD} ?(?:{_SMALL} )?){{1,8}})?(?: {_YEAR})?(?!\w)"
        rf"|(?<![\w’'-])(?P<gathering>(?:{_WORD} (?:{_SMALL} )?){{1,9}}{gathering}(?: {_YEAR})?)(?!\w)"
    )


_YEAR: Final = r"\(?20\d\d\)?"


def _namings(text: str, awards: Sequence[Award]) -> Iterator[_Naming]:
    """Ceremonies; gatherings and programmes too, where the text says that they took place."""
    held = re.compile(
        rf"[,”\"]?(?: \([^)\n]{{1,40}}\))?,? (?:which was |that was |, )?"
        rf"{alternation(person_words().lists['taking_place'])}\b"
    )
    given = re.compile(rf"(?i:\b{alternation(person_words().lists['award'])}\b)")
    for match in _named().finditer(text):
        line = _line(text, match.start(), match.end())
        start, end = match.span()
        if match["gathering"]:
            if held.match(text, match.end()) and given.search(text, *line):
                yield _Naming(start, end, 2, line)
            continue
        first = _begin(text, start, match.start("occasion"))
        name = text[first:end].strip()
        if name[:1].islower() and not re.search(r"(?i)award|priz|medal|trophy", text[line[0] : line[1]]):
            continue
        yield _Naming(first, first + len(name), 4 if name[:1].isupper() and " " in name else 3, line)
    for award in awards:
        if award.end and held.match(text, max(award.end, (award.year_span or (0, 0))[1])):
            end = max(award.end, (award.year_span or (0, 0))[1])
            first = award.inner[-1][0] if award.inner else award.start
            yield _Naming(first, end, 3, _line(text, award.start, award.end))


def _begin(text: str, start: int, limit: int) -> int:
    lead = re.compile(r"(?:The|At|In|During|A|An|This|For|On|and|of|the|for|in|on|Today|Yesterday) ")
    while (match := lead.match(text, start)) and match.end() <= limit:
        start = match.end()
    return start


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


def _placed(text: str, naming: _Naming, days: InOrder[DateSpan]) -> _Naming:
    """A naming with day and place of its sentence, else of the next where that goes on with THE CEREMONY or IT."""
    low, high = naming.line
    if _goes_on().match(text, high + 1):
        high = _line(text, high + 1, high + 1)[1]
    here = [span for span in days.between(low, high) if span.end <= high]
    day = min(here, key=lambda span: _gap(naming, span), default=None)
    return _Naming(naming.start, naming.end, naming.weight, naming.line, day, _place(text, naming, high))


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"(?:The|This) (?:\w+ )?(?:ceremony|event|gala|awards?|dinner)\b|It (?:was|took)\b|Held ")


def _gap(naming: _Naming, span: DateSpan) -> int:
    return naming.start - span.end if span.end <= naming.start else span.start - naming.end


@cache
def _places() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = person_words().lists
    head = alternation(lists["place_head"])
    area = rf"(?:, (?!20\d\d)(?:{_WORD} ?){{1,4}}){{0,3}}"
    said = rf"(?:the )?(?P<place>(?:{_WORD} ?(?:(?:of the|of|and|&|the) )?){{0,7}}{_WORD}{area})"
    told = re.compile(rf"\b{alternation(lists['taking_place'])} (?:[^\n.]{{0,30}}?\b(?:at|in) )?{said}")
    named = re.compile(rf"\b(?:at|in) {said}")
    return told, re.compile(named.pattern.replace("(?P<place>", rf"(?=[^\n.]{{0,80}}\b{head}\b)(?P<place>"))


def _place(text: str, naming: _Naming, high: int) -> tuple[int, int] | None:
    """Where it took place: behind HELD AT, or at a place with a head word for one."""
    told, named = _places()
    heads = re.compile(rf"\b{alternation(person_words().lists['place_head'])}\b")
    for pattern in (told, named):
        for match in pattern.finditer(text, naming.line[0], min(high, naming.end + _PLACE * 2)):
            start, end = match.span("place")
            inside = naming.start < end and start < naming.end
            said = re.sub(r"(?: on| at| in)?$", "", text[start:end].rstrip(" .,"))
            month = find_dates(said) or re.match(r"\d", said)
            if not inside and not month and (pattern is told or heads.search(said)):
                return start, start + len(said)
    return None


@cache
def _holding() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = person_words().lists
    return (
        re.compile(rf"\b{alternation(lists['held_by'])}(?: the)?\s?$"),
        re.compile(
            rf"(?:\s?\([^)\n]{{1,40}}\))?,? (?:has |also |jointly )?{alternation(lists['holds'])}\b(?! by| at| on| in)"
        ),
    )


def _organizer(text: str, mentions: Sequence[Mention]) -> Mention | None:
    before, behind = _holding()
    named = [mention for mention in mentions if mention.group == "body"]
    by = (body for body in named if before.search(text, max(0, body.start - 30), body.start))
    holds = (body for body in named if behind.match(text, body.end))
    return next(by, None) or next(holds, None)


def _row(
    text: str, best: _Naming, day: DateSpan | None, place: tuple[int, int] | None, organizer: Mention | None
) -> EventRow:
    spans = {"name": (best.start, best.end)}
    start, end = best.start, best.end
    if day:
        spans["date"] = (day.start, day.end)
        if abs(day.start - start) < _REACH:
            start, end = min(start, day.start), max(end, day.end)
    if place:
        spans["place"] = place
    if organizer:
        spans["organizer"] = (organizer.start, organizer.end)
    return EventRow(
        " ".join(text[best.start : best.end].split()),
        start,
        end,
        day.date.isoformat() if day else None,
        " ".join(text[place[0] : place[1]].split()) if place else None,
        organizer.name if organizer else None,
        spans,
        confidence=0.9 if day else 0.6,
    )
