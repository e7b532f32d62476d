"""Rows of cells as a file holds them, and the one text that stands for them.

The text of a table has one line for each row that is not blank, its cells joined by a tab; a line end or a tab inside a
cell is a space there, so that nothing shifts. Before the rows stand, one a line, the constants that a mapping declares.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.errors import DataError

MOST_ROWS: Final = 200_000
_DELIMITERS: Final = (",", "\t", ";", "|")
_SNIFFED: Final = 40
# The csv module's own limit is one for the process, and frictionless lifts it: what is refused would hang on whether a
# registry was read before.
_LONGEST_CELL: Final = 131_072
_BREAKS: Final = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
# What Thai files of one byte a letter hold beside Thai letters: typographic quotes, dashes, dots, the no-break space.
_THAI_PAGE: Final = re.compile("[\x00-\x7f\u0e01-\u0e3a\u0e3f-\u0e5b\u2013\u2014\u2018-\u201d\u2022\u2026\u00a0]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the file, from 1, and its cells without blanks around them."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows that are not blank. ``unread`` tells why a cell (row, column from 0) has no value."""

    lines: Sequence[Line]
    extractor: str
    unread: Mapping[tuple[int, int], str] = field(default_factory=dict)
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a grid and where in it each declared constant and each cell begins."""

    text: str
    constants: Mapping[str, int]
    cells: Mapping[int, tuple[int, ...]]


def lay_out(grid: Grid, constants: Mapping[str, str]) -> Layout:
    """The text of a table, and the places of its values."""
    lines: list[str] = []
    at = 0
    declared: dict[str, int] = {}
    for name, value in constants.items():
        declared[name] = at + len(name) + 1
        lines.append(f"{name}\t{_flat(value)}")
        at += len(lines[-1]) + 1
    places: dict[int, tuple[int, ...]] = {}
    for line in grid.lines:
        starts = []
        for cell in line.cells:
            starts.append(at)
            at += len(cell) + 1
        places[line.number] = tuple(starts)
        lines.append("\t".join(map(_flat, line.cells)))
    return Layout("\n".join(lines) + "\n", declared, places)


def _flat(cell: str) -> str:
    return _BREAKS.sub(" ", cell)


def tidy(cells: Sequence[str]) -> tuple[str, ...]:
    """Cells without blanks around them and without empty ones at the end."""
    found = [cell.replace("\r\n", "\n").strip(" \t\r\n\u00a0\ufeff\u200b") for cell in cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def read_csv(data: bytes, encoding: str = "", delimiter: str = "") -> Grid:
    """The rows of a CSV or TSV file; encoding and delimiter are found out where they are not given.

    Raises DataError, with the line where there is one.
    """
    text, name = _decoded(data, encoding)
    parted_by = delimiter or _delimiter(text)
    lines: list[Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    number = 1
    try:
        for cells in reader:
            if any(len(cell) > _LONGEST_CELL for cell in cells):
                raise csv.Error(f"field larger than field limit ({_LONGEST_CELL})")
            if kept := tidy(cells):
                lines.append(Line(number, kept))
            if len(lines) > MOST_ROWS:
                raise DataError("has too many rows", why=f"more than {MOST_ROWS:,}", fix="divide it")
            number = reader.line_num + 1
    except csv.Error as error:
        raise DataError("the table breaks off", where=f"row {number}", why=str(error), fix="mend its quotes") from error
    return Grid(lines, name)


def _decoded(data: bytes, encoding: str) -> tuple[str, str]:
    if encoding:
        try:
            return data.decode(encoding).removeprefix("\ufeff"), encoding
        except UnicodeError as error:
            raise DataError(
                f"is not {encoding}, as declared", why=str(error)[:200], fix="mend [table] encoding"
            ) from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeError as error:
            raise DataError("is damaged UTF-16", why=str(error)[:200]) from error
    if b"\0" in data:
        raise DataError("is a binary file, not a table")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        thai = data.decode("cp874", "replace")
        if _THAI_PAGE.fullmatch(thai):
            return thai, "cp874"
        line = data.count(b"\n", 0, error.start) + 1
        why = f"byte {data[error.start]:#04x} in line {line:,}"
        raise DataError(
            "is neither UTF-8 nor TIS-620", why=why, fix="save it as UTF-8, or say [table] encoding"
        ) from error


def _delimiter(text: str) -> str:
    """The delimiter by which most of the first rows fall into the same number of cells, more than one."""
    sample = text[:100_000].splitlines(keepends=True)[:_SNIFFED]
    scores = {each: _evenness(sample, each) for each in _DELIMITERS}
    return max(_DELIMITERS, key=lambda each: scores[each])


def _evenness(sample: Sequence[str], delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if len(row) > 1)
    except csv.Error:
        return 0, 0
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return rows, width
