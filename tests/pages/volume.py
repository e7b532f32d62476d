"""A graph with one edition of very many awards and one agency with very many, each award with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, Quad

from kg.graph.quads import node
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, RDF, SKOS
from kg.terms.iris import Iris
from tests.bench.generator import Generator

EDITION, AGENCY = "edition/s0-2020", "agency/a500"


def volume_store(edition: int, agency: int) -> Store:
    """So many awards of ``EDITION``, the first of them also given to ``AGENCY``, each in its own document's words."""
    return Store.in_memory(_quads(edition, agency))


def _quads(edition: int, agency: int) -> Iterator[Quad]:
    iris = Iris()
    yield from _named(iris, AGENCY, AW.Agency)
    for quad in Generator(edition).quads():
        yield quad
        if quad.predicate.value != str(AW.edition) or "/conferment/" not in getattr(quad.subject, "value", ""):
            continue
        yield Quad(quad.subject, quad.predicate, node(iris.thing(EDITION)), quad.graph_name)
        if int(quad.subject.value.rpartition("/c")[2]) < agency:  # type: ignore[union-attr]
            yield Quad(quad.subject, node(AW.recipient), node(iris.thing(AGENCY)), quad.graph_name)


def _named(iris: Iris, reference: str, cls: str) -> Iterator[Quad]:
    graph = node(iris.graph("registry"))
    thing = node(iris.thing(reference))
    yield Quad(thing, node(RDF.type), node(cls), graph)
    yield Quad(thing, node(SKOS.prefLabel), Literal("Agency of many awards", language="en"), graph)
    yield Quad(thing, node(DCTERMS.identifier), Literal("many"), graph)
