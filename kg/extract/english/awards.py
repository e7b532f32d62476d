"""Awards as an English text names them: listed and unlisted names, and the titles of honour that are theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.english.awarding import Piece, awarding, contests, honours, is_plural, named
from kg.extract.english.covered import Covered
from kg.extract.english.details import JOIN, Details
from kg.extract.inorder import InOrder
from kg.extract.lexicon import Lexicon
from kg.extract.listed import Award, grouped, meant
from kg.extract.mention import Mention
from kg.extract.words import alternation

_AND: Final = re.compile(
    r"[”\"’]?(?: (?:award|prize|title|category))?(?:,| and|, and|,? as well as| &)"
    r"(?: (?:a|an|the))?(?: award for)? [“\"‘]?"
)
_TELLS: Final = re.compile(r"(?: [Aa]ward)?(?: \([^)\n]{2,40}\))?\s?(?::|–|—| - )\s?\S")
_NEAR: Final = 40
_BEHIND: Final = 100
_FAR: Final = 900
_OF_THE_YEAR: Final = ("of the Year", "of the Year Award")


def find_awards(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Award]:
    """All namings of awards, in order: names first, then what tells which of their awards is meant."""
    ranks = awarding().lists["rank"]  # what a registry may know one award by is a rank of many others
    known = [mention for mention in meant(text, mentions, lexicon) if mention.surface not in ranks]
    listed = list(grouped(text, known, mentions, lexicon))
    plain, shows = _unlisted(text, listed)
    names = sorted([*listed, *plain], key=lambda award: (award.start, -award.end))
    taken = [(mention.start, mention.end) for mention in mentions if mention.group == "body" and mention.refs]
    found = _Titles(text, _joined(text, names, shows)).with_honours(taken)
    return Details(text, mentions).filled(found)


def _unlisted(text: str, listed: Sequence[Award]) -> tuple[list[Award], set[str]]:
    """Awards that no registry lists, of a short name and a full one the full one; and which of them are contests."""
    taken = Covered((award.start, award.end) for award in listed)
    pieces = [
        piece
        for piece in (*named(text), *contests(text))
        if piece.kind != "level" and not taken.overlaps(piece.start, piece.end)
    ]
    known = {award.scheme_name: award.scheme for award in listed}
    full = _full_names({piece.name for piece in pieces}, known)
    awards = []
    for piece in pieces:
        name = full.get(piece.name, piece.name)
        own = [(piece.start, piece.end)]
        awards.append(Award(piece.start, piece.end, known.get(name, ""), name, inner=own, known=name in known))
    return awards, {piece.name for piece in pieces if piece.kind == "contest"}


def _full_names(names: set[str], known: dict[str, str]) -> dict[str, str]:
    """Of each name that another one ends with, the longest such, a listed one before others."""
    full: dict[str, str] = {}
    for name in sorted({*names, *known}, key=lambda each: (each in known, len(each), each)):
        words = name.split(" ")
        for count in range(1, len(words)):
            short = " ".join(words[count:])
            if short in names:
                full[short] = name
    return full


def _joined(text: str, awards: Sequence[Award], shows: set[str]) -> list[Award]:
    """An award in the singular right before the name of a programme, or AND before one so joined, is of it."""
    found: list[Award] = []
    for award in reversed(awards):
        following = found[-1] if found else None
        alone = not award.scheme and not is_plural(award.scheme_name)
        if following and alone and following.scheme_name not in shows:
            gap = (award.end, following.start)
            own = _category(award.scheme_name)
            if _is_programme(following) and JOIN.fullmatch(text, *gap):
                found[-1] = replace(following, start=award.start, categories=[own, *following.categories])
                continue
            if following.categories and following.start > award.end and _AND.fullmatch(text, *gap):
                award = _of(following, award.start, award.end, own)
        found.append(award)
    return found[::-1]


class _Titles:
    """Finds whose the titles of honour of one text are."""

    def __init__(self, text: str, awards: list[Award]) -> None:
        self.text, self.awards = text, awards
        self._in_order = InOrder(awards)
        self._programmes = InOrder([award for award in awards if _is_programme(award)])

    def with_honours(self, bodies: Sequence[tuple[int, int]]) -> list[Award]:
        """The awards, with those that a title of honour names: ``Best X award at the Y Awards``."""
        taken = Covered([*((award.start, award.end) for award in self.awards), *bodies])
        more: list[Award] = []
        for piece in reversed(list(honours(self.text))):
            if taken.overlaps(piece.start, piece.end):
                continue
            if award := self._award(piece, more[-1] if more else None):
                more.append(award)
        return sorted([*self.awards, *more], key=lambda award: (award.start, -award.end))

    def _award(self, piece: Piece, following: Award | None) -> Award | None:
        """The award that a title is; none where it only says which award of the programme behind it is meant."""
        behind = self._in_order.next_from(piece.end)
        if behind and _is_programme(behind) and JOIN.fullmatch(self.text, piece.end, behind.start):
            behind.start = piece.start
            behind.categories.insert(0, _category(piece.name))
            return None
        # Titles that AND joins to one behind are of the same programme.
        start = behind.start if behind else len(self.text)
        joined = following if following and following.start < start else behind
        if joined and joined.categories and _AND.fullmatch(self.text, piece.end, max(piece.end, joined.start)):
            return _of(joined, piece.start, piece.end, _category(piece.name))
        return self._honoured(piece) if self._is_honoured(piece) else None

    def _honoured(self, piece: Piece) -> Award | None:
        """A title that was given: of the programme named last, or next in the sentence; else it is an award itself."""
        before = self._programmes.before(piece.start)
        if before and before.end <= piece.start and piece.start - before.end < _FAR:
            return _of(before, piece.start, piece.end, _category(piece.name))
        behind = self._in_order.next_from(piece.end)
        near = behind and behind.start - piece.end < _BEHIND and "\n" not in self.text[piece.end : behind.start]
        if behind and near and _is_programme(behind):
            return _of(behind, piece.start, piece.end, _category(piece.name))
        if piece.name.endswith(_OF_THE_YEAR):
            return Award(piece.start, piece.end, "", piece.name, known=False)
        return None

    def _is_honoured(self, piece: Piece) -> bool:
        """Whether the words before a title say that it was given, or a list names the winner behind it."""
        head = self.text[max(0, piece.start - _NEAR) : piece.start]
        item = head[-1:] in ("\n", "") and _TELLS.match(self.text, piece.end)
        return bool(item) or _honouring().search(head) is not None


@cache
def _honouring() -> re.Pattern[str]:
    words = alternation(awarding().lists["honouring"])
    return re.compile(
        rf"(?:\b{words}|[:•·,–]|\d[.)]|\band)(?: also)?(?: the| a| an| its| one of the)? ?[“\"‘]?(?:\d{{4}} )?$"
    )


def _is_programme(award: Award) -> bool:
    return bool(award.scheme) or is_plural(award.scheme_name)


def _category(name: str) -> str:
    """The category that a name of one award of a programme is: without the word AWARD."""
    return re.sub(r" (?:Award|Prize)$", "", name)


def _of(award: Award, start: int, end: int, category: str) -> Award:
    """One more award of a programme."""
    return Award(start, end, award.scheme, award.scheme_name, categories=[category], known=award.known)
