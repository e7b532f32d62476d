"""Numbered lists inside a text: ``1. NAME … 2. NAME …``, ``(1) …``, ``2.1) …``, on one line or on many."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = re.compile(
    r"(?<![\d.,/:])(?P<open>\()?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})\s?(?P<close>\.\)|[.)])\s{0,12}(?=[^\d\s])"
)
_GAP: Final = 900  # characters between two marks of one list
_PARAGRAPH: Final = 150  # characters from which a line without a mark is a paragraph
_LAST: Final = 400  # characters that the last item may have: nothing behind it says where it ends


def numbered_items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of the list that begins with the first mark at ``start``: what stands between mark and next mark.

    Only marks that count on from one another are marks: other figures with a full stop or a bracket are text.
    """
    marks: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, start, end):
        if not marks:
            if text[start : mark.start()].strip(' \n“":') or not _opens(mark["number"]):
                break
            marks.append(mark)
        elif mark.start() - marks[-1].end() > _GAP or _parted(text, marks[-1].end(), mark.start()):
            break
        elif _style(mark) == _style(marks[0]) and _follows(marks[-1]["number"], mark["number"]):
            marks.append(mark)
    if not marks:
        return []
    ends = [mark.start() for mark in marks[1:]]
    newline = text.find("\n", marks[-1].end(), end)
    last = newline if newline >= 0 else end
    return [(mark.end(), stop) for mark, stop in zip(marks, [*ends, min(last, marks[-1].end() + _LAST)], strict=True)]


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a paragraph stands between two marks: what is counted behind it is another list."""
    newline = text.find("\n", start, end)
    return newline >= 0 and len(text[newline:end].strip()) > _PARAGRAPH


def _style(mark: re.Match[str]) -> tuple[bool, str, int]:
    return bool(mark["open"]), mark["close"], mark["number"].count(".")


def _opens(number: str) -> bool:
    return number.rpartition(".")[2] == "1"


def _follows(last: str, number: str) -> bool:
    head, _, tail = last.rpartition(".")
    other, _, following = number.rpartition(".")
    return head == other and int(following) == int(tail) + 1
