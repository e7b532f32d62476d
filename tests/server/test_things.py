"""From IRIs to documents: retired ids, names in place of ids, links, validators, a prefix before it all."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, Quad
from rdflib.compare import isomorphic

from kg.server.serving import create_app
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, RDF
from kg.terms.iris import Iris
from tests.server.testing import TestClient
from tests.small import AWARD, SOURCE, small_settings, small_store

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
IRIS = Iris()
LICENCE = '<http://creativecommons.org/licenses/by/4.0/>; rel="license"'


def tombstone(old: str, reason: str, new: str = "") -> list[Quad]:
    """What a build says of an id that is used no longer."""
    iri, graph = NamedNode(IRIS.thing(old)), NamedNode(IRIS.graph("derived"))
    said = [
        Quad(iri, NamedNode(str(RDF.type)), NamedNode(str(AW.Tombstone)), graph),
        Quad(iri, NamedNode(str(AW.retiredBecause)), Literal(reason), graph),
    ]
    if new:
        said.append(Quad(iri, NamedNode(str(DCTERMS.isReplacedBy)), NamedNode(IRIS.thing(new)), graph))
    return said


ACCENTED = Quad(
    NamedNode(IRIS.thing("agency/second")),
    NamedNode(str(AW.otherName)),
    Literal("Ministère de l'Été", language="en"),
    NamedNode(IRIS.graph("registry")),
)
STORE = small_store(
    [*tombstone("agency/old", "merged", "agency/dtest"), *tombstone("work/away", "nobody said so"), ACCENTED]
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(STORE, small_settings()), follow_redirects=False) as opened:
        yield opened


def test_a_merged_thing_answers_308_in_every_form(client: TestClient) -> None:
    for path, target in (
        ("/id/agency/old", "/id/agency/dtest"),
        ("/page/agency/old?lang=en", "/page/agency/dtest?lang=en"),
        ("/data/agency/old.ttl", "/data/agency/dtest.ttl"),
        ("/data/agency/old.json", "/data/agency/dtest.json"),
    ):
        answer = client.get(path, headers={"Accept": "text/turtle"})
        assert (answer.status_code, answer.headers["location"]) == (308, target)


def test_a_thing_that_was_taken_back_answers_410_with_the_reason(client: TestClient) -> None:
    for path in ("/id/work/away", "/page/work/away", "/data/work/away.ttl"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["why"]) == (410, "nobody said so")
        page = client.get(path, headers={"Accept": BROWSER})
        assert page.status_code == 410
        assert "nobody said so" in page.text


NAME = "กรมทดสอบ"


@pytest.mark.parametrize("written", [NAME, quote(NAME), unicodedata.normalize("NFD", NAME), f"{NAME}\u200b"])
def test_a_name_leads_to_the_thing_that_bears_it(client: TestClient, written: str) -> None:
    answer = client.get(f"/id/agency/{written}", headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, "/id/agency/dtest")
    assert client.get(f"/data/agency/{written}.ttl").headers["location"] == "/data/agency/dtest.ttl"


def test_forms_of_unicode_make_no_difference(client: TestClient) -> None:
    for form in ("NFC", "NFD"):
        written = quote(unicodedata.normalize(form, "Ministère de l'Été"))
        assert client.get(f"/page/agency/{written}").headers["location"] == "/page/agency/second"
    assert client.get(f"/id/unit/{quote('กองทดลอง')}").headers["location"] == "/id/unit/lab"
    for missing in (f"/id/person/{quote(NAME)}", f"/id/nokind/{quote(NAME)}", "/id/agency/%FF%FE", "/id/agency/กรม"):
        assert client.get(missing).status_code == 404


def test_documents_link_to_their_other_forms_their_description_and_their_licence(client: TestClient) -> None:
    page = client.get("/page/agency/dtest").headers["link"]
    turtle = client.get("/data/agency/dtest.ttl").headers["link"]
    thing = client.get("/id/agency/dtest").headers["link"]
    assert '</data/agency/dtest.jsonld>; rel="alternate"; type="application/ld+json"' in page
    assert '</data/agency/dtest.ttl>; rel="describedby"; type="text/turtle"' in page
    assert '</page/agency/dtest>; rel="alternate"; type="text/html"' in turtle
    assert '</data/agency/dtest.ttl>; rel="alternate"' not in turtle
    assert '</.well-known/void>; rel="describedby"' in turtle
    assert all(LICENCE in link for link in (page, turtle, thing))


def test_what_is_known_already_is_304(client: TestClient) -> None:
    for path in ("/data/agency/dtest.ttl", "/page/agency/dtest", "/", "/dataset", "/search?q=x", "/graph/derived"):
        first = client.get(path)
        tag = first.headers["etag"]
        assert first.status_code == 200
        for held in (tag, f'"other", W/{tag}', "*"):
            again = client.get(path, headers={"If-None-Match": held})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
            assert again.headers["access-control-allow-origin"] == "*"
        assert client.head(path).headers["etag"] == tag
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get("/data/agency/none.ttl", headers={"If-None-Match": "*"}).status_code == 404


def test_tags_differ_where_answers_may(client: TestClient) -> None:
    other = TestClient(create_app(small_store(), small_settings()))
    tags = [
        client.get("/data/agency/dtest.ttl").headers["etag"],
        client.get("/data/agency/dtest.nt").headers["etag"],
        other.get("/data/agency/dtest.ttl").headers["etag"],
        client.get("/page/agency/dtest", headers={"Accept-Language": "en"}).headers["etag"],
        client.get("/page/agency/dtest", headers={"Accept-Language": "th"}).headers["etag"],
    ]
    assert len(set(tags)) == len(tags)
    assert "etag" not in client.get("/sparql?query=ASK{}").headers
    assert "etag" not in client.get("/nowhere").headers


def test_plain_json(client: TestClient) -> None:
    said = client.get("/data/agency/dtest.json").json()
    assert said["labels"] == {"th": NAME, "en": "Department of Tests"}
    assert (said["id"], said["type"]) == ("agency/dtest", ["Agency"])
    assert said["values"]["nameAsWritten"] == [{"text": NAME, "language": "th"}]
    assert [each["id"] for each in said["links"]["recipient"]] == ["claim/s1_test-a", AWARD]
    assert {"source": f"source/{SOURCE}", "confidence": 1.0}.items() <= said["evidence"][0].items()
    award = client.get(f"/data/{AWARD}.json").json()
    assert [each["id"] for each in award["values"]["edition"]] == ["edition/test-2020"]


def test_pyld_and_rdflib_read_our_jsonld_as_one_graph(client: TestClient) -> None:
    text = client.get(f"/data/{AWARD}.jsonld").text
    normal = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})
    # A plain graph takes the default graph of a document alone: nothing may stand in a named one.
    by_pyld = rdflib.Graph().parse(data=normal, format="nt")
    by_rdflib = rdflib.Graph().parse(data=text, format="json-ld")
    turtle = rdflib.Graph().parse(data=client.get(f"/data/{AWARD}.ttl").text, format="turtle")
    assert len(turtle) > 20
    assert isomorphic(by_pyld, turtle)
    assert isomorphic(by_rdflib, turtle)


@pytest.mark.parametrize("stripped", [True, False])
def test_behind_a_proxy_that_shows_it_under_a_prefix(stripped: bool) -> None:
    settings = replace(small_settings(), prefix="/kg", origin="https://data.example")
    client = TestClient(create_app(STORE, settings), follow_redirects=False)
    head = "" if stripped else "/kg"
    assert client.get(f"{head}/id/agency/dtest").headers["location"] == "/kg/data/agency/dtest.ttl"
    assert client.get(f"{head}/id/agency/old").headers["location"] == "/kg/id/agency/dtest"
    page = client.get(f"{head}/page/agency/dtest", headers={"Accept": BROWSER})
    assert 'href="/page' not in page.text
    assert 'href="/static' not in page.text
    assert "</kg/data/agency/dtest.ttl>" in page.headers["link"]
    assert "https://data.example/kg/sparql" in client.get(f"{head}/sparql").text
    assert "https://data.example/kg/page/agency/dtest" in client.get(f"{head}/sitemap-1.xml").text
    assert "https://data.example/kg/dumps/award-kg.ttl" in client.get(f"{head}/dataset").text
    assert client.get(f"{head}/reconcile").json()["view"]["url"] == "https://data.example/kg/page/{{id}}"
    assert client.get(f"{head}/openapi.json").json()["servers"] == [{"url": "/kg"}]
    assert client.get(f"{head}/healthz").status_code == 200
    assert client.get(f"{head}/" if stripped else "/kg").status_code == 200
