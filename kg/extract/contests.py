"""Contests by their own name: in a text that tells first and second prizes, the contest is what was won."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract.details import pattern
from kg.extract.naming import Naming, run_end, without_year
from kg.extract.words import alternation, load_words

_LEAST: Final = 14
_MOST: Final = 110


@cache
def _contest() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![ก-๎])(?:{pattern('before_contest')})?(?P<name>{pattern('contest_head')}(?!{pattern('no_contest')})"
        r"(?P<said>[ก-๎]+(?:\s?[“\"][^”\"\n]{3,60}[”\"])?(?:\s[A-Z][A-Za-z0-9&.’' ]{3,50})?))"
    )


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(alternation(load_words("awards_th").lists["ranked"]))


@cache
def _sport() -> re.Pattern[str]:
    return re.compile(pattern("sport"))


def contests_in(text: str) -> Iterator[Naming]:
    """All namings of contests, in order; none in a text without ranks, and none of sport."""
    if not _ranks().search(text):
        return
    for match in _contest().finditer(text):
        start, end = match.span("name")
        thai = match.start("said")
        stop, _ = run_end(text, thai, re.compile(r"[ก-๎]+").match(text, thai).end())  # type: ignore[union-attr]
        end = min(end, stop) if stop < match.end("said") and text[stop : stop + 1] != " " else end
        name = without_year(text[start:end])
        if _LEAST <= len(name) <= _MOST and not _sport().search(name):
            yield Naming(start, start + len(text[start:end].rstrip()), name)
