import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import DataError, NotFound, SyntaxFault, UsageError
from kg.graph.shapenames import SH
from kg.graph.store import Store, publish
from kg.pipeline.build import build
from kg.pipeline.ground import Ground
from kg.pipeline.validate import read_rdf, validate_files, validate_store, written
from kg.settings import Settings, load_settings
from kg.terms.iris import Iris
from tests.factory import conferment, data_folder, document, entry, said

AGENCY = entry("agency/dbd", "Agency", name=said("กรมพัฒนาธุรกิจการค้า"))
PREFIXES = "@prefix aw: <https://w3id.org/award-kg/ontology#> . @base <https://w3id.org/award-kg/id/> .\n"
BAD = PREFIXES + "<conferment/a> a aw:Conferment ; aw:recipient <agency/dbd> ."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    data = data_folder(tmp_path / "data", document(AGENCY, conferment()))
    return load_settings(data=data, store=tmp_path / "store", environment={})


def file(folder: Path, text: str, name: str = "a.ttl") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_store_that_was_built_is_valid(settings: Settings) -> None:
    build(Ground(settings))
    assert validate_store(settings).violations == ()


def test_a_store_with_a_fault_is_found_out(settings: Settings) -> None:
    build(Ground(settings))
    graph = ox.NamedNode(Iris().source_graph("doc_1"))
    cut = [
        quad
        for quad in Store.open(settings.store).quads()
        if not (quad.graph_name == graph and "edition" in str(quad.predicate))
    ]
    publish(cut, settings.store)
    report = validate_store(settings)
    assert not report.conforms
    assert {(fault.focus, fault.graph) for fault in report.violations} == {
        (Iris().thing("conferment/e-2020-a"), graph.value)
    } | {(fault.focus, fault.graph) for fault in report.violations if "evidence" in fault.focus}


def test_a_file_is_held_together_with_the_registry(settings: Settings, tmp_path: Path) -> None:
    report = validate_files([file(tmp_path, BAD)], settings)
    assert not report.conforms
    assert {fault.focus for fault in report.violations} == {Iris().thing("conferment/a")}
    assert "aw:edition" in {fault.path for fault in report.violations}


def test_a_file_that_says_nothing_wrong(settings: Settings, tmp_path: Path) -> None:
    assert validate_files([file(tmp_path, "<https://x/> <https://x/p> 1 .")], settings).conforms


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", "<https://x/> <https://x/p> 1 ."),
        ("a.TTL", "<https://x/> <https://x/p> 1 ."),
        ("a.nt", '<https://x/> <https://x/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .'),
        ("a.nq", '<https://x/> <https://x/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .'),
        ("a.trig", "<https://x/> <https://x/p> 1 ."),
        ("a.jsonld", '{"@id": "https://x/", "https://x/p": 1}'),
        (
            "a.rdf",
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="https://x/"><rdf:Description '
            'rdf:about="https://x/"><x:p rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</x:p>'
            "</rdf:Description></rdf:RDF>",
        ),
    ],
)
def test_the_name_of_a_file_tells_its_format(name: str, text: str, tmp_path: Path) -> None:
    assert list(read_rdf(file(tmp_path, text, name))) == [
        ox.Quad(ox.NamedNode("https://x/"), ox.NamedNode("https://x/p"), ox.Literal(1))
    ]


def test_a_name_that_tells_no_format(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(UsageError) as caught:
        list(read_rdf(path))
    assert str(caught.value) == (
        f"{path}: this name tells no RDF format; use one of .json, .jsonld, .nq, .nt, .rdf, .trig, .ttl, .xml"
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        list(read_rdf(tmp_path / "none.ttl"))
    assert str(caught.value) == f"{tmp_path / 'none.ttl'}: there is no such file; mend its name"


def test_a_syntax_error_names_file_line_and_column(tmp_path: Path) -> None:
    path = file(tmp_path, "<https://x/> <https://x/p>\n nothing .")
    with pytest.raises(SyntaxFault) as caught:
        list(read_rdf(path))
    error = caught.value
    assert (error.what, error.where, error.fix) == ("this is not Turtle", f"{path}:2:2", "mend the syntax there")
    assert "\n" not in str(error)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes(b'<https://x/> <https://x/p> "' + "ข่าว".encode("tis-620") + b'" .')
    with pytest.raises((SyntaxFault, DataError)) as caught:
        list(read_rdf(path))
    assert caught.value.exit_status == 1
    assert caught.value.where.startswith(str(path))


def test_a_report_in_words_json_and_turtle(settings: Settings, tmp_path: Path) -> None:
    build(Ground(settings))
    report = validate_files([file(tmp_path, BAD)], settings)
    english, thai = (written(report, "text", language, settings) for language in ("en", "th"))
    assert english.startswith("error: ")
    assert thai.startswith("ผิด: ")
    assert "conferment/a" in english
    plain = json.loads(written(report, "json", "en", settings))
    assert plain == report.as_json()
    assert plain["conforms"] is False
    graph = rdflib.Graph().parse(data=written(report, "turtle", "en", settings), format="turtle")
    results = set(graph.subjects(SH.focusNode, rdflib.URIRef(Iris().thing("conferment/a"))))
    assert len(results) == len(report.violations)
    assert set(graph.objects(None, rdflib.SH.conforms)) == {rdflib.Literal(False)}


def test_a_good_report_says_so(settings: Settings) -> None:
    build(Ground(settings))
    report = validate_store(settings)
    assert written(report, "text", "en", settings) == "Everything is as it must be.\n"
    assert written(report, "text", "th", settings) == "ทุกอย่างถูกต้องตามกฎ\n"
    assert json.loads(written(report, "json", "en", settings)) == {"conforms": True, "counts": {}, "violations": []}


def test_a_report_reads_well_without_a_store(settings: Settings, tmp_path: Path) -> None:
    assert "conferment/a" in written(validate_files([file(tmp_path, BAD)], settings), "text", "en", settings)
