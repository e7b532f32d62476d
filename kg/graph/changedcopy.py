"""A database that differs little from one that is there: a copy of it, brought to what it must hold.

One announcement changes a few hundred statements of hundreds of thousands. Loading them all takes seconds; the copy
shares the files of the other (RocksDB checkpoint: hard links) and takes none of them from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

_LITTLE: Final = 0.05  # share of the lines that may change; beyond, loading leaves the better database


@dataclass(frozen=True, slots=True)
class Before:
    """A database, and what it holds as lines of N-Quads."""

    database: Path
    lines: Sequence[bytes]


def changed_copy(before: Before | None, target: Path, lines: Sequence[bytes]) -> ox.Store | None:
    """A copy of the database at ``target`` that holds ``lines``, each once; None where it is better loaded anew.

    That is where too much changes, where blank nodes do (their labels are those of a file, not of the database), and
    where the other database does not hold what its lines say.
    """
    if before is None:
        return None
    old, new = set(before.lines), set(lines)
    gone, come = old - new, new - old
    if len(gone) + len(come) > _LITTLE * len(lines) or _has_blank_nodes(gone) or _has_blank_nodes(come):
        return None
    try:
        ox.Store.read_only(str(before.database)).backup(str(target))
        database = ox.Store(str(target))
    except (OSError, ValueError):
        return None
    for quad in _quads(gone):
        database.remove(quad)
    database.extend(_quads(come))
    _forget_empty_graphs(database)
    return database if len(database) == len(lines) else None


def _has_blank_nodes(lines: Iterable[bytes]) -> bool:
    return any(line.startswith(b"_:") or b" _:" in line for line in lines)


def _quads(lines: Iterable[bytes]) -> Iterable[ox.Quad]:
    return ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)


def _forget_empty_graphs(database: ox.Store) -> None:
    """A graph whose last statement is gone is still named; a loaded store names only graphs that say something."""
    for graph in list(database.named_graphs()):
        if next(database.quads_for_pattern(None, None, None, graph), None) is None:
            database.remove_graph(graph)
