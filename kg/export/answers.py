"""The answer of a view as a table for a terminal, or as CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from kg.export.results import width
from kg.model.answer import Answer, Cell, Column, Kind, Row
from kg.text.dates import to_be

_GAP: Final = "  "
_NUMBERS: Final = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.YEAR})
_LANGUAGES: Final = ("th", "en")


def csv_of(answer: Answer) -> bytes:
    """The rows as CSV after RFC 4180 in UTF-8.

    Beside a column of references stand two with names in Thai and English, beside a year (CE) the same in BE. Several
    values in a cell are parted by spaces, names by semicolons. The last column, ``proof``, has what the row counts.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(name for column in answer.columns for name in _names(column)), "proof"])
    for row in answer.rows:
        writer.writerow([*_cells(answer, row), " ".join(row.proof)])
    return out.getvalue().encode("utf-8")


def _names(column: Column) -> list[str]:
    if column.kind in (Kind.REF, Kind.REFS):
        return [column.name, *(f"{column.name}_{language}" for language in _LANGUAGES)]
    return [column.name, f"{column.name}_be"] if column.kind in (Kind.YEAR, Kind.YEARS) else [column.name]


def _cells(answer: Answer, row: Row) -> Iterator[str]:
    for column, cell in zip(answer.columns, row.cells, strict=True):
        values = _values(cell)
        yield " ".join(values) if column.kind is not Kind.TEXTS else "; ".join(values)
        if column.kind in (Kind.REF, Kind.REFS):
            for language in _LANGUAGES:
                yield "; ".join(answer.labels.get(value, {}).get(language, "") for value in values)
        elif column.kind in (Kind.YEAR, Kind.YEARS):
            yield " ".join(str(to_be(int(value))) for value in values)


def _values(cell: Cell) -> list[str]:
    if cell is None:
        return []
    if isinstance(cell, bool):
        return [str(cell).lower()]
    return [str(value) for value in cell] if isinstance(cell, tuple) else [str(cell)]


def table_of(answer: Answer, language: str) -> bytes:
    """The title, the rows with names instead of references, and the notes, for a terminal."""
    headings = [column.heading[language] for column in answer.columns]
    rows = [[shown(answer, column, cell, language) for column, cell in _pairs(answer, row)] for row in answer.rows]
    widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
    right = [column.kind in _NUMBERS for column in answer.columns]
    lines = [answer.title[language], ""]
    if rows:
        lines += [_line(headings, widths, right), _line(["-" * number for number in widths], widths, right)]
        lines += [_line(row, widths, right) for row in rows]
        lines.append("")
    lines += [f"* {note.text[language]}" for note in answer.notes]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _pairs(answer: Answer, row: Row) -> Iterator[tuple[Column, Cell]]:
    return zip(answer.columns, row.cells, strict=True)


def shown(answer: Answer, column: Column, cell: Cell, language: str) -> str:
    """A cell for a reader of a language: names, years of the language's era, numbers with thousands."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return {"th": ("ไม่", "ใช่"), "en": ("no", "yes")}[language][cell]
    if isinstance(cell, tuple):
        return ", ".join(shown(answer, column, value, language) for value in cell)
    if column.kind in (Kind.REF, Kind.REFS):
        return " ".join(answer.label(str(cell), language).split())
    if column.kind in (Kind.YEAR, Kind.YEARS):
        return str(to_be(int(cell))) if language == "th" else str(cell)
    return f"{cell:,}" if isinstance(cell, int | float) else " ".join(str(cell).split())


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for cell, wide, numeric in zip(cells, widths, right, strict=True):
        space = " " * (wide - width(cell))
        parts.append(space + cell if numeric else cell + space)
    return _GAP.join(parts).rstrip()
