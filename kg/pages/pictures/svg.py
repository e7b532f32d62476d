"""What all pictures are made of: escaped elements, and a frame with a title and a description for who cannot see it.

Colours come from the style sheet by class; the attributes beside them are what a picture that stands alone falls back
on. No picture has styles or scripts of its own, so a strict Content-Security-Policy holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from markupsafe import Markup

from kg.terms.foreign import SVG

INK: Final = "#1d2430"
SOFT: Final = "#566070"
ACCENT: Final = "#0b5a8a"
LINE: Final = "#d9dee6"

Number = int | float


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a picture in its own units (pixels where there is room), its name in ids, title and description."""

    name: str
    width: int
    height: int
    title: str
    description: str


def element(tag: str, content: str = "", **attributes: Number | str) -> str:
    """One element; ``content`` is markup, escaped already; attributes are escaped here (``_`` stands for ``-``)."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_short(value))}"' for name, value in attributes.items()
    )
    return f"<{tag}{said}>{content}</{tag}>" if content else f"<{tag}{said}/>"


def text(said: str, x: Number, y: Number, anchor: str = "start", class_: str = "p-text") -> str:
    """A line of text that begins, ends (``end``) or has its middle (``middle``) at a point."""
    return element("text", escape(said), x=x, y=y, text_anchor=anchor, class_=class_, fill=INK)


def drawing(frame: Frame, shapes: Iterable[str]) -> Markup:
    """The picture as an element of a page.

    One that holds links is a group: inside an image, assistive technology would not find them.
    """
    drawn = "".join(shapes)
    title, description = f"{frame.name}-title", f"{frame.name}-desc"
    inside = element("title", escape(frame.title), id=title) + element(
        "desc", escape(frame.description), id=description
    )
    written = element(
        "svg",
        inside + drawn,
        xmlns=SVG,
        viewBox=f"0 0 {frame.width} {frame.height}",
        width=frame.width,
        height=frame.height,
        role="group" if "<a " in drawn else "img",
        aria_labelledby=title,
        aria_describedby=description,
        class_="picture",
        font_family="sans-serif",
        font_size=13,
    )
    return Markup(written)  # noqa: S704 - every text and attribute was escaped on its way in


def _short(value: Number | str) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
