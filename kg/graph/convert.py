"""From terms and quads of pyoxigraph to those of rdflib, the one place where the two meet."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph
import rdflib
from rdflib.term import IdentifiedNode, Node

from kg.errors import DataError
from kg.terms.foreign import RDF, XSD

Triple = tuple[IdentifiedNode, rdflib.URIRef, Node]

_PLAIN: Final = str(XSD.string)
_TAGGED: Final = str(RDF.langString)

# rdflib logs a traceback for every literal that no calendar or number system has; the shapes say it better.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


class Converter:
    """Converts terms and remembers the IRIs that it has seen: a graph names each of them many times."""

    def __init__(self) -> None:
        self._iris: dict[str, rdflib.URIRef] = {}

    def iri(self, value: str) -> rdflib.URIRef:
        """The rdflib term of an IRI, one object for each IRI."""
        found = self._iris.get(value)
        if found is None:
            found = self._iris[value] = rdflib.URIRef(value)
        return found

    def literal(self, term: pyoxigraph.Literal) -> rdflib.Literal:
        """The literal as it was written: rdflib must not turn ``"02563"`` into ``"2563"`` before it is checked."""
        if term.language is not None:
            return rdflib.Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        if datatype in (_PLAIN, _TAGGED):
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=self.iri(datatype), normalize=False)

    def resource(self, term: object) -> IdentifiedNode:
        """An IRI or blank node; raises DataError for a triple in place of a term."""
        if isinstance(term, pyoxigraph.NamedNode):
            return self.iri(term.value)
        if isinstance(term, pyoxigraph.BlankNode):
            return rdflib.BNode(term.value)
        raise DataError(
            f"{term} stands where an IRI or blank node is expected",
            why="triples as terms (RDF 1.2) are not used here",
            fix="state it as a resource of its own",
        )

    def node(self, term: object) -> Node:
        """Any object of a triple."""
        return self.literal(term) if isinstance(term, pyoxigraph.Literal) else self.resource(term)

    def triples(self, quads: Iterable[pyoxigraph.Quad]) -> Iterator[Triple]:
        """The quads without their graphs."""
        for quad in quads:
            yield self.resource(quad.subject), self.iri(quad.predicate.value), self.node(quad.object)


def to_rdflib(quads: Iterable[pyoxigraph.Quad]) -> rdflib.Graph:
    """One rdflib graph of all quads, whatever graph they stand in."""
    return graph_of(Converter().triples(quads))


def graph_of(triples: Iterable[Triple]) -> rdflib.Graph:
    """A graph in memory of the given triples."""
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(triple)
    return graph
