import networkx as nx
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.views.projection import project

members = st.dictionaries(st.sampled_from("tuvwxyz"), st.lists(st.sampled_from("abcdef"), max_size=5))


def test_each_pair_with_what_it_shares() -> None:
    assert project({"w": ["b", "a", "a"], "x": ["a", "b", "c"], "y": ["c"], "z": []}) == {
        ("a", "b"): ["w", "x"], ("a", "c"): ["x"], ("b", "c"): ["x"],
    }  # fmt: skip


@given(members)
def test_the_projection_is_that_of_networkx(given: dict[str, list[str]]) -> None:
    graph = nx.Graph((thing, each) for thing, all_of in given.items() for each in all_of)
    assume(len(graph))  # networkx refuses to project nothing
    sides = {each for all_of in given.values() for each in all_of}
    theirs = nx.bipartite.weighted_projected_graph(graph, sides)
    assert {frozenset(pair): len(shared) for pair, shared in project(given).items()} == {
        frozenset((one, two)): weight for one, two, weight in theirs.edges(data="weight")
    }
