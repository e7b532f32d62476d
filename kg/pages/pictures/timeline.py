"""A timeline: marks and spans over a scale of years, each on a line of its own below its label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kg.pages.pictures.svg import ACCENT, LINE, Frame, drawing, element, text

_WIDE: Final = 640
_EDGE: Final = 24  # so that the first and last year stand inside
_LINE: Final = 40
_HEAD: Final = 26
_LONGEST: Final = 78  # characters of a label that fit
_LEAST_APART: Final = 52  # between two years of the scale
MOST_LINES: Final = 40


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that was so from ``start`` to ``end`` (decimal years, CE; the same for one moment), with a link."""

    label: str
    start: float
    end: float
    href: str = ""


def timeline(
    moments: Sequence[Moment], title: str, description: str, label: Callable[[int], str] = str, name: str = "timeline"
) -> Markup:
    """The moments in the order given, each on a line; empty for none. ``label`` writes a year of the scale.

    Of more than ``MOST_LINES`` the last are left out: the table beside the picture has all.
    """
    shown = moments[:MOST_LINES]
    if not shown:
        return Markup()
    first, last = int(min(each.start for each in shown)), int(max(each.end for each in shown)) + 1
    place = _Scale(first, last)
    height = _HEAD + _LINE * len(shown) + 6
    shapes = [*_grid(place, height, label)]
    for number, moment in enumerate(shown):
        shapes += _line(moment, _HEAD + _LINE * number, place)
    return drawing(Frame(name, _WIDE, height, title, description), shapes)


class _Scale:
    """From a year to a place."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._unit = (_WIDE - 2 * _EDGE) / (last - first)

    def __call__(self, year: float) -> float:
        return _EDGE + (year - self.first) * self._unit

    def years(self) -> range:
        """The years that have room for their number."""
        step = next((each for each in (1, 2, 5, 10, 20, 50) if each * self._unit >= _LEAST_APART), 100)
        return range(self.first, self.last + 1, step)


def _grid(place: _Scale, height: int, label: Callable[[int], str]) -> list[str]:
    shapes = []
    for year in place.years():
        at = place(year)
        shapes.append(element("line", x1=at, y1=_HEAD - 6, x2=at, y2=height, class_="p-line", stroke=LINE))
        shapes.append(text(label(year), at, 14, "middle", "p-soft"))
    return shapes


def _line(moment: Moment, top: int, place: _Scale) -> list[str]:
    left, right = place(moment.start), place(moment.end)
    # A label on the right half ends at its mark, so that it stays inside the picture.
    ends = left > _WIDE / 2
    said = text(_cut(moment.label), right if ends else left, top + 13, "end" if ends else "start")
    if moment.href:
        said = element("a", said, href=moment.href)
    elif not moment.label:
        said = ""
    if right - left < 1:
        mark = element("circle", cx=left, cy=top + 24, r=4.5, class_="p-bar", fill=ACCENT)
    else:
        mark = element("rect", x=left, y=top + 20, width=right - left, height=8, rx=2, class_="p-bar", fill=ACCENT)
    return [said, mark]


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"


def years_of(date: str) -> tuple[float, float] | None:
    """The decimal years from the first to the last day that an ISO date may mean; None for what is no date."""
    parts = date.split("-")
    if not 1 <= len(parts) <= 3 or not all(each.isdigit() for each in parts):
        return None
    year, month, day = (int(each) for each in (*parts, *("0",) * (3 - len(parts))))
    if not month:
        return float(year), year + 0.99
    start = year + (month - 1) / 12
    return (start, start + 1 / 12) if not day else (start + (day - 1) / 372, start + (day - 1) / 372)
