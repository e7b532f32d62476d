"""Ids that were retired: ``data/redirects.csv`` says which other id stands for each, or that it is gone, and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kg.errors import DataError
from kg.ingest.writing import write_whole
from kg.model.retirement import GONE, Retirement
from kg.terms.iris import is_reference

FILE: Final = "redirects.csv"
COLUMNS: Final = ("old", "new", "reason")


def read_redirects(path: Path) -> list[Retirement]:
    """The lines of the file; none where there is no file. Raises DataError naming file and line."""
    if not path.exists():
        return []
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("cannot be read", where=str(path), why=str(error), fix="save it as UTF-8") from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: dict[str, Retirement] = {}
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise DataError("has not the columns of redirects", where=str(path), fix=f"write {','.join(COLUMNS)}")
        for cells in rows:
            each = _retirement(cells, f"{path}:{rows.line_num}")
            if each.old in found:
                raise DataError(f"{each.old} is retired twice", where=f"{path}:{rows.line_num}", fix="keep one line")
            found[each.old] = each
    except csv.Error as error:
        raise DataError("is not CSV", where=f"{path}:{rows.line_num}", why=str(error)) from error
    return list(found.values())


def add_redirects(path: Path, new: Iterable[Retirement]) -> int:
    """Add lines for ids that have none; the file stays sorted by id. Returns how many are new."""
    known = {each.old: each for each in read_redirects(path)}
    added = {each.old: each for each in new if each.old not in known}
    if added:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((each.old, each.new, each.reason) for _, each in sorted({**known, **added}.items()))
        write_whole(path, out.getvalue())
    return len(added)


def _retirement(cells: list[str], where: str) -> Retirement:
    if len(cells) != len(COLUMNS):
        raise DataError(f"has {len(cells)} cells", where=where, why=f"a line has {len(COLUMNS)}")
    old, new, reason = (cell.strip() for cell in cells)
    if not is_reference(old) or not (new == GONE or is_reference(new)):
        raise DataError(
            "is no redirect", where=where, fix="write OLD,NEW,reason with references, or gone in place of NEW"
        )
    if old == new or not reason:
        raise DataError("says nothing", where=where, fix="lead to another id, and give the reason")
    return Retirement(old, new, reason)
