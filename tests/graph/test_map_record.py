import json
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL, RDF, Graph, URIRef

from kg.graph.map_record import map_record, property_iri
from kg.ingest.records import parse_record
from kg.model.registry import Registry
from kg.model.vocabulary import CLASSES, PROPERTIES
from kg.terms import foreign
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE, PREFIXES
from tests.factory import REPO, record, registry, thing, value
from tests.graph.golden import golden, turtle
from tests.strategies import documents, years

IRIS = Iris()
REGISTRY = registry(editions=[{"id": "e-2020", "scheme_id": "e", "year": "2020", "held": "yes"}])
AGENCY = thing(
    "agency/dbd", "Agency", name=value("กรม", (0, 3), (20, 23), language="th", verbatim="กรมฯ", confidence=0.5)
)
AWARD = thing(
    "conferment/a",
    "Conferment",
    spans=((5, 9),),
    recipient=value("agency/dbd", (0, 3)),
    edition=value("edition/e-2020", (10, 14)),
)
EVIDENCE = "a aw:Evidence"


def mapped(*things: Any, of: Registry = REGISTRY, iris: Iris = IRIS) -> set[ox.Quad]:
    return set(map_record(record(*things), of, iris))


def said(*things: Any, of: Registry = REGISTRY) -> set[ox.Quad]:
    """What is said of things, without the document and the evidence."""
    about = ("/id/source/", "/id/evidence/")
    return {quad for quad in mapped(*things, of=of) if not any(part in quad.subject.value for part in about)}  # type: ignore


def test_a_tiny_record_as_a_whole() -> None:
    assert mapped(AGENCY, AWARD) == golden("record", "source/doc_1")


def test_the_order_of_things_makes_no_difference() -> None:
    assert mapped(AWARD, AGENCY) == mapped(AGENCY, AWARD)


def test_all_that_is_known_of_the_document() -> None:
    full = json.dumps(
        {
            "id": "doc_1",
            "source": {
                "title": "ข่าว", "language": "th", "mediaType": "text/html", "sha256": "0" * 64, "characters": 9,
                "issued": "2022-09", "publisher": "agency/dga", "publisherRole": "publisherAwarder",
                "url": "https://example.org/a", "license": "https://example.org/l", "extractor": "reader 1.0",
            },
            "review": {"status": "reviewed", "on": "2026-11-22"},
            "things": [],
        }
    )  # fmt: skip
    written = set(map_record(parse_record(full, "a.json"), REGISTRY, IRIS))
    assert written >= turtle(
        f"""<source/doc_1> a aw:Source ; dct:identifier "doc_1" ; dct:title "ข่าว"@th ; schema:inLanguage "th" ;
        dct:format "text/html" ; aw:sha256 "{"0" * 64}" ; aw:characters 9 ; aw:reviewStatus aw:reviewed ;
        dct:issued "2022-09"^^xsd:gYearMonth ; dct:publisher <agency/dga> ; aw:publisherRole aw:publisherAwarder ;
        schema:url <https://example.org/a> ; dct:license <https://example.org/l> ; aw:extractor "reader 1.0" .""",
        "source/doc_1",
    )


@given(documents())
def test_every_record_that_is_read_is_mapped(document: dict[str, Any]) -> None:
    read = parse_record(json.dumps(document), "a.json")
    written = set(map_record(read, REGISTRY, IRIS))
    home = ox.NamedNode(IRIS.source_graph(read.source.id))
    assert {quad.graph_name for quad in written} == {home}
    spans = {span for each in read.things for span in each.spans} | {
        span for each in read.things for values in each.says.values() for value in values for span in value.spans
    }
    targets = {quad.object.value for quad in written if quad.predicate.value == str(foreign.OA.hasTarget)}  # type: ignore
    assert targets == {IRIS.span(read.source.id, *span) for span in spans}
    for each in read.things:
        for name in each.says:
            pattern = (ox.NamedNode(IRIS.thing(each.ref)), ox.NamedNode(property_iri(name)))
            assert pattern in {(quad.subject, quad.predicate) for quad in written}


@given(years)
def test_an_edition_has_its_year_in_both_eras(year: int) -> None:
    edition = thing("edition/x", "AwardEdition", scheme="scheme/e", year=year)
    assert said(edition) == turtle(
        f"""<edition/x> a aw:AwardEdition ; aw:scheme <scheme/e> ; aw:year "{year}"^^xsd:gYear ; aw:yearCE {year} ;
        aw:yearBE {year + 543} .""",
        "source/doc_1",
    )


def test_an_outcome_has_the_scheme_of_its_edition() -> None:
    of_registry = thing("candidacy/a", "Candidacy", edition="edition/e-2020", status="statusNominated")
    assert said(of_registry) == turtle(
        "<candidacy/a> a aw:Candidacy ; aw:edition <edition/e-2020> ; aw:status aw:statusNominated ;"
        " aw:scheme <scheme/e> .",
        "source/doc_1",
    )
    described = thing("edition/y", "AwardEdition", scheme="scheme/other", year=2020)
    of_record = thing("conferment/b", "Conferment", edition="edition/y")
    assert said(of_record, described) - said(described) == turtle(
        "<conferment/b> a aw:Conferment ; aw:edition <edition/y> ; aw:scheme <scheme/other> .", "source/doc_1"
    )
    assert said(thing("conferment/c", "Conferment", edition="edition/unknown")) == turtle(
        "<conferment/c> a aw:Conferment ; aw:edition <edition/unknown> .", "source/doc_1"
    )


