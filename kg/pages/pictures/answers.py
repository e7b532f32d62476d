"""Pictures of answers, drawn as SVG on this side: no script, readable without colour, with a text for who cannot see.

A view's own picture is a function in ``PICTURES``; a view without one is drawn as bars of its first number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from xml.sax.saxutils import escape

from kg.export.answers import shown
from kg.model.answer import Answer, Cell, Column, Kind, Row
from kg.terms.foreign import SVG

Picture = Callable[[Answer, str], str]

MOST_BARS: Final = 25
_ROW: Final = 28
_LEFT: Final = 380
_WIDE: Final = 480
_HIGHEST: Final = 46  # characters of a name that fit

PICTURES: Final[Mapping[str, Picture]] = {}
"""The picture of each view that has one of its own, by the view's name."""


def picture(answer: Answer, language: str) -> str | None:
    """The answer as an SVG document; None where it has no rows or nothing that can be drawn."""
    if not answer.rows:
        return None
    return PICTURES.get(answer.name, bars)(answer, language) or None


def bars(answer: Answer, language: str) -> str:
    """The first rows as bars of their first number, each with its name and number beside it."""
    place = next((at for at, column in enumerate(answer.columns) if column.kind is Kind.INTEGER), None)
    if place is None:
        return ""
    column = answer.columns[place]
    rows = [row for row in answer.rows if isinstance(row.cells[place], int)][:MOST_BARS]
    most = max((_number(row.cells[place]) for row in rows), default=0)
    if most <= 0:
        return ""
    height, title = _ROW * len(rows) + 8, f"{answer.title[language]}: {column.heading[language]}"
    drawn = "".join(_bar(answer, row, place, number, most, language) for number, row in enumerate(rows))
    return (
        f'<svg xmlns="{SVG}" viewBox="0 0 {_LEFT + _WIDE + 80} {height}" width="100%" role="img" '
        f'aria-labelledby="picture-title" font-family="sans-serif" font-size="14">'
        f'<title id="picture-title">{escape(title)}</title>{drawn}</svg>'
    )


def _bar(answer: Answer, row: Row, place: int, number: int, most: int, language: str) -> str:
    value = _number(row.cells[place])
    top, length = _ROW * number + 4, max(round(_WIDE * value / most), 1)
    name = _cut(" · ".join(filter(None, _names(answer, row, place, language))))
    return (
        f'<text x="{_LEFT - 8}" y="{top + 15}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{length}" height="20" fill="#1f5fa8"/>'
        f'<text x="{_LEFT + length + 6}" y="{top + 15}">{value:,}</text>'
    )


def _names(answer: Answer, row: Row, place: int, language: str) -> list[str]:
    pairs: list[tuple[Column, Cell]] = list(zip(answer.columns, row.cells, strict=True))[:place]
    return [shown(answer, column, cell, language) for column, cell in pairs if cell is not None][:2]


def _cut(name: str) -> str:
    return name if len(name) <= _HIGHEST else name[: _HIGHEST - 1] + "…"


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
