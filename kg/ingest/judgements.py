"""Reads the log of judgements: every CSV file of ``data/judgements``, line by line, and appends to it.

A line that cannot be read is named and left out, and the rest holds: a slip of the pen must not undo a curator's work.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kg.errors import DataError, KgError
from kg.model.judgement import Decision, Judgement, is_side
from kg.text.dates import parse_iso

FOLDER: Final = "judgements"
COLUMNS: Final = ("id", "when", "who", "left", "right", "judgement", "undoes", "note")
UNDO: Final = "undo"

Skip = Callable[[KgError], None]


def read_judgements(folder: Path, skip: Skip) -> list[Judgement]:
    """The lines of all files of a folder, in the order of the files; ``skip`` is told of each fault."""
    lines: list[Judgement] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.csv")):
        for where, judgement in _lines(path, skip):
            if judgement.id in seen:
                skip(
                    DataError(
                        f"the id {judgement.id!r} stands twice", where=where, why=f"it is also at {seen[judgement.id]}"
                    )
                )
                continue
            seen[judgement.id] = where
            lines.append(judgement)
    return lines


def _lines(path: Path, skip: Skip) -> Iterator[tuple[str, Judgement]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        skip(DataError("cannot be read", where=str(path), why=str(error), fix="save it as UTF-8"))
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            skip(
                DataError("has not the columns of a log", where=str(path), fix=f"the first line is {','.join(COLUMNS)}")
            )
            return
        for cells in reader:
            where = f"{path}:{reader.line_num}"
            try:
                if cells:
                    yield where, _judgement(cells, where)
            except DataError as error:
                skip(error)
    except csv.Error as error:
        skip(DataError("is not CSV", where=f"{path}:{reader.line_num}", why=str(error), fix="mend the quotation marks"))


def _judgement(cells: list[str], where: str) -> Judgement:
    if len(cells) != len(COLUMNS):
        raise DataError(f"has {len(cells)} cells", where=where, why=f"a line has {len(COLUMNS)}")
    row = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True))
    for column in ("id", "when", "who", "judgement"):
        if not row[column]:
            raise DataError(f"{column} is empty", where=where)
    try:
        parse_iso(row["when"][:10])
    except ValueError as error:
        raise DataError(f"when: {error}", where=where) from error
    if row["judgement"] == UNDO:
        if not row["undoes"]:
            raise DataError("undoes is empty", where=where, fix="name the id of the line that is undone")
        return Judgement(row["id"], row["when"], row["who"], undoes=row["undoes"], note=row["note"])
    return _decision(row, where)


def _decision(row: dict[str, str], where: str) -> Judgement:
    try:
        decision = Decision(row["judgement"])
    except ValueError as error:
        known = ", ".join((*(each.value for each in Decision), UNDO))
        raise DataError(f"{row['judgement']!r} is no judgement", where=where, fix=f"write one of {known}") from error
    for column in ("left", "right"):
        if not is_side(row[column]):
            fix = "write a reference (agency/dbd), name:NAME, or name:NAME@SOURCE-ID"
            raise DataError(f"{column} {row[column]!r} is no side of a judgement", where=where, fix=fix)
    return Judgement(row["id"], row["when"], row["who"], row["left"], row["right"], decision, note=row["note"])


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add one line to a log, with a header where the file is new. Raises KgError where the disk refuses."""
    said = judgement.decision.value if judgement.decision else UNDO
    cells = (judgement.id, judgement.when, judgement.who, judgement.left, judgement.right, said, judgement.undoes)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not path.exists():
        writer.writerow(COLUMNS)
    writer.writerow((*cells, judgement.note))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="") as log:
            log.write(out.getvalue())
    except OSError as error:
        raise KgError("cannot be written", where=str(path), why=error.strerror or str(error)) from error
