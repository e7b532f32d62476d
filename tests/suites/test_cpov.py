"""The agencies that we publish, held against the shapes of CPOV 2.1.2."""

from __future__ import annotations

import pyshacl
import rdflib

from kg.graph.convert import to_rdflib
from kg.graph.store import Store
from kg.terms.foreign import ORG, RDF
from kg.terms.iris import Iris
from tests.factory import REPO
from tests.suites.where import SUITES, needs


@needs("cpov")
def test_agencies_fit_the_shapes(real_store: Store) -> None:
    iris = Iris()
    quads = [
        quad
        for quad in real_store.quads(graph=iris.graph("registry"))
        # The 7,850 local governments are mapped like the others; some of them are enough.
        if "/agency/lao-" not in str(quad.subject) or "/agency/lao-1" in str(quad.subject)
    ]
    graph = to_rdflib(quads).parse(SUITES / "cpov" / "vocabulary.ttl")
    for name in ("award.ttl", "concepts.ttl", "alignments.ttl"):
        graph.parse(REPO / "ontology" / name)
    agencies = {each for each in graph.subjects(RDF.type, None) if "/id/agency/" in str(each)}
    assert len(agencies) > 400
    assert len(set(graph.subjects(ORG.classification, None)) & agencies) > 400
    shapes = rdflib.Graph().parse(SUITES / "cpov" / "shapes.ttl")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    assert conforms, text[:2000]
