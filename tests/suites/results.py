"""Compares results of queries by the rules of the suite: as bags of solutions, blank nodes by their pattern."""

from __future__ import annotations

import csv
import io
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox
import rdflib
from rdflib.compare import isomorphic

XSD = "http://www.w3.org/2001/XMLSchema#"
EXACT = {f"{XSD}{name}" for name in ("integer", "decimal", "int", "long", "nonNegativeInteger", "short", "byte")}
FLOATING = {f"{XSD}{name}" for name in ("double", "float")}
RESULTS = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON, ".tsv": ox.QueryResultsFormat.TSV}
GRAPHS = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}
RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
VAR = "urn:var:"


def same_graph(one: bytes, one_form: ox.RdfFormat, two: bytes, two_form: ox.RdfFormat) -> bool:
    """Whether two documents hold isomorphic graphs."""
    return isomorphic(*(_graph(ox.parse(text, format=form)) for text, form in ((one, one_form), (two, two_form))))


def same_rows(one: bytes, one_form: ox.QueryResultsFormat, two: bytes, two_form: ox.QueryResultsFormat) -> bool:
    """Whether two result documents hold the same bag of solutions, or the same truth value."""
    left, right = (ox.parse_query_results(io.BytesIO(text), form) for text, form in ((one, one_form), (two, two_form)))
    if isinstance(left, ox.QueryBoolean) or isinstance(right, ox.QueryBoolean):
        return isinstance(left, ox.QueryBoolean) and isinstance(right, ox.QueryBoolean) and bool(left) == bool(right)
    if {each.value for each in left.variables} != {each.value for each in right.variables}:
        return False
    return isomorphic(_rows(left), _rows(right))


def same_table(one: bytes, two: bytes) -> bool:
    """Whether two CSV documents hold the same rows; neither columns nor rows have an order in what SELECT * gives."""
    return sorted(_cells(one)) == sorted(_cells(two))


def _cells(text: bytes) -> list[list[tuple[str, str]]]:
    rows = csv.DictReader(io.StringIO(text.decode("utf-8"), newline=""))
    return [sorted((name, _cell(value)) for name, value in row.items()) for row in rows]


def _cell(value: str) -> str:
    if value.startswith("_:"):
        return "_:"
    return _plain(value, next(iter(FLOATING)))


def rows_of_graph(text: bytes, base: str) -> rdflib.Graph:
    """A result set in the suite's older vocabulary, as ``rows_of`` gives it."""
    said = rdflib.Graph().parse(data=text, format="turtle", publicID=base)
    out = rdflib.Graph()
    for solution in said.objects(None, RS.solution):
        out.add((solution, rdflib.RDF.type, rdflib.URIRef(f"{VAR}row")))
        for binding in said.objects(solution, RS.binding):
            name, value = said.value(binding, RS.variable), said.value(binding, RS.value)
            if isinstance(value, rdflib.Literal) and not value.language:
                datatype = str(value.datatype or f"{XSD}string")
                value = rdflib.Literal(_plain(str(value), datatype), datatype=rdflib.URIRef(datatype), normalize=False)
            out.add((solution, rdflib.URIRef(f"{VAR}{name}"), value))
    return out


def same_as_graph(one: bytes, one_form: ox.QueryResultsFormat, two: bytes, base: str) -> bool:
    """Whether a result document holds the solutions that a graph lists."""
    left = ox.parse_query_results(io.BytesIO(one), one_form)
    return isinstance(left, ox.QuerySolutions) and isomorphic(_rows(left), rows_of_graph(two, base))


def _rows(solutions: ox.QuerySolutions) -> rdflib.Graph:
    """Each solution as a node of its own, so that equal graphs are equal bags."""
    out = rdflib.Graph()
    names = [each.value for each in solutions.variables]
    for number, solution in enumerate(solutions):
        row = rdflib.BNode(f"row{number}")
        out.add((row, rdflib.RDF.type, rdflib.URIRef(f"{VAR}row")))
        for name in names:
            if solution[name] is not None:
                out.add((row, rdflib.URIRef(VAR + name), _term(solution[name])))
    return out


def _graph(quads: object) -> rdflib.Graph:
    out = rdflib.Graph()
    for quad in quads:  # type: ignore[attr-defined]
        out.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return out


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(f"b{term.value}")
    assert isinstance(term, ox.Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return rdflib.Literal(_plain(term.value, datatype), datatype=rdflib.URIRef(datatype), normalize=False)


def _plain(value: str, datatype: str) -> str:
    """Numbers by their value: 2 and 2.0 are one decimal."""
    if datatype == f"{XSD}boolean":
        return {"0": "false", "1": "true"}.get(value, value)
    try:
        if datatype in EXACT:
            return str(Decimal(value).normalize() + 0)
        return f"{float(value):.10g}" if datatype in FLOATING else value
    except (InvalidOperation, ValueError):
        return value
