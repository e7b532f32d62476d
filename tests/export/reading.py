"""Reads RDF back with other parsers than the one that wrote it, into plain tuples that can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pyoxigraph as ox
import rdflib
from pyld import jsonld

from kg.export.formats import FORMATS

Fact = tuple[str, str, tuple[str, ...], str]

_PLAIN = "http://www.w3.org/2001/XMLSchema#string"
_DEFAULT = str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID)
_RDFLIB_NAMES = {"n-triples": "nt", "n-quads": "nquads", "rdf-xml": "xml"}


def facts(quads: Iterable[ox.Quad], *, graphs: bool = True) -> set[Fact]:
    """Quads of pyoxigraph as tuples; without ``graphs`` as the union."""
    return {
        (str(q.subject), q.predicate.value, _object(q.object), q.graph_name.value if _named(q) and graphs else "")
        for q in quads
    }


def _named(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode)


def _object(term: object) -> tuple[str, ...]:
    if isinstance(term, ox.Literal):
        return term.value, term.language or "", "" if term.language else term.datatype.value
    return (str(term),)


def by_rdflib(data: bytes, name: str) -> set[Fact]:
    """What rdflib reads; literals stay as they are written."""
    normalizes = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        dataset = rdflib.Dataset()
        home = dataset if FORMATS[name].quads else dataset.graph(rdflib.graph.DATASET_DEFAULT_GRAPH_ID)
        home.parse(data=data, format=_RDFLIB_NAMES.get(name, name))
        return {
            (f"<{s}>", str(p), _rdflib_object(o), "" if str(g or _DEFAULT) == _DEFAULT else str(g))
            for s, p, o, g in dataset.quads()
        }
    finally:
        rdflib.NORMALIZE_LITERALS = normalizes


def _rdflib_object(term: object) -> tuple[str, ...]:
    if isinstance(term, rdflib.Literal):
        return str(term), term.language or "", "" if term.language else str(term.datatype or _PLAIN)
    return (f"<{term}>",)


def by_pyld(data: bytes) -> set[Fact]:
    """What pyld reads of JSON-LD: its N-Quads, read again."""
    written = jsonld.to_rdf(json.loads(data), {"format": "application/n-quads"})
    return facts(ox.parse(written.encode("utf-8"), format=ox.RdfFormat.N_QUADS))


def by_pyoxigraph(data: bytes, name: str) -> set[Fact]:
    """What pyoxigraph reads."""
    return facts(ox.parse(data, format=FORMATS[name].syntax))
