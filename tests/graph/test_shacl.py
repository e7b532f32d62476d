"""Reports: their order, their forms, and RDF of unknown origin."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import DataError
from kg.graph.closure import RegistryIndex
from kg.graph.convert import to_rdflib
from kg.graph.shacl import Shapes
from kg.graph.shapenames import report_turtle
from kg.model.report import Report, Violation

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "shapes"
ONTOLOGY = sorted((ROOT / "ontology").glob("*.ttl"))


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.load(ROOT / "shapes", ONTOLOGY)


@pytest.fixture(scope="module")
def registry() -> RegistryIndex:
    return RegistryIndex.of(ox.parse(path=EXAMPLES / "registry.ttl"))


def files(*names: str) -> list[ox.Quad]:
    return [quad for name in names for quad in ox.parse(path=EXAMPLES / name)]


def test_fixtures_conform(shapes: Shapes, registry: RegistryIndex) -> None:
    assert shapes.validate_registry(registry) == Report()
    assert shapes.validate_source(files("document.ttl"), registry) == Report()
    assert shapes.validate_source([], registry) == Report()


def test_order_of_input_does_not_matter(shapes: Shapes, registry: RegistryIndex) -> None:
    names = sorted(str(f.relative_to(EXAMPLES)) for f in EXAMPLES.glob("conferment/fail-*.ttl"))
    quads = files("document.ttl", *names)
    assert shapes.validate_source(quads, registry) == shapes.validate_source(reversed(quads), registry)


def test_report_says_graph_and_focus(shapes: Shapes, registry: RegistryIndex) -> None:
    graph = ox.NamedNode("https://w3id.org/award-kg/graph/source/doc")
    quads = [
        ox.Quad(q.subject, q.predicate, q.object, graph)
        for q in files("document.ttl", "conferment/fail-recipient-is-place.ttl")
    ]
    (found,) = shapes.validate_source(quads, registry).violations
    assert found.focus == "https://w3id.org/award-kg/id/conferment/o"
    assert found.value == "https://w3id.org/award-kg/id/place/TH-50"
    assert found.graph == graph.value
    assert "administration" in found.message("en")
    assert "จังหวัด" in found.message("th")


def test_rdf_of_unknown_origin_is_judged_by_what_it_is(shapes: Shapes, registry: RegistryIndex) -> None:
    good = to_rdflib(files("registry.ttl", "document.ttl", "conferment/pass-document.ttl"))
    assert shapes.validate_rdf(good, RegistryIndex({})) == Report()
    bad = to_rdflib(files("document.ttl", "agency/fail-no-english-name.ttl", "work/fail-no-evidence.ttl"))
    found = {(v.shape, v.component) for v in shapes.validate_rdf(bad, registry).violations}
    assert found == {("AgencyRegistryShape", "MinCount"), ("WorkShape", "MinCount")}


def test_turtle_report_is_a_shacl_report(shapes: Shapes, registry: RegistryIndex) -> None:
    names = [str(f.relative_to(EXAMPLES)) for f in EXAMPLES.glob("*/fail-*.ttl")]
    report = shapes.validate_source(files("document.ttl", *names), registry)
    text = report_turtle(report, shapes.names)
    assert text == report_turtle(report, shapes.names)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert len(list(graph.objects(None, sh.result))) == len(report.violations) > 50
    assert len(list(graph.objects(None, sh.focusNode))) == len(report.violations)
    assert next(graph.objects(None, sh.conforms)) == rdflib.Literal(False)


def violation(severity: str = "Violation", focus: str = "https://w3id.org/award-kg/id/agency/dbd") -> Violation:
    return Violation(
        focus, "aw:year", "2563", severity, "Pattern", "EditionShape", {"en": "A year CE.", "th": "ต้องเป็น ค.ศ."}
    )


def test_warnings_do_not_make_data_invalid() -> None:
    assert Report.of([violation("Warning"), violation("Info")]).conforms
    assert not Report.of([violation("Warning"), violation()]).conforms


def test_worst_first_and_merged_in_one_order() -> None:
    a, b = violation("Warning"), violation()
    assert Report.of([a, b]).violations == (b, a) == Report.merged([Report.of([a]), Report.of([b])]).violations


def test_text_in_both_languages() -> None:
    report = Report.of([violation(), violation()])
    assert report.text("en").splitlines() == [
        "error: 2",
        "",
        "error: agency/dbd",
        "  A year CE.",
        "  field: aw:year",
        "  given: 2563",
    ]
    assert "ต้องเป็น ค.ศ." in report.text("th", name=lambda iri: "กรม")
    assert "กรม" in report.text("th", name=lambda iri: "กรม")
    assert Report().text("th") == "ทุกอย่างถูกต้องตามกฎ\n"


def test_json_has_no_empty_keys() -> None:
    plain = json.loads(json.dumps(Report.of([violation()]).as_json(), ensure_ascii=False))
    assert plain["conforms"] is False
    assert plain["counts"] == {"Violation": 1}
    assert "graph" not in plain["violations"][0]


def test_folder_without_shapes(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no shapes"):
        Shapes.load(tmp_path, [])


def test_shape_file_that_does_not_parse(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("this is not Turtle", "utf-8")
    with pytest.raises(DataError, match=r"bad\.ttl"):
        Shapes.load(tmp_path, [])


def test_triples_as_terms_are_refused() -> None:
    text = "<urn:a> <urn:p> <<( <urn:s> <urn:p> <urn:o> )>> ."
    with pytest.raises(DataError, match="triples as terms"):
        to_rdflib(ox.parse(text, ox.RdfFormat.TURTLE))
