"""An answer as plain JSON values, and back: the form of ``kg view --format json`` and of what a build derives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from kg.model.answer import Answer, Cell, Column, Edge, Kind, Network, Node, Note, Row

_LISTS: Final = frozenset({Kind.REFS, Kind.YEARS, Kind.TEXTS})


def to_plain(answer: Answer) -> dict[str, Any]:
    """Values that ``json.dumps`` writes as they are; years are CE, references ``kind/id``."""
    plain: dict[str, Any] = {
        "view": answer.name,
        "title": dict(answer.title),
        "method": dict(answer.method),
        "rule": answer.rule,
        "data": {"version": answer.version},
        "parameters": {
            name: list(value) if isinstance(value, tuple) else value for name, value in answer.parameters.items()
        },
        "notes": [{"kind": note.kind, "text": dict(note.text), "figures": dict(note.figures)} for note in answer.notes],
        "columns": [
            {"name": column.name, "kind": column.kind.value, "heading": dict(column.heading)}
            for column in answer.columns
        ],
        "rows": [_row(answer.columns, row) for row in answer.rows],
    }
    if answer.network is not None:
        plain["network"] = _network(answer.network)
    plain["labels"] = {ref: dict(said) for ref, said in sorted(answer.labels.items())}
    plain["evidence"] = {ref: list(ids) for ref, ids in sorted(answer.evidence.items())}
    return plain


def to_json(answer: Answer, indent: int | None = None) -> bytes:
    """An answer as JSON in UTF-8, keys and rows in their order; the same answer gives the same bytes."""
    separators = (",", ":") if indent is None else (",", ": ")
    said = json.dumps(to_plain(answer), ensure_ascii=False, separators=separators, indent=indent)
    return f"{said}\n".encode()


def _row(columns: tuple[Column, ...], row: Row) -> dict[str, Any]:
    cells = {column.name: _cell(cell) for column, cell in zip(columns, row.cells, strict=True)}
    return {**cells, "proof": list(row.proof)}


def _cell(cell: Cell) -> Any:  # noqa: ANN401 - what JSON has
    return list(cell) if isinstance(cell, tuple) else cell


def _network(network: Network) -> dict[str, Any]:
    return {
        "nodes": [{"id": node.ref, "kind": node.kind, **node.measures} for node in network.nodes],
        "edges": [
            {
                "source": edge.source,
                "target": edge.target,
                "weight": edge.weight,
                "kind": edge.kind,
                "bridge": edge.bridge,
                "proof": list(edge.proof),
            }
            for edge in network.edges
        ],
    }


def from_plain(plain: Mapping[str, Any]) -> Answer:
    """The answer that ``to_plain`` wrote; raises KeyError, TypeError or ValueError for anything else."""
    columns = tuple(Column(each["name"], Kind(each["kind"]), each["heading"]) for each in plain["columns"])
    return Answer(
        name=plain["view"],
        title=plain["title"],
        method=plain["method"],
        rule=plain["rule"],
        version=plain["data"]["version"],
        parameters={
            name: tuple(value) if isinstance(value, list) else value for name, value in plain["parameters"].items()
        },
        notes=tuple(Note(each["kind"], each["text"], each["figures"]) for each in plain["notes"]),
        columns=columns,
        rows=tuple(
            Row(tuple(_read(column, row[column.name]) for column in columns), tuple(row["proof"]))
            for row in plain["rows"]
        ),
        network=_read_network(plain["network"]) if "network" in plain else None,
        labels=plain["labels"],
        evidence={ref: tuple(ids) for ref, ids in plain["evidence"].items()},
    )


def _read(column: Column, cell: Any) -> Cell:  # noqa: ANN401 - what JSON has
    return tuple(cell) if column.kind in _LISTS else cell


def _read_network(plain: Mapping[str, Any]) -> Network:
    nodes = tuple(
        Node(each["id"], each["kind"], {name: value for name, value in each.items() if name not in ("id", "kind")})
        for each in plain["nodes"]
    )
    edges = tuple(
        Edge(each["source"], each["target"], each["weight"], each["kind"], each["bridge"], tuple(each["proof"]))
        for each in plain["edges"]
    )
    return Network(nodes, edges)
