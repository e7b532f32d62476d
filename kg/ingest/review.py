"""The review queue: ``data/review/ID.json``, what of a document waits for a curator, and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.errors import DataError, KgError
from kg.model.resolution import Candidate
from kg.model.review import REASONS, Queued

FOLDER: Final = "review"
SCHEMA: Final = "review.schema.json"
_KEYS: Final = frozenset({"id", "source", "waiting", "record"})

_JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One review file as it was read: the document's id, its claims, and the record that was refused, if one was."""

    id: str
    claims: tuple[Mapping[str, Any], ...]
    record: Mapping[str, Any] | None = None
    sha256: str = ""
    title: str = ""


def queued_json(queued: Queued) -> _JSON:
    """A claim that waits, as a review file holds it."""
    said: _JSON = {
        "kind": queued.kind,
        "reasons": [{"rule": rule, **REASONS[rule]} for rule in queued.reasons],
        "claim": dict(queued.claim),
    }
    if queued.details:
        said["details"] = list(queued.details)
    if queued.candidates:
        said["candidates"] = [_candidate(each) for each in queued.candidates]
    return said


def _candidate(candidate: Candidate) -> _JSON:
    reasons = [{"rule": each.rule, "points": each.points, "said": each.said} for each in candidate.reasons]
    plain = [{key: value for key, value in reason.items() if value != ""} for reason in reasons]
    return {"ref": candidate.ref, "score": candidate.score, "reasons": plain}


def review_json(identifier: str, source: _JSON, waiting: Sequence[_JSON], record: _JSON | None = None) -> _JSON:
    """A review file; ``record`` is one that was refused as a whole."""
    found: _JSON = {"id": identifier, "source": source, "waiting": list(waiting)}
    return found if record is None else {**found, "record": record}


def read_review(path: Path) -> Waiting:
    """One review file; raises DataError where it is broken."""
    try:
        found = json.loads(path.read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise DataError("the review file cannot be read", where=str(path), why=why, fix=_FIX) from error
    claims = found.get("waiting") if isinstance(found, dict) else None
    sound = (
        isinstance(claims, list)
        and all(isinstance(claim, dict) and "kind" in claim and "reasons" in claim for claim in claims)
        and set(found) <= _KEYS
    )
    if not sound or claims is None or found.get("id") != path.stem:
        raise DataError("is no review file", where=str(path), why="id or waiting are not as they must be", fix=_FIX)
    source = found.get("source") or {}
    about = (str(source.get("sha256") or ""), str(source.get("title") or ""))
    return Waiting(path.stem, tuple(claims), found.get("record"), *about)


_FIX: Final = "mend it or delete it; `kg ingest` of the document writes it anew"


def read_queue(folder: Path, skip: Callable[[KgError], None]) -> Iterator[Waiting]:
    """Every review file of a folder sorted; ``skip`` is told of broken ones, and the rest goes on."""
    for path in sorted(folder.glob("*.json")):
        if path.name == SCHEMA:
            continue
        try:
            yield read_review(path)
        except DataError as error:
            skip(error)
