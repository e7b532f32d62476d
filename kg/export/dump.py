"""Dumps of a whole store: a file for each RDF format and a folder of tables, put in place once all are written."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import KgError, UsageError
from kg.export.formats import FORMATS
from kg.export.rdf import serialize
from kg.export.tables import table, table_names
from kg.graph.store import Store

CSV: Final = "csv"
DUMP_FORMATS: Final = (*FORMATS, CSV)
_STEM: Final = "award-kg"


@dataclass(frozen=True, slots=True)
class Dump:
    """One file that was written; ``media_type`` and hash are what a catalogue of the dumps will say of it."""

    path: Path
    media_type: str
    size: int
    sha256: str


def export(store: Store, formats: Iterable[str], out: Path, base: str) -> list[Dump]:
    """Write the store in each of the formats to the folder ``out``; gives the files, in the order of their paths.

    Nothing in ``out`` changes before every file is written. Raises UsageError for an unknown format or where ``out``
    is no folder, KgError where the disk refuses.
    """
    wanted = sorted(set(formats), key=_position)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UsageError("the dumps need a folder", where=str(out), why="a file of that name is there") from error
    except OSError as error:
        raise _refused(out, error) from error
    with _draft(out) as draft:
        try:
            dumps = [_write(draft, out, *file) for name in wanted for file in _files(store, name, base)]
            for dump in dumps:
                dump.path.parent.mkdir(exist_ok=True)
                (draft / dump.path.relative_to(out)).replace(dump.path)
        except OSError as error:
            raise _refused(out, error) from error
    return sorted(dumps, key=lambda dump: dump.path)


def _position(name: str) -> int:
    if name not in DUMP_FORMATS:
        raise UsageError(f"there is no dump format {name!r}", fix=f"choose from {', '.join(DUMP_FORMATS)}")
    return DUMP_FORMATS.index(name)


def _files(store: Store, name: str, base: str) -> Iterator[tuple[Path, str, bytes]]:
    """Path below the folder, media type and content of each file that a format consists of."""
    if name == CSV:
        for each in table_names():
            yield Path(CSV) / f"{each}.csv", "text/csv", table(store, each, base)
        return
    chosen = FORMATS[name]
    yield Path(f"{_STEM}.{chosen.extension}"), chosen.media_type, serialize(store.quads(), name, base)


def _write(draft: Path, out: Path, name: Path, media_type: str, content: bytes) -> Dump:
    target = draft / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    return Dump(out / name, media_type, len(content), hashlib.sha256(content).hexdigest())


@contextmanager
def _draft(out: Path) -> Iterator[Path]:
    """A folder on the same disk, so that putting a file in place is one step."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".draft-", dir=out))
    except OSError as error:
        raise _refused(out, error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refused(out: Path, error: OSError) -> KgError:
    return KgError("the dumps cannot be written", where=str(out), why=str(error), fix="check the folder and free space")
