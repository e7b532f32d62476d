"""What a table or a graph states outright: rows of named cells, each with its place in the text of the document.

Prose has to be read; here it stands in so many words who won what, and only the names are still to be understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["conferment", "candidacy", "person", "event", "streak", "count"]

FIELDS: Final[dict[Kind, frozenset[str]]] = {
    "conferment": frozenset("recipient kind scheme edition year category level work parent".split()),
    "candidacy": frozenset("recipient kind scheme edition year status parent".split()),
    "person": frozenset("name title post agency part".split()),
    "event": frozenset("name date place organizer".split()),
    "streak": frozenset("recipient scheme years until".split()),
    "count": frozenset("n what counted qualifier".split()),
}
"""The fields that a statement of each kind may have, named as a line of ``kg extract`` names them."""

NEEDED: Final[dict[Kind, tuple[str, ...]]] = {
    "conferment": ("recipient", "scheme"),
    "candidacy": ("recipient", "scheme", "status"),
    "person": ("name", "part"),
    "event": ("name", "date"),
    "streak": ("recipient", "scheme", "years"),
    "count": ("n",),
}
"""The fields without which a statement says nothing; of an event either is enough."""

PARTS: Final = frozenset("presenter receiver winner chair organizer attendee speaker".split())
STATUSES: Final = frozenset("Nominated Assessed Shortlisted StagePassed Promised".split())


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: as it stands in the document, where, and what it means.

    ``start`` and ``end`` count code points of the document's text, the end exclusive. ``value`` is the meaning where it
    is not the words themselves: a year CE, an ISO date, a part, a status. ``iri`` names the thing where a graph does.
    """

    said: str
    start: int
    end: int
    value: str = ""
    iri: str = ""

    @property
    def meaning(self) -> str:
        """The value, else the words."""
        return self.value or self.said


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; ``cells`` are its fields in order, a field may come twice (branch and type are both category).

    ``start`` and ``end`` are the words that say it as a whole. Conferments with one ``key`` are one award with several
    recipients; where it is empty, those of one award for one work are, wherever they stand. ``where`` is how a person
    finds it: row 7.
    """

    kind: Kind
    cells: tuple[tuple[str, Cell], ...]
    start: int
    end: int
    key: str = ""
    where: str = ""

    def all(self, name: str) -> Iterator[Cell]:
        """Every cell of a field."""
        return (cell for field, cell in self.cells if field == name)

    def first(self, name: str) -> Cell | None:
        """The first cell of a field, or None."""
        return next(self.all(name), None)


@dataclass(frozen=True, slots=True)
class Stated:
    """All statements of one document, by which rules they were taken from it, and what is declared of the document."""

    statements: tuple[Statement, ...]
    rule: str
    title: str = ""
    publisher: str = ""


def once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements without repetitions: an event or a person counts once, in however many places it is said."""
    seen: set[object] = set()
    for each in statements:
        said = tuple((name, cell.meaning, cell.iri) for name, cell in each.cells)
        mark = (each.kind, *said) if each.kind in ("event", "person") else each
        if mark not in seen:
            seen.add(mark)
            yield each
