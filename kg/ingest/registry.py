"""Loads ``data/registry`` whole, or says with file and line what is wrong with it.

A table is first read by itself (``kg.ingest.tables``); what only shows when all are there is checked here: an
id given twice, a reference to a row that does not exist, parents that go in a circle. Nothing is loaded by
halves: a registry with a fault would bind awards to the wrong body without anybody noticing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kg.errors import DataError
from kg.ingest.tables import Column, Schema, raise_all, read_schema, read_table
from kg.model.registry import LIST_SEPARATOR, TABLES, Registry, Row, references

# What a schema calls the kinds that are concepts of the ontology, not rows of a table.
_CORE_KINDS: Final = "core-kinds"
_CORE_PREFIX: Final = "kind"


def load_registry(folder: Path, core_kinds: frozenset[str] | None = None) -> Registry:
    """Read every table of the registry.

    Args:
        folder: holds NAME.csv and NAME.schema.json of each table.
        core_kinds: local names of the kinds that the ontology defines (``kindUnit``); None: not checked.

    Returns:
        The registry, its rows in the order of the files.

    Raises:
        DataError: at the first fault, naming file and line; the next ones are in ``details``.

    """
    schemas = {table: read_schema(folder / f"{table}.schema.json", table) for table in TABLES}
    tables: dict[str, tuple[Row, ...]] = {}
    faults: list[DataError] = []
    for table, schema in schemas.items():
        tables[table], found = read_table(folder / f"{table}.csv", schema)
        faults.extend(found)
    raise_all(faults)
    check = _Check(folder, schemas, tables, core_kinds)
    raise_all([*check.duplicates(), *check.unknown(), *check.misnamed(), *check.circles()])
    return Registry(tables)


class _Check:
    """The rules that need more than one row."""

    def __init__(
        self,
        folder: Path,
        schemas: Mapping[str, Schema],
        tables: Mapping[str, tuple[Row, ...]],
        core_kinds: frozenset[str] | None,
    ) -> None:
        self._folder, self._schemas, self._tables = folder, schemas, tables
        self._core_kinds = core_kinds
        self._ids = {table: {row.id: row for row in rows} for table, rows in tables.items()}

    def _where(self, row: Row) -> str:
        return f"{self._file(row.table)}:{row.line}"

    def _file(self, table: str) -> str:
        return (self._folder / f"{table}.csv").as_posix()

    def duplicates(self) -> Iterator[DataError]:
        """Rows with one key in a table, and rows of two tables that records would call the same."""
        names: dict[str, Row] = {}
        for table, rows in self._tables.items():
            seen: dict[tuple[str, ...], Row] = {}
            key = self._schemas[table].key
            for row in rows:
                same = seen.setdefault(tuple(row[column] for column in key), row)
                if same is not row:
                    yield self._twice(row, same, ", ".join(f"{column} {row[column]!r}" for column in key))
                    continue
                for name in references(row):
                    if (other := names.setdefault(name, row)) is not row:
                        yield self._twice(row, other, f"id {row.id!r} ({name})")

    def _twice(self, row: Row, first: Row, said: str) -> DataError:
        why = f"it stands already at {self._where(first)}"
        fix = "give it another id, or merge the two rows"
        return DataError(f"{said} is given twice", where=self._where(row), why=why, fix=fix)

    def unknown(self) -> Iterator[DataError]:
        """Cells that refer to a row that no table has."""
        for table, schema in self._schemas.items():
            for column in schema.columns:
                if not column.targets:
                    continue
                for row in self._tables[table]:
                    if cell := row[column.name]:
                        items = cell.split(LIST_SEPARATOR) if column.is_list else (cell,)
                        for item in items:
                            if not self._known(item, column):
                                yield self._unknown(row, column, item)

    def _known(self, item: str, column: Column) -> bool:
        if _CORE_KINDS in column.targets:
            if self._core_kinds is None and item.startswith(_CORE_PREFIX):
                return True
            if self._core_kinds is not None and item in self._core_kinds:
                return True
        return any(item in self._ids.get(table, ()) for table in column.targets)

    def _unknown(self, row: Row, column: Column, item: str) -> DataError:
        places = [f"{table}.csv" for table in column.targets if table != _CORE_KINDS]
        why = f"no row of {' or '.join(places)} has this id"
        if _CORE_KINDS in column.targets:
            why += ", nor is it a kind of the ontology"
        candidates = [known for table in column.targets for known in self._ids.get(table, ())]
        near = get_close_matches(item, [*candidates, *sorted(self._core_kinds or ())], n=1, cutoff=0.75)
        fix = f"did you mean {near[0]!r}?" if near else "correct it, or add the row"
        return DataError(f"{column.name} {item!r} is unknown", where=self._where(row), why=why, fix=fix)

    def misnamed(self) -> Iterator[DataError]:
        """Editions whose id does not say their scheme and year: records rely on that form."""
        for row in self._tables["editions"]:
            wanted = f"{row['scheme_id']}-{row['year']}"
            if row.id != wanted:
                why = "an edition is called SCHEME-YEAR, of the common era"
                yield DataError(
                    f"id {row.id!r} does not fit the row",
                    where=self._where(row),
                    why=why,
                    fix=f"write {wanted!r}",
                )

    def circles(self) -> Iterator[DataError]:
        """Rows that are, over some steps, their own parent."""
        for table, schema in self._schemas.items():
            for column in schema.columns:
                if table in column.targets and not column.is_list:
                    above = {row.id: row[column.name] for row in self._tables[table]}
                    for members in _circles(above):
                        yield self._circle(column.name, [self._ids[table][member] for member in members])

    def _circle(self, column: str, rows: list[Row]) -> DataError:
        way = " → ".join(f"{row.id} ({self._where(row)})" for row in rows)
        what = f"{column} goes in a circle: {way} → {rows[0].id}"
        return DataError(what, where=self._where(rows[0]), fix=f"correct the {column} of one of them")


def _circles(above: Mapping[str, str]) -> Iterator[list[str]]:
    """Each circle once, beginning with its smallest id."""
    done: set[str] = set()
    for start in sorted(above):
        way: list[str] = []
        on_way: set[str] = set()
        here = start
        while here in above and here not in done:
            done.add(here)
            way.append(here)
            on_way.add(here)
            here = above[here]
        if here in on_way:
            circle = way[way.index(here) :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]
