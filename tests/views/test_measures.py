from itertools import combinations

import networkx as nx
import pytest

from kg.views import measures
from kg.views.measures import installed_backends, measure

# Two triangles that one edge ties.
TIED = {("a", "b"): 2, ("a", "c"): 1, ("b", "c"): 1, ("c", "d"): 1, ("d", "e"): 1, ("d", "f"): 1, ("e", "f"): 3}


def test_degree_strength_betweenness_communities_and_bridges() -> None:
    found = measure(TIED)
    assert found.degree == {"a": 2, "b": 2, "c": 3, "d": 3, "e": 2, "f": 2}
    assert found.strength == {"a": 3, "b": 3, "c": 3, "d": 3, "e": 4, "f": 4}
    # c and d lie on the paths from two nodes to three: 6 of the 10 pairs of others.
    assert found.betweenness == {"a": 0.0, "b": 0.0, "c": 0.6, "d": 0.6, "e": 0.0, "f": 0.0}
    assert found.community == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2}
    assert set(found.component.values()) == {1}
    assert found.bridges == {("c", "d")}
    assert found.samples == 0


def test_components_are_numbered_by_size() -> None:
    assert measure({("x", "y"): 1, ("a", "b"): 1, ("b", "c"): 1}).component == {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2}


def ring(nodes: int) -> dict[tuple[str, str], int]:
    names = [f"n{number:05}" for number in range(nodes)]
    return {(min(pair), max(pair)): 1 for pair in zip(names, [*names[1:], names[0]], strict=True)}


def test_above_the_limit_betweenness_is_sampled_and_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "FAST_BACKENDS", ())
    once, again = measure(ring(300), exact_up_to=200), measure(ring(300), exact_up_to=200)
    assert (once.samples, once.backend) == (100, "")
    assert once == again
    assert measure(ring(300), exact_up_to=300).samples == 0


@pytest.mark.skipif("rustworkx" not in installed_backends(), reason="the backend is not installed")
def test_a_backend_gives_the_same_exact_figures() -> None:
    edges = {(f"n{a:03}", f"n{b:03}"): 1 for a, b in combinations(range(60), 2) if (a * b + a + b) % 11 == 0}
    fast, slow = measure(edges, exact_up_to=10), measure(edges)
    assert (fast.backend, fast.samples) == ("rustworkx", 0)
    assert fast.betweenness == slow.betweenness
    assert fast.community == slow.community


def test_betweenness_is_that_of_networkx() -> None:
    graph = nx.Graph(list(TIED))
    assert measure(TIED).betweenness == {
        node: round(value, 6) for node, value in nx.betweenness_centrality(graph).items()
    }
