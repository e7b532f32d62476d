"""The language that a document is written in, by its letters."""

from __future__ import annotations

import re
from typing import Final

_THAI: Final = re.compile("[ก-๎]+")
_LATIN: Final = re.compile("[A-Za-z]+")
# Pages of Thai publishers put a Thai title and date over an English text; a Thai text may name many English awards.
_THAI_FROM: Final = 0.25


def language_of(text: str) -> str:
    """``th`` or ``en``: which lists of words and which rules fit a text."""
    thai = sum(len(run) for run in _THAI.findall(text))
    latin = sum(len(run) for run in _LATIN.findall(text))
    return "en" if latin and thai < _THAI_FROM * (thai + latin) else "th"
