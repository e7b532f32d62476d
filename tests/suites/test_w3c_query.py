"""The query-evaluation tests of the W3C's SPARQL 1.1 suite: over HTTP, and by pyoxigraph alone in the same run.

The server gives a query the union of all named graphs; here the protocol's default-graph-uri and named-graph-uri say
what each test's manifest says.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection

from kg.graph.tokens import names_its_graphs
from tests.server.testing import TestClient
from tests.suites.results import GRAPHS, RESULTS, same_as_graph, same_graph, same_rows, same_table
from tests.suites.scratch import Scratch
from tests.suites.where import SUITES, needs

ROOT = SUITES / "w3c-sparql11"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
BASE = "http://suite.example/"
CLASSES = (MF.QueryEvaluationTest, MF.CSVResultFormatTest)

# Every test that the server does not pass, with the reason.
ENTAILMENT = "asks for an entailment regime: neither the engine nor the server infers at query time"
FEDERATION = "SERVICE is refused: a query must not make this server call another one"
EMPTY_PATH = "the engine gives no zero-length path for a term that the graph does not have"
ENTAILED = (
    "paper-sparqldl-Q1 paper-sparqldl-Q1-rdfs paper-sparqldl-Q2 paper-sparqldl-Q3 paper-sparqldl-Q4 "
    "parent10 parent3 parent4 parent5 parent6 parent7 parent8 parent9 rdf01 rdfs01 rdfs02 rdfs03 rdfs04 "
    "rdfs05 rdfs06 rdfs07 rdfs09 rdfs10 rdfs11 rif01 rif03 rif04 rif06 simple1 simple2 simple3 simple4 "
    "simple5 simple6 simple7 simple8 sparqldl-02 sparqldl-03 sparqldl-10 sparqldl-11 sparqldl-12 "
    "sparqldl-13"
).split()
MISSES: dict[str, str] = {
    **{f"entailment/{name}": ENTAILMENT for name in ENTAILED},
    **{f"service/service{number}": FEDERATION for number in ("1", "2", "3", "4a", "5", "6", "7")},
    **{f"property-path/zero_or_{many}_set_{end}": EMPTY_PATH for many in ("one", "more") for end in ("start", "end")},
    "aggregates/agg-groupconcat-04": "the engine drops the language tag that the values share",
    "aggregates/agg-groupconcat-06": "the engine drops the language tag that the values share",
    "aggregates/agg-empty-group-count-graph": "the engine counts over all graphs before it joins with GRAPH",
    "bindings/graph": "the engine does not join VALUES inside GRAPH with the names of the graphs",
    "csv-tsv-res/tsv03": "the store keeps no derived integer type (xsd:negativeInteger comes out as xsd:integer)",
    "functions/bnode01": "the engine's BNODE(text) gives one node for one text over all solutions",
    "negation/graph-minus": "the engine evaluates MINUS inside GRAPH without the variable of the graph",
}


@dataclass(frozen=True)
class Entry:
    name: str
    query: Path
    data: tuple[Path, ...]
    named: tuple[Path, ...]
    result: Path
    csv: bool


@cache
def entries() -> tuple[Entry, ...]:
    found = []
    for manifest in sorted(ROOT.glob("*/manifest.ttl")):
        folder = manifest.parent
        if folder.name in ("protocol", "service-description", "graph-store-protocol"):
            continue
        base = f"{BASE}{folder.name}/"
        said = rdflib.Graph().parse(manifest, format="turtle", publicID=base)
        for listed in said.objects(None, MF.entries):
            for test in Collection(said, listed):
                kind = said.value(test, rdflib.RDF.type)
                if kind in CLASSES:
                    found.append(_entry(said, test, folder, base, kind == MF.CSVResultFormatTest))
    return tuple(found)


def _entry(said: rdflib.Graph, test: rdflib.term.Node, folder: Path, base: str, csv: bool) -> Entry:
    action = said.value(test, MF.action)

    def files(term: rdflib.URIRef) -> tuple[Path, ...]:
        return tuple(sorted(folder / str(each).removeprefix(base) for each in said.objects(action, term)))

    (query,) = files(QT.query)
    result = folder / str(said.value(test, MF.result)).removeprefix(base)
    name = f"{folder.name}/{str(test).rpartition('#')[2]}"
    return Entry(name, query, files(QT.data), files(QT.graphData), result, csv)


def iri(file: Path) -> str:
    return f"{BASE}{file.parent.name}/{file.name}"


def alone(entry: Entry) -> bool:
    """Whether the engine by itself passes."""
    store = ox.Store()
    for file in entry.data:
        store.load(path=str(file), format=GRAPHS[file.suffix], base_iri=iri(file))
    for file in entry.named:
        store.load(path=str(file), format=GRAPHS[file.suffix], base_iri=iri(file), to_graph=ox.NamedNode(iri(file)))
    try:
        results = store.query(entry.query.read_text("utf-8"), base_iri=iri(entry.query))
    except (SyntaxError, ValueError):
        return False
    if isinstance(results, ox.QueryTriples):
        return is_expected(entry, results.serialize(format=ox.RdfFormat.N_TRIPLES) or b"", "application/n-triples")
    form = ox.QueryResultsFormat.CSV if entry.csv else ox.QueryResultsFormat.JSON
    return is_expected(entry, results.serialize(format=form) or b"", "text/csv" if entry.csv else "json")


def by_http(entry: Entry) -> bool:
    """Whether the server passes."""
    scratch = Scratch()
    for file in (*entry.data, *entry.named):
        scratch.store.load(
            path=str(file), format=GRAPHS[file.suffix], base_iri=iri(file), to_graph=ox.NamedNode(iri(file))
        )
    query = f"BASE <{iri(entry.query)}>\n{entry.query.read_text('utf-8')}"
    graphs = []
    # A query that names its graphs itself must not be overruled.
    if not names_its_graphs(query):
        graphs += [("default-graph-uri", iri(file)) for file in entry.data] or [("default-graph-uri", "urn:nothing")]
        graphs += [("named-graph-uri", iri(file)) for file in entry.named]
    accept = "text/csv" if entry.csv else "application/sparql-results+json, application/n-triples;q=0.9"
    headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
    answer = TestClient(scratch).post(f"/sparql?{urlencode(graphs)}", content=query.encode(), headers=headers)
    kind = answer.headers["content-type"].partition(";")[0]
    return answer.status_code == 200 and is_expected(entry, answer.content, kind)


def is_expected(entry: Entry, written: bytes, kind: str) -> bool:
    expected = entry.result.read_bytes()
    if kind == "application/n-triples":
        return same_graph(written, ox.RdfFormat.N_TRIPLES, expected, GRAPHS[entry.result.suffix])
    if entry.csv:
        return same_table(written, expected)
    if entry.result.suffix == ".ttl":
        return same_as_graph(written, ox.QueryResultsFormat.JSON, expected, iri(entry.result))
    return same_rows(written, ox.QueryResultsFormat.JSON, expected, RESULTS[entry.result.suffix])


@needs("w3c-sparql11")
def test_the_server_passes_what_the_engine_passes() -> None:
    # Federated Query is a specification of its own, which the server does not offer; and tests call no other server.
    passed = {
        entry.name: (not entry.name.startswith("service/") and alone(entry), by_http(entry)) for entry in entries()
    }
    assert len(passed) == 312
    assert {name for name, (engine, served) in passed.items() if engine and not served} == set()
    assert sorted(name for name, (_, served) in passed.items() if not served) == sorted(MISSES)


def test_every_miss_has_its_reason() -> None:
    assert len(MISSES) == 60
    assert all(len(reason) > 20 for reason in MISSES.values())
