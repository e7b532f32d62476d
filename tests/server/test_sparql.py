"""The SPARQL protocol, over a store in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import rdflib

from kg.server.runner import InThread
from kg.server.serving import create_app
from tests.server.testing import TestClient
from tests.small import AWARD, HOSTILE, SOURCE, small_settings, small_store

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
SELECT = f"SELECT ?who WHERE {{ id:{AWARD.replace('/', chr(92) + '/')} aw:recipient ?who }} ORDER BY ?who"
CONSTRUCT = "CONSTRUCT { ?a aw:recipient ?b } WHERE { ?a aw:recipient ?b }"
JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    store = small_store()
    app = create_app(store, small_settings(), InThread(store, most_bytes=200_000))
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def winners(body: str) -> list[str]:
    return [row["who"]["value"].rsplit("/", 1)[1] for row in json.loads(body)["results"]["bindings"]]


def test_a_query_by_get_and_by_both_forms_of_post(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": SELECT}),
        client.post("/sparql", data={"query": SELECT}),
        client.post(
            "/sparql", content=SELECT.encode(), headers={"Content-Type": "application/sparql-query; charset=utf-8"}
        ),
    ]
    assert [answer.headers["content-type"] for answer in answers] == [JSON] * 3
    assert [winners(answer.text) for answer in answers] == [["dtest", "lab"]] * 3


@pytest.mark.parametrize(
    ("accept", "media_type", "start"),
    [
        (JSON, JSON, "{"),
        ("application/json", JSON, "{"),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "who\r\n"),
        ("text/tab-separated-values;q=0.9, text/csv;q=0.1", "text/tab-separated-values; charset=utf-8", "?who\n"),
        ("*/*", JSON, "{"),
    ],
)
def test_rows_by_accept(client: TestClient, accept: str, media_type: str, start: str) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["vary"].startswith("Accept")
    assert answer.text.startswith(start)


@pytest.mark.parametrize(
    ("accept", "reader"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
        ("*/*", "turtle"),
    ],
)
def test_graphs_by_accept(client: TestClient, accept: str, reader: str) -> None:
    answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert len(rdflib.Graph().parse(data=answer.text, format=reader)) == 4


def test_ask_and_describe(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": "ASK { ?a a aw:Conferment }"}).json()["boolean"] is True
    described = client.get("/sparql", params={"query": "DESCRIBE <https://w3id.org/award-kg/id/agency/dtest>"})
    assert "กรมทดสอบ" in described.text


def test_a_form_that_the_result_cannot_take_is_406(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/turtle"}).status_code == 406
    assert client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": "text/csv"}).status_code == 406


def test_the_graphs_that_a_query_sees(client: TestClient) -> None:
    query = "SELECT ?label WHERE { ?award a aw:Conferment . OPTIONAL { ?award skos:prefLabel ?label } }"
    graph = f"https://w3id.org/award-kg/graph/source/{SOURCE}"
    union = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    one = client.get("/sparql", params={"query": query, "default-graph-uri": graph}).json()["results"]["bindings"]
    assert [len([row for row in rows if row]) for rows in (union, one)] == [2, 0]
    named = {"query": "SELECT ?g WHERE { GRAPH ?g { ?s a aw:Conferment } }", "named-graph-uri": graph}
    assert client.post("/sparql", data=named).json()["results"]["bindings"][0]["g"]["value"] == graph
    assert client.get("/sparql", params={"query": query, "default-graph-uri": "no iri"}).status_code == 400


def test_without_a_query_a_form_for_browsers_and_a_description_for_programs(client: TestClient) -> None:
    form = client.get("/sparql", headers={"Accept": BROWSER})
    assert "<textarea" in form.text
    assert "<script" not in form.text
    described = client.get("/sparql")
    graph = rdflib.Graph().parse(data=described.text, format="turtle")
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (rdflib.URIRef("http://testserver/sparql"), rdflib.RDF.type, service.Service) in graph
    hostile = client.get("/sparql", headers={"Host": "a>.<b"})
    assert hostile.status_code in (200, 400)
    assert "a>.<b" not in hostile.text


def test_the_description_lists_the_named_graphs_in_every_form(client: TestClient) -> None:
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    sizes = []
    for accept, reader in (("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")):
        graph = rdflib.Graph().parse(data=client.get("/sparql", headers={"Accept": accept}).text, format=reader)
        names = {str(each) for each in graph.objects(None, service.name)}
        assert f"https://w3id.org/award-kg/graph/source/{SOURCE}" in names
        assert len(names) == 4
        sizes.append(len(graph))
    assert len(set(sizes)) == 1


def test_relative_iris_are_those_of_the_endpoint(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "CONSTRUCT { <#a> <#b> <c> } WHERE {}", "format": "n-triples"})
    assert answer.text == "<http://testserver/sparql#a> <http://testserver/sparql#b> <http://testserver/c> .\n"


def test_an_empty_query_is_a_fault_and_no_query_the_description(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": ""}).status_code == 400
    assert client.get("/sparql", params={"query": "%FF"}).status_code == 400
    assert client.get("/sparql?query=%FF").status_code == 400


def test_a_browser_gets_a_table_with_links(client: TestClient) -> None:
    page = client.get("/sparql", params={"query": SELECT, "lang": "en"}, headers={"Accept": BROWSER})
    assert '<a href="/page/agency/dtest?lang=en">' in page.text
    as_csv = client.get("/sparql", params={"query": SELECT, "format": "csv"}, headers={"Accept": BROWSER})
    assert as_csv.headers["content-type"].startswith("text/csv")
    turtle = client.get("/sparql", params={"query": CONSTRUCT, "format": "html"})
    assert "aw:recipient" in turtle.text
    assert "true" in client.get("/sparql", params={"query": "ASK {}", "format": "html"}).text
    assert client.get("/sparql", params={"query": SELECT, "format": "odd"}).status_code == 400


def test_a_browser_sees_what_is_wrong_beside_the_query(client: TestClient) -> None:
    query = f"SELECT * WHERE {{ {HOSTILE} </textarea>"
    page = client.get("/sparql", params={"query": query}, headers={"Accept": BROWSER})
    assert page.status_code == 400
    assert HOSTILE not in page.text
    assert "&lt;/textarea&gt;" in page.text
    assert "line 1" in page.text


def test_a_syntax_error_names_line_and_column(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT ?a\nWHERE { ?a ?b }"})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["where"].startswith("line 2, column ")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://localhost/> { ?a ?b ?c } }",
        "SELECT * { service silent <http://localhost/> { ?a ?b ?c } }",
        "SELECT * { \\u0053ERVICE <http://localhost/> { ?a ?b ?c } }",
    ],
)
def test_service_is_refused(client: TestClient, query: str) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert (answer.status_code, answer.json()["detail"].split(": ")[1]) == (403, "SERVICE is not allowed")


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"update=INSERT+DATA+{}", "application/x-www-form-urlencoded", 403),
        (b"INSERT DATA {}", "application/sparql-update", 403),
        (b"INSERT DATA { <a:a> <a:a> <a:a> }", "application/sparql-query", 400),
        (b"", "application/x-www-form-urlencoded", 400),
        (b"query=ASK{}&query=ASK{}", "application/x-www-form-urlencoded", 400),
        (b"{}", "application/json", 415),
        (b"ASK {}", "", 415),
        (b"\xff", "application/sparql-query", 400),
        (b"#" * 1_000_001, "application/sparql-query", 413),
    ],
)
def test_what_is_no_query(client: TestClient, content: bytes, kind: str, status: int) -> None:
    answer = client.post("/sparql", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert answer.json()["status"] == status


def test_a_result_that_is_too_large_is_refused_whole(client: TestClient) -> None:
    for query in ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }"):
        answer = client.get("/sparql", params={"query": query})
        assert answer.status_code == 413
        assert "200,000 bytes" in answer.json()["why"]
