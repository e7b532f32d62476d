"""Every format, read back by another parser, is the graph that was written, and its bytes are always the same."""

from __future__ import annotations

import json
import random
import re

import pyoxigraph as ox
import pytest
import rdflib
import rdflib.compare
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import DataError, UsageError
from kg.export.formats import FORMATS
from kg.export.jsonld import context
from kg.export.rdf import serialize
from kg.graph.quads import boolean, date, decimal, integer, node, text, time, year
from kg.pipeline.build import Assembly
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, OA, ORG, RDF, SKOS
from kg.terms.prefixes import DEFAULT_BASE as BASE
from tests.export.reading import by_pyld, by_pyoxigraph, by_rdflib, facts

THING = f"{BASE}id/agency/dbd"
ALL = sorted(FORMATS)

_texts = st.text(
    st.one_of(
        st.sampled_from(list("กำแพงนํ้าใจที่่ ๆฯ“”'\"\\\n\r\t<>&]]>@^`{}|#\u200b\ufeff")),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]),
    ),
    max_size=20,
)
_things = st.one_of(
    st.sampled_from(["agency/dbd", "place/TH-50", "source/000_f1#char=1,2", "source/000_f1#position=1,2"]).map(
        lambda ref: node(f"{BASE}id/{ref}")
    ),
    st.sampled_from([AW.supported, AW.kindDepartment, RDF.nil, "urn:a:b", "http://example.org/ก?x=1&y=(2)"]).map(node),
)
_literals = st.one_of(
    st.builds(text, _texts, st.sampled_from(["", "th", "en", "zh-hant"])),
    st.integers(-(10**18), 10**18).map(integer),
    st.decimals(allow_nan=False, allow_infinity=False, places=4).map(lambda number: decimal(str(number))),
    st.sampled_from([boolean(True), year(2020), date("2020-12"), date("2020-12-03"), time("10:00:00")]),
)
_predicates = st.one_of(
    st.sampled_from([AW.supportsValue, AW.abbreviation, AW.year, AW.verdict, AW.category, SKOS.prefLabel]),
    st.sampled_from([SKOS.memberList, RDF.first, OA.start, ORG.member, DCTERMS.spatial, "http://example.org/other"]),
).map(node)
_classes = st.sampled_from([AW.Agency, SKOS.Concept, "http://example.org/vocab/Other"]).map(node)
_graphs = st.sampled_from([node(f"{BASE}graph/registry"), node(f"{BASE}graph/source/000_f1"), ox.DefaultGraph()])
_quads = st.one_of(
    st.builds(ox.Quad, _things, _predicates, st.one_of(_things, _literals), _graphs),
    st.builds(ox.Quad, _things, st.just(node(RDF.type)), _classes, _graphs),
)
graphs = st.lists(_quads, max_size=12)


@pytest.mark.parametrize("name", ALL)
@given(quads=graphs)
def test_other_parsers_read_the_same_graph(name: str, quads: list[ox.Quad]) -> None:
    written = serialize(quads, name, BASE)
    wanted = facts(quads, graphs=FORMATS[name].quads)
    assert by_pyoxigraph(written, name) == wanted
    assert by_rdflib(written, name) == wanted


@settings(max_examples=40)
@given(quads=graphs)
def test_pyld_reads_the_same_graph(quads: list[ox.Quad]) -> None:
    assert by_pyld(serialize(quads, "json-ld", BASE)) == facts(quads)


@pytest.mark.parametrize("name", ALL)
@given(quads=graphs, seed=st.integers())
def test_bytes_do_not_hang_on_the_order(name: str, quads: list[ox.Quad], seed: int) -> None:
    shuffled = [*quads, *quads[:2]]
    random.Random(seed).shuffle(shuffled)
    assert serialize(shuffled, name, BASE) == serialize(quads, name, BASE)


@pytest.fixture(scope="module")
def real_quads(real_assembly: Assembly) -> list[ox.Quad]:
    """The real graph, with one in fifty of the local governments, whose rows are all alike."""
    quads = list(real_assembly.quads())
    alike = sorted({str(quad.subject) for quad in quads if "/id/agency/lao-" in str(quad.subject)})
    left_out = set(alike) - set(alike[::50])
    return [quad for quad in quads if str(quad.subject) not in left_out]


