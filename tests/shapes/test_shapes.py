"""Every shape passes its good examples and finds in each bad one exactly what the example says."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, RDFS

from kg.graph.closure import RegistryIndex
from kg.graph.shacl import SHAPE, Scope, Shapes
from kg.graph.shapenames import SH
from kg.model.report import Report
from kg.terms.iris import Iris

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHAPE_FILES = sorted((ROOT / "shapes").glob("*.ttl"))
EXAMPLES = sorted(HERE.glob("*/*.ttl"))
EXPECTS = re.compile(r"# expects: (\S+) (\S+)(?: (\S+))?: (.+)")
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SH_NODE_SHAPE = SHACL.NodeShape


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.load(ROOT / "shapes", sorted((ROOT / "ontology").glob("*.ttl")))


@pytest.fixture(scope="module")
def all_shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in SHAPE_FILES:
        graph.parse(file)
    return graph


def read(file: Path, graph: str) -> list[ox.Quad]:
    name = ox.NamedNode(Iris().graph(graph))
    return [ox.Quad(q.subject, q.predicate, q.object, name) for q in ox.parse(path=file)]


def expectations(example: Path) -> list[re.Match[str]]:
    """The violations that the head of an example announces."""
    return [match for match in map(EXPECTS.match, example.read_text("utf-8").splitlines()) if match]


def judge(shapes: Shapes, example: Path) -> Report:
    """The report on an example, in the setting that its first line names."""
    registry, document = read(HERE / "registry.ttl", "registry"), read(HERE / "document.ttl", "source/doc")
    first = example.read_text("utf-8").splitlines()[0]
    if first == "# scope: registry":
        return shapes.validate_registry([*registry, *read(example, "registry")])
    assert first == "# scope: source", f"{example} does not name its scope"
    return shapes.validate_source([*document, *read(example, "source/doc")], RegistryIndex.of(registry))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_example_gives_exactly_what_it_says(shapes: Shapes, example: Path) -> None:
    expected = [match.groups(default="") for match in expectations(example)]
    assert bool(expected) == example.stem.startswith("fail-")
    found = judge(shapes, example).violations
    assert sorted((v.shape, v.component, v.path) for v in found) == sorted(e[:3] for e in expected)
    for shape, component, path, part in expected:
        assert any(
            (v.shape, v.component, v.path) == (shape, component, path) and part in v.messages["en"] for v in found
        ), f"no message says: {part}"


def test_every_node_shape_has_good_and_bad_examples(all_shapes: rdflib.Graph) -> None:
    """Each shape file has passing examples, and each of its shapes is broken by some example."""
    broken = {match[1] for file in EXAMPLES for match in expectations(file)}
    named = {str(shape).rpartition("#")[2] for shape in all_shapes.subjects(RDF.type, SH_NODE_SHAPE)}
    assert named == broken
    for file in SHAPE_FILES:
        assert list((HERE / file.stem).glob("pass-*.ttl")), f"no passing example for {file.name}"


def rules(shapes: rdflib.Graph) -> list[rdflib.term.Node]:
    """All node shapes with a target and the property shapes that they hold."""
    holders = sorted(set(shapes.subjects(SH.targetClass)), key=str)
    return [*holders, *(rule for holder in holders for rule in shapes.objects(holder, SH.property))]


def test_every_rule_has_severity_and_messages_in_both_languages(all_shapes: rdflib.Graph) -> None:
    for rule in rules(all_shapes):
        messages = [text for text in all_shapes.objects(rule, SHACL.message) if isinstance(text, rdflib.Literal)]
        assert sorted(str(message.language) for message in messages) == ["en", "th"]
        assert len(list(all_shapes.objects(rule, SHACL.severity))) == 1
        for message in messages:
            assert not re.search(r"\bsh:|\baw:|https?://(?!\W|$)\S+\.", str(message)), message
            assert re.search(r"[ก-๙]", str(message)) if message.language == "th" else str(message).isascii()


def test_every_node_shape_has_intent_and_scope(all_shapes: rdflib.Graph) -> None:
    scopes = {SHAPE[scope] for scope in Scope}
    for shape in all_shapes.subjects(RDF.type, SH_NODE_SHAPE):
        assert all_shapes.value(shape, RDFS.comment), shape
        parts = set(all_shapes.objects(shape, rdflib.DCTERMS.isPartOf))
        assert parts, shape
        assert parts <= scopes, shape


def test_no_shape_runs_sparql(all_shapes: rdflib.Graph) -> None:
    forbidden = {SHACL.sparql, SHACL.select, SHACL.ask, SHACL.target, SHACL.rule, SHACL.js}
    assert not forbidden & set(all_shapes.predicates())


def test_shapes_use_only_terms_of_the_ontology(all_shapes: rdflib.Graph) -> None:
    ontology = rdflib.Graph()
    for file in sorted((ROOT / "ontology").glob("*.ttl")):
        ontology.parse(file)
    ours = rdflib.Namespace("https://w3id.org/award-kg/ontology#")
    used = {term for triple in all_shapes for term in triple if str(term).startswith(str(ours))}
    assert used
    assert not {term for term in used if (term, RDF.type, None) not in ontology}


def test_shapes_are_valid_shacl(all_shapes: rdflib.Graph) -> None:
    """SHACL for SHACL: raises where a shape is malformed."""
    conforms, _, _ = pyshacl.validate(rdflib.Graph(), shacl_graph=all_shapes, meta_shacl=True)
    assert conforms
