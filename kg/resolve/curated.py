"""What a document says after its curators: an extraction with a correction in its place, or with decisions applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kg.model.curation import KINDS, Claim, Correction, Ruling, Verdict, telling
from kg.model.identity import mint

RULE: Final = "reviewed"
"""Stands as the rule of a claim that a person has read."""

_EMPTY: Final[Mapping[str, Mapping[str, Any]]] = {
    "conferments": {"surfaces": [], "parent": None},
    "counts": {"qualifier": None},
}


def corrected(said: Mapping[str, Any], correction: Correction) -> dict[str, Any]:
    """The extraction of a document with the claims of its correction, and no others."""
    lists = {listed: [_sure(listed, row) for row in correction.claims.get(listed, ())] for listed in KINDS.values()}
    lists["conferments"] = _awards(correction.doc, lists["conferments"])
    return {**said, **lists}


def ruled(said: Mapping[str, Any], rulings: Iterable[Ruling], doc: str) -> dict[str, Any]:
    """The extraction of a document with decisions applied in their order; what was accepted stays, found or not."""
    lists: dict[str, list[dict[str, Any]]] = {listed: list(said.get(listed, ())) for listed in KINDS.values()}
    for ruling in rulings:
        listed = KINDS[ruling.kind]
        key = telling(listed, ruling.claim)
        rows = [row for row in lists[listed] if telling(listed, row) != key]
        right = ruling.instead if ruling.verdict is Verdict.CORRECT else ruling.claim
        if ruling.verdict is not Verdict.REJECT and right:
            sure = _sure(listed, right)
            rows = [row for row in rows if telling(listed, row) != telling(listed, right)]
            rows.append(_awards(doc, [sure])[0] if listed == "conferments" else sure)
        lists[listed] = sorted(rows, key=lambda row: (row["start"], row["end"]))
    return {**said, **lists}


def _sure(listed: str, row: Claim) -> dict[str, Any]:
    return {**_EMPTY.get(listed, {}), "spans": {}, "year": None, **row, "confidence": 1.0, "rule": RULE}


def _awards(doc: str, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with what says which of them are one award: those of one work, where nothing says so yet."""
    named = []
    for number, row in enumerate(rows):
        shared = row.get("work") or f"{row['recipient']}@{number}"
        parts = (row["scheme"], str(row.get("year")), str(row.get("category")), str(row.get("level")), shared)
        named.append({"award_id": mint("conferment", doc, *parts).partition("/")[2], **row})
    return named
