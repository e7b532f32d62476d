"""The registry: what we know of bodies, places, schemes and people before any document is read.

Rows stay close to the tables that curators edit (a cell is the text of the cell), so that every fault and
every page can point at a file and a line. What a row is called in a record (``agency/dbd``) is decided here
and only here: bodies come from three tables, places from two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Final

LIST_SEPARATOR: Final = ";"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one table; ``line`` is where it starts in the file, the header being line 1."""

    table: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column; the empty text when nothing stands there. KeyError: no such column."""
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell of a column that the table may not have."""
        return self.cells.get(column, "")

    @property
    def id(self) -> str:
        """The identifier of the row; the empty text in tables that have none (abbreviations)."""
        return self.get("id")

    def list(self, column: str) -> tuple[str, ...]:
        """The items of a list cell, in their order; none when it is empty or the table lacks the column."""
        return tuple(self.get(column).split(LIST_SEPARATOR)) if self.get(column) else ()

    def integer(self, column: str) -> int:
        """A whole number; ValueError when the cell is empty, so ask ``get`` first where it may be."""
        return int(self.cells[column])

    def decimal(self, column: str) -> Decimal:
        """A number as exactly as it is written; decimal.InvalidOperation when the cell is empty."""
        return Decimal(self.cells[column])

    def boolean(self, column: str) -> bool | None:
        """True for yes, False for no, None for unknown or nothing."""
        return {"yes": True, "no": False}.get(self.get(column))


def _named(kind: str) -> Callable[[Row], tuple[str, ...]]:
    return lambda row: (f"{kind}/{row.id}",)


def _province(row: Row) -> tuple[str, ...]:
    """A province is a place, and a body too, unless a body of another table governs it (a capital city)."""
    administration = row.get("administration_id")
    return (f"place/{row.id}", *((f"agency/{administration}",) if administration else ()))


# Abbreviations and ambiguous abbreviations are about names, not things: nothing refers to their rows.
_REFERENCES: Final[Mapping[str, Callable[[Row], tuple[str, ...]]]] = MappingProxyType(
    {
        "kinds": _named("kind"),
        "agencies": _named("agency"),
        "local_governments": _named("agency"),
        "posts": _named("post"),
        "units": _named("unit"),
        "persons": _named("person"),
        "roles": _named("role"),
        "provinces": _province,
        "places": _named("place"),
        "schemes": _named("scheme"),
        "categories": _named("category"),
        "levels": _named("level"),
        "editions": _named("edition"),
        "criteria": _named("criterion"),
    }
)
TABLES: Final = (*_REFERENCES, "abbreviations", "ambiguous")


def references(row: Row) -> tuple[str, ...]:
    """What records call the thing of a row: ``agency/dbd``; a province is a place and a body.

    None for tables that nothing refers to.
    """
    naming = _REFERENCES.get(row.table)
    return naming(row) if naming else ()


@dataclass(frozen=True, slots=True)
class Registry:
    """All tables, and the way from a reference to its row."""

    tables: Mapping[str, tuple[Row, ...]]
    _index: Mapping[str, Row] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index every row by its references; of two rows with one reference the first stands."""
        index: dict[str, Row] = {}
        for table in TABLES:
            for row in self.tables.get(table, ()):
                for reference in references(row):
                    index.setdefault(reference, row)
        object.__setattr__(self, "_index", index)

    def row(self, reference: str) -> Row | None:
        """The row of ``agency/dbd``, ``place/TH-50``, ``edition/dg-awards-2020`` …; None when unknown."""
        return self._index.get(reference)

    def __contains__(self, reference: object) -> bool:
        """Whether a row bears this reference."""
        return reference in self._index

    def refs(self) -> Iterator[str]:
        """All references, in the order of the tables and of their rows."""
        return iter(self._index)