@pytest.mark.parametrize("name", ALL)
def test_the_real_graph_comes_back_from_every_format(name: str, real_quads: list[ox.Quad]) -> None:
    assert len(real_quads) > 10_000
    written = serialize(real_quads, name, BASE)
    assert by_rdflib(written, name) == facts(real_quads, graphs=FORMATS[name].quads)


def test_pyld_reads_what_the_real_sources_say(real_quads: list[ox.Quad]) -> None:
    said = [quad for quad in real_quads if "/graph/source/003" in str(quad.graph_name)]
    assert by_pyld(serialize(said, "json-ld", BASE)) == facts(said)


def test_no_format_has_blank_nodes_that_change(real_quads: list[ox.Quad]) -> None:
    assert not [quad for quad in real_quads if isinstance(quad.subject, ox.BlankNode | ox.Triple)]


def test_blank_nodes_of_a_construct_keep_their_shape() -> None:
    blank = ox.BlankNode("b1")
    quads = [
        ox.Quad(node(THING), node(ORG.member), blank),
        ox.Quad(blank, node(SKOS.prefLabel), text("ก", "th")),
        ox.Quad(blank, node(AW.owner), ox.BlankNode("b2")),
    ]
    wanted = rdflib.Graph().parse(data=serialize(quads, "n-triples", BASE), format="nt")
    for name in ALL:
        again = serialize(ox.parse(serialize(quads, name, BASE), format=FORMATS[name].syntax), "n-triples", BASE)
        assert rdflib.compare.isomorphic(rdflib.Graph().parse(data=again, format="nt"), wanted), name


def test_only_prefixes_that_are_used_are_bound() -> None:
    quads = [ox.Quad(node(THING), node(SKOS.prefLabel), text("ก", "th"), node(f"{BASE}graph/registry"))]
    turtle = serialize(quads, "turtle", BASE).decode()
    assert re.findall(r"@prefix (\w+):", turtle) == ["skos", "id"]
    assert "graph:registry" in serialize(quads, "trig", BASE).decode()


def test_another_base_has_its_own_prefixes() -> None:
    quads = [ox.Quad(node("https://data.example/id/agency/dbd"), node(RDF.type), node(AW.Agency))]
    assert b"@prefix id: <https://data.example/id/>" in serialize(quads, "turtle", "https://data.example/")


def test_json_ld_is_compacted_with_our_context_and_stands_alone() -> None:
    graph = node(f"{BASE}graph/registry")
    quads = [
        ox.Quad(node(THING), node(RDF.type), node(AW.Agency), graph),
        ox.Quad(node(THING), node(SKOS.prefLabel), text("กรมพัฒนาธุรกิจการค้า", "th"), graph),
        ox.Quad(node(THING), node(AW.yearCE), integer(2020), graph),
        ox.Quad(node(THING), node(AW.held), boolean(True), graph),
    ]
    document = json.loads(serialize(quads, "json-ld", BASE))
    assert document["@context"] == context()["@context"]
    [named] = document["@graph"]
    assert named["id"] == f"{BASE}graph/registry"
    [thing] = named["@graph"]
    label = {"th": "กรมพัฒนาธุรกิจการค้า"}
    assert thing == {"id": THING, "type": "Agency", "prefLabel": label, "yearCE": 2020, "held": True}


@pytest.mark.parametrize("name", ALL)
def test_nothing_at_all_is_a_document_too(name: str) -> None:
    assert by_rdflib(serialize([], name, BASE), name) == set()


def test_unknown_format_names_those_that_there_are() -> None:
    with pytest.raises(UsageError, match=r"no RDF format 'owl'; choose one of turtle, json-ld"):
        serialize([], "owl", BASE)


def test_rdf_xml_refuses_what_no_reader_could_read() -> None:
    odd = ox.Quad(node(THING), node("http://example.org/1"), text("x"))
    odd_class = ox.Quad(node(THING), node(RDF.type), node("http://example.org/1"))
    for quad in (odd, odd_class):
        with pytest.raises(DataError, match="cannot write this name"):
            serialize([quad], "rdf-xml", BASE)
    control = ox.Quad(node(THING), node(SKOS.prefLabel), text("a\x01", "th"))
    with pytest.raises(DataError, match=r"U\+0001"):
        serialize([control], "rdf-xml", BASE)
    assert by_rdflib(serialize([control], "turtle", BASE), "turtle") == facts([control])
