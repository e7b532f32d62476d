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
from kg.export.catalog import File, describe
from kg.export.figures import figures
from kg.export.formats import FORMATS
from kg.export.rdf import serialize, serialize_triples
from kg.export.tables import table, table_names
from kg.graph.store import Store
from kg.model.catalog import Catalog
from kg.terms.iris import Iris

CSV: Final = "csv"
DUMP_FORMATS: Final = (*FORMATS, CSV)
DESCRIPTION: Final = "dataset.ttl"
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


def export_description(store: Store, dumps: Iterable[Dump], catalog: Catalog, out: Path, base: str) -> Dump:
    """Write what a catalogue says of the dumps (DCAT, VoID) beside them, with sizes and hashes; gives the file.

    Addresses are those under ``base``, where the dataset is published. Raises KgError where the disk refuses.
    """
    files = [File(_format_of(dump), dump.path.relative_to(out).as_posix(), dump.size, dump.sha256) for dump in dumps]
    iris, address = Iris(base), base.rstrip("/#")
    triples = describe(catalog, figures(store, base), store.version, files, iris, address)
    with _draft(out) as draft:
        written = _write(draft, out, Path(DESCRIPTION), "text/turtle", serialize_triples(triples, "turtle", base))
        try:
            (draft / DESCRIPTION).replace(written.path)
        except OSError as error:
            raise _refused(out, error) from error
    return written


def _format_of(dump: Dump) -> str:
    extension = dump.path.suffix.removeprefix(".")
    return next((each.name for each in FORMATS.values() if each.extension == extension), CSV)


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
