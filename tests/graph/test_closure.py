"""The part of the registry that a source sees gives the same report as the whole of it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.closure import RegistryIndex, mentioned
from kg.graph.convert import Converter, to_rdflib
from kg.graph.shacl import Scope, Shapes, lifted, typed

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "shapes"
ID = "https://w3id.org/award-kg/id/"
P = rdflib.URIRef("urn:p")


def read(file: Path) -> list[ox.Quad]:
    return list(ox.parse(path=file))


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.load(ROOT / "shapes", sorted((ROOT / "ontology").glob("*.ttl")))


def everything_of_documents() -> list[ox.Quad]:
    """All good and bad examples of what documents say, as one document."""
    files = [f for f in EXAMPLES.glob("*/*.ttl") if f.read_text("utf-8").startswith("# scope: source")]
    return [quad for file in [EXAMPLES / "document.ttl", *sorted(files)] for quad in read(file)]


def test_closure_gives_the_report_of_the_whole_registry(shapes: Shapes) -> None:
    registry = RegistryIndex.of(read(EXAMPLES / "registry.ttl"))
    said = everything_of_documents()
    triples = list(Converter().triples(said))
    whole = shapes._run(Scope.SOURCE, (*triples, *registry.triples(), *shapes.context), typed(triples), "")
    assert len(whole.violations) > 50
    assert shapes.validate_source(said, registry) == whole


def test_things_of_the_registry_are_not_judged_with_a_document(shapes: Shapes) -> None:
    """An agency without evidence is no fault of a document that only points at it."""
    registry = RegistryIndex.of(read(EXAMPLES / "registry.ttl"))
    judged = {v.focus for v in shapes.validate_source(everything_of_documents(), registry).violations}
    assert ID + "agency/mdes" not in judged


def test_lifted_shapes_give_the_same_report(shapes: Shapes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.shacl.lifted", lambda graph: graph)
    plain = Shapes.load(ROOT / "shapes", sorted((ROOT / "ontology").glob("*.ttl")))
    assert len(lifted(plain.graphs[Scope.SOURCE])) > 0
    registry = RegistryIndex.of(read(EXAMPLES / "registry.ttl"))
    said = everything_of_documents()
    assert plain.validate_source(said, registry) == shapes.validate_source(said, registry)


nodes = st.integers(0, 8).map(lambda n: rdflib.URIRef(f"urn:n{n}"))


@given(st.lists(st.tuples(nodes, nodes), max_size=25), st.sets(nodes, max_size=3))
def test_closure_is_what_can_be_reached(
    edges: list[tuple[rdflib.URIRef, rdflib.URIRef]], start: set[rdflib.URIRef]
) -> None:
    index = RegistryIndex.of_triples((s, P, o) for s, o in edges)
    reached = set(start)
    for _ in range(10):
        reached |= {o for s, o in edges if s in reached}
    assert {(s, o) for s, _, o in index.closure(start)} == {(s, o) for s, o in edges if s in reached}


def test_mentioned_are_subjects_and_resources() -> None:
    a, b = rdflib.URIRef("urn:a"), rdflib.URIRef("urn:b")
    assert mentioned([(a, P, b), (a, P, rdflib.Literal("text"))]) == {a, b}


def test_literals_stay_as_written() -> None:
    text = '<urn:a> <urn:p> "02563"^^<http://www.w3.org/2001/XMLSchema#integer> , "x"@th , "plain" .'
    values = {o.n3() for o in to_rdflib(ox.parse(text, ox.RdfFormat.TURTLE)).objects()}
    assert values == {'"02563"^^<http://www.w3.org/2001/XMLSchema#integer>', '"x"@th', '"plain"'}
