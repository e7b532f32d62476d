"""Reads documents from JSON lines, plain or compressed, and names each line that is none.

A line too long is passed over without being held in memory; a file cut off in the middle gives all its whole lines.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

from kg.errors import DataError
from kg.ingest.formats import MOST_TEXT, stated_date
from kg.model.document import Document

_STEP: Final = 1 << 20
_MARK: Final = b"\xef\xbb\xbf"

_FORM: Final = 'a line is {"id": …, "text": …} with "published" and "url" where known'


def read_lines(path: Path, skip: Callable[[DataError], None], at: Callable[[int], None]) -> Iterator[Document]:
    """The documents of a file; ``skip`` is told of each fault, ``at`` of how many bytes of the file are read."""
    number = 0
    with path.open("rb") as raw:
        lines = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if path.suffix.lower() == ".gz" else raw
        try:
            for number, line in enumerate(_lines(lines), 1):
                if number == 1 and b"\0" in line:
                    skip(DataError("is a binary file, not JSON lines", where=str(path)))
                    return
                try:
                    if line.strip():
                        yield _document(line.removeprefix(_MARK) if number == 1 else line)
                except DataError as error:
                    skip(DataError(error.what, where=f"{path}:{number}", why=error.why, fix=error.fix))
                at(raw.tell())
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            why = f"{error} (read up to line {number:,})"
            skip(DataError("the compressed file is damaged or cut off", where=f"{path}:{number + 1}", why=why))
            return
    if not number:
        skip(DataError("is empty", where=str(path)))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Each line; of one that is too long only so much that this shows."""
    while line := file.readline(MOST_TEXT + 1):
        yield line
        if len(line) > MOST_TEXT:
            while not line.endswith(b"\n") and (line := file.readline(_STEP)):
                pass


def _document(line: bytes) -> Document:
    if len(line) > MOST_TEXT:
        raise DataError("the line is too long", why=f"more than {MOST_TEXT // 1_000_000} MB")
    try:
        entry = json.loads(line.decode("utf-8").rstrip("\r\n"))
    except UnicodeDecodeError as error:
        raise DataError("the line is not UTF-8", why=f"byte {line[error.start]:#04x} at {error.start:,}") from error
    except json.JSONDecodeError as error:
        # Not the parser's own "line 1 column 9": the line in the file is named already.
        why = f"{error.msg.removesuffix(' at')} at character {error.pos + 1:,}"
        raise DataError("the line is not JSON", why=why) from error
    except (ValueError, RecursionError) as error:
        raise DataError("the line is not JSON", why=f"{error}"[:200]) from error
    if not isinstance(entry, dict):
        raise DataError("the line is no JSON object", fix=_FORM)
    return _of_entry(entry)


def _of_entry(entry: dict[str, object]) -> Document:
    identifier, text, url = entry.get("id"), entry.get("text"), entry.get("url")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        raise DataError("the line has no id", fix=_FORM)
    if not isinstance(text, str) or not text.strip():
        raise DataError(f"{identifier!r} has no text", fix=_FORM)
    if url is not None and not isinstance(url, str):
        raise DataError(f"url of {identifier!r} is no text", fix=_FORM)
    for said in (identifier, text, url or ""):
        _check_characters(said, identifier)
    return Document(identifier, text, "text/plain", "", stated_date(entry.get("published")), url or "")


def _check_characters(said: str, identifier: str) -> None:
    try:
        said.encode("utf-8")
    except UnicodeEncodeError as error:
        why = f"character {error.start:,} is half of a pair"
        raise DataError(f"{identifier!r} cannot be written as UTF-8", why=why) from error
