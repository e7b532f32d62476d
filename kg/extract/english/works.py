"""Titles of works in an English text: ``for its project “X”``, ``for its X project``, ``“X” by NAME``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.rows import Row
from kg.extract.words import alternation, load_words
from kg.extract.works import Title

_REACH: Final = 220
_WORD: Final = r"(?:[A-ZÀ-ÖØ-Þ0-9][\w’'.&+/\-]*)"
_RUN: Final = rf"{_WORD}(?:(?: (?:of the|for the|of|for|in|and|&|on|to|with|the|by))? {_WORD}){{0,11}}"


@cache
def _title() -> re.Pattern[str]:
    lists = load_words("works_en").lists
    work, called = alternation(lists["announces"]), alternation(lists["called"])
    kind = rf"(?:[\w\-]+ ){{0,3}}{work}"
    own = r"(?:for|with|through|by) (?:its|their|his|her|the|a|an)"

    def quoted(key: str) -> str:
        return rf"[“\"‘](?P<{key}>[^”\"\n]{{4,200}}?),?[”\"’](?![a-z])"

    return re.compile(
        rf"(?:(?:{own}|for|with) (?:{kind},? (?:{called} )?)?{quoted('own')}"
        rf"|(?i:{work}),? (?:{called} |, |: )?{quoted('kind')}"
        rf"|{own} (?P<run>{_RUN}) {work}\b"
        rf"|{own} {kind},? (?:{called} )?(?P<named>{_RUN})"
        rf"|{quoted('by')},? (?:project |from |by ))"
    )


def with_titles(text: str, rows: Sequence[Row]) -> list[Row]:
    """The rows, each that has none with the title that stands with it in its sentence."""
    return [row if row.title else replace(row, title=_beside(text, row, rows)) for row in rows]


def _beside(text: str, row: Row, rows: Sequence[Row]) -> Title | None:
    """The first title behind an award and its winner, before what is said of others."""
    award, name = row.award, row.recipient
    near = name.start >= row.start - 1 and name.start - award.start < _REACH * 4
    at = max(award.end, name.end) if near and name.start > award.start else award.end
    low = text.rfind("\n", 0, award.start) + 1
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    following = [
        each
        for other in rows
        for each in (other.award.start, other.recipient.start)
        if each >= at + 1 and not award.start <= each < award.end
    ]
    limit = min([stop, at + _REACH, *following])
    match = _title().search(text, at, limit)
    if match and (made := _made(match)):
        return made
    if len({other.award.start for other in rows if low <= other.award.start < stop}) > 1:
        return None
    for match in _title().finditer(text, low, min(name.start, award.start)):
        # ``“X” by NAME won …``
        if (made := _made(match)) and _BY.fullmatch(text, made.end, name.start):
            return made
    # ``won with its project “X” the award``: before the award, where the sentence tells of one.
    match = _title().search(text, max(low, min(name.end, award.start)), award.start)
    return _made(match) if match else None


def _made(match: re.Match[str]) -> Title | None:
    kind = next(name for name, said in match.groupdict().items() if said)
    start, end = match.span(kind)
    said = match[kind].rstrip(" ,.")
    if len(said) < _SHORTEST or re.search(r"(?:Award|Prize|Medal)s?$", said):
        return None
    return Title(" ".join(said.split()), start, start + len(said)) if end > start else None


_SHORTEST: Final = 4
_BY: Final = re.compile(r"[”\"’]?,? (?:by|from|of) (?:[\w’'\-]+ ){0,3}")
