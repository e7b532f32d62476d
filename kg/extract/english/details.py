"""What an English text says with an award: its category, its level, its year or years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.english.awarding import YEAR, Part, awarding, categories, levels
from kg.extract.english.covered import Covered
from kg.extract.inorder import InOrder
from kg.extract.listed import Award
from kg.extract.mention import Mention
from kg.extract.words import alternation
from kg.text.datespans import find_dates, year_of

JOIN: Final = re.compile(
    r"[”\"’]?(?: (?:award|prize|title|trophy|medal|honours?|category|level|winner)s?)?,?"
    r" (?:at|in|of|from|under|during|by|as part of|for) (?:this year[’']s |last year[’']s )?(?:the )?"
    rf"(?:(?:prestigious|annual|inaugural|\d{{1,2}}(?:st|nd|rd|th)|{YEAR}) ){{0,3}}(?:annual )?[“\"‘]?"
)
"""What stands between a category or level and the programme that it is of."""
_BEFORE: Final = re.compile(r",? (?:of|at|in|for|from|under|during) (?:the )?(?:\w+ ){0,2}[“\"]?")
_LEVEL_BEFORE: Final = re.compile(rf"s?(?:{JOIN.pattern}|[”\"’]? )")
_NEAR: Final = 80
_LEAD: Final = 120
_BEHIND: Final = 30
_ABOVE: Final = 900
_ALONE: Final = 450


class Details:
    """Reads the words around the awards of one text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        """``mentions`` of the text."""
        self.text = text
        self._names = Covered((m.start, m.end) for m in mentions if m.group in ("body", "person"))
        self._days = InOrder([span for span in find_dates(text) if span.date.day])

    def filled(self, awards: Sequence[Award]) -> list[Award]:
        """Awards with what is said of each; awards of two categories become two, those of several years several."""
        floor = 0
        found: list[Award] = []
        for index, award in enumerate(awards):
            following = awards[index + 1].start if index + 1 < len(awards) else len(self.text)
            found += self._with_parts(award, floor, max(following, award.end))
            floor = max(floor, award.end)
        found += self._levels_alone(found)
        found += self._categories_alone(found)
        found.sort(key=lambda award: (award.start, award.end))
        dated: list[Award] = []
        for index, award in enumerate(found):
            following = found[index + 1].start if index + 1 < len(found) else len(self.text)
            dated += self._editions(award, max(following, award.end))
        _share_years(dated)
        return dated

    def _line(self, start: int, end: int) -> tuple[int, int]:
        stop = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, len(self.text) if stop < 0 else stop

    def _with_parts(self, award: Award, floor: int, following: int) -> Iterator[Award]:
        """The award with categories and level said in its sentence, nearer to it than to another."""
        line, stop = self._line(award.start, award.end)
        floor, stop = max(floor, line), min(stop, following)
        said = [
            part
            for part in categories(self.text, max(floor, award.start - _LEAD), min(stop, award.end + 2 * _NEAR))
            if self._belongs(part, award)
        ]
        level = self._level(award, floor, stop, said)
        start, end = award.start, award.end
        if level:
            award.level, award.level_span = level.text, (level.start, level.end)
            start = min(start, level.start) if level.end <= start else start
        new = [part for part in said if part.text not in award.categories]
        start = min([start, *(part.start for part in new)])
        end = max([end, *(part.end for part in new)])
        if not new:
            yield replace(award, start=start)
        for part in new:
            yield replace(award, start=start, end=end, categories=[*award.categories, part.text])

    def _belongs(self, part: Part, award: Award) -> bool:
        """Whether a category stands with an award: joined to it before, or behind it with nobody else named between."""
        within = award.start < part.end and part.start < award.end
        if within:
            return award.scheme_name not in (part.text, f"{part.text} Award") and part.end > award.end
        if part.end <= award.start:
            return _BEFORE.fullmatch(self.text, part.end, award.start) is not None
        return part.start - award.end < _NEAR and not self._names.begins_in(award.end, part.start)

    def _level(self, award: Award, floor: int, stop: int, parts: Sequence[Part]) -> Part | None:
        """The level right before an award, joined to it, or behind it; else that of the list it stands in."""
        found = None
        for part in levels(self.text, max(floor, award.start - _NEAR), award.start):
            between = any(part.end <= other.start and other.end <= award.start for other in parts)
            if between or _LEVEL_BEFORE.fullmatch(self.text, part.end, award.start):
                found = part
        if found:
            return found
        behind = next(levels(self.text, award.end, min(stop, award.end + _NEAR)), None)
        if behind:
            return None if self._names.begins_in(award.end, behind.start) else behind
        return self._level_above(award)

    def _level_above(self, award: Award) -> Part | None:
        """The level that is a heading by itself over the items of a list."""
        if not award.categories or (award.start and self.text[award.start - 1] != "\n"):
            return None
        last = None
        for match in _level_line().finditer(self.text, max(0, award.start - _ABOVE), award.start):
            last = match
        return Part(*last.span("level"), last["level"]) if last else None

    def _levels_alone(self, awards: Sequence[Award]) -> Iterator[Award]:
        """``GOLD AWARD`` without a name, of the programme named last, not far before."""
        spans = [(award.start, award.end) for award in awards]
        spans += [award.level_span for award in awards if award.level_span]
        taken, in_order = Covered(spans), InOrder(sorted(awards, key=lambda award: award.start))
        for part in levels(self.text, 0, len(self.text)):
            last = in_order.before(part.start)
            if last is None or part.start - last.end > _ALONE or taken.overlaps(part.start, part.end):
                continue
            stop = min(self._line(part.start, part.end)[1], part.end + _LEAD)
            said = next((each for each in categories(self.text, part.end, stop) if each.start - part.end < _NEAR), None)
            yield Award(
                part.start,
                said.end if said else part.end,
                last.scheme,
                last.scheme_name,
                categories=[said.text] if said else [],
                level=part.text,
                level_span=(part.start, part.end),
                known=last.known,
            )

    def _categories_alone(self, awards: Sequence[Award]) -> Iterator[Award]:
        """``won the X category`` without the name of the programme: of the one named last, not far before."""
        taken = Covered((award.start, award.end) for award in awards)
        in_order = InOrder(sorted(awards, key=lambda award: award.start))
        for part in categories(self.text, 0, len(self.text)):
            last = in_order.before(part.start)
            if last is None or part.start - last.end > _ALONE or taken.overlaps(part.start, part.end):
                continue
            named = [part.text]
            yield Award(part.start, part.end, last.scheme, last.scheme_name, categories=named, known=last.known)

    def _editions(self, award: Award, following: int) -> Iterator[Award]:
        """The award with the year in its name, right before it or behind it; once for each of several years.

        The year of a day is no edition's.
        """
        line, stop = self._line(award.start, award.end)
        stop = min(following, stop, award.end + _BEHIND)
        for match in _year().finditer(self.text, max(line, award.start - 9), stop):
            if not self._in_day(match.start()) and match.end() + 1 >= award.start - 1:
                yield from self._of_years(award, match)
                return
        if opened := _IN_YEAR.match(self.text, line, award.start):
            yield replace(award, year=int(opened["year"]), year_span=opened.span("year"))
        else:
            yield award

    def _in_day(self, at: int) -> bool:
        day = self._days.before(at + 1)
        return day is not None and day.end > at

    def _of_years(self, award: Award, match: re.Match[str]) -> Iterator[Award]:
        more: re.Match[str] | None = match
        while more:
            yield replace(award, year=year_of(more["year"]), year_span=more.span("year"))
            more = _MORE_YEARS.match(self.text, more.end())


_IN_YEAR: Final = re.compile(r"(?:Earlier, )?[Ii]n (?P<year>20[012]\d)\b,?")
_MORE_YEARS: Final = re.compile(r"(?:,| and|, and) (?P<year>20[012]\d)(?!\d)")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d,.])(?:FY ?|B\.?E\.? ?)?(?P<year>20[012]\d|25[4-7]\d)(?![\d,]\d|\d)"
        r"(?! (?:points|baht|people|agencies|entries))"
    )


@cache
def _level_line() -> re.Pattern[str]:
    graded = alternation([*awarding().lists["graded"], *awarding().lists["place"]])
    return re.compile(rf"^[ ]*(?P<level>(?i:{graded}))(?i: awards?| winners?| level| category)?:?[ ]*$", re.MULTILINE)


def _share_years(awards: Sequence[Award]) -> None:
    """One year said of a programme is that of all its awards that say none."""
    years: dict[str, set[int]] = {}
    for award in awards:
        if award.year:
            years.setdefault(award.scheme_name, set()).add(award.year)
    for award in awards:
        said = years.get(award.scheme_name, set())
        if award.year is None and len(said) == 1:
            award.year = next(iter(said))