def test_a_post_attested_on_a_day_was_held_during_an_interval() -> None:
    held = thing(
        "membership/m",
        "Membership",
        member="person/a",
        organization="agency/dbd",
        role="role/director",
        capacity="capacityActing",
        attestedOn=["2020-12-04", "2020-12-03", "2021"],
    )
    assert said(held) == turtle(
        """<membership/m> a org:Membership ; org:member <person/a> ; org:organization <agency/dbd> ;
        org:role <role/director> ; aw:capacity aw:capacityActing ; org:memberDuring <membership/m#during> ;
        aw:attestedOn "2020-12-03"^^xsd:date , "2020-12-04"^^xsd:date , "2021"^^xsd:gYear .
        <membership/m#during> a time:ProperInterval ;
        time:inside <membership/m#attested-2020-12-03> , <membership/m#attested-2020-12-04> .
        <membership/m#attested-2020-12-03> a time:Instant ; time:inXSDDate "2020-12-03"^^xsd:date .
        <membership/m#attested-2020-12-04> a time:Instant ; time:inXSDDate "2020-12-04"^^xsd:date .""",
        "source/doc_1",
    )


def test_without_a_day_there_is_no_interval() -> None:
    assert said(thing("membership/m", "Membership", attestedOn="2021-05")) == turtle(
        '<membership/m> a org:Membership ; aw:attestedOn "2021-05"^^xsd:gYearMonth .', "source/doc_1"
    )


def test_values_of_every_kind() -> None:
    event = thing(
        "event/a",
        "Ceremony",
        name=value("Gala", language="en"),
        startDate="2020-12-03",
        startTime="09:30:00",
        location="place/hall",
    )
    work = thing("work/a", "Work", name="ระบบ", owner=["agency/a", "agency/b"], place="place/TH-50")
    person = thing("person/a", "Person", honorific="ดร.")
    assert said(event, work, person) == turtle(
        """<event/a> a aw:Ceremony ; aw:nameAsWritten "Gala"@en ; schema:startDate "2020-12-03"^^xsd:date ;
        schema:startTime "09:30:00"^^xsd:time ; schema:location <place/hall> .
        <work/a> a aw:Work ; aw:nameAsWritten "ระบบ"@th ; aw:owner <agency/a> , <agency/b> ; dct:spatial <place/TH-50> .
        <person/a> a aw:Person ; aw:honorific "ดร." .""",
        "source/doc_1",
    )


def evidence(base: str, *things: Any) -> set[str]:
    written = mapped(*things, iris=Iris(base))
    head = f"{base}id/evidence/"
    return {quad.subject.value.removeprefix(head) for quad in written if quad.subject.value.startswith(head)}  # type: ignore


def test_evidence_is_named_alike_in_every_run_and_under_every_base() -> None:
    named = {
        f"doc_1-{end}" for end in ("0-3-c6outaxt", "20-23-c6outaxt", "5-9-wu2ziidy", "0-3-dvjxsrf3", "10-14-zrdeyy2l")
    }
    for base in (DEFAULT_BASE, "http://localhost:8000/"):
        assert evidence(base, AGENCY, AWARD) == evidence(base, AWARD, AGENCY) == named


@given(st.lists(st.sampled_from(["กรม", "Department", "กรมฯ"]), min_size=1, max_size=3, unique=True))
def test_each_value_at_each_place_has_evidence_of_its_own(names: list[str]) -> None:
    one = thing("agency/dbd", "Agency", name=[value(name, (0, 3), (5, 8), language="th") for name in names])
    assert len(evidence(DEFAULT_BASE, one)) == 2 * len(names)


@pytest.mark.parametrize("name", sorted(PROPERTIES))
def test_every_property_is_a_term_that_exists(name: str) -> None:
    iri = URIRef(property_iri(name))
    ours = Graph().parse(REPO / "ontology" / "award.ttl")
    if iri.startswith(PREFIXES["aw"]):
        assert set(ours.objects(iri, RDF.type)) & {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    else:
        assert any(iri in namespace for namespace in (foreign.ORG, foreign.DCTERMS, foreign.SCHEMA))


def test_every_class_is_a_term_that_exists() -> None:
    ours = Graph().parse(REPO / "ontology" / "award.ttl")
    for cls in CLASSES:
        written = {
            str(quad.object.value)  # type: ignore[union-attr]
            for quad in said(thing(f"{sorted(CLASSES[cls].kinds)[0]}/x", cls))
            if quad.predicate.value == str(RDF.type)
        }
        if cls != "Source":
            assert len(written) == 1, cls
        for iri in map(URIRef, written):
            assert iri in foreign.ORG if iri.startswith(PREFIXES["org"]) else (iri, RDF.type, OWL.Class) in ours
