"""Which column of a table is what: by a mapping that names them, or by the usual headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.errors import DataError
from kg.ingest.grid import Grid, Line
from kg.ingest.mapping import Column, Declared, usual_words
from kg.text.names import key_form

_LOOKED_AT: Final = 20
_SHOWN: Final = 120
_USUAL: Final = "name the columns as usual (หน่วยงาน, รางวัล, ปี …; agency, award, year …), or give --mapping FILE"


@dataclass(frozen=True, slots=True)
class Columns:
    """Number of the row with the headings (0: none), the headings, and the columns of each field, from 0."""

    header: int
    headings: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]


def find_columns(grid: Grid, declared: Declared) -> Columns:
    """The columns of a table; raises DataError, naming the headings found, where they are missing or ambiguous."""
    found = _declared(grid, declared) if declared.columns else _usual(grid, declared)
    for needed in ("recipient", "scheme"):
        if needed not in found.places and needed not in declared.constants:
            where = _at(found.header, found.headings)
            raise DataError(f"no column has the {needed}", where=where, fix=f"{_USUAL}, with a constant if need be")
    return found


def _declared(grid: Grid, declared: Declared) -> Columns:
    names = {column for columns in declared.columns.values() for column in columns if isinstance(column, str)}
    header = _header_line(grid, declared, names)
    headings = header.cells if header else ()
    places = {
        field: tuple(_place(column, headings, header) for column in columns)
        for field, columns in declared.columns.items()
    }
    return Columns(header.number if header else 0, headings, places)


def _header_line(grid: Grid, declared: Declared, names: set[str]) -> Line | None:
    if declared.header == 0:
        if names:
            raise DataError(
                "columns cannot be named without headings", where="[columns]", fix="give their numbers from 1"
            )
        return None
    if declared.header is not None:
        line = next((line for line in grid.lines if line.number == declared.header), None)
        if line is None:
            raise DataError(f"row {declared.header} is blank", fix="mend [table] header")
        return line
    if not names:
        return grid.lines[0]
    wanted = {key_form(name) for name in names}
    return max(grid.lines[:_LOOKED_AT], key=lambda line: (len(wanted & set(map(key_form, line.cells))), -line.number))


def _place(column: Column, headings: Sequence[str], header: Line | None) -> int:
    if isinstance(column, int):
        return column - 1
    wanted = key_form(column)
    places = [number for number, heading in enumerate(headings) if key_form(heading) == wanted]
    where = _at(header.number if header else 0, headings)
    if not places:
        raise DataError(f"there is no column {column!r}", where=where, fix="mend the mapping")
    if len(places) > 1:
        raise DataError(
            f"several columns are called {column!r}", where=where, fix="give the number of the column, from 1"
        )
    return places[0]


def _usual(grid: Grid, declared: Declared) -> Columns:
    words = usual_words().columns
    candidates = grid.lines[:_LOOKED_AT]
    if declared.header is not None:
        candidates = [line for line in candidates if line.number == declared.header]
    header = max(candidates, key=lambda line: (len(_fields(line, words)), -line.number), default=None)
    if header is None or "recipient" not in _fields(header, words):
        shown = header or grid.lines[0]
        raise DataError(
            "no heading says which column is the recipient", where=_at(shown.number, shown.cells), fix=_USUAL
        )
    places: dict[str, list[int]] = {}
    for number, heading in enumerate(header.cells):
        field = words.get(key_form(heading))
        if field and field not in declared.constants:
            places.setdefault(field, []).append(number)
    for field, numbers in places.items():
        if len(numbers) > 1 and field != "category":
            names = " and ".join(repr(header.cells[number]) for number in numbers)
            where = _at(header.number, header.cells)
            raise DataError(f"several columns may be the {field}: {names}", where=where, fix="give --mapping FILE")
    return Columns(header.number, header.cells, {field: tuple(numbers) for field, numbers in places.items()})


def _fields(line: Line, words: Mapping[str, str]) -> set[str]:
    return {words[key] for cell in line.cells if (key := key_form(cell)) in words}


def _at(number: int, headings: Sequence[str]) -> str:
    """The row of the headings and what stands there."""
    if not number:
        return ""
    shown = " | ".join(" ".join(heading.split()) for heading in headings)
    return f"row {number} with {shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + '…'}"
