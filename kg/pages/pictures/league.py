"""Bars that lie: a league table, declared totals beside what was found, and how many rows have which value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.export.answers import shown
from kg.model.answer import Answer, Cell, Kind, Row
from kg.pages.pictures.measure import fitted
from kg.pages.pictures.parts import PALE, SMALL, line, linked, tip
from kg.pages.pictures.svg import ACCENT, LINE, Frame, drawing, element
from kg.pages.pictures.tell import Address, Drawn, at, join, name_of, number, place_of, tell, year

MOST: Final = 25
_STEP: Final = 40
_RANK: Final = 34
_NAMES: Final = 316
_BAR: Final = 400
_NUMBER: Final = 120
_WIDE: Final = _NAMES + _BAR + _NUMBER


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a name with a word below it, the number, what the number is out of where that is known, its words."""

    name: str
    below: str
    value: int
    said: str
    out_of: int | None = None
    href: str = ""


def league(answer: Answer, language: str, address: Address) -> Drawn | None:
    """The first rows by the first number of the view, with their rank; None where no row has a number above nought."""
    place = next((at for at, column in enumerate(answer.columns) if column.kind is Kind.INTEGER), None)
    if place is None:
        return None
    rows = [row for row in answer.rows if number(row.cells[place]) > 0 and not isinstance(row.cells[place], bool)]
    if not rows:
        return None
    bars = [_bar(answer, row, place, language, address) for row in rows[:MOST]]
    heading = answer.columns[place].heading[language]
    first = bars[0]
    told = join(
        tell("league", language, shown=len(bars), total=len(answer.rows), heading=heading),
        tell("league_first", language, name=first.name, value=first.value),
    )
    return _drawn(bars, f"{answer.title[language]}: {heading}", told, ranked=True)


def shares(answer: Answer, language: str, address: Address) -> Drawn | None:
    """Of each edition as a whole how many awards were found, of how many declared; first those with a total."""
    whole = [row for row in answer.rows if at(answer, row, "category") is None]
    known = [row for row in whole if number(at(answer, row, "declared"))]
    found = [row for row in whole if not number(at(answer, row, "declared")) and number(at(answer, row, "found"))]
    bars = [_share(answer, row, language, address) for row in [*known, *found][:MOST]]
    if not bars:
        return None
    told = tell("shares", language, shown=len(bars), total=len(whole), known=len(known))
    return _drawn(bars, answer.title[language], told)


def tally(answer: Answer, column: str, once: str, language: str) -> Drawn | None:
    """How many things have which value: ``column`` has the value, ``once`` tells the things apart."""
    place = place_of(answer, column)
    if place is None:
        return None
    heading = answer.columns[place]
    pairs = {
        (at(answer, row, once) if once else index, value)
        for index, row in enumerate(answer.rows)
        for value in _values(at(answer, row, column))
    }
    counts = Counter(value for _, value in pairs)
    if not counts:
        return None
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))[:MOST]
    bars = [Bar(shown(answer, heading, value, language), "", count, f"{count:,}") for value, count in ordered]
    things = len({thing for thing, _ in pairs})
    told = tell("tally", language, total=things, by=heading.heading[language])
    return _drawn(bars, f"{answer.title[language]}: {heading.heading[language]}", told)


def _values(cell: Cell) -> tuple[Cell, ...]:
    return tuple(cell) if isinstance(cell, tuple) else () if cell is None else (cell,)


def _bar(answer: Answer, row: Row, place: int, language: str, address: Address) -> Bar:
    pairs = zip(answer.columns, row.cells, strict=True)
    named = [(column, cell) for column, cell in pairs if column.kind is Kind.REF and cell]
    name = shown(answer, *named[0], language) if named else ""
    href = address(str(named[0][1])) if named else ""
    apart = [shown(answer, *pair, language) for pair in named[1:] if answer.columns.index(pair[0]) < place]
    first, last = at(answer, row, "first"), at(answer, row, "last")
    span = _span(first, last, language) if isinstance(first, int) and isinstance(last, int) else ""
    value = number(row.cells[place])
    return Bar(name, " · ".join(filter(None, (*apart, span))), value, f"{value:,}", href=href)


def _span(first: int, last: int, language: str) -> str:
    return year(first, language) if first == last else f"{year(first, language)}–{year(last, language)}"


def _share(answer: Answer, row: Row, language: str, address: Address) -> Bar:
    edition, when = at(answer, row, "edition"), at(answer, row, "year")
    found, declared = number(at(answer, row, "found")), at(answer, row, "declared")
    known = declared if isinstance(declared, int) and declared > 0 else None
    below = year(when, language) if isinstance(when, int) else ""
    said = tell("of", language, found=found, declared=known) if known else tell("of_unknown", language, found=found)
    return Bar(name_of(answer, edition, language), below, found, said, known, address(str(edition or "")))


def _drawn(bars: Sequence[Bar], title: str, told: str, *, ranked: bool = False) -> Drawn:
    most = max(max(bar.value, bar.out_of or 0) for bar in bars)
    shapes = [shape for place, bar in enumerate(bars) for shape in _shapes(bar, place, most, ranked=ranked)]
    return Drawn(drawing(Frame("picture", _WIDE, _STEP * len(bars) + 4, title, told), shapes), told)


def _shapes(bar: Bar, place: int, most: int, *, ranked: bool) -> list[str]:
    top, left = place * _STEP + 4, _RANK if ranked else 0
    room = _NAMES - left - 14
    name = linked(line(fitted(bar.name, room), left, top + (14 if bar.below else 20)), bar.href)
    length = max(_BAR * bar.value / most, 2) if bar.value else 0
    whole = _BAR * bar.out_of / most if bar.out_of else 0
    level, tall = top + 5, 20
    shapes = [
        element("line", x1=0, y1=top + 34, x2=_WIDE, y2=top + 34, stroke=LINE, class_="p-line"),
        name,
        line(bar.said, _NAMES + max(length, whole) + 8, top + 20),
    ]
    if bar.below:
        shapes.append(line(fitted(bar.below, room, SMALL), left, top + 28, soft=True))
    if whole:
        shapes.append(element("rect", x=_NAMES, y=level, width=whole, height=tall, fill=PALE, class_="p-tint"))
    if length:
        said = tip(f"{bar.name}: {bar.said}")
        shapes.append(element("rect", said, x=_NAMES, y=level, width=length, height=tall, fill=ACCENT, class_="p-bar"))
    if ranked:
        shapes.append(line(str(place + 1), _RANK - 12, top + 20, "end", soft=True))
    return shapes
