"""A graph as a text of one statement a line, and where in it a term stands."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import DataError
from kg.text.values import shortened


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a term stands, the end exclusive: an IRI with its brackets, a literal without its quotes."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a term: where, and the two other terms of the statement, subject or object first."""

    place: Place
    others: tuple[str, str]


@dataclass(slots=True)
class Lines:
    """The statements of a graph as sorted N-Quads."""

    text: str
    _starts: list[int] = field(default_factory=list)
    _objects: dict[str, list[_Use]] = field(default_factory=dict)
    _predicates: dict[str, list[_Use]] = field(default_factory=dict)
    _subjects: dict[str, list[_Use]] = field(default_factory=dict)

    @classmethod
    def of(cls, quads: Iterable[ox.Quad]) -> Lines:
        """The lines of these quads; one that comes twice stands once."""
        written = sorted({_line(quad): quad for quad in quads}.items())
        found = cls("".join(f"{line}\n" for line, _ in written))
        at = 0
        for line, quad in written:
            found._add(at, quad)
            at += len(line) + 1
        return found

    def _add(self, at: int, quad: ox.Quad) -> None:
        self._starts.append(at)
        subject, predicate, value = str(quad.subject), str(quad.predicate), str(quad.object)
        middle = at + len(subject) + 1
        last = middle + len(predicate) + 1
        inside = (1, value.rindex('"')) if isinstance(quad.object, ox.Literal) else (0, len(value))
        self._subjects.setdefault(subject, []).append(_Use(Place(at, at + len(subject)), (value, predicate)))
        self._predicates.setdefault(predicate, []).append(
            _Use(Place(middle, middle + len(predicate)), (subject, value))
        )
        self._objects.setdefault(value, []).append(
            _Use(Place(last + inside[0], last + inside[1]), (subject, predicate))
        )

    def line(self, position: int) -> tuple[int, int]:
        """Start and end of the statement in which a position lies."""
        number = bisect.bisect_right(self._starts, position) - 1
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self._starts[number], end - 1

    def find(self, term: ox.NamedNode | ox.BlankNode | ox.Literal, bound: Sequence[str]) -> Place:
        """Where a term stands in a statement about one of the ``bound`` terms, the first of them that it is said of.

        For a thing that is said of none, where one is said of it, or where it is described at all.
        Raises DataError for a value that stands nowhere, or in several statements that are about none of them.
        """
        said = str(term)
        uses = self._objects.get(said, ())
        if about := [(bound.index(use.others[0]), use.place) for use in uses if use.others[0] in bound]:
            return min(about)[1]
        if relating := [use.place for use in self._predicates.get(said, ()) if set(use.others) <= set(bound)]:
            return min(relating)
        if own := self._subjects.get(said):
            saying = [(bound.index(use.others[0]), use.place) for use in own if use.others[0] in bound]
            return min(saying)[1] if saying else own[0].place
        if len(uses) == 1:
            return uses[0].place
        if uses:
            fix = "select the thing that it is said of as well"
            raise DataError(
                f"{shortened(said)} stands in {len(uses)} statements", why="none is about this row", fix=fix
            )
        fix = "select a term of the graph, not a computed one"
        raise DataError(f"{shortened(said)} stands in no statement", fix=fix)


def _line(quad: ox.Quad) -> str:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else f" {quad.graph_name}"
    return f"{quad.subject} {quad.predicate} {quad.object}{graph} ."
