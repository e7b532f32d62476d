"""The words of a source around a span of its characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

AROUND: Final = 36
LONGEST: Final = 220


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words themselves, and a little of what stands before and after them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a text that the same spans cover; ``anchors`` are the spans that begin here."""

    text: str
    marked: bool
    here: bool
    anchors: tuple[str, ...]


def cut(text: str, start: int, end: int, around: int = AROUND) -> Excerpt:
    """The words from ``start`` to ``end`` with some of what surrounds them; long ones lose their middle."""
    left = whole(text, max(0, start - around))
    right = whole(text, min(len(text), end + around))
    before = ("…" if left > 0 else "") + text[left:start]
    after = text[end:right] + ("…" if right < len(text) else "")
    return Excerpt(_one_line(before), _one_line(_shortened(text[start:end])), _one_line(after))


def whole(text: str, position: int) -> int:
    """The nearest position at or before this one that parts no letter from the marks above and below it."""
    while 0 < position < len(text) and unicodedata.category(text[position])[0] == "M":
        position -= 1
    return position


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    half = LONGEST // 2
    return words[: whole(words, half)] + " … " + words[whole(words, len(words) - half) :]


def _one_line(text: str) -> str:
    # Spaces at the ends part the words from the mark and stay; those at line ends become one space.
    flat = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + flat + (" " if flat and text[-1:].isspace() else "")


def anchor(start: int, end: int) -> str:
    """The name of a span in the page of its source."""
    return f"at-{start}-{end}"


def segments(text: str, spans: Iterable[tuple[int, int]], here: tuple[int, int] | None = None) -> list[Segment]:
    """The whole text cut wherever a span begins or ends, each piece marked where a span covers it.

    Spans outside the text are left out: they belong to another text.
    """
    known = sorted({span for span in (*spans, *([here] if here else [])) if 0 <= span[0] < span[1] <= len(text)})
    said = [span for span in known if span != here or span in set(spans)]
    cuts = sorted({0, len(text), *(edge for span in known for edge in span)})
    beginning: dict[int, list[str]] = {}
    for start, end in known:
        beginning.setdefault(start, []).append(anchor(start, end))
    depth: dict[int, int] = {}
    for start, end in said:
        depth[start] = depth.get(start, 0) + 1
        depth[end] = depth.get(end, 0) - 1
    pieces, covering = [], 0
    for start, end in pairwise(cuts):
        covering += depth.get(start, 0)
        inside = here is not None and here[0] <= start and end <= here[1]
        pieces.append(Segment(text[start:end], covering > 0, inside, tuple(beginning.get(start, ()))))
    return pieces
