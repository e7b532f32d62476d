"""The routes of the server: linked data, negotiation, errors, headers; over a small store in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from kg.errors import DataError, InvalidGraph, KgError, NotFound, QueryRefused, SyntaxFault, UsageError
from kg.server import refusals
from kg.server.errors import STATUS, status_of
from kg.server.serving import create_app
from tests.server.testing import TestClient
from tests.small import AWARD, HOSTILE, SOURCE, corpus_folder, small_settings, small_store

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
STORE = small_store()
IRI = "https://w3id.org/award-kg/id/agency/dtest"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    corpus = corpus_folder(tmp_path_factory.mktemp("corpus"))
    app = create_app(STORE, small_settings(corpus))
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as opened:
        yield opened


def test_health(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": STORE.version, "quads": len(STORE)}


@pytest.mark.parametrize(
    ("accept", "target"),
    [
        (BROWSER, "/page/agency/dtest"),
        ("*/*", "/data/agency/dtest.ttl"),
        ("text/turtle", "/data/agency/dtest.ttl"),
        ("application/ld+json", "/data/agency/dtest.jsonld"),
        ("application/n-triples", "/data/agency/dtest.nt"),
        ("application/rdf+xml, text/turtle;q=0.5", "/data/agency/dtest.rdf"),
        ("text/turtle;q=0.2, text/html;q=0.1", "/data/agency/dtest.ttl"),
    ],
)
def test_a_thing_leads_to_a_document_by_accept(client: TestClient, accept: str, target: str) -> None:
    answer = client.get("/id/agency/dtest", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"], answer.headers["vary"]) == (303, target, "Accept")


def test_what_is_accepted_by_no_one_is_406(client: TestClient) -> None:
    answer = client.get("/id/agency/dtest", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("extension", "media_type", "reader"),
    [
        ("ttl", "text/turtle; charset=utf-8", "turtle"),
        ("nt", "application/n-triples", "nt"),
        ("rdf", "application/rdf+xml", "xml"),
        ("jsonld", "application/ld+json", "json-ld"),
    ],
)
def test_the_data_about_a_thing_read_by_rdflib(
    client: TestClient, extension: str, media_type: str, reader: str
) -> None:
    answer = client.get(f"/data/agency/dtest.{extension}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    read = rdflib.Dataset(default_union=True)
    read.parse(data=answer.text, format=reader)
    names = set(read.objects(rdflib.URIRef(IRI), rdflib.SKOS.prefLabel))
    assert names == {rdflib.Literal("กรมทดสอบ", "th"), rdflib.Literal("Department of Tests", "en")}
    award = rdflib.URIRef(f"https://w3id.org/award-kg/id/{AWARD}")
    assert (award, None, rdflib.URIRef(IRI)) in read


def test_all_formats_hold_the_same(client: TestClient) -> None:
    graphs = []
    for extension, reader in (("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")):
        graphs.append(set(rdflib.Graph().parse(data=client.get(f"/data/{AWARD}.{extension}").text, format=reader)))
    assert graphs[0] == graphs[1] == graphs[2]


@pytest.mark.parametrize(
    "path",
    [
        "/id/agency/none", "/page/agency/none", "/data/agency/none.ttl", "/data/agency/dtest.xyz", "/data/agency/dtest",
        "/id/nokind/x", "/page/agency/..%2f..", "/graph/none", "/graph/source/none", "/nowhere", "/static/other.css",
        "/static/..%2f..%2fapp.py", "/graph/a%20b", f"/page/agency/{HOSTILE}",
    ],
)  # fmt: skip
def test_what_is_not_there_is_404_in_json_and_in_html(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404
    page = client.get(path, headers={"Accept": BROWSER, "Accept-Language": "en"})
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert HOSTILE not in page.text


def test_pages_in_both_languages(client: TestClient) -> None:
    for path in ("/", "/page/agency/dtest", "/ontology", "/sparql"):
        for language in ("th", "en"):
            answer = client.get(path, headers={"Accept": BROWSER, "Accept-Language": language})
            assert (answer.status_code, answer.headers["content-language"]) == (200, language)
            assert f'<html lang="{language}">' in answer.text
    kept = client.get("/page/agency/dtest?lang=en", headers={"Accept-Language": "th"})
    assert "/page/edition/test-2020?lang=en" in kept.text


def test_a_page_names_its_data(client: TestClient) -> None:
    link = client.get("/page/agency/dtest").headers["link"]
    assert '</data/agency/dtest.ttl>; rel="alternate"; type="text/turtle"' in link


def test_the_words_open_at_the_span(client: TestClient) -> None:
    assert '<mark class="here">' in client.get(f"/page/source/{SOURCE}?at=11,14").text
    assert client.get(f"/page/source/{SOURCE}?at=x,;").status_code == 200


def test_named_graphs(client: TestClient) -> None:
    for name in ("registry", "derived", "ontology", f"source/{SOURCE}"):
        answer = client.get(f"/graph/{name}", headers={"Accept": "application/n-quads"})
        assert answer.status_code == 200
        assert f"graph/{name}>" in answer.text
    assert client.get("/graph/derived").headers["content-type"].startswith("text/turtle")
    assert client.get("/graph/derived", headers={"Accept": "image/png"}).status_code == 406


def test_the_ontology_by_accept(client: TestClient) -> None:
    turtle = client.get("/ontology", headers={"Accept": "text/turtle"})
    award = rdflib.URIRef("https://w3id.org/award-kg/ontology#Conferment")
    assert (award, rdflib.RDF.type, rdflib.OWL.Class) in rdflib.Graph().parse(data=turtle.text, format="turtle")
    assert 'id="Conferment"' in client.get("/ontology", headers={"Accept": BROWSER}).text
    assert client.get("/ontology", headers={"Accept": "application/ld+json"}).json()
    assert "@context" in client.get("/ontology/context.jsonld").json()


def test_every_answer_has_the_headers(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/data/agency/dtest.ttl", "/sparql?query=bad", "/static/style.css"):
        for method in ("GET", "HEAD", "OPTIONS", "DELETE"):
            headers = client.request(method, path).headers
            assert headers["access-control-allow-origin"] == "*"
            assert headers["content-security-policy"].startswith("default-src 'none'")
            assert headers["x-content-type-options"] == "nosniff"
            assert "referrer-policy" in headers
            assert "set-cookie" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"])
def test_other_methods_are_refused_with_those_allowed(client: TestClient, method: str) -> None:
    answer = client.request(method, "/page/agency/dtest")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    if method != "POST":
        assert client.request(method, "/sparql").headers["allow"] == "GET, HEAD, OPTIONS, POST"


def test_head_has_the_headers_without_the_body(client: TestClient) -> None:
    for path in ("/", "/page/agency/dtest", "/data/agency/dtest.ttl", "/healthz", "/nowhere"):
        head, full = client.head(path), client.get(path)
        assert head.status_code == full.status_code
        assert head.content == b""
        assert head.headers["content-length"] == str(len(full.content))


def test_options_tell_what_is_allowed(client: TestClient) -> None:
    answer = client.options("/sparql")
    assert (answer.status_code, answer.headers["access-control-allow-methods"]) == (204, "GET, HEAD, OPTIONS, POST")


@pytest.mark.parametrize("accept", ["", ",", ";q=", "text/html;q=2", "a" * 100_000, "\x80\xff", "*/*;q=0.000001"])
def test_an_odd_accept_is_no_error(client: TestClient, accept: str) -> None:
    answer = client.get("/id/agency/dtest", headers={"Accept": accept.encode("latin-1")})
    assert answer.status_code in (303, 406)


def test_under_a_mount_point_links_have_it(tmp_path: Path) -> None:
    with TestClient(create_app(STORE, small_settings()), root_path="/kg", follow_redirects=False) as client:
        assert client.get("/kg/id/agency/dtest").headers["location"] == "/kg/data/agency/dtest.ttl"
        page = client.get("/kg/page/agency/dtest", headers={"Accept": BROWSER}).text
        assert 'href="/page' not in page
        assert 'href="/kg/page/edition/test-2020"' in page


def test_what_breaks_inside_says_nothing_of_the_inside(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret: /srv/data")

    monkeypatch.setattr("kg.server.things.description", broken)
    for accept in ("text/html", "application/json"):
        answer = client.get("/data/role/dg.ttl", headers={"Accept": accept})  # no other test writes it before
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert answer.headers["access-control-allow-origin"] == "*"
    assert "secret" in caplog.text


def test_every_error_has_its_status() -> None:
    expected = {
        NotFound: 404, SyntaxFault: 400, QueryRefused: 403, UsageError: 400, DataError: 500, InvalidGraph: 500,
        KgError: 500, refusals.TooLong: 503, refusals.TooLarge: 413, refusals.NotAcceptable: 406,
        refusals.UnsupportedType: 415, refusals.Gone: 410, refusals.NotReady: 503,
    }  # fmt: skip
    assert expected == STATUS
    assert {cls: status_of(cls("x")) for cls in expected} == expected


def test_a_problem_says_what_where_why_and_what_to_do(client: TestClient) -> None:
    said = json.loads(client.get("/data/agency/dtest.xyz").text)
    assert said["title"] == "Not Found"
    assert "xyz" in said["detail"]
    assert said["fix"].startswith("choose one of ttl")
