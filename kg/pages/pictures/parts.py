"""Small parts that several pictures have: lines of text in two sizes, marks, links, tooltips."""

from __future__ import annotations

from html import escape
from typing import Final

from kg.pages.pictures.measure import FONT, SMALL_FONT
from kg.pages.pictures.svg import INK, SOFT, Number, element

SMALL: Final = SMALL_FONT
PAPER: Final = "#ffffff"
WARN: Final = "#8a3b00"
PALE: Final = "#dbe7f0"


def line(said: str, x: Number, y: Number, anchor: str = "start", *, soft: bool = False, halo: bool = False) -> str:
    """A line of text; ``soft`` is smaller and paler, ``halo`` sets it off from what it lies on."""
    around: dict[str, Number | str] = (
        {"stroke": PAPER, "stroke_width": 3, "stroke_linejoin": "round", "paint_order": "stroke"} if halo else {}
    )
    return element(
        "text",
        escape(said),
        x=x,
        y=y,
        text_anchor=anchor,
        class_=f"{'p-soft' if soft else 'p-text'}{' p-halo' if halo else ''}",
        fill=SOFT if soft else INK,
        font_size=SMALL if soft else FONT,
        **around,
    )


def linked(shape: str, href: str) -> str:
    """A shape that leads somewhere; as it is where there is no address."""
    return element("a", shape, href=href) if href else shape


def tip(words: str) -> str:
    """What a pointer that rests on a shape is told."""
    return element("title", escape(words))


def cross(x: float, y: float, reach: float = 4) -> str:
    """A mark for what did not take place."""
    across = 2 * reach
    path = f"M{x - reach:.1f} {y - reach:.1f}l{across} {across}m0 {-across}l{-across} {across}"
    return element("path", d=path, stroke=SOFT, stroke_width=1.5, fill="none", class_="p-mark")
