"""What a view answers: a table with its proof, notes that belong beside it, and where it has one, a network.

Plain values without RDF, so that tables, pages, pictures and the store's derived files all start from the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

Text = Mapping[str, str]
"""The same words in Thai (``th``) and in English (``en``)."""

Cell = str | int | float | bool | None | tuple[str, ...] | tuple[int, ...]
Parameters = Mapping[str, str | int | tuple[str, ...]]

EMPTY: Final = "empty"
COMPLETENESS: Final = "completeness"


class Kind(Enum):
    """Kinds of cells. References are ``kind/id`` of a thing, or a prefixed name of a term (``aw:supported``)."""

    REF = "ref"
    REFS = "refs"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    YEAR = "year"
    YEARS = "years"
    TEXT = "text"
    TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in files, what its cells are (years are CE), and its heading."""

    name: str
    kind: Kind
    heading: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``proof`` are the conferments, claims or candidacies that its numbers count."""

    cells: tuple[Cell, ...]
    proof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something to read beside the table: why it is empty, how complete the data is, how a figure was estimated."""

    kind: str
    text: Text
    figures: Mapping[str, int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a network."""

    ref: str
    kind: str
    measures: Mapping[str, int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge without direction; ``weight`` counts what ties the two, ``proof`` names it."""

    source: str
    target: str
    weight: int = 1
    kind: str = ""
    bridge: bool = False
    proof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges of a view that is about ties."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one view: ``version`` is that of the store it was read from, ``rule`` that of the view's rules.

    ``labels`` holds names of everything that the table and the network mention, ``evidence`` the identifiers of the
    evidence for each thing that a row counts.
    """

    name: str
    title: Text
    method: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rule: str = ""
    parameters: Parameters = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    network: Network | None = None
    labels: Mapping[str, Text] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    version: str = ""

    def column(self, name: str) -> list[Cell]:
        """The cells of one column; raises ValueError where there is none of that name."""
        place = [column.name for column in self.columns].index(name)
        return [row.cells[place] for row in self.rows]

    def records(self) -> list[dict[str, Cell]]:
        """The rows as mappings from the name of the column."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row.cells, strict=True)) for row in self.rows]

    def references(self) -> set[str]:
        """Everything that the table or the network mentions by reference, whatever rows count left out."""
        found = {ref for row in self.rows for ref in _references(self.columns, row)}
        if self.network is not None:
            found |= {node.ref for node in self.network.nodes}
        return found

    def proof(self) -> list[str]:
        """Everything that rows and edges count, sorted."""
        counted = {ref for row in self.rows for ref in row.proof}
        if self.network is not None:
            counted |= {ref for edge in self.network.edges for ref in edge.proof}
        return sorted(counted)

    def label(self, ref: str, language: str) -> str:
        """The name of a thing in a language, else in the other one, else its reference."""
        said = self.labels.get(ref, {})
        return said.get(language) or next((said[other] for other in ("th", "en") if other in said), ref)


def _references(columns: Iterable[Column], row: Row) -> Iterator[str]:
    for column, cell in zip(columns, row.cells, strict=True):
        if column.kind is Kind.REF and cell:
            yield str(cell)
        elif column.kind is Kind.REFS and isinstance(cell, tuple):
            yield from map(str, cell)
