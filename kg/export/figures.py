"""The figures of a graph that VoID gives (https://www.w3.org/TR/void/, section 4.6), each counted by a query."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph.quads import Term
from kg.graph.query import ask_file
from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over all graphs together; ``years`` is empty where no edition has one."""

    triples: int
    subjects: int
    objects: int
    properties: int
    classes: int
    by_class: tuple[tuple[str, int], ...]
    by_property: tuple[tuple[str, int], ...]
    years: tuple[int, ...]


def figures(store: Store, base: str) -> Figures:
    """Count; a second for each million triples or so."""
    counts = ask_file(store, "dataset/counts", base=base)[0]
    years = ask_file(store, "dataset/years", base=base)[0]
    return Figures(
        triples=_number(counts["triples"]),
        subjects=_number(counts["subjects"]),
        objects=_number(counts["objects"]),
        properties=_number(counts["properties"]),
        classes=_number(counts["classes"]),
        by_class=_pairs(store, "classes", "class", "things", base),
        by_property=_pairs(store, "properties", "property", "triples", base),
        years=tuple(_number(years[name]) for name in ("first", "last") if years[name] is not None),
    )


def _pairs(store: Store, query: str, name: str, count: str, base: str) -> tuple[tuple[str, int], ...]:
    rows = ask_file(store, f"dataset/{query}", base=base)
    return tuple((_text(row[name]), _number(row[count])) for row in rows)


def _text(term: Term | None) -> str:
    return getattr(term, "value", "")


def _number(term: Term | None) -> int:
    return int(_text(term) or 0)
