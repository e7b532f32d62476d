"""A network drawn so that it can be read: few names, none over another; thousands of nodes as their communities."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import networkx as nx

from kg.model.answer import Answer, Network, Node
from kg.pages.language import LANGUAGES, words
from kg.pages.pictures.layout import Circle, Layout, Pair, lay_out
from kg.pages.pictures.measure import SMALL_FONT, Box, Label, Wish, choose_labels, fitted, width_of
from kg.pages.pictures.parts import PAPER, line, linked, tip
from kg.pages.pictures.svg import LINE, Frame, Number, drawing, element
from kg.pages.pictures.tell import Address, Drawn, join, tell

MOST_LABELS: Final = 32
MOST_LINKS: Final = 60  # of more, a keyboard would stop at each on its way to the table, which has them all
FOREMOST: Final = 10
SPARSE: Final = 100  # up to so many nodes no name lies over a node
MOST_DOTS: Final = 6000  # of more nodes only the discs are drawn, lest the page weighs megabytes
_LONGEST: Final = 210.0
_LEAST_NAME: Final = 80.0
_OVER: Final = 12.0  # how far a name may stick out of its disc
_SEED: Final = 7
_LEGEND: Final = 30
# Okabe and Ito: told apart by readers with any colour vision, on light and on dark.
COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8f7a00", "#7a5ea8")
_OTHER: Final = "#7d8794"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the drawing starts from: nodes and their communities by number, edges by numbers, and where they stand."""

    nodes: tuple[Node, ...]
    groups: tuple[int, ...]
    edges: tuple[tuple[int, int, int], ...]
    bridges: frozenset[Pair]
    layout: Layout

    @property
    def grouped(self) -> bool:
        return bool(self.layout.discs)


def network(answer: Answer, language: str, address: Address) -> Drawn | None:
    """The network of an answer; None where it has none or no edges."""
    if answer.network is None or not answer.network.edges:
        return None
    plan = plan_of(answer.network)
    told = _told(answer, plan, language)
    labels = group_labels(answer, plan, language) if plan.grouped else node_labels(answer, plan, language)
    shapes = [
        *_edges(plan),
        *(_grouped(answer, plan, language, address) if plan.grouped else _single(answer, plan, language, address)),
    ]
    shapes += [line(label.text, label.x, label.y, halo=True) for _, label in labels]
    if plan.grouped:
        shapes += _counts(plan, [group for group, _ in labels])
    height = round(plan.layout.height) + _LEGEND
    shapes += _legend(plan, plan.layout.height + 14, language)
    return Drawn(
        drawing(Frame("picture", round(plan.layout.width), height, answer.title[language], told), shapes), told
    )


def plan_of(given: Network) -> _Plan:
    """The nodes of a network with edges, numbered by reference, and their layout."""
    tied = {end for edge in given.edges for end in (edge.source, edge.target)}
    nodes = tuple(sorted((node for node in given.nodes if node.ref in tied), key=lambda node: node.ref))
    number = {node.ref: place for place, node in enumerate(nodes)}
    ties = [edge for edge in given.edges if edge.source != edge.target]
    edges = tuple(sorted((number[edge.source], number[edge.target], edge.weight) for edge in ties))
    bridges = frozenset((number[edge.source], number[edge.target]) for edge in given.edges if edge.bridge)
    groups = _communities(nodes, edges)
    radii = tuple(round(min(3.5 + 1.7 * math.sqrt(_weight(node)), 17.0), 2) for node in nodes)
    return _Plan(nodes, groups, edges, bridges, lay_out(radii, groups, edges))


def _weight(node: Node) -> float:
    return node.measures.get("strength", node.measures.get("degree", 1))


def _fame(node: Node) -> tuple[bool, float, str]:
    """Sorts the node first that readers know a community by: the best tied body or person, before any event."""
    return node.kind == "event", -_weight(node), node.ref


def _communities(nodes: Sequence[Node], edges: tuple[tuple[int, int, int], ...]) -> tuple[int, ...]:
    """The communities of the view; of a view that has none, Louvain's with a fixed seed, the largest first."""
    if all("community" in node.measures for node in nodes):
        return tuple(int(node.measures["community"]) for node in nodes)
    return _louvain(len(nodes), edges)


