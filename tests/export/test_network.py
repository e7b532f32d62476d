import io
from dataclasses import replace

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.export.network import network_of, to_networkx, write_network
from kg.model.answer import Edge, Node
from tests.model.answering import ANSWER, FULL


def test_the_graph_has_names_measures_weights_and_proof() -> None:
    graph = to_networkx(ANSWER)
    assert dict(graph.nodes["agency/a"]) == {
        "kind": "agency", "label_th": "กรม ก", "label_en": "Department A", "degree": 1
    }  # fmt: skip
    assert list(graph.edges(data=True)) == [
        ("agency/a", "agency/b", {"weight": 2, "kind": "shares-work", "bridge": True, "proof": "conferment/1"})
    ]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_what_is_written_is_read_again(form: str) -> None:
    written = write_network(ANSWER, form)
    assert written == write_network(ANSWER, form)
    assert b"lastmodifieddate" not in written
    read = nx.read_graphml if form == "graphml" else nx.read_gexf
    again = read(io.BytesIO(written))
    assert set(again.nodes) == {"agency/a", "agency/b"}
    assert again.nodes["agency/a"]["label"] == "กรม ก"
    assert again.edges["agency/a", "agency/b"]["weight"] == 2


def test_a_view_without_a_network_ties_what_its_rows_tie() -> None:
    rows = (FULL, replace(FULL, proof=("conferment/3",)), replace(FULL, cells=("agency/c", (), 7, *FULL.cells[3:])))
    network = network_of(replace(ANSWER, network=None, rows=rows))
    proof = ("conferment/1", "conferment/2", "conferment/3")
    assert network.edges == (
        Edge("agency/a", "scheme/x", 2468, proof=proof), Edge("agency/a", "scheme/y", 2468, proof=proof)
    )  # fmt: skip
    assert network.nodes[1] == Node("agency/c", "agency", {"integer": 7, "number": 0.5, "year": 2020})


def test_another_format_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no network format 'dot'; choose one of graphml, gexf"):
        write_network(ANSWER, "dot")
