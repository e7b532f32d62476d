import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.pages.pictures.layout import MOST_DISCS, MOST_SINGLE, WIDTH, Circle, Layout, lay_out


@st.composite
def graphs(
    draw: st.DrawFn, most: int = 40
) -> tuple[tuple[float, ...], tuple[int, ...], tuple[tuple[int, int, int], ...]]:
    nodes = draw(st.integers(1, most))
    ends = st.integers(0, nodes - 1)
    pairs = draw(st.sets(st.tuples(ends, ends).filter(lambda pair: pair[0] < pair[1]), max_size=80))
    radii = draw(st.lists(st.floats(4, 17), min_size=nodes, max_size=nodes))
    return tuple(radii), (1,) * nodes, tuple((one, two, 1) for one, two in sorted(pairs))


def inside(circle: Circle, layout: Layout) -> bool:
    low = min(circle.x, circle.y) - circle.radius
    return low >= 0 and circle.x + circle.radius <= layout.width and circle.y + circle.radius <= layout.height


def apart(one: Circle, two: Circle) -> float:
    return math.hypot(one.x - two.x, one.y - two.y) - one.radius - two.radius


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_every_node_stands_inside_and_none_on_another(
    graph: tuple[tuple[float, ...], tuple[int, ...], tuple[tuple[int, int, int], ...]],
) -> None:
    layout = lay_out(*graph)
    assert list(layout.nodes) == list(dict.fromkeys(layout.nodes))
    assert set(layout.nodes) == set(range(len(graph[0])))
    assert all(inside(circle, layout) for circle in layout.nodes.values())
    assert all(apart(one, two) > 0 for one, two in combinations(layout.nodes.values(), 2))
    assert layout.width == WIDTH


def ring(nodes: int, group: int) -> tuple[tuple[float, ...], tuple[int, ...], tuple[tuple[int, int, int], ...]]:
    """A ring of nodes in communities of a size."""
    edges = tuple((min(each, (each + 1) % nodes), max(each, (each + 1) % nodes), 1) for each in range(nodes))
    return (5.0,) * nodes, tuple(1 + each // group for each in range(nodes)), edges


@pytest.mark.parametrize("nodes", [MOST_SINGLE + 1, 3000])
def test_many_nodes_stand_in_the_discs_of_their_communities(nodes: int) -> None:
    radii, groups, edges = ring(nodes, 60)
    layout = lay_out(radii, groups, edges)
    assert set(layout.nodes) == set(range(nodes))
    for node, circle in layout.nodes.items():
        disc = layout.discs[groups[node]]
        assert math.hypot(circle.x - disc.x, circle.y - disc.y) + circle.radius <= disc.radius
    assert all(inside(disc, layout) for disc in layout.discs.values())
    assert all(apart(one, two) > 0 for one, two in combinations(layout.discs.values(), 2))
    crossing = sum(groups[one] != groups[two] for one, two, _ in edges)
    assert sum(layout.ties.values()) == crossing


def test_the_smallest_of_too_many_communities_are_left_out() -> None:
    nodes = 2 * MOST_DISCS + 5
    groups = (1,) * 5 + tuple(2 + each // 2 for each in range(nodes - 5))
    layout = lay_out((4.0,) * nodes, groups, ((0, 1, 1),))
    assert len(layout.discs) == MOST_DISCS
    assert 1 in layout.discs
    assert len(layout.nodes) == 5 + 2 * (MOST_DISCS - 1)


def test_the_same_network_gives_the_same_places() -> None:
    graph = ring(50, 10)
    first = lay_out(*graph)
    lay_out.cache_clear()
    assert lay_out(*graph) == first
