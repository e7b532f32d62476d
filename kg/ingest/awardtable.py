"""What a table of awards states: one award, near-miss, event or person after the other, each value with its cell.

Which column is what is declared by a mapping, or told by the usual headings; where neither says it, the table is
refused. A row that cannot be read is named with its column, and the others are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kg.errors import DataError
from kg.ingest.cellvalues import name as checked_name
from kg.ingest.cellvalues import status as status_of
from kg.ingest.grid import Grid, Layout, Line, lay_out
from kg.ingest.headings import Columns, find_columns
from kg.ingest.mapping import CONFERRED, PEOPLE, Declared, usual_words
from kg.model.stated import Cell, Kind, Stated, Statement, once
from kg.text.names import key_form, split_honorific
from kg.text.values import day, year

RULE_DECLARED: Final = "table by mapping"
RULE_HEADINGS: Final = "table by headings"
# What a number or a bullet before an item looks like; a name may begin with a number of its own.
_ITEM: Final = re.compile(r"\s*(?:\(?[0-9๐-๙]{1,2}[.)](?=\s|[^0-9๐-๙])|[•▪●–-])\s*")
_OUTCOME: Final = ("recipient", "kind", "scheme", "year", "category", "level", "work", "parent")


@dataclass(slots=True)
class Reading:
    """The text of a table, what it states, and the rows that could not be read."""

    text: str
    stated: Stated
    extractor: str
    faults: list[DataError] = field(default_factory=list)


def read_table(grids: Sequence[Grid], declared: Declared, extractor: str) -> Reading:
    """What the one table of these sheets states that has the columns; raises DataError where none or several have."""
    grid, columns = _the_table(grids, declared)
    layout = lay_out(grid, declared.constants)
    reader = _Reader(grid, layout, columns, declared)
    found = list(once(reader.statements()))
    if not found and not reader.faults:
        raise DataError("states no award", why="there are headings and no rows below them")
    about = declared.document
    rule = RULE_DECLARED if declared.columns else RULE_HEADINGS
    stated = Stated(tuple(found), rule, about.get("title", ""), about.get("publisher", ""))
    return Reading(layout.text, stated, f"{extractor} ({grid.extractor})", reader.faults)


def _the_table(grids: Sequence[Grid], declared: Declared) -> tuple[Grid, Columns]:
    fitting: list[tuple[Grid, Columns]] = []
    refused: list[DataError] = []
    for grid in grids:
        if not grid.lines:
            continue
        try:
            fitting.append((grid, find_columns(grid, declared)))
        except DataError as error:
            refused.append(error)
    if len(fitting) > 1:
        names = ", ".join(repr(grid.sheet) for grid, _ in fitting)
        raise DataError("has several sheets with awards", why=names, fix="name one: [table] sheet of --mapping FILE")
    if fitting:
        return fitting[0]
    raise refused[0] if refused else DataError("is empty")


@dataclass(slots=True)
class _Reader:
    grid: Grid
    layout: Layout
    columns: Columns
    declared: Declared
    faults: list[DataError] = field(default_factory=list)
    _above: dict[str, tuple[Cell, ...]] = field(default_factory=dict)

    def statements(self) -> Iterator[Statement]:
        for line in self.grid.lines:
            if line.number <= self.columns.header or _sums_up(line):
                continue
            try:
                yield from self._of_row(line)
            except DataError as error:
                self.faults.append(error)

    def _of_row(self, line: Line) -> Iterator[Statement]:
        cells = {name: self._cells(name, line) for name in (*self.columns.places, *self.declared.constants)}
        # A row that says nothing but what holds for the whole file is a note below the table.
        if not any(cells[name] for name in self.columns.places if name not in self.declared.fill_down):
            return
        for name in self.declared.fill_down:
            cells[name] = self._above[name] = cells.get(name) or self._above.get(name, ())
        start, end = self._span(line)
        yield from self._outcomes(cells, line, start, end)
        if event := self._event(cells):
            yield Statement("event", event, start, end, where=f"row {line.number}")
        for part in PEOPLE:
            for person in self._parts(cells.get(part, ())):
                yield Statement("person", _person(person, part), start, end, where=f"row {line.number}")

    def _outcomes(self, cells: Mapping[str, tuple[Cell, ...]], line: Line, start: int, end: int) -> Iterator[Statement]:
        recipients = [self._checked("recipient", line, each) for each in self._parts(cells.get("recipient", ()))]
        for needed in ("recipient", "scheme"):
            if not cells.get(needed) or not recipients:
                raise DataError(f"there is no {needed}", where=self._place(needed, line), fix="fill the cell")
        status = self._status(cells.get("status", ()), line)
        kind: Kind = "candidacy" if status and status.value != CONFERRED else "conferment"
        rest = [
            (name, cell)
            for name in _OUTCOME[1:]
            if kind == "conferment" or name not in ("category", "level", "work")
            for cell in cells.get(name, ())
        ]
        if not cells.get("year") and cells.get("date"):
            when = cells["date"][0]
            rest.append(("year", replace(when, value=when.meaning[:4])))
        if kind == "candidacy" and status:
            rest.append(("status", status))
        for recipient in recipients:
            yield Statement(kind, (("recipient", recipient), *rest), start, end, where=f"row {line.number}")

    def _event(self, cells: Mapping[str, tuple[Cell, ...]]) -> tuple[tuple[str, Cell], ...]:
        """The ceremony, called like the award where no column names it."""
        columns = {"name": "event", "date": "date", "place": "place", "organizer": "organizer"}
        said = [(name, cell) for name, column in columns.items() for cell in cells.get(column, ())]
        if not any(name in ("name", "date") for name, _ in said):
            return ()
        return tuple(said) if cells.get("event") else (*(("name", cell) for cell in cells["scheme"]), *said)

    def _cells(self, name: str, line: Line) -> tuple[Cell, ...]:
        if name in self.declared.constants:
            value = self.declared.constants[name]
            start = self.layout.constants[name]
            return (self._checked(name, None, Cell(value, start, start + len(value))),)
        found = []
        for column in self.columns.places[name]:
            if why := self.grid.unread.get((line.number, column)):
                raise DataError("the cell has no value", where=self._place(name, line, column), why=why)
            if column < len(line.cells) and line.cells[column]:
                start = self.layout.cells[line.number][column]
                said = line.cells[column]
                found.append(self._checked(name, line, Cell(said, start, start + len(said)), column))
        return tuple(found)

    def _checked(self, name: str, line: Line | None, cell: Cell, column: int | None = None) -> Cell:
        """The cell with what it means; DataError with its place where it means nothing."""
        try:
            if name == "year":
                return replace(cell, value=str(year(cell.said, self.declared.era)))
            if name == "date":
                return replace(cell, value=day(cell.said))
            if name in ("recipient", "scheme", *PEOPLE):
                checked_name(cell.said)
        except DataError as error:
            where = self._place(name, line, column) if line else f"[constants] {name}"
            raise DataError(error.what, where=where, why=error.why, fix=error.fix) from None
        return cell

    def _status(self, cells: tuple[Cell, ...], line: Line) -> Cell | None:
        if not cells:
            return None
        try:
            return replace(cells[0], value=status_of(cells[0].said, self.declared.statuses))
        except DataError as error:
            raise DataError(error.what, where=self._place("status", line), why=error.why, fix=error.fix) from None

    def _parts(self, cells: tuple[Cell, ...]) -> Iterator[Cell]:
        """The items of a cell that lists several, each with its own place and without its number."""
        for cell in cells:
            at = 0
            rest = cell.said
            for mark in self.declared.separators:
                rest = rest.replace(mark, "\0" * len(mark))
            for part in rest.split("\0"):
                lead = _ITEM.match(part)
                first = lead.end() if lead else 0
                if kept := part[first:].strip():
                    start = cell.start + at + first + part[first:].index(kept)
                    yield replace(cell, said=kept, start=start, end=start + len(kept))
                at += len(part) + 1

    def _span(self, line: Line) -> tuple[int, int]:
        starts = self.layout.cells[line.number]
        filled = [(start, start + len(cell)) for start, cell in zip(starts, line.cells, strict=True) if cell]
        return filled[0][0], filled[-1][1]

    def _place(self, name: str, line: Line, column: int | None = None) -> str:
        """Row and column as a person finds them."""
        if column is None:
            column = next(iter(self.columns.places.get(name, ())), None)
        if column is None:
            return f"row {line.number}"
        heading = self.columns.headings[column] if column < len(self.columns.headings) else ""
        sheet = f"sheet {self.grid.sheet!r}, " if self.grid.sheet else ""
        return f"{sheet}row {line.number}, column {column + 1}" + (f" ({heading})" if heading else "")


def _sums_up(line: Line) -> bool:
    first = next((cell for cell in line.cells if cell), "")
    return key_form(first) in usual_words().totals


def _person(cell: Cell, part: str) -> tuple[tuple[str, Cell], ...]:
    """Name and title of a person, and the part that the column gives."""
    title, name = split_honorific(cell.said)
    at = cell.said.rfind(name)
    named = replace(cell, said=name, start=cell.start + at) if at >= 0 and name else cell
    said: list[tuple[str, Cell]] = [("name", named)]
    if title and named is not cell and cell.said.startswith(title):
        said.append(("title", replace(cell, said=title, end=cell.start + len(title))))
    said.append(("part", replace(cell, value=part)))
    return tuple(said)
