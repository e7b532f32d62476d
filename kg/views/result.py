"""What a view's own function gives; names, evidence and the version of the data are added to it once for all views."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.answer import Column, Network, Note, Row, Text


@dataclass(frozen=True, slots=True)
class Result:
    """Columns, rows, notes, the network where there is one, and what to add to the view's method this time."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    network: Network | None = None
    method: Text | None = None
