"""The text as it is matched, and the way back to the text as it was given.

Thai news arrives with no-break and zero-width spaces, Thai digits and decomposed vowels. Matching wants one form;
evidence wants offsets in the text as given. So the normalised text remembers, for each character, where it came from.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.text.digits import western_digits

_DROPPED: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2063\ufeff"
_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\t", " "))
# What does not map one to one: invisible characters, line ends of two, several spaces for one, ํ า for ำ, also round a
# tone mark, เ เ for แ, a tone mark before its vowel.
_AND: Final = f"[{_DROPPED}]*+"  # what may stand unseen between the halves of a letter
_ODD: Final = re.compile(
    rf"[{_DROPPED}]+|\r(?=\n)| (?:{_AND} )++|ํ{_AND}([่-๋]?){_AND}า|([่-๋]){_AND}ํ{_AND}า|เ{_AND}เ|([่-๋])([ัิ-ู])"
)


@dataclass(frozen=True)
class Text:
    """A normalised text with, for each of its characters, the offset in the original."""

    given: str
    norm: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, given: str) -> Text:
        """Normalise: single spaces of one kind, no invisible characters, Western digits, ํา as ำ and เเ as แ."""
        plain = western_digits(given).translate(_SPACES)
        out: list[str] = []
        origin: list[int] = []
        at = 0
        for odd in _ODD.finditer(plain):
            out.append(plain[at : odd.start()])
            origin.extend(range(at, odd.start()))
            mended = _mended(odd)
            out.append(mended)
            origin.extend(range(odd.start(), odd.start() + len(mended)))
            at = odd.end()
        out.append(plain[at:])
        origin.extend(range(at, len(plain)))
        return cls(given, "".join(out), tuple(origin))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a run of the normalised text stands in the original, end exclusive."""
        if end <= start:
            at = self.origin[start] if start < len(self.origin) else len(self.given)
            return at, at
        last = self.origin[end - 1]
        following = self.origin[end] if end < len(self.origin) else len(self.given)
        # A character that took in the next one (ํา) spans both; dropped ones after the run do not belong to it.
        taken = max(self.given.rfind(half, last + 1, following) for half in "าเ")
        return self.origin[start], max(last, taken) + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.norm.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.norm.find("\n", at + 1)
        return starts

    def line_of(self, position: int) -> int:
        """Number of the line, from 0, that a position of the normalised text lies in."""
        return bisect.bisect_right(self._line_starts, position) - 1

    def line_span(self, number: int) -> tuple[int, int]:
        """Start and end of a line in the normalised text, without its line end."""
        start = self._line_starts[number]
        following = self._line_starts[number + 1] - 1 if number + 1 < len(self._line_starts) else len(self.norm)
        return start, following


def _mended(odd: re.Match[str]) -> str:
    """The usual spelling of a run that is spelt oddly; one space for several, nothing for invisible characters."""
    if odd[3]:
        return odd[4] + odd[3]
    if odd[0][0] in " เ":
        return "แ" if odd[0][0] == "เ" else " "
    if odd[0].endswith("า"):
        return (odd[1] or odd[2] or "") + "ำ"
    return ""
