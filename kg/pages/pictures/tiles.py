"""The provinces as tiles of one size, each about where it lies: a small province is seen as well as a large one."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from kg.model.answer import Answer
from kg.pages.pictures.parts import SMALL, line, linked, tip
from kg.pages.pictures.svg import INK, Frame, Number, drawing, element
from kg.pages.pictures.tell import Address, Drawn, join, number, tell

SIDE: Final = 44
_GAP: Final = 3
# From pale to deep; ink or white on it, whichever can be read.
SHADES: Final = ("#eef2f6", "#cfe0ee", "#9fc3df", "#5f9cc8", "#2a6fa5", "#0b4a78")
_DARK_FROM: Final = 4
_LEGEND: Final = 46


@dataclass(frozen=True, slots=True)
class Tile:
    """One province: its column and row in the map, its short name and its name by language."""

    place: str
    column: int
    row: int
    short: Mapping[str, str]
    name: Mapping[str, str]


@cache
def grid() -> tuple[Tile, ...]:
    """The tiles of ``tiles.csv``."""
    content = files("kg.pages.pictures").joinpath("tiles.csv").read_text("utf-8")
    return tuple(
        Tile(
            f"place/{row['id']}",
            int(row["column"]),
            int(row["row"]),
            {"th": row["short_th"], "en": row["short_en"]},
            {"th": row["name_th"], "en": row["name_en"]},
        )
        for row in csv.DictReader(content.splitlines())
    )


def tiles(answer: Answer, language: str, address: Address) -> Drawn | None:
    """The map of the awards of each province; None where no row is a province of the map."""
    counts = {str(row.cells[0]): number(row.cells[1]) for row in answer.rows}
    placed = [tile for tile in grid() if counts.get(tile.place)]
    if not placed:
        return None
    limits = steps(max(counts[tile.place] for tile in placed))
    shapes = [_tile(tile, counts.get(tile.place, 0), limits, language, address) for tile in grid()]
    columns, rows = 1 + max(tile.column for tile in grid()), 1 + max(tile.row for tile in grid())
    width, height = columns * (SIDE + _GAP), rows * (SIDE + _GAP)
    shapes += _legend(limits, height + 8)
    told = _told(counts, placed, language)
    return Drawn(drawing(Frame("picture", width, height + _LEGEND, answer.title[language], told), shapes), told)


def steps(most: int) -> tuple[int, ...]:
    """The least count of each shade but the palest, growing by a constant factor; each number once."""
    shades = len(SHADES) - 1
    limits = [max(round(most ** (step / shades)), step + 1) for step in range(shades)]
    return tuple(limit for limit in limits if limit <= most)


def shade(count: int, limits: tuple[int, ...]) -> int:
    """The number of the shade of a count: nought for none."""
    return sum(count >= limit for limit in limits)


def _tile(tile: Tile, count: int, limits: tuple[int, ...], language: str, address: Address) -> str:
    x, y = tile.column * (SIDE + _GAP), tile.row * (SIDE + _GAP)
    level = shade(count, limits)
    said = tip(f"{tile.name[language]}: {count:,}")
    square = element(
        "rect", said, x=x, y=y, width=SIDE, height=SIDE, rx=4, fill=SHADES[level], class_=f"p-shade-{level}"
    )
    middle = x + SIDE / 2
    shapes = (
        square
        + _on(tile.short[language], middle, y + 18, level)
        + (_on(f"{count:,}", middle, y + 35, level) if count else "")
    )
    return linked(shapes, address(tile.place) if count else "")


def _on(said: str, x: Number, y: Number, level: int) -> str:
    fill = "#ffffff" if level >= _DARK_FROM else INK
    return element("text", said, x=x, y=y, text_anchor="middle", font_size=SMALL + 1, fill=fill, class_="p-on")


def _legend(limits: tuple[int, ...], y: int) -> list[str]:
    shapes = []
    for place, (low, high) in enumerate(zip(limits, (*limits[1:], None), strict=True), 1):
        x = (place - 1) * 66
        said = f"{low:,}+" if high is None else f"{low:,}" if high == low + 1 else f"{low:,}–{high - 1:,}"
        shapes.append(
            element("rect", x=x, y=y, width=16, height=16, rx=3, fill=SHADES[place], class_=f"p-shade-{place}")
        )
        shapes.append(line(said, x + 21, y + 13, soft=True))
    return shapes


def _told(counts: Mapping[str, int], placed: list[Tile], language: str) -> str:
    best = max(placed, key=lambda tile: (counts[tile.place], tile.place))
    known = {tile.place for tile in grid()}
    beside = sum(count > 0 for place, count in counts.items() if place not in known)
    return join(
        tell("tiles", language, provinces=len(placed), of=len(known)),
        tell(
            "tiles_best",
            language,
            name=best.name[language],
            count=counts[best.place],
        ),
        tell("tiles_beside", language, places=beside) if beside else "",
        tell("tiles_shades", language),
    )
