"""Several sources in one run of the validator, with the reports that each alone would give.

Most of what pyshacl spends on a small graph it spends anew on every run: shapes, targets, paths. So sources are put
side by side in one graph, each with its own copy of what it sees of the registry: every node of ours bears the mark of
its copy. No path leads from one copy into another, so each shape finds in a copy what it would find in the source's own
graph. Only the terms of the ontology are shared, and those no source describes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar, cast

import rdflib
from rdflib.term import IdentifiedNode, Node

from kg.graph.closure import RegistryIndex, mentioned
from kg.graph.convert import Triple

_Term = TypeVar("_Term", bound=Node)
_MARK: Final = "~"  # parts a node from the number of its copy; no identifier has it


class Copies:
    """Marks and unmarks nodes; those outside ``things`` are terms, and shared."""

    def __init__(self, things: str) -> None:
        """``things`` opens the IRIs of things (``BASE + "id/"``)."""
        self._things = things
        self._marked: dict[tuple[Node, int], Node] = {}

    def triples(self, source: Iterable[Triple], registry: RegistryIndex, number: int) -> Iterator[Triple]:
        """The copy of one source, with what it sees of the registry."""
        kept = list(source)
        for subject, predicate, value in (*kept, *registry.closure(mentioned(kept))):
            yield self.mark(subject, number), predicate, self.mark(value, number)

    def mark(self, term: _Term, number: int) -> _Term:
        """The node of a copy; a literal, and what is shared, stays as it is."""
        if isinstance(term, rdflib.URIRef):
            if not term.startswith(self._things):
                return term
        elif not isinstance(term, rdflib.BNode):
            return term
        found = self._marked.get((term, number))
        if found is None:
            found = self._marked[term, number] = _of_kind(term, f"{term}{_MARK}{number}")
        return cast("_Term", found)

    def unmark(self, term: Node) -> tuple[Node, int]:
        """The node without its mark, and the number of its copy; -1 for what is shared."""
        ours = isinstance(term, rdflib.BNode) or (isinstance(term, rdflib.URIRef) and term.startswith(self._things))
        plain, mark, number = str(term).rpartition(_MARK)
        if not ours or not mark or not number.isdecimal():
            return term, -1
        return _of_kind(term, plain), int(number)


def _of_kind(term: Node, text: str) -> IdentifiedNode:
    return rdflib.BNode(text) if isinstance(term, rdflib.BNode) else rdflib.URIRef(text)
