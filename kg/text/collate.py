"""The order of Thai and English names in lists.

Thai is ordered by consonants, then vowels, as in the Royal Institute's dictionary: a vowel written before its consonant
counts after it, and tone marks only part words that are else alike. The library of Unicode's collation (ICU) would have
to be compiled; for names in these two languages this key gives the same order, which a test holds against another
implementation.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BEFORE: Final = re.compile("([เแโใไ])([ก-ฮ])")
# Mai taikhu, the four tone marks, thanthakhat, nikkhahit and yamakkan: they count last of all.
_MARKS: Final = frozenset("็่้๊๋์ํ๎")
_IGNORED: Final = re.compile(r"[\s\-–—.,()\"'“”ฯๆ/:·]+")
_NUMBER: Final = re.compile(r"\d+")


def collation_key(name: str) -> tuple[str, str, str]:
    """A key that sorts names as a Thai dictionary does; Latin comes before Thai, numbers by their value.

    Case, spaces and punctuation count only between names that are else alike.
    """
    turned = _BEFORE.sub(r"\2\1", unicodedata.normalize("NFC", name).casefold())
    plain = _IGNORED.sub("", turned)
    letters = "".join(each for each in plain if each not in _MARKS)
    marks = "".join(each if each in _MARKS else " " for each in plain)
    return _NUMBER.sub(_by_value, letters), marks, name


def initial(name: str) -> str:
    """The letter that a name stands under: its first consonant or Latin letter in capitals, ``#`` for anything else."""
    letters = collation_key(name)[0]
    first = letters[:1].upper()
    return first if first.isalpha() else "#"


def _by_value(match: re.Match[str]) -> str:
    digits = match[0].lstrip("0") or "0"
    # The number of digits goes first: 9 comes before 10.
    return f"{len(digits):03d}{digits}"
