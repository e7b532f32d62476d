"""The rows of an Excel sheet: merged cells filled, dates as ISO, what formulas came to.

A sheet is read row by row, never as a whole tree: a small file may unfold to a thousand times its size. Two things that
this way of reading leaves out, which cells are merged and which formulas were never computed, are read from the sheet's
XML beside it.
"""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg.errors import DataError
from kg.ingest.grid import MOST_ROWS, Grid, Line, tidy

MOST_UNFOLDED: Final = 100_000_000
_MOST_COLUMNS: Final = 200
_MOST_MERGED: Final = 10_000
_OLD: Final = b"\xd0\xcf\x11\xe0"


@dataclass(slots=True)
class _Beside:
    """What a sheet's XML says of its cells, by row and column from 1."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # first column and row, last column and row
    uncomputed: set[tuple[int, int]] = field(default_factory=set)


def read_workbook(data: bytes, wanted: str = "") -> list[Grid]:
    """The visible sheets that are not empty, in their order, or the one of the name that is wanted.

    Raises DataError, also for whatever is the matter with the file.
    """
    if data.startswith(_OLD):
        raise DataError("is an encrypted or old Excel file", fix="save it as .xlsx without a password")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise DataError("is no Excel file", fix="save it as .xlsx")
    unfolded = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
    if unfolded > MOST_UNFOLDED:
        raise DataError("is too large", why=f"it unfolds to {unfolded // 1_000_000} MB")
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions, which no value depends on
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            extractor = f"openpyxl {openpyxl.__version__}"
            return [_grid(sheet, extractor) for sheet in _sheets(book, wanted)]
        finally:
            book.close()


def _sheets(book: Any, wanted: str) -> list[Any]:  # noqa: ANN401 - the library has no types
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
    if not wanted:
        return [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    named = [sheet for sheet in sheets if sheet.title == wanted]
    if not named:
        there = ", ".join(repr(sheet.title) for sheet in sheets)
        raise DataError(f"has no sheet {wanted!r}", why=f"its sheets are {there}", fix="mend [table] sheet")
    return named


def _grid(sheet: Any, extractor: str) -> Grid:  # noqa: ANN401
    beside = _read_beside(sheet)
    sheet.reset_dimensions()  # what the file says of its size may be a million rows too much
    lines: list[Line] = []
    unread: dict[tuple[int, int], str] = {}
    for number, cells in _filled(sheet, beside.merged):
        for column, cell in enumerate(cells):
            if cell.startswith("#") and cell in _FAULTS:
                unread[number, column] = f"the formula gives {cell}"
            elif not cell and (number, column + 1) in beside.uncomputed:
                unread[number, column] = "the formula has no value: open the file in a spreadsheet program and save it"
        kept = tidy(cells)
        if kept or any(row == number for row, _ in unread):
            lines.append(Line(number, kept))
        if len(lines) > MOST_ROWS:
            raise DataError("has too many rows", why=f"more than {MOST_ROWS:,}", fix="divide it")
    return Grid(lines, extractor, unread, sheet.title)


_FAULTS: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})


def _filled(sheet: Any, merged: list[tuple[int, int, int, int]]) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401
    """The rows as texts; a merged cell's value stands in each of its rows and columns."""
    waiting = sorted(merged, key=lambda area: area[1])
    open_areas: list[tuple[tuple[int, int, int, int], str]] = []
    for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), 1):
        cells = [_text(value) for value in row]
        while waiting and waiting[0][1] <= number:
            area = waiting.pop(0)
            if area[1] == number and area[0] <= len(cells):
                open_areas.append((area, cells[area[0] - 1]))
        open_areas = [(area, value) for area, value in open_areas if area[3] >= number]
        for (left, _, right, _), value in open_areas:
            right = min(right, _MOST_COLUMNS)
            cells += [""] * (right - len(cells))
            cells[left - 1 : right] = [value] * (right - left + 1)
        yield number, cells


def _read_beside(sheet: Any) -> _Beside:  # noqa: ANN401
    from openpyxl.utils import range_boundaries
    from openpyxl.utils.cell import coordinate_to_tuple
    from openpyxl.xml.functions import iterparse

    found = _Beside()
    rows: Any = None
    with sheet._get_source() as source:
        for event, element in iterparse(source, events=("start", "end")):
            tag = element.tag.rpartition("}")[2]
            if event == "start":
                rows = element if tag == "sheetData" else rows
            elif tag == "c":
                parts: Mapping[str, Any] = {child.tag.rpartition("}")[2]: child for child in element}
                if "f" in parts and not (parts["v"].text if "v" in parts else None) and "r" in element.attrib:
                    found.uncomputed.add(coordinate_to_tuple(element.attrib["r"]))
            elif tag == "mergeCell" and len(found.merged) < _MOST_MERGED:
                found.merged.append(range_boundaries(element.attrib["ref"]))
            elif tag == "row" and rows is not None:
                rows.clear()  # else all rows of a large sheet would stay in memory
    return found


def _text(value: object) -> str:
    """A value as text: dates in ISO form, whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
