"""Which files the paths of a command line mean, in an order that does not depend on the machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kg.errors import DataError, NotFound
from kg.ingest.intake import Intake

STANDARD_INPUT: Final = Path("-")
LINES: Final = (".jsonl", ".jsonl.gz")


def files_of(paths: Iterable[Path], report: Intake, suffixes: Iterable[str]) -> list[Path]:
    """The files that may hold documents; folders are searched through, and what is not there is noted.

    ``suffixes`` are those of the formats that can be read, besides JSON lines.
    """
    read = (*suffixes, *LINES)
    found: list[Path] = []
    for path in paths:
        if path == STANDARD_INPUT:
            found.append(path)
        elif path.is_dir():
            found.extend(_in_folder(path, report, read))
        elif not path.exists():
            report.skip(NotFound("there is no such file", where=named(path), fix="mend its name"))
        elif _is_wanted(path, report, read):
            found.append(path)
    return found


def has_suffix(path: Path, suffixes: Iterable[str]) -> bool:
    """Whether a file's name ends in one of these, in small letters or capitals."""
    return path.name.lower().endswith(tuple(suffixes))


def named(path: Path) -> str:
    """The path as it can be printed, whatever the bytes of its name."""
    return os.fsencode(path).decode("utf-8", "replace")


def _is_wanted(path: Path, report: Intake, read: tuple[str, ...]) -> bool:
    if has_suffix(path, read):
        return True
    fix = f"give one of {' '.join(read)}"
    report.skip(DataError("is not of a kind that is read", where=named(path), fix=fix))
    return False


def _in_folder(folder: Path, report: Intake, read: tuple[str, ...]) -> Iterator[Path]:
    """Files of the known kinds in a folder and below; others, such as a read-me, are no fault there."""
    for home, folders, names in os.walk(folder, onerror=lambda error: report.skip(_closed(error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(home, name) for name in sorted(names) if not name.startswith(".")):
            if path.is_file() and has_suffix(path, read):
                yield path
            else:
                report.passed_over += 1


def _closed(error: OSError) -> DataError:
    return DataError("the folder cannot be read", where=str(error.filename), why=error.strerror or str(error))
