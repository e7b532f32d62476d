"""The logs of decisions, ``data/decisions/ID.jsonl``: a line a decision about one claim of one document, never edited.

A line that cannot be read is named and left out, and the rest holds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from kg.errors import DataError, KgError
from kg.ingest.corrections import check_claim
from kg.model.curation import KINDS, Ruling, Verdict
from kg.text.dates import parse_iso

FOLDER: Final = "decisions"
UNDO: Final = "undo"
_FIX: Final = "mend or remove the line; the others hold"

Skip = Callable[[KgError], None]


def path_of(data: Path, identifier: str) -> Path:
    """Where the log of a document lies, or would."""
    return data / FOLDER / f"{identifier}.jsonl"


def read_rulings(path: Path, skip: Skip) -> list[Ruling]:
    """The decisions of a log that hold, in their order; ``skip`` is told of lines that cannot be read."""
    lines = list(_lines(path, skip))
    undone: set[str] = set()
    for line in reversed(lines):
        if line.verdict is None and line.id not in undone:
            undone.add(line.undoes)
    return [line for line in lines if line.verdict is not None and line.id not in undone]


def _lines(path: Path, skip: Skip) -> Iterator[Ruling]:
    if not path.exists():
        return
    try:
        raw = path.read_bytes().splitlines()
    except OSError as error:
        skip(DataError("cannot be read", where=str(path), why=error.strerror or str(error)))
        return
    seen: set[str] = set()
    for number, line in enumerate(raw, 1):
        try:
            if line.strip():
                ruling = _ruling(line, f"{path}:{number}", seen)
                seen.add(ruling.id)
                yield ruling
        except DataError as error:
            skip(error)


def _ruling(line: bytes, where: str, seen: set[str]) -> Ruling:
    try:
        said = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise DataError("the decision is not JSON", where=where, why=str(error)[:100], fix=_FIX) from error
    if not isinstance(said, dict) or not all(isinstance(said.get(key), str) for key in ("id", "when", "who", "sha256")):
        raise DataError("the decision has not id, when, who and sha256", where=where, fix=_FIX)
    if said["id"] in seen:
        raise DataError(f"the id {said['id']!r} stands twice", where=where, fix=_FIX)
    try:
        parse_iso(said["when"][:10])
    except ValueError as error:
        raise DataError(f"when: {error}", where=where, fix=_FIX) from error
    head = (said["id"], said["when"], said["who"], said["sha256"])
    if said.get("decision") == UNDO:
        if said.get("undoes") not in seen:
            raise DataError("undoes no earlier line", where=where, fix=_FIX)
        return Ruling(*head, undoes=said["undoes"])
    return _of_claim(said, head, where)


def _of_claim(said: dict[str, Any], head: tuple[str, str, str, str], where: str) -> Ruling:
    verdicts = {each.value: each for each in Verdict}
    verdict, kind = verdicts.get(said.get("decision", "")), said.get("kind", "")
    if verdict is None or kind not in KINDS:
        known = f"decision: {', '.join(verdicts)}, {UNDO}; kind: {', '.join(KINDS)}"
        raise DataError("the decision or the kind of claim is not known", where=where, fix=known)
    instead = said.get("instead")
    # A claim that is accepted or put in place of another must be whole; one that is rejected need not be.
    if verdict is not Verdict.REJECT:
        check_claim(said.get("claim") if verdict is Verdict.ACCEPT else instead, KINDS[kind], where)
    if not isinstance(said.get("claim"), dict):
        raise DataError("the claim is missing", where=where, fix=_FIX)
    return Ruling(*head, kind, verdict, said["claim"], instead)


def append_ruling(data: Path, identifier: str, ruling: Ruling) -> None:
    """Add one line to the log of a document. Raises KgError where the disk refuses."""
    said = {
        "id": ruling.id,
        "when": ruling.when,
        "who": ruling.who,
        "sha256": ruling.sha256,
        "decision": ruling.verdict.value if ruling.verdict else UNDO,
        "kind": ruling.kind,
        "claim": dict(ruling.claim),
        "instead": ruling.instead,
        "undoes": ruling.undoes,
    }
    line = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False)
    path = path_of(data, identifier)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = not path.exists() or path.read_bytes()[-1:] in (b"", b"\n")
        with path.open("a", encoding="utf-8") as log:
            log.write(("" if whole else "\n") + line + "\n")
    except OSError as error:
        raise KgError("cannot be written", where=str(path), why=error.strerror or str(error)) from error
