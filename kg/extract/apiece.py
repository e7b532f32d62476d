"""What a list says of each winner by himself, of an award that says it of none.

A type may stand behind each name (``A branch X, B branch Y``), or a label before the names that it is of (``big firms:
A, small firms: B``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from kg.extract.details import Said, free_type, pattern, words
from kg.extract.details import level as find_level
from kg.extract.rows import Row

_REACH: Final = 120
_SEVERAL: Final = 2


def apiece(text: str, rows: Iterable[Row]) -> list[Row]:
    """The rows, those of a list with the type that stands behind each name, where it stands behind most of them."""
    lists: defaultdict[int, list[Row]] = defaultdict(list)
    done: list[Row] = []
    for row in rows:
        (lists[row.award.start] if row.rule == "list" else done).append(row)
    for found in lists.values():
        ordered = sorted(found, key=lambda row: row.recipient.start)
        done.extend(_with_types(text, _with_labels(text, ordered)))
    return done


def _with_labels(text: str, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, each with the label named last before it, where the list has several."""
    labels: list[Said | None] = []
    at = rows[0].award.end
    for row in rows:
        labels.append(_label(text, at, row.recipient.start) or (labels[-1] if labels else None))
        at = max(at, row.recipient.end)
    if labels[0] is None or len({label.text for label in labels if label}) < _SEVERAL:
        return rows
    return [_of_type(row, label) if label else row for row, label in zip(rows, labels, strict=True)]


def _label(text: str, start: int, end: int) -> Said | None:
    found = _labelled().search(text, max(start, end - _REACH), end)
    if found is None:
        return None
    said = found["label"].removeprefix("และ")
    place = (found.end("label") - len(said), found.end("label"))
    level = find_level(text, *place, place[0], [])
    return None if level and level.start == place[0] else Said(said, *place)


@cache
def _labelled() -> re.Pattern[str]:
    opened = pattern("opens", "told")
    return re.compile(rf"(?<!\S)(?P<label>[ก-๎A-Za-z/()]{{6,70}})\s?{opened}\s?(?:\d{{1,2}}[.)]\s?)?[“\"]?$")


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
