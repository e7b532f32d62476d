"""The dataset as a whole: DCAT-AP, VoID, dumps, what crawlers read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pyshacl
import pytest
import rdflib
from rdflib.namespace import DCAT, RDF, VOID

from kg.export.figures import figures
from kg.graph.query import select
from kg.graph.store import nquads
from kg.server.serving import create_app
from kg.terms.iris import Iris
from tests.server.testing import TestClient
from tests.small import small_settings, small_store
from tests.suites.where import SUITES, needs

STORE = small_store()
BASE = Iris().base
DATASET = rdflib.URIRef(f"{BASE}dataset")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(STORE, small_settings()), follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def described(client: TestClient) -> rdflib.Graph:
    return rdflib.Graph().parse(data=client.get("/dataset").text, format="turtle")


def count(query: str) -> int:
    (row,) = select(STORE, query)
    return int(row["n"].value)  # type: ignore[union-attr]


def test_the_description_in_every_form_and_at_the_address_of_void(client: TestClient, described: rdflib.Graph) -> None:
    for accept, reader in (
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
    ):
        for path in ("/dataset", "/.well-known/void"):
            answer = client.get(path, headers={"Accept": accept})
            assert answer.headers["content-type"] == accept
            read = rdflib.Dataset(default_union=True)
            read.parse(data=answer.text, format=reader)
            assert len(set(read.triples((None, None, None)))) == len(described)
    assert client.get("/.well-known/void").headers["content-type"].startswith("text/turtle")
    page = client.get("/dataset", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert (page.status_code, page.headers["content-language"]) == (200, "en")
    assert '<a href="/dumps/award-kg.ttl" download>award-kg.ttl</a>' in page.text
    assert 'rel="license' in page.text
    assert client.get("/dataset", headers={"Accept": "image/png"}).status_code == 406


def test_the_counts_of_void_are_those_of_queries(described: rdflib.Graph) -> None:
    def said(term: rdflib.URIRef) -> int:
        return int(described.value(DATASET, term))  # type: ignore[arg-type]

    assert said(VOID.triples) == count("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    assert said(VOID.distinctSubjects) == count("SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }")
    assert said(VOID.distinctObjects) == count("SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s ?p ?o }")
    assert said(VOID.properties) == count("SELECT (COUNT(DISTINCT ?p) AS ?n) WHERE { ?s ?p ?o }")
    assert said(VOID.classes) == count("SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?s a ?c }")
    parts = list(described.objects(DATASET, VOID.classPartition))
    assert len(parts) == said(VOID.classes)
    for part in parts:
        cls, things = described.value(part, VOID["class"]), described.value(part, VOID.entities)
        assert int(things) == count(f"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s a <{cls}> }}")  # type: ignore[arg-type]
    assert sum(
        int(described.value(part, VOID.triples)) for part in described.objects(DATASET, VOID.propertyPartition)
    ) == said(  # type: ignore[arg-type, misc]
        VOID.triples
    )


def test_an_empty_store_has_figures_of_nothing() -> None:
    from kg.graph.store import Store

    empty = figures(Store.in_memory([]), BASE)
    assert (empty.triples, empty.classes, empty.by_class, empty.years) == (0, 0, (), ())
    assert figures(STORE, BASE).years == (2019, 2020)


@needs("dcat-ap")
def test_the_description_fits_the_shapes_of_dcat_ap(described: rdflib.Graph) -> None:
    shapes = rdflib.Graph().parse(SUITES / "dcat-ap" / "shapes.ttl")
    conforms, _, text = pyshacl.validate(described, shacl_graph=shapes, advanced=True)
    assert conforms, text


@needs("dcat-ap")
def test_what_dcat_ap_recommends_is_there_but_for_dates_and_maps(described: rdflib.Graph) -> None:
    shapes = rdflib.Graph().parse(SUITES / "dcat-ap" / "shapes_recommended.ttl")
    _, report, _ = pyshacl.validate(described, shacl_graph=shapes, advanced=True)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    paths = {str(path).rpartition("/")[2] for path in report.objects(None, shacl.resultPath)}
    # No graph holds the time of a build; a country needs no map of ours, and a publisher of no known type has none.
    assert paths <= {"issued", "modified", "type", "dcat#bbox", "dcat#centroid"}


def test_every_dump_that_is_named_is_there(client: TestClient, described: rdflib.Graph) -> None:
    urls = sorted(str(each) for each in described.objects(None, DCAT.downloadURL))
    assert len(urls) == 12
    assert {str(each) for each in described.objects(DATASET, VOID.dataDump)} <= set(urls)
    for url in urls:
        answer = client.get(url)
        assert answer.status_code == 200
        assert len(answer.content) > 10
        assert client.get(url, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
        assert 'rel="license"' in answer.headers["link"]
    assert b"".join(sorted(client.get("/dumps/award-kg.nq").content.splitlines(keepends=True))) == nquads(STORE.quads())
    # What two graphs say counts twice in a query over their union, as it does in the quads.
    assert len(nquads(STORE.quads()).splitlines()) == int(described.value(DATASET, VOID.triples))  # type: ignore[arg-type]
    for path in ("/dumps/none.ttl", "/dumps/../graph.nq", "/dumps/csv/none.csv", "/dumps/"):
        assert client.get(path).status_code == 404


def test_the_site_map_names_pages_that_are_there(client: TestClient) -> None:
    index = ET.fromstring(client.get("/sitemap.xml").text)
    assert [each.text for each in index.iter(f"{SITEMAP}loc")] == ["http://testserver/sitemap-1.xml"]
    pages = [each.text or "" for each in ET.fromstring(client.get("/sitemap-1.xml").text).iter(f"{SITEMAP}loc")]
    assert "http://testserver/page/agency/dtest" in pages
    assert len(pages) == len(set(pages)) > 10
    assert {client.get(page).status_code for page in pages} == {200}
    for missing in ("/sitemap-0.xml", "/sitemap-2.xml", "/sitemap-x.xml"):
        assert client.get(missing).status_code == 404


def test_robots_are_kept_from_endless_answers(client: TestClient) -> None:
    said = client.get("/robots.txt").text
    assert "Disallow: /sparql\n" in said
    assert said.endswith("Sitemap: http://testserver/sitemap.xml\n")


def test_a_host_that_is_none_is_refused(client: TestClient) -> None:
    assert client.get("/dataset", headers={"Host": "a>.<b"}).status_code == 400


def test_the_catalogue_names_the_endpoint(described: rdflib.Graph) -> None:
    (service,) = described.subjects(RDF.type, DCAT.DataService)
    assert str(described.value(service, DCAT.endpointURL)) == "http://testserver/sparql"
    assert described.value(service, DCAT.servesDataset) == DATASET
