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
    """The registry's triples by subject, converted once and used for every source."""

    by_subject: Mapping[IdentifiedNode, Statements]

    @classmethod
    def of(cls, quads: Iterable[pyoxigraph.Quad]) -> RegistryIndex:
        """Index quads of the registry."""
        return cls.of_triples(Converter().triples(quads))

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


def mentioned(triples: Iterable[Triple]) -> set[Node]:
    """Subjects and objects of the triples, where a closure starts."""
    nodes: set[Node] = set()
    for subject, _, value in triples:
        nodes.add(subject)
        if isinstance(value, IdentifiedNode):
            nodes.add(value)
    return nodes
