"""Writes records and other JSON files of the data folder: one layout, whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from kg.errors import KgError
from kg.model.record import Record, SourceInfo, Thing, Value

_JSON = dict[str, Any]
_INLINE: Final = frozenset({"at", "spans"})
_ONE_LINE: Final = ("at", "status", "rule", "th")  # a value, a review, a reason, labels


def record_json(record: Record) -> _JSON:
    """A record as its file holds it: the reverse of ``kg.ingest.records.parse_record``."""
    review = {"status": record.review_status, "on": record.reviewed_on}
    return {
        "id": record.source.id,
        "source": source_json(record.source),
        "review": _filled(review),
        "things": [_thing(thing, record.source.language) for thing in record.things],
    }


def source_json(source: SourceInfo) -> _JSON:
    """What is known of a document, as records and review files hold it."""
    return _filled(
        {
            "title": source.title,
            "language": source.language,
            "mediaType": source.media_type,
            "issued": source.issued,
            "publisher": source.publisher,
            "publisherRole": source.publisher_role,
            "url": source.url,
            "license": source.license,
            "sha256": source.sha256,
            "characters": source.characters,
            "extractor": source.extractor,
        }
    )


def _thing(thing: Thing, language: str) -> _JSON:
    said = {name: [_value(value, language) for value in values] for name, values in thing.says.items()}
    also = {"alsoClass": thing.also, "labels": dict(thing.labels), "at": [list(span) for span in thing.spans]}
    return {"id": thing.ref, "class": thing.cls, **{key: value for key, value in also.items() if value}, "says": said}


def _value(value: Value, language: str) -> _JSON:
    said: _JSON = {"value": value.value, "at": [list(span) for span in value.spans]}
    if value.verbatim:
        said["as"] = value.verbatim
    if value.language and value.language != language:
        said["lang"] = value.language
    if value.confidence != 1:
        said["confidence"] = value.confidence
    return said


def _filled(values: Mapping[str, Any]) -> _JSON:
    return {key: value for key, value in values.items() if value != ""}


def laid_out(value: object) -> str:
    """JSON as a person reads and compares it: one value with its spans on one line, everything else indented."""
    return "".join(_lines(value, 0)) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, dict) and value and not _on_one_line(value):
        yield from _block("{", "}", [(f"{_inline(key)}: ", item) for key, item in value.items()], depth)
    elif (
        isinstance(value, list) and value and any(isinstance(item, dict | list) for item in value) and not _spans(value)
    ):
        yield from _block("[", "]", [("", item) for item in value], depth)
    else:
        yield _inline(value)


def _block(first: str, last: str, items: list[tuple[str, object]], depth: int) -> Iterator[str]:
    yield f"{first}\n"
    for index, (front, item) in enumerate(items):
        yield "  " * (depth + 1) + front
        yield from _lines(item, depth + 1)
        yield ",\n" if index < len(items) - 1 else "\n"
    yield "  " * depth + last


def _on_one_line(value: dict[str, object]) -> bool:
    """Values with their spans, and other small objects: nothing nested but spans."""
    nested = [key for key, item in value.items() if isinstance(item, dict | list) and key not in _INLINE]
    return not nested and any(key in value for key in _ONE_LINE)


def _spans(value: list[object]) -> bool:
    return all(isinstance(item, list) and all(isinstance(end, int) for end in item) for item in value)


def _inline(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def write_whole(path: Path, text: str) -> bool:
    """Put a text in a file so that readers see the old file or the new one; False where it says the same already.

    Raises KgError where the disk refuses.
    """
    data = text.encode("utf-8")
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            Path(draft).chmod(0o644)
            Path(draft).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(draft).unlink()
            raise
    except OSError as error:
        raise KgError("cannot be written", where=str(path), why=error.strerror or str(error)) from error
    return True
