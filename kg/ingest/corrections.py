"""Reads and writes ``data/corrections/ID.json``: the claims of a document that a person has read, without its words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from kg.errors import DataError, KgError
from kg.ingest.records import SHA256
from kg.ingest.writing import write_whole
from kg.model.curation import KINDS, Claim, Correction
from kg.text.dates import parse_iso

FOLDER: Final = "corrections"
SCHEMA: Final = "correction.schema.json"
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "conferments": ("recipient", "kind", "scheme"),
    "candidacies": ("recipient", "scheme", "status"),
    "people": ("name", "part"),
    "events": (),
    "streaks": ("recipient", "years"),
    "counts": ("what", "n", "counted"),
}
"""What a claim of each list cannot be without."""
_HEAD: Final = frozenset({"doc", "sha256", "on"})

_JSON = dict[str, Any]


def path_of(data: Path, identifier: str) -> Path:
    """Where the correction of a document lies, or would."""
    return data / FOLDER / f"{identifier}.json"


def read_corrections(data: Path, skip: Callable[[KgError], None]) -> dict[str, Correction]:
    """Every correction by its document; ``skip`` is told of broken ones, and the rest goes on."""
    found: dict[str, Correction] = {}
    for path in sorted((data / FOLDER).glob("*.json")):
        if path.name == SCHEMA:
            continue
        try:
            correction = read_correction(path)
            found[correction.doc] = correction
        except DataError as error:
            skip(error)
    return found


def read_correction(path: Path) -> Correction:
    """One correction; raises DataError naming the file, the claim and the mend."""
    try:
        said = json.loads(path.read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise DataError("the correction cannot be read", where=str(path), why=why, fix="mend the file") from error
    if not isinstance(said, dict) or said.get("doc") != path.stem:
        raise DataError("is no correction", where=str(path), fix=f'it is an object with "doc": "{path.stem}"')
    if not re.fullmatch(SHA256, str(said.get("sha256"))):
        raise DataError("sha256 is missing", where=str(path), fix="state the hash of the text that was read")
    _refuse_unknown(said, path)
    try:
        parse_iso(str(said.get("on")))
    except ValueError as error:
        raise DataError(f"on: {error}", where=str(path), fix="state the day of the review") from error
    claims = {listed: tuple(_claims(said, listed, path)) for listed in NEEDED if said.get(listed)}
    return Correction(path.stem, said["sha256"], said["on"], claims)


def _refuse_unknown(said: _JSON, path: Path) -> None:
    if unknown := sorted(set(said) - _HEAD - set(KINDS.values())):
        known = ", ".join(sorted(_HEAD | set(KINDS.values())))
        raise DataError(f"{unknown[0]!r} is not known", where=str(path), fix=f"a correction has {known}")


def _claims(said: _JSON, listed: str, path: Path) -> list[Claim]:
    rows = said[listed]
    if not isinstance(rows, list):
        raise DataError(f"{listed} is no list", where=str(path), fix="write a list of claims")
    for index, row in enumerate(rows):
        check_claim(row, listed, f"{path}: {listed}[{index}]")
    return rows


def check_claim(row: object, listed: str, where: str) -> None:
    """Raise DataError where a claim has not what its list asks for, or spans that cannot be."""
    if not isinstance(row, dict):
        raise DataError("is no object", where=where, fix="write a claim as an object")
    for name in NEEDED[listed]:
        if row.get(name) in (None, ""):
            raise DataError(f"{name} is missing", where=where, fix="state it, or leave the claim out")
    if "quote" in row:
        raise DataError("holds words of the document", where=where, fix="keep start and end, leave quote out")
    year = row.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise DataError(f"the year {year!r} is no number", where=where, fix="write it in the common era, or leave out")
    spans = row.get("spans", {})
    every = [[row.get("start"), row.get("end")], *(spans.values() if isinstance(spans, dict) else [None])]
    if not all(_is_span(span) for span in every):
        raise DataError("start, end or spans are not as they must be", where=where, fix="give [start, end], end behind")


def _is_span(span: object) -> bool:
    if not isinstance(span, list) or len(span) != 2:
        return False
    return all(type(end) is int for end in span) and 0 <= span[0] < span[1]


def write_correction(data: Path, correction: Correction) -> bool:
    """Put a correction in its place, a claim a line; False where it stands so already."""
    return write_whole(path_of(data, correction.doc), _text(correction))


def _text(correction: Correction) -> str:
    head = {"doc": correction.doc, "sha256": correction.sha256, "on": correction.on}
    parts = [f"  {_line(key)}: {_line(value)}" for key, value in head.items()]
    for listed in NEEDED:
        if rows := correction.claims.get(listed):
            claims = ",\n".join(f"    {_line(row)}" for row in rows)
            parts.append(f"  {_line(listed)}: [\n{claims}\n  ]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
