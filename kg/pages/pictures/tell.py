"""What pictures say in words: one template a sentence and language, from ``words/pictures.json``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from markupsafe import Markup

from kg.model.answer import Answer, Cell, Row
from kg.text.dates import to_be

Address = Callable[[str], str]
"""Where a reference leads; nothing for what has no page."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, and what it shows in words: for whoever cannot see it, and below it for everybody."""

    svg: Markup
    told: str


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """The templates by key and language."""
    content = files("kg.pages").joinpath("words", "pictures.json").read_text("utf-8")
    return cast(Mapping[str, Mapping[str, str]], json.loads(content))


def tell(key: str, language: str, **values: object) -> str:
    """One sentence; whole numbers are written with thousands."""
    said = {name: f"{value:,}" if type(value) is int else value for name, value in values.items()}
    return sentences()[key][language].format(**said)


def join(*told: str) -> str:
    """Sentences one after another, without those that are empty."""
    return " ".join(filter(None, told))


def year(value: int, language: str) -> str:
    """A year (CE) in the era of the language."""
    return str(to_be(value)) if language == "th" else str(value)


def number(cell: Cell) -> int:
    """A cell as a whole number; nought for what is none."""
    return cell if isinstance(cell, int) else 0


def place_of(answer: Answer, name: str) -> int | None:
    """Where a column stands; None where there is none of that name."""
    return next((at for at, column in enumerate(answer.columns) if column.name == name), None)


def at(answer: Answer, row: Row, name: str) -> Cell:
    """The cell of a row in a column; None where there is none of that name."""
    place = place_of(answer, name)
    return None if place is None else row.cells[place]


def name_of(answer: Answer, cell: Cell, language: str) -> str:
    """The name of what a cell refers to; nothing for an empty one."""
    return " ".join(answer.label(str(cell), language).split()) if cell else ""
