"""The streak matrix: who won in which years, the longest run drawn through, years without evidence left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.model.answer import Answer, Cell, Row
from kg.pages.pictures.measure import fitted, width_of
from kg.pages.pictures.parts import SMALL, cross, line, linked, tip
from kg.pages.pictures.svg import ACCENT, LINE, Frame, drawing, element
from kg.pages.pictures.tell import Address, Drawn, at, join, name_of, number, tell, year

MOST_ROWS: Final = 25
MOST_YEARS: Final = 15
_NAMES: Final = 316
_CELL: Final = 34
_STEP: Final = 40
_HEAD: Final = 30
_LONGEST: Final = 74


@dataclass(frozen=True, slots=True)
class _Grid:
    first: int
    last: int

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)

    def middle(self, value: int) -> float:
        return _NAMES + (value - self.first + 0.5) * _CELL

    @property
    def width(self) -> int:
        return _NAMES + _CELL * len(self.years) + _LONGEST


def matrix(answer: Answer, language: str, address: Address) -> Drawn | None:
    """The longest runs; None where no row has a year. Of many years the last are drawn.

    A winner's run in a scheme as a whole stands for those in its categories, unless categories are asked for.
    """
    fitting = [row for row in answer.rows if _years(at(answer, row, "won")) and _is_drawn(answer, row)]
    rows = fitting[:MOST_ROWS]
    if not rows:
        return None
    grid = _grid(answer, rows)
    height = _HEAD + _STEP * len(rows) + 40
    shapes = _head(grid, height, language)
    for place, row in enumerate(rows):
        shapes += _line(answer, row, _HEAD + place * _STEP, grid, language, address)
    shapes += _legend(height - 12, language)
    told = _told(answer, rows, len(fitting), grid, language)
    return Drawn(drawing(Frame("picture", _widest(grid, language), height, answer.title[language], told), shapes), told)


def _is_drawn(answer: Answer, row: Row) -> bool:
    return (at(answer, row, "category") is not None) == ("category" in answer.parameters)


def _grid(answer: Answer, rows: list[Row]) -> _Grid:
    years = [value for row in rows for value in _years(at(answer, row, "won"))]
    return _Grid(max(min(years), max(years) - MOST_YEARS + 1), max(years))


def _years(cell: Cell) -> tuple[int, ...]:
    return tuple(int(each) for each in cell) if isinstance(cell, tuple) else ()


def _told(answer: Answer, rows: list[Row], total: int, grid: _Grid, language: str) -> str:
    best = rows[0]
    span = [number(at(answer, best, name)) for name in ("from", "to")]
    return join(
        tell("matrix", language, shown=len(rows), total=total),
        tell(
            "matrix_first",
            language,
            name=name_of(answer, best.cells[0], language),
            length=number(at(answer, best, "longest")),
            scheme=name_of(answer, at(answer, best, "scheme"), language),
            first=year(span[0], language),
            last=year(span[1], language),
        ),
        tell("matrix_years", language, first=year(grid.first, language), last=year(grid.last, language)),
    )


def _widest(grid: _Grid, language: str) -> int:
    """Wide enough for the legend too, where there are few years."""
    return max(grid.width, 40 + sum(round(_room(key, language)) for key in _KEYS))


def _head(grid: _Grid, height: int, language: str) -> list[str]:
    shapes = [line(year(each, language), grid.middle(each), 18, "middle", soft=True) for each in grid.years]
    shapes.append(line(tell("matrix_longest", language), grid.width - 4, 18, "end", soft=True))
    return [
        *shapes,
        element("line", x1=0, y1=height - 36, x2=grid.width, y2=height - 36, stroke=LINE, class_="p-line"),
    ]


def _line(answer: Answer, row: Row, top: int, grid: _Grid, language: str, address: Address) -> list[str]:
    name, where = name_of(answer, row.cells[0], language), _where(answer, row, language)
    middle, first = top + _STEP / 2, number(at(answer, row, "from"))
    last, length = number(at(answer, row, "to")), number(at(answer, row, "longest"))
    room = _NAMES - 16
    shapes = [
        element("line", x1=0, y1=top, x2=grid.width, y2=top, stroke=LINE, class_="p-line"),
        linked(line(fitted(name, room), 0, top + 17), address(str(row.cells[0]))),
        line(fitted(where, room, SMALL), 0, top + 32, soft=True),
    ]
    if last >= grid.first and last > first:
        start = max(grid.middle(first), grid.middle(grid.first))
        wide = grid.middle(last) - start
        shapes.append(element("rect", x=start, y=middle - 3, width=wide, height=6, fill=ACCENT, class_="p-bar"))
    for each in _years(at(answer, row, "won")):
        if each in grid.years:
            said = tip(f"{name}: {year(each, language)}")
            shapes.append(_won(grid.middle(each), middle, said))
    for each in _years(at(answer, row, "gaps")):
        if each in grid.years:
            shapes.append(_gap(grid.middle(each), middle))
    shapes += [cross(grid.middle(each), middle) for each in _years(at(answer, row, "not_held")) if each in grid.years]
    shapes.append(line(str(length), grid.width - 14, middle + 5, "end"))
    return shapes


def _where(answer: Answer, row: Row, language: str) -> str:
    cells = (at(answer, row, "scheme"), at(answer, row, "category"))
    return " · ".join(name_of(answer, cell, language) for cell in cells if cell)


def _won(x: float, y: float, inside: str = "") -> str:
    return element(
        "rect", inside, x=x - 9, y=y - 9, width=18, height=18, rx=3, fill=ACCENT, class_="p-bar p-won"
    )  # fmt: skip


def _gap(x: float, y: float) -> str:
    return element("circle", cx=x, cy=y, r=3.5, fill="none", stroke="#566070", class_="p-mark p-gap")


_KEYS: Final = ("matrix_won", "matrix_run", "matrix_gap", "matrix_not_held")


def _room(key: str, language: str) -> float:
    return 34 + width_of(tell(key, language), SMALL)


def _legend(y: float, language: str) -> list[str]:
    shapes: list[str] = []
    x = 14.0
    for key in _KEYS:
        mark = {
            "matrix_won": element("rect", x=x - 6, y=y - 10, width=12, height=12, rx=2, fill=ACCENT, class_="p-bar"),
            "matrix_run": element("rect", x=x - 9, y=y - 7, width=18, height=6, fill=ACCENT, class_="p-bar"),
            "matrix_gap": _gap(x, y - 4),
            "matrix_not_held": cross(x, y - 4),
        }[key]
        shapes += [mark, line(tell(key, language), x + 14, y, soft=True)]
        x += _room(key, language)
    return shapes
