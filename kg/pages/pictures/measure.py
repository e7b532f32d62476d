"""How much room words take in a drawing, and which labels find room: their boxes never overlap.

Nothing here asks a browser: the width of a text is estimated from its characters, rather too wide than too narrow, so
that what does not overlap here does not overlap on a screen either.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

FONT: Final = 13
SMALL_FONT: Final = 11
_ASCENT: Final = 1.05  # in units of the font: Thai stacks a vowel and a tone mark above the letter
_DESCENT: Final = 0.35
_AIR: Final = 2.0
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[] ·-")
_MARKS: Final = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the units of the drawing; ``y`` grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, width: float, height: float) -> bool:
        """Whether it lies in a frame of that size."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that would like to stand at a point that reaches ``radius`` far.

    ``middle``: it may lie on the point; ``upright``: rather above or below it than beside it.
    """

    text: str
    x: float
    y: float
    radius: float
    middle: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label that found room: where its line of text begins, and its box."""

    text: str
    x: float
    y: float
    box: Box


@lru_cache(maxsize=4096)
def width_of(text: str, font: float = FONT) -> float:
    """The width of a line of text; marks that stand on another character take none."""
    return font * sum(_width(each) for each in text)


def _width(character: str) -> float:
    if unicodedata.category(character) in _MARKS:
        return 0.0
    if character in _NARROW:
        return 0.36
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.74 if character.isupper() or character in "mwMW—…" else 0.62


def fitted(text: str, width: float, font: float = FONT) -> str:
    """The text, cut with an ellipsis where it is wider; never between a letter and its marks."""
    words = " ".join(text.split())
    if width_of(words, font) <= width:
        return words
    room, kept = width - width_of("…", font), len(words)
    while kept and width_of(words[:kept], font) > room:
        kept -= 1
    while kept and kept < len(words) and unicodedata.category(words[kept]) in _MARKS:
        kept -= 1
    return words[:kept].rstrip() + "…"


def box_of(text: str, x: float, y: float, font: float = FONT) -> Box:
    """The box of a line of text whose base line begins at a point."""
    return Box(x - _AIR, y - _ASCENT * font, x + width_of(text, font) + _AIR, y + _DESCENT * font)


def choose_labels(
    wishes: Iterable[Wish], taken: Sequence[Box], size: tuple[float, float], most: int, font: float = FONT
) -> list[Label]:
    """The labels that find room, in the order of the wishes, at most so many.

    ``taken`` are boxes that no label may cover; ``size`` is width and height of the frame. A wish without room at any
    of its places is passed over: the table beside the picture names everything.
    """
    chosen: list[Label] = []
    for wish in wishes:
        if len(chosen) >= most:
            break
        for x, y in _places(wish, font):
            box = box_of(wish.text, x, y, font)
            free = not any(box.overlaps(each.box) for each in chosen) and not any(map(box.overlaps, taken))
            if box.inside(*size) and free:
                chosen.append(Label(wish.text, x, y, box))
                break
    return chosen


def _places(wish: Wish, font: float) -> Iterator[tuple[float, float]]:
    """Where the base line may begin: on the point, or beside, above and below it."""
    wide, away, level = width_of(wish.text, font), wish.radius + 2 * _AIR, wish.y + 0.35 * font
    beside = [(wish.x + away, level), (wish.x - away - wide, level)]
    above_below = [
        (wish.x - wide / 2, wish.y - away - _DESCENT * font),
        (wish.x - wide / 2, wish.y + away + _ASCENT * font),
    ]
    if wish.middle:
        yield wish.x - wide / 2, level
        yield from above_below
    elif wish.upright:
        yield from (*above_below, *beside)
    else:
        yield from (*beside, *above_below)
