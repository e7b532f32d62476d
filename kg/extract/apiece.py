"""What a list says of each winner by himself: ``A branch X, B branch Y`` behind an award that names neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.details import Said, free_type, words
from kg.extract.rows import Row

_REACH: Final = 120


def apiece(text: str, rows: Iterable[Row]) -> list[Row]:
    """The rows, those of a list with the type that stands behind each name, where it stands behind most of them."""
    lists: defaultdict[int, list[Row]] = defaultdict(list)
    done: list[Row] = []
    for row in rows:
        (lists[row.award.start] if row.rule == "list" else done).append(row)
    for found in lists.values():
        done.extend(_with_types(text, sorted(found, key=lambda row: row.recipient.start)))
    return done


def _with_types(text: str, rows: Sequence[Row]) -> Sequence[Row]:
    ends = [min(two.recipient.start, one.recipient.end + _REACH) for one, two in pairwise(rows)]
    ends.append(rows[-1].recipient.end + _REACH)
    types = [_type_behind(text, row, end) for row, end in zip(rows, ends, strict=True)]
    if 2 * sum(said is not None for said in types) <= len(rows):
        return rows
    return [_of_type(row, said) if said else row for row, said in zip(rows, types, strict=True)]


def _type_behind(text: str, row: Row, end: int) -> Said | None:
    said = free_type(text, row.recipient.end, end)
    if said is None or not said.text.startswith(words("apiece")) or "\n" in text[row.recipient.end : said.end]:
        return None
    return said


def _of_type(row: Row, said: Said) -> Row:
    name = said.text.removeprefix("ประเภท").strip()
    award = replace(row.award, categories=[*row.award.categories, name], category_span=(said.start, said.end))
    return replace(row, award=award, end=max(row.end, said.end))
