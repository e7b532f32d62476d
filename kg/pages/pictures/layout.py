"""Where the nodes of a network stand: each connected part laid out by force (networkx, fixed seed), the parts packed.

Up to ``MOST_SINGLE`` nodes every node is placed on its own. Of more, the nodes of a community stand together in a disc,
and the discs are laid out as the nodes of a smaller network: its edges add up those between the communities. So a
network of thousands shows its shape instead of a tangle. The same network gives the same places.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

WIDTH: Final = 960
MOST_SINGLE: Final = 400
MOST_DISCS: Final = 400
_MARGIN: Final = 26.0
_SEED: Final = 7
_ROUNDS: Final = 80
_PUSHES: Final = 300
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))  # the angle at which seeds of a sunflower follow one another
_SEED_APART: Final = 5.2
_LEAST_DISC: Final = 7.0

Pair = tuple[int, int]
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Circle:
    """A node, or the disc of a community."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of nodes by their number; of grouped networks the discs by community, and the weights between discs.

    ``nodes`` leaves out those of communities beyond ``MOST_DISCS``, the smallest ones.
    """

    width: float
    height: float
    nodes: Mapping[int, Circle]
    discs: Mapping[int, Circle]
    ties: Mapping[Pair, int]


@lru_cache(maxsize=32)
def lay_out(radii: tuple[float, ...], groups: tuple[int, ...], edges: tuple[tuple[int, int, int], ...]) -> Layout:
    """The layout of nodes with their radii and communities, and of edges (two numbers of nodes and a weight).

    Kept for the networks asked for last, since the pages of both languages and the files ask for the same.
    """
    if len(radii) <= MOST_SINGLE:
        weights = {(one, two): weight for one, two, weight in edges}
        places, height = _packed(dict(enumerate(radii)), weights, _room(len(radii)))
        return Layout(WIDTH, height, places, {}, {})
    return _grouped(radii, groups, edges)


def _room(nodes: int) -> float:
    """How far nodes stand apart: few of them far enough that each has room for its name."""
    return min(max(46.0 - 0.2 * nodes, 16.0), 42.0)


def _grouped(radii: Sequence[float], groups: Sequence[int], edges: Sequence[tuple[int, int, int]]) -> Layout:
    members: dict[int, list[int]] = {}
    for node, group in enumerate(groups):
        members.setdefault(group, []).append(node)
    kept = sorted(members, key=lambda group: (-len(members[group]), group))[:MOST_DISCS]
    sizes = {group: _LEAST_DISC + _SEED_APART * math.sqrt(len(members[group])) for group in kept}
    ties: dict[Pair, int] = {}
    for one, two, weight in edges:
        pair = (min(groups[one], groups[two]), max(groups[one], groups[two]))
        if pair[0] != pair[1] and pair[0] in sizes and pair[1] in sizes:
            ties[pair] = ties.get(pair, 0) + weight
    discs, height = _packed(sizes, ties, apart=16.0)
    nodes: dict[int, Circle] = {}
    for group in kept:
        # The best known of a community stands at its middle.
        inside = sorted(members[group], key=lambda node: (-radii[node], node))
        for place, node in enumerate(inside):
            away, turn = _SEED_APART * math.sqrt(place), place * _GOLDEN
            disc = discs[group]
            nodes[node] = Circle(disc.x + away * math.cos(turn), disc.y + away * math.sin(turn), 1.8)
    return Layout(WIDTH, height, nodes, discs, ties)


def _packed(sizes: Mapping[int, float], weights: Mapping[Pair, int], apart: float) -> tuple[dict[int, Circle], float]:
    """Circles of some sizes, each connected part by itself, the largest part first, in rows; and the height."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(sizes)
    graph.add_weighted_edges_from((one, two, float(weight)) for (one, two), weight in sorted(weights.items()))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    placed: dict[int, Circle] = {}
    left, top, row = _MARGIN, _MARGIN, 0.0
    for part in parts:
        points = _part(graph.subgraph(part), part, sizes, apart)
        radii = np.array([sizes[each] for each in part])
        low = (points - radii[:, None]).min(axis=0)
        wide, high = (points + radii[:, None]).max(axis=0) - low
        if left > _MARGIN and left + wide > WIDTH - _MARGIN:
            left, top, row = _MARGIN, top + row + apart, 0.0
        for each, (x, y) in zip(part, points - low + (left, top), strict=True):
            placed[each] = Circle(float(x), float(y), sizes[each])
        left, row = left + wide + apart, max(row, high)
    return placed, math.ceil(top + row + _MARGIN)


def _part(graph: nx.Graph[int], names: Sequence[int], sizes: Mapping[int, float], apart: float) -> Points:
    """The points of one connected part, as wide as the drawing at most."""
    radii = np.array([sizes[each] for each in names])
    if len(names) <= 2:
        step = radii[0] + radii[-1] + 2 * apart
        return np.array([[place * step, 0.0] for place in range(len(names))])
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(range(len(names)))
    number = {name: place for place, name in enumerate(names)}
    ordered.add_edges_from(sorted((number[one], number[two]) for one, two in graph.edges()))
    found = nx.spring_layout(ordered, iterations=_ROUNDS, seed=_SEED, k=1.6 / math.sqrt(len(names)), method="force")
    points = np.array([found[each] for each in range(len(names))], dtype=np.float64)
    points *= 1.15 * math.sqrt(float(((radii + apart) ** 2).sum())) / max(float(np.abs(points).max()), 1e-9)
    return _apart(_wide(points), radii, apart)


def _wide(points: Points) -> Points:
    """Turned so that the longer side lies across."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(centred.T))
    longest, other = axes[:, 1], axes[:, 0]
    # The sign of an axis is arbitrary: fixed by its first coordinate, lest libraries differ.
    turned = np.stack([np.copysign(1.0, each[0]) * each for each in (longest, other)])
    return np.asarray(centred @ turned.T)


def _apart(points: Points, radii: Points, apart: float) -> Points:
    """Pushed from one another until no two circles touch, or so many times; never wider than the drawing."""
    least = radii[:, None] + radii[None, :] + apart
    half = WIDTH / 2 - _MARGIN - radii
    order = np.sign(np.subtract.outer(np.arange(len(points)), np.arange(len(points)))).astype(np.float64)
    widest = float(np.abs(points[:, 0] / half).max())
    points = points * ((1 / widest) if widest > 1 else 1.0, 1.0)
    for _ in range(_PUSHES):
        offset = points[:, None, :] - points[None, :, :]
        distance = np.sqrt((offset**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(least - distance, 0.0, None)
        if lack.max() < 1.0:
            break
        direction = offset / np.maximum(distance, 1e-6)[:, :, None]
        same = distance < 1e-6
        direction[same] = np.stack([np.zeros_like(order), order], axis=2)[same]
        push = direction * lack[:, :, None]
        points = points + 0.5 * push.sum(axis=1)
        # At the edges only the way up and down is left.
        points[:, 0] = np.clip(points[:, 0], -half, half)
    return points
