"""The 34 protocol tests of the W3C's SPARQL 1.1 suite, updates on a scratch store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.collection import Collection

from tests.server.testing import TestClient
from tests.suites.scratch import Scratch
from tests.suites.where import SUITES, needs

FOLDER = SUITES / "w3c-sparql11" / "protocol"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
BASE = "http://manifest.example/"
FORMS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"},
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples"},
}


@cache
def manifest() -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / "manifest.ttl", format="turtle", publicID=BASE)


def entries() -> list[rdflib.term.Node]:
    if not FOLDER.is_dir():
        return []
    return sorted(manifest().subjects(rdflib.RDF.type, MF.ProtocolTest))


def test_there_are_34() -> None:
    if not FOLDER.is_dir():
        pytest.skip("the suite is not at hand")
    assert len(entries()) == 34


@needs("w3c-sparql11")
@pytest.mark.parametrize("test", entries(), ids=lambda test: str(test).rpartition("#")[2])
def test_protocol(test: rdflib.term.Node) -> None:
    said = manifest()
    scratch = Scratch()
    for data in said.objects(test, UT.graphData):
        file = str(said.value(data, UT.graph)).removeprefix(BASE)
        label = str(said.value(data, rdflib.RDFS.label))
        scratch.store.load(path=str(FOLDER / file), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(label))
    client = TestClient(scratch, raise_server_exceptions=False)
    for request in requests(said, test):
        expect(said, request, send(said, client, request))


def requests(said: rdflib.Graph, test: rdflib.term.Node) -> Iterator[rdflib.term.Node]:
    for listed in said.objects(said.value(test, MF.action), HT.requests):
        yield from Collection(said, listed)


def send(said: rdflib.Graph, client: TestClient, request: rdflib.term.Node):  # noqa: ANN201
    headers = {"host": "www.example"}
    for header in Collection(said, said.value(request, HT.headers) or rdflib.RDF.nil):
        headers[str(said.value(header, HT.fieldName))] = str(said.value(header, HT.fieldValue))
    body = said.value(request, HT.body)
    content = b""
    if body is not None:
        content = str(said.value(body, CNT.chars)).encode(str(said.value(body, CNT.characterEncoding)))
    address = str(said.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1)
    return client.request(str(said.value(request, HT.methodName)), address, content=content, headers=headers)


def expect(said: rdflib.Graph, request: rdflib.term.Node, answer) -> None:  # noqa: ANN001
    wanted = said.value(request, HT.resp)
    statuses = {str(each)[-3] for each in said.objects(wanted, MF.expectedStatus)}
    assert str(answer.status_code)[0] in statuses, answer.text
    form = said.value(wanted, MF.expectedFormat)
    if form is not None:
        assert answer.headers["content-type"].partition(";")[0] in FORMS[str(form)]
    truth = said.value(wanted, MF.expectedBoolean)
    if truth is not None:
        assert answer.json()["boolean"] is bool(truth)
