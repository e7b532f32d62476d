"""Awards as an English text names them: scheme, category, level and year, read together where they stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.english.awarding import (
    YEAR,
    Part,
    Piece,
    awarding,
    categories,
    honours,
    is_plural,
    levels,
    named,
)
from kg.extract.inorder import InOrder
from kg.extract.lexicon import Lexicon
from kg.extract.listed import Award, grouped, meant
from kg.extract.mention import Mention
from kg.extract.words import alternation
from kg.text.datespans import find_dates, year_of

_JOIN: Final = re.compile(
    r"[”\"’]?(?: (?:award|prize|title|trophy|medal|honours?|category|level|winner)s?)?,? (?:at|in|of|from|under|during|by|as part of|for) (?:this year[’']s |last year[’']s )?(?:the )?"
    rf"(?:(?:prestigious|annual|inaugural|\d{{1,2}}(?:st|nd|rd|th)|{YEAR}) ){{0,3}}(?:annual )?[“\"‘]?"
)
_AND: Final = re.compile(r"[”\"’]?(?: (?:award|prize|title|category))?(?:,| and|, and|,? as well as| &)(?: (?:a|an|the))?(?: award for)? [“\"‘]?")
_NEAR: Final = 40
_BEHIND: Final = 30
_FAR: Final = 900


def find_awards(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Award]:
    """All namings of awards, in order."""
    return _Reading(text, mentions, lexicon).awards()


class _Reading:
    """Reads one text."""

    def __init__(self, text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        known = meant(text, mentions)
        self.listed = list(grouped(text, known, mentions, lexicon))
        self.days = InOrder([span for span in find_dates(text) if span.date.day])
        self.others = [m for m in mentions if m.group in ("body", "person")]

    def awards(self) -> list[Award]:
        """Names first; then what only says which of their awards is meant; then years."""
        awards = [*self.listed, *self._unlisted()]
        awards.sort(key=lambda award: (award.start, -award.end))
        awards = self._with_honours(awards)
        awards = [each for award in awards for each in self._with_parts(award, awards)]
        awards += self._levels_alone(awards)
        awards.sort(key=lambda award: (award.start, award.end))
        dated: list[Award] = []
        for index, award in enumerate(awards):
            following = awards[index + 1].start if index + 1 < len(awards) else len(self.text)
            dated += self._editions(award, max(following, award.end))
        _share_years(dated)
        return dated

    def _unlisted(self) -> Iterator[Award]:
        """Names of no listed award; of a short form and a full one the full one."""
        spans = [(award.start, award.end) for award in self.listed]
        pieces = [
            piece
            for piece in named(self.text)
            if piece.kind == "award" and not any(start < piece.end and piece.start < end for start, end in spans)
        ]
        full = {piece.name for piece in pieces}
        listed = {award.scheme_name: award.scheme for award in self.listed}
        for piece in pieces:
            longer = [name for name in (*full, *listed) if name != piece.name and name.endswith(f" {piece.name}")]
            name = max(longer, key=lambda each: (each in listed, len(each))) if longer else piece.name
            yield Award(
                piece.start, piece.end, listed.get(name, ""), name, inner=[(piece.start, piece.end)], known=name in listed
            )

    def _with_honours(self, awards: list[Award]) -> list[Award]:
        """Awards OF a programme are its categories: ``Best X award at the Y Awards``; so are titles behind its name."""
        found = self._joined(awards)
        taken = [(award.start, award.end) for award in found]
        pieces = [
            piece
            for piece in honours(self.text)
            if not any(start < piece.end and piece.start < end for start, end in taken)
            and not any(other.start < piece.end and piece.start < other.end for other in self.others if other.refs)
        ]
        last: Award | None = None
        for piece in reversed(pieces):
            award = self._of_programme(piece, found, last)
            if award:
                found.append(award)
                last = award
        return sorted(found, key=lambda award: (award.start, -award.end))

    def _joined(self, awards: list[Award]) -> list[Award]:
        """An award in the singular right before the name of a programme, or AND before one so joined, is of it."""
        found: list[Award] = []
        for award in reversed(awards):
            following = found[-1] if found else None
            if following and not award.scheme and not is_plural(award.scheme_name):
                gap = (award.end, following.start)
                own = award.scheme_name
                if _JOIN.fullmatch(self.text, *gap) and (following.scheme or is_plural(following.scheme_name)):
                    found[-1] = replace(
                        following, start=award.start, categories=[_category(own), *following.categories]
                    )
                    continue
                if following.categories and following.start > award.end and _AND.fullmatch(self.text, *gap):
                    award = replace(
                        award,
                        scheme=following.scheme,
                        scheme_name=following.scheme_name,
                        known=following.known,
                        categories=[_category(own)],
                    )
            found.append(award)
        return found[::-1]

    def _of_programme(self, piece: Piece, awards: list[Award], last: Award | None) -> Award | None:
        """The award that a title of honour is: of the programme right behind it, else of the last one named before."""
        text = self.text
        for award in awards:
            if award.start >= piece.end and _JOIN.fullmatch(text, piece.end, award.start):
                if not award.scheme and not is_plural(award.scheme_name):
                    break
                award.start = piece.start
                award.categories.insert(0, piece.name)
                return None
        for award in (*awards, *([last] if last else [])):
            if award.start > piece.end and award.categories and _AND.fullmatch(text, piece.end, award.start):
                return _like(award, piece)
        if not self._is_honoured(piece):
            return None
        line = text.rfind("\n", 0, piece.start) + 1
        before = [award for award in awards if award.end <= piece.start and piece.start - award.end < _FAR]
        here = [award for award in before if award.start >= line]
        if before:
            programme = [award for award in here or before if award.scheme or is_plural(award.scheme_name)]
            if programme:
                return _like(programme[-1], piece)
        behind = [award for award in awards if award.start >= piece.end and "\n" not in text[piece.end : award.start]]
        if behind and (behind[0].scheme or is_plural(behind[0].scheme_name)) and behind[0].start - piece.end < _FAR // 9:
            return _like(behind[0], piece)
        if piece.name.endswith(("of the Year", "of the Year Award")) and not before:
            return Award(piece.start, piece.end, "", piece.name, known=False)
        return None

    def _is_honoured(self, piece: Piece) -> bool:
        head = self.text[max(0, piece.start - _NEAR) : piece.start]
        return _honouring().search(head) is not None

    def _with_parts(self, award: Award, awards: Sequence[Award]) -> Iterator[Award]:
        """The award with categories and level said in its sentence, nearer to it than to another."""
        text = self.text
        line, stop = text.rfind("\n", 0, award.start) + 1, text.find("\n", award.end)
        stop = len(text) if stop < 0 else stop
        stop = min([other.start for other in awards if other.start >= award.end] + [stop])
        floor = max([other.end for other in awards if other.end <= award.start] + [line])
        behind = [
            part for part in categories(text, max(floor, award.start - _NEAR * 3), stop)
            if self._belongs(part, award, before=part.end <= award.start)
        ]  # fmt: skip
        spans = {(part.start, part.end) for part in behind}
        if level := self._level(award, floor, stop, behind):
            award.level, award.level_span = level.text, (level.start, level.end)
            if level.end <= award.start:
                award.start = level.start
        new = [part for part in behind if part.text not in award.categories]
        if not new:
            yield award
            return
        first = min([award.start, *(start for start, _ in spans)])
        last = max([award.end, *(end for _, end in spans)])
        several = len(new) > 1
        for part in new if several else new[:1]:
            yield replace(award, start=first, end=last, categories=[*award.categories, part.text])

    def _belongs(self, part: Part, award: Award, *, before: bool) -> bool:
        """Whether a category stands with an award: joined to it before, or behind it with nobody else named between."""
        if award.start < part.end and part.start < award.end and award.scheme_name in (part.text, f"{part.text} Award"):
            return False
        if before:
            return re.fullmatch(r",? (?:of|at|in|for|from|under|during) (?:the )?(?:\w+ ){0,2}[“\"]?", self.text[part.end : award.start]) is not None
        return part.start - award.end < _NEAR * 2 and not any(award.end <= o.start < part.start for o in self.others)

    def _level(self, award: Award, floor: int, stop: int, parts: Sequence[Part]) -> Part | None:
        """The level right before an award, joined to it, or behind it."""
        text = self.text
        found = None
        for part in levels(text, max(floor, award.start - _NEAR * 2), award.start):
            if re.fullmatch(rf"s?(?:{_JOIN.pattern}|[”\"’]? )", text[part.end : award.start]):
                found = part
            elif any(part.end <= other.start and other.end <= award.start for other in parts):
                found = part
        behind = next(levels(text, award.end, min(stop, award.end + _NEAR * 2)), None)
        if found or behind is None:
            return found
        parted = any(award.end <= other.start < behind.start for other in self.others)
        return None if parted else behind

    def _levels_alone(self, awards: Sequence[Award]) -> list[Award]:
        """``GOLD AWARD`` without a name, of the programme named last, not far before."""
        spans = [(award.start, award.end) for award in awards]
        spans += [award.level_span for award in awards if award.level_span]
        alone: list[Award] = []
        for part in levels(self.text, 0, len(self.text)):
            before = [award for award in awards if award.end <= part.start]
            if not before or part.start - before[-1].end > _FAR // 2 or any(start < part.end and part.start < end for start, end in spans):
                continue
            last = before[-1]
            new = Award(part.start, part.end, last.scheme, last.scheme_name, known=last.known)
            new.level, new.level_span = part.text, (part.start, part.end)
            stop = self.text.find("\n", part.end)
            said = list(categories(self.text, part.end, len(self.text) if stop < 0 else stop))
            if said and said[0].start - part.end < _NEAR:
                new.categories, new.end = [said[0].text], said[0].end
            alone.append(new)
        return alone

    def _editions(self, award: Award, following: int) -> Iterator[Award]:
        """The award with the year in its name, right before it or behind it; once for each of several years.

        The year of a day is no edition's.
        """
        text = self.text
        stop = text.find("\n", award.end)
        stop = min(following, len(text) if stop < 0 else stop, award.end + _BEHIND)
        low = max(text.rfind("\n", 0, award.start) + 1, award.start - 9)
        for match in _year().finditer(text, low, stop):
            last = self.days.before(match.start() + 1)
            in_day = last is not None and last.end > match.start()
            if not in_day and (match.start() >= award.start or match.end() + 1 >= award.start - 1):
                award.year, award.year_span = year_of(match["year"]), match.span("year")
                yield award
                end = match.end()
                while more := _MORE_YEARS.match(text, end):
                    end = more.end()
                    yield replace(award, year=year_of(more["year"]), year_span=more.span("year"))
                return
        yield award


_MORE_YEARS: Final = re.compile(r"(?:,| and|, and) (?P<year>20[012]\d)(?!\d)")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\d,.])(?:FY ?|B\.?E\.? ?)?(?P<year>20[012]\d|25[4-7]\d)(?![\d,]\d|\d)(?! (?:points|baht|people|agencies|entries))")


@cache
def _honouring() -> re.Pattern[str]:
    words = alternation(awarding().lists["honouring"])
    return re.compile(rf"(?:\b{words}|[:•·,–]|\d[.)]|\band)(?: also)?(?: the| a| an| its| one of the)? ?[“\"‘]?(?:\d{{4}} )?$")


def _category(name: str) -> str:
    """The category that a name of one award of a programme is: without the word AWARD."""
    return re.sub(r" (?:Award|Prize)$", "", name)


def _like(award: Award, piece: Piece) -> Award:
    """One more award of a programme, by the title of honour that names it."""
    return Award(
        piece.start, piece.end, award.scheme, award.scheme_name, award.year, [_category(piece.name)], known=award.known
    )


def _share_years(awards: Sequence[Award]) -> None:
    """One year said of a programme is that of all its awards that say none."""
    for award in awards:
        if award.year is None:
            years = {other.year for other in awards if other.scheme_name == award.scheme_name and other.year}
            award.year = next(iter(years)) if len(years) == 1 else None


