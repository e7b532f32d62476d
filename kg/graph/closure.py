"""What of the registry a source graph can see: all that is reached from it by following triples forwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph
import rdflib
from rdflib.term import IdentifiedNode, Node

from kg.graph.convert import Converter, Triple

Statements = tuple[tuple[rdflib.URIRef, Node], ...]


@dataclass(frozen=True, slots=True)
class RegistryIndex:
    """The registry's triples by subject, each converted once and used for every source."""

    by_subject: Mapping[IdentifiedNode, Statements]

    @classmethod
    def of(cls, quads: Iterable[pyoxigraph.Quad]) -> RegistryIndex:
        """Index quads of the registry."""
        return cls(_Converted(quads))

    @classmethod
    def of_triples(cls, triples: Iterable[Triple]) -> RegistryIndex:
        """Index triples that are of rdflib already."""
        found: dict[IdentifiedNode, list[tuple[rdflib.URIRef, Node]]] = {}
        for subject, predicate, value in triples:
            found.setdefault(subject, []).append((predicate, value))
        return cls({subject: tuple(statements) for subject, statements in found.items()})

    def triples(self) -> Iterator[Triple]:
        """All triples of the registry."""
        for subject, statements in self.by_subject.items():
            for predicate, value in statements:
                yield subject, predicate, value

    def closure(self, start: Iterable[Node]) -> Iterator[Triple]:
        """Every triple whose subject is in ``start`` or is reached from there through objects."""
        waiting = [node for node in start if isinstance(node, IdentifiedNode)]
        seen: set[IdentifiedNode] = set()
        while waiting:
            subject = waiting.pop()
            if subject in seen:
                continue
            seen.add(subject)
            for predicate, value in self.by_subject.get(subject, ()):
                yield subject, predicate, value
                if isinstance(value, IdentifiedNode) and value not in seen:
                    waiting.append(value)


class _Converted(Mapping[IdentifiedNode, Statements]):
    """Quads by subject, turned into statements of rdflib when they are asked for: few are, where few documents come."""

    def __init__(self, quads: Iterable[pyoxigraph.Quad]) -> None:
        self._converter = Converter()
        self._quads: dict[str, list[pyoxigraph.Quad]] = {}
        for quad in quads:
            self._quads.setdefault(_name(quad.subject), []).append(quad)
        self._done: dict[str, Statements] = {}

    def __getitem__(self, subject: IdentifiedNode) -> Statements:
        name = subject.n3() if isinstance(subject, rdflib.BNode) else str(subject)
        found = self._done.get(name)
        if found is None:
            triples = self._converter.triples(self._quads[name])
            found = self._done[name] = tuple((predicate, value) for _, predicate, value in triples)
        return found

    def __iter__(self) -> Iterator[IdentifiedNode]:
        return (self._converter.resource(quads[0].subject) for quads in self._quads.values())

    def __len__(self) -> int:
        return len(self._quads)


def _name(subject: object) -> str:
    """An IRI as it is, a blank node with its mark: the two share no names."""
    return subject.value if isinstance(subject, pyoxigraph.NamedNode) else str(subject)


def mentioned(triples: Iterable[Triple]) -> set[Node]:
    """Subjects and objects of the triples, where a closure starts."""
    nodes: set[Node] = set()
    for subject, _, value in triples:
        nodes.add(subject)
        if isinstance(value, IdentifiedNode):
            nodes.add(value)
    return nodes
