"""Reads documents of every format, from files, folders and standard input, one after the other.

A bad input never ends the run: it is named in the books (``Intake``) with its file and line, and the next one is read.
A document given twice, alike to the letter, is read once; a second one of the same id with other words is refused, for
everything that is said later is said of an id.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import DataError, KgError
from kg.ingest.formats import FORMATS, Format, content_of, plain_text, too_large
from kg.ingest.intake import Intake
from kg.ingest.jsonlines import read_lines
from kg.ingest.mapping import Declared
from kg.ingest.paths import LINES, STANDARD_INPUT, files_of, has_suffix, named
from kg.ingest.tablefiles import table_formats
from kg.model.document import Document

STANDARD_INPUT_ID: Final = "stdin"


def read_documents(
    paths: Iterable[Path],
    report: Intake,
    standard_input: BinaryIO | None = None,
    formats: Mapping[str, Format] | None = None,
) -> Iterator[Document]:
    """The documents of these paths in their order, folders in the order of their names.

    ``-`` is standard input, read as one text. What cannot be read is noted in ``report``. ``formats`` says how files of
    each suffix are read; without it texts and, by their headings, tables (RDF needs the engine of another room).
    """
    forms = {**FORMATS, **table_formats(Declared())} if formats is None else formats
    files = files_of(paths, report, forms)
    report.size += sum(_size(path) for path in files)
    seen: dict[str, str] = {}
    for path in files:
        before = report.done
        try:
            for document in _of_file(path, forms, report, standard_input):
                if _is_new(document, path, seen, report):
                    report.read += 1
                    yield document
        except KgError as error:
            report.skip(error)
        except OSError as error:
            report.skip(DataError("cannot be read", where=named(path), why=error.strerror or str(error)))
        report.done = before + _size(path)


def _of_file(
    path: Path, forms: Mapping[str, Format], report: Intake, standard_input: BinaryIO | None
) -> Iterator[Document]:
    if path == STANDARD_INPUT:
        yield _standard_input(standard_input or sys.stdin.buffer)
    elif has_suffix(path, LINES):
        before = report.done
        yield from read_lines(path, report.skip, lambda place: setattr(report, "done", before + place))
    else:
        yield _file(path, forms[path.suffix.lower()], report)


def _file(path: Path, form: Format, report: Intake) -> Document:
    identifier = path.stem
    if named(path) != str(path):
        raise DataError("the name of the file is not UTF-8", where=named(path), fix="rename it")
    size = path.stat().st_size
    if size > form.most:
        raise _at(too_large(size, form.most), path)
    try:
        content = content_of(path.read_bytes(), form)
    except KgError as error:
        raise _at(error, path) from error
    for fault in content.faults:
        report.skip(_at(fault, path))
    return Document(
        identifier,
        content.text,
        content.media_type,
        content.extractor,
        content.published,
        content.url,
        content.stated,
    )


def _standard_input(source: BinaryIO) -> Document:
    form = Format(plain_text, FORMATS[".txt"].most)
    try:
        content = content_of(source.read(form.most + 1), form)
    except DataError as error:
        raise _at(error, Path("standard input")) from error
    return Document(STANDARD_INPUT_ID, content.text, content.media_type)


def _is_new(document: Document, path: Path, seen: dict[str, str], report: Intake) -> bool:
    said = document.sha256
    before = seen.setdefault(document.id, said)
    if before is said:
        return True
    if before == said:
        report.repeated += 1
    else:
        why = "a document of this id with other words was read before"
        report.skip(DataError(f"{document.id!r} comes a second time", where=named(path), why=why, fix="rename one"))
    return False


def _at(error: KgError, path: Path) -> KgError:
    """The same error, of this file."""
    where = f"{named(path)}{error.where if error.where.startswith(':') else ': ' + error.where}" if error.where else ""
    return type(error)(error.what, where=where or named(path), why=error.why, fix=error.fix)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
