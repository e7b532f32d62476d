"""Titles of honour that stand without the word for an award: ``chosen as MODEL FARMER``, ``a plaque to …``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract.details import pattern
from kg.extract.naming import Naming, is_kind, name_stop, run_end, without_year
from kg.extract.words import alternation, load_words


def honours_in(text: str) -> Iterator[Naming]:
    """Titles of honour without the word for an award: ``chosen as MODEL FARMER``, ``a plaque to OUTSTANDING WOMEN``."""
    last = 0
    for match in _honour().finditer(text):
        if match.start() < last or not honoured(text, match.start(), last):
            continue
        end, _ = run_end(text, match.start(), match.end("rest"))
        name = without_year(text[match.start() : max(end, match.end("of"))])
        last = match.end()
        if not is_kind(name) and not name_stop().search(match["of"][2:]):
            yield Naming(match.start(), match.start() + len(name), f"รางวัล{name}")


def honoured(text: str, start: int, floor: int = 0) -> bool:
    """Whether somebody is said to be honoured as what is named at a position; nothing before ``floor`` is heard."""
    cue = text[max(floor, start - _CUE_REACH) : start].rpartition("\n")[2]
    return bool(_honouring().search(cue)) and not _named_already().search(cue)


_CUE_REACH: Final = 60


@cache
def _honour() -> re.Pattern[str]:
    nouns, praise = pattern("honoured"), pattern("honour")
    return re.compile(rf"(?<!รางวัล)(?P<of>{nouns}[ก-๎]{{0,40}}?{praise})(?P<rest>[ก-๎]*)")


@cache
def _honouring() -> re.Pattern[str]:
    return re.compile(rf"{pattern('honouring')}(?:[^\n]{{0,34}})$")


@cache
def _named_already() -> re.Pattern[str]:
    return re.compile(alternation(load_words("awards_th").lists["head"]))
