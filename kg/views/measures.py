"""Measures of a network, computed by networkx: degree, betweenness, communities, bridges.

Every measure has its parameters fixed, so that the same graph gives the same figures on every machine. Nodes are
numbered in the order of their references before anything is computed: no figure depends on how a process hashes texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

SEED: Final = 7
SAMPLES: Final = 100
EXACT_UP_TO: Final = 1000
RESOLUTION: Final = 1.0
DIGITS: Final = 6
# Backends of networkx whose exact betweenness takes seconds where networkx itself takes minutes.
FAST_BACKENDS: Final = ("rustworkx",)


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of each node, by its reference; ``samples`` is 0 where betweenness is exact."""

    degree: Mapping[str, int]
    strength: Mapping[str, int]
    betweenness: Mapping[str, float]
    community: Mapping[str, int]
    component: Mapping[str, int]
    bridges: frozenset[tuple[str, str]]
    samples: int
    backend: str = ""


def measure(weights: Mapping[tuple[str, str], int], exact_up_to: int = EXACT_UP_TO) -> Measures:
    """The measures of an undirected graph given as the weight of each edge, keyed by its ends in code-point order.

    - *degree*: number of neighbours, ``|N(v)|``.
    - *strength*: sum of the weights of the edges at a node, ``Σ w(u, v)``.
    - *betweenness*: ``Σ σ(s, t | v) / σ(s, t)`` over the pairs *s, t* other than *v*, over shortest paths that do not
      regard weights, divided by ``(n − 1)(n − 2) / 2``. Above ``exact_up_to`` nodes it is estimated from 100 source
      nodes (Brandes and Pich 2007; ``k=100, seed=7``), unless a backend of ``FAST_BACKENDS`` is installed; rounded to
      six digits.
    - *community*: Louvain (Blondel et al. 2008), weighted, resolution 1, ``seed=7``; 1 is the largest, ties go by the
      first reference. *component* is numbered likewise.
    - *bridges*: edges whose removal parts the component.
    """
    names = sorted({end for pair in weights for end in pair})
    number = {name: place for place, name in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_weighted_edges_from((number[a], number[b], weight) for (a, b), weight in sorted(weights.items()))
    betweenness, samples, backend = _betweenness(graph, exact_up_to)
    communities = nx.community.louvain_communities(graph, weight="weight", resolution=RESOLUTION, seed=SEED)
    return Measures(
        degree={names[node]: degree for node, degree in graph.degree()},
        strength={names[node]: int(strength) for node, strength in graph.degree(weight="weight")},
        betweenness={names[node]: round(value, DIGITS) for node, value in betweenness.items()},
        community=_numbered(communities, names),
        component=_numbered(list(nx.connected_components(graph)), names),
        bridges=_bridges(graph, names),
        samples=samples,
        backend=backend,
    )


def _betweenness(graph: nx.Graph[int], exact_up_to: int) -> tuple[Mapping[int, float], int, str]:
    if len(graph) <= exact_up_to:
        return nx.betweenness_centrality(graph), 0, ""
    backend = next((name for name in FAST_BACKENDS if name in installed_backends()), "")
    if backend:
        return _exact(graph, backend), 0, backend
    return nx.betweenness_centrality(graph, k=min(SAMPLES, len(graph)), seed=SEED), SAMPLES, ""


def _exact(graph: nx.Graph[int], backend: str) -> Mapping[int, float]:
    found: Any = nx.betweenness_centrality(graph, backend=backend)
    return {node: float(found[node]) for node in graph}


def _bridges(graph: nx.Graph[int], names: Sequence[str]) -> frozenset[tuple[str, str]]:
    found: Any = nx.bridges(graph)
    return frozenset((names[min(edge)], names[max(edge)]) for edge in found)


def installed_backends() -> set[str]:
    """Names of the networkx backends that are installed beside it."""
    config: Any = nx.config
    return set(config.backends)


def _numbered(groups: Sequence[set[int]], names: Sequence[str]) -> dict[str, int]:
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {names[node]: place for place, group in enumerate(ordered, 1) for node in group}
