"""Results of queries in every form that fits them, and a clear word where none does."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.export.results import RESULT_FORMATS, width, write_results
from kg.graph.quads import integer, node, text
from kg.graph.query import run
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import SKOS
from kg.terms.prefixes import DEFAULT_BASE as BASE
from tests.export.reading import by_rdflib

GRAPH = node(f"{BASE}graph/registry")
STORE = Store.in_memory(
    [
        ox.Quad(node(f"{BASE}id/agency/dbd"), node(SKOS.prefLabel), text("กรมพัฒนาธุรกิจการค้า", "th"), GRAPH),
        ox.Quad(node(f"{BASE}id/agency/mea"), node(SKOS.prefLabel), text('การไฟฟ้า "นครหลวง",\nกรุงเทพ', "th"), GRAPH),
        ox.Quad(node(f"{BASE}id/agency/mea"), node(AW.rank), integer(1), GRAPH),
    ]
)
ROWS = "SELECT ?body ?name ?rank WHERE { ?body skos:prefLabel ?name OPTIONAL { ?body aw:rank ?rank } } ORDER BY ?body"
TRUTH = "ASK { ?body aw:rank 1 }"
PART = "CONSTRUCT { ?body skos:prefLabel ?name } WHERE { ?body skos:prefLabel ?name }"


def write(query: str, name: str | None) -> str:
    return write_results(run(STORE, query), name, BASE).decode("utf-8")


def test_table_is_aligned_for_eyes_that_read_thai() -> None:
    lines = write(ROWS, None).splitlines()
    assert lines[0].split() == ["body", "name", "rank"]
    assert lines[2].rstrip() == "id:agency/dbd  กรมพัฒนาธุรกิจการค้า"
    assert lines[3].startswith('id:agency/mea  การไฟฟ้า "นครหลวง", กรุงเทพ')
    assert width(lines[3].removesuffix("1")) == width(lines[0].removesuffix("rank"))


@pytest.mark.parametrize(
    ("shown", "columns"), [("กรม", 3), ("ที่นี่", 2), ("กำ", 2), ("漢字", 4), ("\u200bab", 2), ("", 0)]
)
def test_width_counts_columns_not_code_points(shown: str, columns: int) -> None:
    assert width(shown) == columns


def test_csv_is_rfc_4180() -> None:
    written = write(ROWS, "csv")
    assert written.startswith("body,name,rank\r\n")
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert rows[1] == [f"{BASE}id/agency/dbd", "กรมพัฒนาธุรกิจการค้า", ""]
    assert rows[2] == [f"{BASE}id/agency/mea", 'การไฟฟ้า "นครหลวง",\nกรุงเทพ', "1"]


def test_json_xml_and_tsv_are_those_of_the_standard() -> None:
    bindings = json.loads(write(ROWS, "json"))["results"]["bindings"]
    assert bindings[0]["name"] == {"type": "literal", "value": "กรมพัฒนาธุรกิจการค้า", "xml:lang": "th"}
    for name, query in (("json", ROWS), ("xml", ROWS), ("tsv", ROWS), ("json", TRUTH), ("xml", TRUTH)):
        form = getattr(ox.QueryResultsFormat, name.upper())
        again = ox.parse_query_results(write(query, name), format=form)
        assert bool(again) if isinstance(again, ox.QueryBoolean) else len(list(again)) == 2


def test_ask_says_true_or_false() -> None:
    assert write(TRUTH, None) == "true\n"
    assert write("ASK { ?body aw:rank 2 }", "table") == "false\n"


@pytest.mark.parametrize("name", ["turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml"])
def test_graph_in_every_rdf_format(name: str) -> None:
    assert len(by_rdflib(write(PART, name).encode(), name)) == 2


def test_graph_as_turtle_unless_told_otherwise_or_as_a_table() -> None:
    assert write(PART, None) == write(PART, "turtle")
    assert write(PART, "table").splitlines()[2].startswith("id:agency/dbd  skos:prefLabel")


@pytest.mark.parametrize(
    ("query", "name", "fitting"),
    [
        (ROWS, "turtle", "it gives rows; choose one of table, csv, tsv, json, xml"),
        (TRUTH, "csv", "it gives a yes or no; choose one of table, json, xml"),
        (PART, "tsv", "it gives a graph; choose one of turtle, json-ld"),
        (ROWS, "excel", "choose one of table"),
    ],
)
def test_format_that_does_not_fit_is_refused_with_those_that_do(query: str, name: str, fitting: str) -> None:
    with pytest.raises(UsageError, match=fitting):
        write(query, name)


def test_every_format_fits_something() -> None:
    for name in RESULT_FORMATS:
        assert any(_fits(query, name) for query in (ROWS, TRUTH, PART)), name


def _fits(query: str, name: str) -> bool:
    try:
        return bool(write(query, name))
    except UsageError:
        return False


def test_no_rows_still_have_a_header() -> None:
    assert write("SELECT ?a ?b WHERE { ?a aw:none ?b }", "table") == "a  b\n-  -\n"
