"""Reads one table of the registry by its table schema, and says of every cell that is not as it must be.

The schema beside each table (``agencies.schema.json``, after the Frictionless Table Schema) is the only place
that names its columns. Three properties of ours say what that standard cannot: ``separator`` (the cell is a
list), ``references`` on a column (its values are ids of any of these tables, or names of core kinds) and
``partialDate`` (known to the day, the month or the year). Faults are collected: one round mends a table.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from kg.errors import DataError
from kg.model.registry import LIST_SEPARATOR, Row
from kg.text.dates import BE_OFFSET, parse_iso

MOST_FAULTS: Final = 20

_NUMBER_WORD: Final = {"integer": "a whole number", "number": "a number"}
_NUMBER_FORM: Final = {"integer": re.compile(r"-?[0-9]+"), "number": re.compile(r"-?[0-9]+(\.[0-9]+)?")}
_ID_FIX: Final = "ids are lower-case ASCII letters, digits, '-', '_' and '.', beginning with a letter or digit"


@dataclass(frozen=True, slots=True)
class Column:
    """What a table schema says of one column."""

    name: str
    type: str = "string"
    required: bool = False
    is_list: bool = False
    is_date: bool = False
    pattern: re.Pattern[str] | None = None
    among: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    targets: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether any text will do."""
        special = self.pattern or self.among or self.is_date or self.is_list
        return not special and self.type == "string"

    def admits(self, value: Decimal) -> bool:
        """Whether a number lies within the limits of the column."""
        above = self.minimum is None or value >= self.minimum
        return above and (self.maximum is None or value <= self.maximum)

    def limits(self) -> str:
        """The limits in words."""
        if self.maximum is None:
            return f"{self.minimum} or more"
        return f"{self.minimum} to {self.maximum}"


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of a table in their order, and those that together tell its rows apart."""

    table: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


def read_schema(path: Path, table: str) -> Schema:
    """The schema of a table; DataError when the file is missing, no JSON or no table schema."""
    try:
        said = json.loads(path.read_bytes().decode("utf-8"))
        targets = {key["fields"][0]: (key["reference"]["resource"] or table,) for key in said.get("foreignKeys", ())}
        columns = tuple(_column(field, targets.get(field["name"], ())) for field in said["fields"])
        return Schema(table, columns, tuple(said["primaryKey"]))
    except FileNotFoundError:
        raise DataError("the table schema is missing", where=path.as_posix(), fix="restore it") from None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, re.error) as error:
        fix = "restore it, or mend it after the Table Schema standard"
        raise DataError("is not a table schema", where=path.as_posix(), why=_reason(error), fix=fix) from error


def _reason(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)


def _column(field: dict[str, Any], target: tuple[str, ...]) -> Column:
    limits = field.get("constraints", {})
    bounds = [Decimal(str(limits[name])) if name in limits else None for name in ("minimum", "maximum")]
    return Column(
        name=field["name"],
        type=field["type"],
        required=bool(limits.get("required")),
        is_list="separator" in field,
        is_date=bool(field.get("partialDate")),
        pattern=re.compile(limits["pattern"]) if "pattern" in limits else None,
        among=tuple(limits.get("enum", ())),
        minimum=bounds[0],
        maximum=bounds[1],
        targets=target or tuple(field.get("references", ())),
    )


def read_table(path: Path, schema: Schema) -> tuple[tuple[Row, ...], list[DataError]]:
    """The good rows of a table and the faults of the others.

    Args:
        path: the CSV file (UTF-8, comma, a header).
        schema: what it must look like.

    Returns:
        Rows in the order of the file, and one DataError a fault; what cannot be read at all has no rows.

    """
    rows: list[Row] = []
    faults: list[DataError] = []
    try:
        lines = _lines(path)
        _check_header(path, next(lines, (1, []))[1], schema)
        names = [column.name for column in schema.columns]
        for line, cells in lines:
            where = f"{path.as_posix()}:{line}"
            found = _row_faults(cells, schema, where)
            faults.extend(found)
            if not found:
                rows.append(Row(schema.table, line, dict(zip(names, cells, strict=True))))
    except DataError as error:
        faults.append(error)
    return tuple(rows), faults


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it starts at."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        fix = 'close the quotes of the cell; a quote inside a cell is written twice ("")'
        raise DataError("is not CSV", where=f"{path.as_posix()}:{start}", why=str(error), fix=fix) from error


def _text(path: Path) -> str:
    """The file as text; DataError when it is missing, unreadable or not UTF-8."""
    try:
        said = path.read_bytes()
        return said.decode("utf-8")
    except FileNotFoundError:
        raise DataError(
            "the table is missing",
            where=path.as_posix(),
            why="every table of the registry must be there, if only with its header",
            fix="restore it",
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{error.object[error.start]:02X} is not UTF-8"
        fix = "save the file as CSV in UTF-8"
        raise DataError(what, where=f"{path.as_posix()}:{line}", why=error.reason, fix=fix) from None
    except OSError as error:
        raise DataError("cannot be read", where=path.as_posix(), why=error.strerror or str(error)) from error


def _check_header(path: Path, header: Sequence[str], schema: Schema) -> None:
    where = f"{path.as_posix()}:1"
    wanted = [column.name for column in schema.columns]
    fix = f"the columns are {','.join(wanted)}"
    if header and header[0].startswith("\ufeff"):
        raise DataError("a byte-order mark stands before the header", where=where, fix="save as UTF-8 without it")
    for name in wanted:
        if name not in header:
            raise DataError(f"column {name!r} is missing", where=where, fix=fix)
    for name in header:
        if name not in wanted:
            raise DataError(f"column {name!r} is unknown", where=where, fix=fix)
    if list(header) != wanted:
        raise DataError("columns stand twice or in another order", where=where, fix=fix)


def _row_faults(cells: Sequence[str], schema: Schema, where: str) -> list[DataError]:
    if not cells:
        return [DataError("the line is blank", where=where, fix="delete it")]
    if len(cells) != len(schema.columns):
        said = f"the row has {len(cells)} cells, the header {len(schema.columns)}"
        return [DataError(said, where=where, fix="a cell with a comma inside needs quotes around it")]
    faults = []
    for column, cell in zip(schema.columns, cells, strict=True):
        if not cell:
            if column.required:
                faults.append(DataError(f"{column.name} is empty", where=where, fix="every row needs it"))
        elif cell[0].isspace() or cell[-1].isspace():
            faults.append(DataError(f"{column.name} {cell!r} has spaces around it", where=where, fix="delete them"))
        elif not column.is_plain:
            faults.extend(_cell_faults(cell, column, where))
    return faults


def _cell_faults(cell: str, column: Column, where: str) -> Iterator[DataError]:
    """What is wrong with a cell that is not empty."""
    said = f"{column.name} {cell!r}"
    if column.is_list and any(item != item.strip() or not item for item in cell.split(LIST_SEPARATOR)):
        fix = "separate the items by ';' alone"
        yield DataError(f"{said} has an empty item or spaces around one", where=where, fix=fix)
    if column.pattern and not column.pattern.fullmatch(cell):
        fix = _ID_FIX if column.name == "id" else ""
        yield DataError(f"{said} has not the form {column.pattern.pattern}", where=where, fix=fix)
    elif column.is_date:
        try:
            parse_iso(cell)
        except ValueError as error:
            fix = "write YYYY, YYYY-MM or YYYY-MM-DD of the common era"
            yield DataError(f"{said} is not a date", where=where, why=str(error), fix=fix)
    if column.among and cell not in column.among:
        yield DataError(f"{said} is not one of {', '.join(column.among)}", where=where)
    if column.type != "string":
        yield from _number_faults(cell, column, where)


def _number_faults(cell: str, column: Column, where: str) -> Iterator[DataError]:
    said = f"{column.name} {cell!r}"
    try:
        form = _NUMBER_FORM[column.type]
        value = Decimal(cell if form.fullmatch(cell) else "?")
    except InvalidOperation:
        yield DataError(f"{said} is not {_NUMBER_WORD[column.type]}", where=where, fix="digits 0-9 only")
        return
    if not column.admits(value):
        why, fix = f"it must be {column.limits()}", ""
        if column.name == "year" and column.admits(value - BE_OFFSET):
            why = "it looks like a Buddhist year"
            fix = f"write {value - BE_OFFSET}, the year of the common era"
        yield DataError(f"{said} lies outside its limits", where=where, why=why, fix=fix)


def raise_all(faults: Sequence[DataError]) -> None:
    """Raise the first fault with the others, up to twenty in all, in its ``details``; nothing when none."""
    if faults:
        first = faults[0]
        others = [str(fault) for fault in faults[1:MOST_FAULTS]]
        raise DataError(first.what, where=first.where, why=first.why, fix=first.fix, details=others)
