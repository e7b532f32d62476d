"""Bars: upright ones over the years, and one that lies in the cell of a league table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kg.pages.pictures.svg import ACCENT, LINE, Frame, drawing, element, text

_STEP: Final = 46  # wide enough for a year of four digits
_BAR: Final = 26
_TALLEST: Final = 110
_TOP: Final = 22  # room for the number above the tallest bar
_FOOT: Final = 24
MOST_YEARS: Final = 20  # as many as the text is wide: the last years must not lie out of sight


@dataclass(frozen=True, slots=True)
class YearBar:
    """How many in one year (CE)."""

    year: int
    count: int


def by_year(
    counts: Sequence[YearBar], title: str, description: str, label: Callable[[int], str] = str, name: str = "years"
) -> Markup:
    """Upright bars, one a year from the first to the last, years without any among them; empty for no years.

    ``label`` writes a year below its bar. Of more than ``MOST_YEARS`` years the last are drawn.
    """
    known = {each.year: each.count for each in counts}
    if not known:
        return Markup()
    years = range(max(min(known), max(known) - MOST_YEARS + 1), max(known) + 1)
    most = max(max(known.values()), 1)
    width, ground = _STEP * len(years) + 2, _TOP + _TALLEST
    shapes = [element("line", x1=0, y1=ground, x2=width, y2=ground, class_="p-line", stroke=LINE)]
    for place, year in enumerate(years):
        middle, count = place * _STEP + _STEP / 2 + 1, known.get(year, 0)
        shapes.append(text(label(year), middle, ground + 17, "middle", "p-soft"))
        if count:
            height = max(_TALLEST * count / most, 2)
            left, top = middle - _BAR / 2, ground - height
            shapes.append(element("rect", x=left, y=top, width=_BAR, height=height, class_="p-bar", fill=ACCENT))
            shapes.append(text(f"{count:,}", middle, top - 6, "middle"))
    return drawing(Frame(name, width, ground + _FOOT, title, description), shapes)


def in_cell(share: float) -> Markup:
    """A bar for the cell of a league table, as long as its share (0…1) of the longest; the number stands beside it.

    It repeats that number, so it is hidden from whoever reads by ear.
    """
    length = round(min(max(share, 0.0), 1.0) * 100, 1)
    bar = element("rect", width=length, height=10, class_="p-bar", fill=ACCENT) if length else ""
    written = element(
        "svg", bar or " ", viewBox="0 0 100 10", width=100, height=10, preserveAspectRatio="none", aria_hidden="true",
        class_="in-cell",
    )  # fmt: skip
    return Markup(written)  # noqa: S704 - numbers alone