@lru_cache(maxsize=32)
def _louvain(nodes: int, edges: tuple[tuple[int, int, int], ...]) -> tuple[int, ...]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from(edges)
    found = sorted(nx.community.louvain_communities(graph, seed=_SEED), key=lambda group: (-len(group), min(group)))
    numbers = {node: place for place, group in enumerate(found, 1) for node in group}
    return tuple(numbers[each] for each in range(nodes))


def node_labels(answer: Answer, plan: _Plan, language: str) -> list[tuple[int, Label]]:
    """The names of the best tied nodes, so far as there is room, never one over another.

    The foremost may lie over lesser nodes, lest only the rim of a dense network had names; the others may not.
    """
    places = plan.layout.nodes
    order = sorted(places, key=lambda each: (-_weight(plan.nodes[each]), plan.nodes[each].ref))
    sparse = len(order) <= SPARSE
    wishes = [(each, _wish(answer.label(plan.nodes[each].ref, language), places[each], sparse)) for each in order]
    first = [_box(places[each]) for each in (order if sparse else order[:FOREMOST])]
    foremost = _chosen(wishes[:FOREMOST], first, plan.layout, FOREMOST)
    taken = [*map(_box, places.values()), *(label.box for _, label in foremost)]
    return foremost + _chosen(wishes[FOREMOST:], taken, plan.layout, MOST_LABELS - len(foremost))


def _wish(name: str, circle: Circle, upright: bool) -> Wish:
    return Wish(fitted(name, _LONGEST), circle.x, circle.y, circle.radius, upright=upright)


def group_labels(answer: Answer, plan: _Plan, language: str) -> list[tuple[int, Label]]:
    """Of the communities whose disc is large enough the name of the best tied member."""
    members = _members(plan)
    wishes = []
    for group, disc in sorted(plan.layout.discs.items(), key=lambda pair: (-pair[1].radius, pair[0])):
        room = 2 * disc.radius + _OVER
        if room >= _LEAST_NAME:
            best = min((plan.nodes[each] for each in members[group]), key=_fame)
            name = fitted(answer.label(best.ref, language), room)
            wishes.append((group, Wish(name, disc.x, disc.y, disc.radius, middle=True)))
    return _chosen(wishes, [], plan.layout, len(wishes))


def _chosen(
    wishes: Sequence[tuple[int, Wish]], taken: Sequence[Box], layout: Layout, most: int
) -> list[tuple[int, Label]]:
    """The labels that find room, each with the number of its node or community."""
    found = choose_labels([wish for _, wish in wishes], taken, (layout.width, layout.height), most)
    waiting = iter(wishes)
    return [(next(each for each, wish in waiting if wish.text == label.text), label) for label in found]


def _box(circle: Circle) -> Box:
    return Box(circle.x - circle.radius, circle.y - circle.radius, circle.x + circle.radius, circle.y + circle.radius)


def _members(plan: _Plan) -> Mapping[int, list[int]]:
    members: dict[int, list[int]] = {}
    for each, group in enumerate(plan.groups):
        members.setdefault(group, []).append(each)
    return members


def _edges(plan: _Plan) -> list[str]:
    if plan.grouped:
        ends = plan.layout.discs
        ties = [(one, two, weight) for (one, two), weight in sorted(plan.layout.ties.items())]
    else:
        ends = plan.layout.nodes
        ties = list(plan.edges)
    return [_edge(ends[one], ends[two], weight, bridge=(one, two) in plan.bridges) for one, two, weight in ties]


def _edge(one: Circle, two: Circle, weight: int, *, bridge: bool) -> str:
    said: dict[str, Number | str] = {
        "x1": one.x, "y1": one.y, "x2": two.x, "y2": two.y, "stroke": "#9aa5b3", "class_": "p-edge",
        "stroke_width": round(min(0.7 + 0.5 * weight, 6.0), 1),
    }  # fmt: skip
    if bridge:
        said["stroke_dasharray"] = "5 3"
    return element("line", "", **said)


def colour_of(group: int) -> str:
    """The colour of a community by its number; those beyond the palette share one."""
    return COLOURS[group - 1] if 0 < group <= len(COLOURS) else _OTHER


