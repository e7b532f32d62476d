"""The page of a view's answer: title, method, figures of completeness, and the table with links to its proof.

The same parts serve the server and a page that stands alone in a folder; only where links lead differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from kg.export.answers import shown
from kg.model.answer import Answer, Cell, Column, Kind, Note, Row
from kg.pages.language import Language
from kg.pages.pictures.answers import draw
from kg.terms.iris import Iris, is_reference
from kg.terms.prefixes import for_base

_NUMBERS: Final = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.YEAR})
MOST_ROWS: Final = 500
_MOST_PROOF: Final = 20

Address = Callable[[str], str]
"""Where a reference leads; nothing for what has no page."""


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a cell with its link."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells, and links to what it counts."""

    cells: tuple[tuple[Part, ...], ...]
    proof: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class File:
    """The same answer in another form, and where it is."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """Everything that the page shows."""

    answer: Answer
    title: str
    method: str
    parameters: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]
    headings: tuple[tuple[str, bool], ...]
    lines: tuple[Line, ...]
    total: int
    permalink: str
    summary: str
    picture: str
    told: str
    files: tuple[File, ...]


def answer_page(
    answer: Answer, language: Language, address: Address, most: int = MOST_ROWS, files: tuple[File, ...] = ()
) -> AnswerPage:
    """The page of an answer in a language, with at most so many rows: ``files`` have them all."""
    drawn = draw(answer, language, address)
    return AnswerPage(
        answer=answer,
        title=answer.title[language],
        method=answer.method[language],
        parameters=tuple((name, _parameter(answer, value, language)) for name, value in answer.parameters.items()),
        notes=answer.notes,
        headings=tuple((column.heading[language], column.kind in _NUMBERS) for column in answer.columns),
        lines=tuple(
            Line(
                tuple(
                    _parts(answer, column, cell, language, address)
                    for column, cell in zip(answer.columns, row.cells, strict=True)
                ),
                tuple(Part(str(number), address(ref)) for number, ref in enumerate(row.proof[:_MOST_PROOF], 1)),
            )
            for row in answer.rows[:most]
        ),
        total=len(answer.rows),
        permalink=permalink(answer),
        summary=summary(answer, language),
        picture=drawn.svg if drawn else "",
        told=drawn.told if drawn else "",
        files=files,
    )


def iri_of(reference: str, base: str) -> str:
    """The IRI of a reference or of a prefixed name; nothing for what is neither, such as a date among values."""
    if is_reference(reference):
        return Iris(base).thing(reference)
    prefix, _, local = reference.partition(":")
    namespace = for_base(base).get(prefix, "")
    return namespace + local if namespace and local else ""


def permalink(answer: Answer) -> str:
    """The path of the view with its parameters, in the order of their names."""
    pairs = [
        (name, value)
        for name, given in sorted(answer.parameters.items())
        for value in (given if isinstance(given, tuple) else (given,))
    ]
    return f"/views/{answer.name}" + (f"?{urlencode(pairs)}" if pairs else "")


def summary(answer: Answer, language: str) -> str:
    """The table in a sentence or two: how many rows, and the first ones."""
    if not answer.rows:
        return "ไม่มีรายการ" if language == "th" else "No rows."
    heads = [_first_names(answer, row, language) for row in answer.rows[:3]]
    if language == "th":
        return f"ทั้งหมด {len(answer.rows):,} รายการ เริ่มจาก {', '.join(heads)}"
    return f"{len(answer.rows):,} rows, the first of them {', '.join(heads)}."


def _first_names(answer: Answer, row: Row, language: str) -> str:
    words = [shown(answer, column, cell, language) for column, cell in zip(answer.columns, row.cells, strict=True)]
    kinds = [column.kind for column in answer.columns]
    number = next((word for kind, word in zip(kinds, words, strict=True) if kind is Kind.INTEGER and word), "")
    return f"{words[0]} ({number})" if number else words[0]


def _parameter(answer: Answer, value: object, language: str) -> str:
    values = value if isinstance(value, tuple) else (value,)
    return ", ".join(answer.label(str(each), language) for each in values)


def _parts(answer: Answer, column: Column, cell: Cell, language: str, address: Address) -> tuple[Part, ...]:
    if cell is None:
        return ()
    values = cell if isinstance(cell, tuple) else (cell,)
    linked = column.kind in (Kind.REF, Kind.REFS)
    return tuple(
        Part(shown(answer, column, value, language), address(str(value)) if linked else "") for value in values
    )
