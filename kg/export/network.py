"""Networks of views for Gephi, Cytoscape and the like: GraphML and GEXF, written by networkx."""

from __future__ import annotations

import re
from typing import Any, Final

import networkx as nx

from kg.errors import UsageError
from kg.model.answer import Answer, Cell, Edge, Kind, Network, Node
from kg.terms.iris import is_reference, split

NETWORK_FORMATS: Final = ("graphml", "gexf")
_TODAY: Final = re.compile(r' lastmodifieddate="[^"]*"')


def network_of(answer: Answer) -> Network:
    """The network of a view; of one that has none, what its rows tie.

    Each row then ties the thing of its first column of references to the things of the others, with the row's first
    number as weight; rows of one pair add up. A row without other references is a node alone, with its numbers.
    """
    if answer.network is not None:
        return answer.network
    weights: dict[tuple[str, str], int] = {}
    proof: dict[tuple[str, str], set[str]] = {}
    nodes: dict[str, dict[str, int | float]] = {}
    references = [place for place, column in enumerate(answer.columns) if column.kind in (Kind.REF, Kind.REFS)]
    for row in answer.rows:
        head, *others = [_refs(row.cells[place]) for place in references]
        ends = [end for cell in others for end in cell if end not in head]
        for one in head:
            measures = nodes.setdefault(one, {})
            if not ends:
                measures.update(_numbers(answer, row.cells))
            for other in ends:
                nodes.setdefault(other, {})
                weights[one, other] = weights.get((one, other), 0) + _weight(answer, row.cells)
                proof.setdefault((one, other), set()).update(row.proof)
    return Network(
        tuple(Node(ref, _kind(ref), measures) for ref, measures in sorted(nodes.items())),
        tuple(Edge(*pair, weight, proof=tuple(sorted(proof[pair]))) for pair, weight in sorted(weights.items())),
    )


def _refs(cell: Cell) -> list[str]:
    return [str(each) for each in cell] if isinstance(cell, tuple) else [str(cell)] if cell else []


def _numbers(answer: Answer, cells: tuple[Cell, ...]) -> dict[str, int | float]:
    return {
        column.name: cell
        for column, cell in zip(answer.columns, cells, strict=True)
        if isinstance(cell, int | float) and not isinstance(cell, bool)
    }


def _weight(answer: Answer, cells: tuple[Cell, ...]) -> int:
    for column, cell in zip(answer.columns, cells, strict=True):
        if column.kind is Kind.INTEGER and isinstance(cell, int):
            return cell
    return 1


def _kind(ref: str) -> str:
    return split(ref)[0] if is_reference(ref) else "concept"


def to_networkx(answer: Answer) -> nx.Graph[str]:
    """The network as a networkx graph: nodes by reference with ``kind``, ``label_th``, ``label_en`` and measures, edges
    with ``weight``, ``kind``, ``bridge`` and, as one text, the ``proof``.
    """
    network = network_of(answer)
    graph: nx.Graph[str] = nx.Graph(view=answer.name, version=answer.version)
    for node in network.nodes:
        names = {f"label_{language}": answer.label(node.ref, language) for language in ("th", "en")}
        graph.add_node(node.ref, kind=node.kind, **names, **node.measures)
    for edge in network.edges:
        graph.add_edge(
            edge.source,
            edge.target,
            weight=edge.weight,
            kind=edge.kind,
            bridge=edge.bridge,
            proof=" ".join(edge.proof),
        )
    return graph


def write_network(answer: Answer, form: str, language: str = "th") -> bytes:
    """The network in a format of ``NETWORK_FORMATS``; ``language`` is that of the labels that viewers show.

    Raises UsageError for another format. The same answer gives the same bytes: no file says when it was written.
    """
    if form not in NETWORK_FORMATS:
        raise UsageError(f"there is no network format {form!r}", fix=f"choose one of {', '.join(NETWORK_FORMATS)}")
    graph = to_networkx(answer)
    for _, data in graph.nodes(data=True):
        data["label"] = data[f"label_{language}"]
    lines: Any = nx.generate_graphml(graph) if form == "graphml" else nx.generate_gexf(graph, version="1.2draft")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    text = "\n".join(lines)
    text = text if text.startswith("<?xml") else head + text
    return f"{_TODAY.sub('', text)}\n".encode()
