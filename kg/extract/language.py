"""The language that a document is written in, by its letters."""

from __future__ import annotations

import re
from typing import Final

_THAI: Final = re.compile("[ก-๎]+")
_LATIN: Final = re.compile("[A-Za-z]+")
# Words that no English sentence does without.
_SMALL: Final = re.compile(r"\b(?:the|of|and|in|to|for|was|is|a|on|by|with|has|at)\b", re.IGNORECASE)
_SMALL_FROM: Final = 0.03
# Pages of Thai publishers put a Thai title and date over an English text; a Thai text may name many English awards.
_THAI_FROM: Final = 0.25


def language_of(text: str) -> str:
    """``th`` or ``en``: which lists of words and which rules fit a text."""
    thai = sum(len(run) for run in _THAI.findall(text))
    latin = sum(len(run) for run in _LATIN.findall(text))
    if not latin or thai >= _THAI_FROM * (thai + latin):
        return "th"
    return "en" if not thai or _has_sentences(text) else "th"


def _has_sentences(text: str) -> bool:
    """Whether the words in Latin letters are English, and not names in a Thai text."""
    words = sum(1 for _ in _LATIN.finditer(text))
    return sum(1 for _ in _SMALL.finditer(text)) >= _SMALL_FROM * words
