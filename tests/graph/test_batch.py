from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Literal, URIRef

from kg.graph.batch import Copies
from kg.graph.closure import RegistryIndex
from kg.graph.map_record import map_record
from kg.graph.map_registry import map_registry
from kg.graph.shacl import Shapes
from kg.terms.iris import Iris
from tests.factory import REPO, record, registry, thing, value

IRIS = Iris()
REGISTRY = registry(
    agencies=[{"id": "dga", "name_th": "ก", "name_en": "A", "kind": "kindPublicOrganization"}],
    schemes=[{"id": s, "name_th": s, "name_en": s} for s in "ef"],
    editions=[{"id": f"{s}-2020", "scheme_id": s, "year": "2020"} for s in "ef"],
    levels=[{"id": "e-best", "scheme_id": "e", "rank": "1", "name_th": "ก", "name_en": "A"}],
)
SHAPES = Shapes.load(REPO / "shapes", [REPO / "ontology" / name for name in ("award.ttl", "concepts.ttl")])
INDEX = RegistryIndex.of(map_registry(REGISTRY, IRIS))


def source(number: int, edition: str, recipient: str, *, named: bool) -> tuple[ox.Quad, ...]:
    """One of several documents that speak of the same things, right or wrong each in its own way."""
    said = {"name": value("องค์กร", language="th")} if named else {"abbreviation": value("อก.", language="th")}
    things = (
        thing("conferment/x", "Conferment", recipient=recipient, edition=edition, level="level/e-best"),
        thing("recipient/c", "Community", **said),
        thing("event/x", "Ceremony", edition=edition, startDate="2020-12-03", organizer="agency/dga"),
    )
    return tuple(map_record(record(*things, source_id=f"doc_{number}"), REGISTRY, IRIS))


cases = st.tuples(
    st.sampled_from(["edition/e-2020", "edition/f-2020", "edition/none-2020"]),
    st.sampled_from(["agency/dga", "recipient/c", "agency/nobody"]),
    st.booleans(),
)


@given(st.lists(cases, min_size=1, max_size=4))
def test_the_reports_are_those_that_each_source_alone_would_give(given: list[tuple[str, str, bool]]) -> None:
    sources = [source(number, edition, who, named=named) for number, (edition, who, named) in enumerate(given)]
    together = SHAPES.validate_sources(sources, INDEX, f"{IRIS.base}id/")
    assert together == [SHAPES.validate_source(quads, INDEX) for quads in sources]


def failing() -> list[Path]:
    return sorted((REPO / "tests" / "shapes").glob("*/fail-*.ttl"))


@pytest.mark.parametrize("start", range(0, len(failing()), 25))
def test_every_example_that_fails_alone_fails_alike_in_company(start: int) -> None:
    frame = [path.read_bytes() for path in ((REPO / "tests" / "shapes" / n) for n in ("registry.ttl", "document.ttl"))]
    index = RegistryIndex.of(_quads(frame[0], ""))
    sources = [
        (*_quads(frame[1], name.stem), *_quads(name.read_bytes(), name.stem)) for name in failing()[start : start + 25]
    ]
    together = SHAPES.validate_sources(sources, index, f"{IRIS.base}id/")
    assert together == [SHAPES.validate_source(quads, index) for quads in sources]


def _quads(turtle: bytes, name: str) -> list[ox.Quad]:
    graph = ox.NamedNode(IRIS.source_graph(name or "x"))
    parsed = ox.parse(turtle, format=ox.RdfFormat.TURTLE, rename_blank_nodes=False)
    return [ox.Quad(each.subject, each.predicate, each.object, graph) for each in parsed]


def test_marks_come_off_as_they_went_on() -> None:
    copies = Copies(f"{IRIS.base}id/")
    for node in (URIRef(IRIS.thing("agency/dga")), BNode("b1")):
        assert copies.unmark(copies.mark(node, 12)) == (node, 12)
        assert copies.mark(node, 1) != copies.mark(node, 2)
    for shared in (URIRef("http://www.w3.org/ns/org#Role"), Literal("x~1")):
        assert copies.mark(shared, 3) is shared
        assert copies.unmark(shared) == (shared, -1)
