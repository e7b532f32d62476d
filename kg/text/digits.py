"""Thai and Western digits, both ways."""

from __future__ import annotations

from typing import Final

_THAI: Final = "๐๑๒๓๔๕๖๗๘๙"
_WESTERN: Final = "0123456789"
_TO_WESTERN: Final = str.maketrans(_THAI, _WESTERN)
_TO_THAI: Final = str.maketrans(_WESTERN, _THAI)


def western_digits(text: str) -> str:
    """The text with Thai digits written 0 to 9; every other character stays, so offsets do too."""
    return text.translate(_TO_WESTERN)


def thai_digits(text: str) -> str:
    """The text with 0 to 9 written in Thai digits; every other character stays."""
    return text.translate(_TO_THAI)
