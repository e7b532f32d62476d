"""``data/intake.csv``: of every document that was taken in, how many claims it made and what became of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Final

from kg.errors import DataError, KgError
from kg.ingest.writing import write_whole

FILE: Final = "intake.csv"


@dataclass(frozen=True, slots=True)
class Taken:
    """The books of one document.

    ``claims`` were found, of them ``waiting`` wait for a curator; the same of ``awards`` alone. ``refused`` is 1 where
    the record broke a rule of the graph and waits as a whole. ``rejected`` claims a curator has thrown out.
    """

    claims: int
    waiting: int
    awards: int
    awards_waiting: int
    refused: int
    rejected: int


_COLUMNS: Final = ("id", *(each.name for each in fields(Taken)))


def read_intake_log(data: Path, skip: Callable[[KgError], None]) -> dict[str, Taken]:
    """The books by document; ``skip`` is told of lines that cannot be read, and the rest goes on."""
    path = data / FILE
    found: dict[str, Taken] = {}
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
    except (OSError, ValueError) as error:
        skip(DataError("cannot be read", where=str(path), why=str(error), fix="delete it and ingest again"))
        return found
    for number, cells in enumerate(csv.reader(io.StringIO(text)), 1):
        if number == 1 and tuple(cells) == _COLUMNS:
            continue
        try:
            identifier, *figures = cells
            found[identifier] = Taken(*(int(figure) for figure in figures))
        except (ValueError, TypeError):
            where, fix = f"{path}:{number}", "remove the line and ingest its document again"
            skip(DataError("the line cannot be read", where=where, fix=fix))
    return found


def write_intake_log(data: Path, log: Mapping[str, Taken]) -> bool:
    """Write the books sorted by document; False where they stand so already."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows((identifier, *astuple(taken)) for identifier, taken in sorted(log.items()))
    return write_whole(data / FILE, out.getvalue())
