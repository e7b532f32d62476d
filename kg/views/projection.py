"""Who is tied to whom: the weighted projection of a bipartite graph on one of its sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

Shared = dict[tuple[str, str], list[str]]
"""For each pair of members (the lesser in code-point order first), the things that they share, in order."""


def project(members: Mapping[str, Iterable[str]]) -> Shared:
    """The projection of a bipartite graph of things and their members on the members.

    The weight of an edge is the number of things shared, ``w(u, v) = |T(u) ∩ T(v)|`` with ``T(x)`` the things that have
    *x* among their members: what ``networkx.bipartite.weighted_projected_graph`` gives with ``ratio=False``, which goes
    over the neighbours of the neighbours of every member and takes an order of magnitude longer. This goes once over
    the pairs of each thing's members, so its cost is ``Σ |members|²`` over the things.
    """
    shared: Shared = {}
    for thing, given in members.items():
        for pair in combinations(sorted(set(given)), 2):
            found = shared.get(pair)
            if found is None:
                shared[pair] = [thing]
            else:
                found.append(thing)
    return shared
