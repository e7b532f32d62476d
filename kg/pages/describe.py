"""The RDF about one thing: what is said of it, its parts, the evidence, and what points at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from kg.graph.quads import node
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import OA
from kg.terms.iris import Iris

# Evidence points at what it supports and at its source: all that a document says would come along.
_NOT_FOLLOWED: Final = frozenset(map(str, (AW.supports, AW.supportsValue, OA.hasSource)))


def statements(store: Store, iri: str) -> Iterator[Quad]:
    """What is said of a thing and of the parts that exist only with it (``THING#part``)."""
    waiting, seen = [iri], {iri}
    while waiting:
        for quad in store.quads(subject=waiting.pop()):
            yield quad
            value = quad.object
            if isinstance(value, NamedNode) and value.value.startswith(f"{iri}#") and value.value not in seen:
                seen.add(value.value)
                waiting.append(value.value)


def description(store: Store, iri: str) -> list[Quad]:
    """The data about a thing; empty where nothing is said of it."""
    found = list(statements(store, iri))
    if not found:
        return []
    found += (quad for quad in store.quads(value=node(iri)) if quad.predicate.value not in _NOT_FOLLOWED)
    for quad in store.quads(predicate=str(AW.supports), value=node(iri)):
        found += _evidence(store, quad.subject)
    return list(dict.fromkeys(found))


def named_graph(store: Store, iris: Iris, name: str) -> list[Quad]:
    """The quads of ``graph/NAME``; empty where there is no such graph."""
    return list(store.quads(graph=iris.graph(name)))


def expanded(quads: Iterable[Quad]) -> bytes:
    """JSON-LD without a context: small enough to stand in a page, and nothing has to be fetched to read it."""
    triples = sorted({quad.triple for quad in quads}, key=str)
    return serialize(triples, format=RdfFormat.JSON_LD) or b"[]"


def _evidence(store: Store, subject: object) -> Iterator[Quad]:
    """A piece of evidence, its target and its selector."""
    waiting = [subject]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, NamedNode):
            continue
        for quad in store.quads(subject=each.value):
            yield quad
            if quad.predicate.value in (str(OA.hasTarget), str(OA.hasSelector)):
                waiting.append(quad.object)
