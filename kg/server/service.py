"""What the endpoint is and can do (SPARQL 1.1 Service Description), with the named graphs that there are."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request

from kg.export.rdf import serialize_triples
from kg.graph.quads import integer, node
from kg.server.context import Context
from kg.terms.foreign import RDF, VOID
from kg.terms.publishing import SD

_ENDPOINT: Final = "urn:endpoint"  # stands in the file for the address, which only the request knows
_MOST_GRAPHS: Final = 10_000


class Service:
    """The description of one version of the graph."""

    def __init__(self, context: Context) -> None:
        """``context`` has the graph."""
        self._context = context
        said = files("kg.server").joinpath("service.ttl").read_text("utf-8")
        self._fixed = list(ox.parse(said, format=ox.RdfFormat.TURTLE))
        self._counts: list[tuple[str, int]] | None = None

    def written(self, request: Request, form: str) -> bytes:
        """The description in a format, under the address that the request came by."""
        address = f"{self._context.address(request)}/sparql"
        triples = [_moved(quad.triple, address) for quad in self._fixed]
        dataset = node(f"{_ENDPOINT}#dataset")
        for number, (graph, quads) in enumerate(self._graphs()):
            named = node(f"{_ENDPOINT}#graph-{number}")
            about = node(f"{_ENDPOINT}#content-{number}")
            said = (
                ox.Triple(dataset, node(SD.namedGraph), named),
                ox.Triple(named, node(RDF.type), node(SD.NamedGraph)),
                ox.Triple(named, node(SD.name), node(graph)),
                ox.Triple(named, node(SD.graph), about),
                ox.Triple(about, node(RDF.type), node(SD.Graph)),
                ox.Triple(about, node(VOID.triples), integer(quads)),
            )
            triples += (_moved(triple, address) for triple in said)
        return serialize_triples(triples, form, self._context.iris.base)

    def _graphs(self) -> list[tuple[str, int]]:
        if self._counts is None:
            store = self._context.store
            self._counts = [(each, sum(1 for _ in store.quads(graph=each))) for each in store.graphs()[:_MOST_GRAPHS]]
        return self._counts


def _moved(triple: ox.Triple, address: str) -> ox.Triple:
    subject, value = triple.subject, triple.object
    if isinstance(subject, ox.NamedNode) and subject.value.startswith(_ENDPOINT):
        subject = node(address + subject.value.removeprefix(_ENDPOINT))
    if isinstance(value, ox.NamedNode) and value.value.startswith(_ENDPOINT):
        value = node(address + value.value.removeprefix(_ENDPOINT))
    return ox.Triple(subject, triple.predicate, value)
