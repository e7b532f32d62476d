from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import DataError, SyntaxFault
from kg.graph.ontology import ontology_quads
from tests.factory import REPO

GRAPH = "https://w3id.org/award-kg/graph/ontology"


def test_blank_nodes_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text('<http://x/A> <http://x/p> "คำ"@th , [ <http://x/p> 1 ] .', "utf-8")
    quad = ox.Quad(
        ox.NamedNode("http://x/A"), ox.NamedNode("http://x/p"), ox.Literal("คำ", language="th"), ox.NamedNode(GRAPH)
    )
    assert list(ontology_quads([file], GRAPH)) == [quad]


def test_a_syntax_error_names_file_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("<http://x/A> <http://x/p>\n  nothing .", "utf-8")
    with pytest.raises(SyntaxFault) as caught:
        list(ontology_quads([file], GRAPH))
    assert str(caught.value).startswith(f"{file}:2:3: this is not Turtle: ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        list(ontology_quads([tmp_path / "none.ttl"], GRAPH))
    assert str(caught.value).startswith(f"{tmp_path / 'none.ttl'}: cannot be read: ")


def test_the_ontology_is_the_same_twice() -> None:
    files = [REPO / "ontology" / name for name in ("award.ttl", "concepts.ttl")]
    once, twice = (set(ontology_quads(files, GRAPH)) for _ in range(2))
    assert once == twice
    assert len(once) > 500