def _single(answer: Answer, plan: _Plan, language: str, address: Address) -> list[str]:
    shapes = []
    for each, circle in sorted(plan.layout.nodes.items()):
        node = plan.nodes[each]
        said = tip(answer.label(node.ref, language))
        shape = _node(node.kind, circle, colour_of(plan.groups[each]), said)
        shapes.append(linked(shape, address(node.ref)) if len(plan.nodes) <= MOST_LINKS else shape)
    return shapes


def _node(kind: str, circle: Circle, colour: str, said: str = "") -> str:
    """A body is a disc, a person a ring, an event a square: told apart without colour."""
    x, y, r = circle.x, circle.y, circle.radius
    if kind == "event":
        return element("rect", said, x=x - 0.9 * r, y=y - 0.9 * r, width=1.8 * r, height=1.8 * r, fill=colour)
    if kind == "person":
        return element(
            "circle", said, cx=x, cy=y, r=r - 1, fill="#ffffff", stroke=colour, stroke_width=2, class_="p-ring"
        )
    return element("circle", said, cx=x, cy=y, r=r, fill=colour)


def _grouped(answer: Answer, plan: _Plan, language: str, address: Address) -> list[str]:
    shapes = []
    members = _members(plan)
    for group, disc in sorted(plan.layout.discs.items()):
        said = tip(tell("network_group", language, members=len(members[group])))
        colour = colour_of(group)
        shapes.append(element("circle", cx=disc.x, cy=disc.y, r=disc.radius, fill=PAPER, class_="p-paper"))
        shapes.append(
            element("circle", said, cx=disc.x, cy=disc.y, r=disc.radius, fill=colour, fill_opacity=0.14, stroke=colour)
        )
    if len(plan.nodes) > MOST_DOTS:
        return shapes
    for each, circle in sorted(plan.layout.nodes.items()):
        node, colour = plan.nodes[each], colour_of(plan.groups[each])
        shapes.append(
            element(
                "circle", tip(answer.label(node.ref, language)), cx=circle.x, cy=circle.y, r=circle.radius, fill=colour
            )
        )
    return shapes


def _counts(plan: _Plan, groups: Iterable[int]) -> list[str]:
    """Below the name of a community how many others belong to it."""
    members, discs = _members(plan), plan.layout.discs
    return [
        line(f"+{len(members[group]) - 1:,}", discs[group].x, discs[group].y + 19, "middle", soft=True, halo=True)
        for group in groups
    ]


def _legend(plan: _Plan, y: float, language: str) -> list[str]:
    known = words(next(each for each in LANGUAGES if each == language))
    x, shapes = 26.0, [element("line", x1=0, y1=y - 12, x2=plan.layout.width, y2=y - 12, stroke=LINE, class_="p-line")]
    kinds = set() if plan.grouped else {node.kind for node in plan.nodes}
    bodies = kinds - {"event", "person"}
    for alike in filter(None, (sorted(bodies), ["person"] * ("person" in kinds), ["event"] * ("event" in kinds))):
        kind, said = alike[0], " · ".join(known.get(f"kind_{each}", each) for each in alike)
        shapes += [_node(kind, Circle(x, y + 2, 5), _OTHER), line(said, x + 12, y + 6, soft=True)]
        x += 36 + width_of(said, SMALL_FONT)
    said = tell("network_disc" if plan.grouped else "network_colour", language)
    return [*shapes, line(said, x - 6, y + 6, soft=True)]


def _told(answer: Answer, plan: _Plan, language: str) -> str:
    best = min(plan.nodes, key=_fame)
    bridges, drawn = len(plan.bridges), len(plan.layout.nodes)
    return join(
        tell("network", language, nodes=len(plan.nodes), edges=len(plan.edges), groups=len(set(plan.groups))),
        tell("network_best", language, name=answer.label(best.ref, language), ties=int(_weight(best))),
        tell("network_bridges", language, bridges=bridges) if bridges and not plan.grouped else "",
        tell("network_left", language, nodes=len(plan.nodes) - drawn) if drawn < len(plan.nodes) else "",
    )
