"""Lists parted by level or type: ``LEVEL ONE, 6 bodies: A, B … LEVEL TWO, 1 body: C``, of the award named before."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Final

from kg.extract.listed import Award
from kg.extract.words import Words

_FAR: Final = 3000
_LEVEL: Final = "ระดับ"


def parted(text: str, awards: list[Award], words: Words) -> list[Award]:
    """The awards, and one for each part of a list that no award names yet."""
    if not awards:
        return awards
    starts = [award.start for award in awards]
    added: list[Award] = []
    for part in words.compiled("counted_head").finditer(text):
        start, end = part.span("head")
        index = bisect.bisect_right(starts, start)
        last = awards[index - 1] if index else None
        overlaps = (last and last.end > start) or _overlaps_next(awards, index, part.end())
        if last is None or overlaps or start - last.end > _FAR:
            continue
        added.append(_award(last, " ".join(part["head"].split()), start, end))
    return sorted([*awards, *added], key=lambda award: (award.start, award.end)) if added else awards


def _overlaps_next(awards: Sequence[Award], index: int, end: int) -> bool:
    return index < len(awards) and awards[index].start < end


def _award(last: Award, said: str, start: int, end: int) -> Award:
    award = Award(start, end, last.scheme, last.scheme_name, last.year, known=last.known)
    if said.startswith(_LEVEL):
        award.level, award.level_span = said, (start, end)
        award.categories, award.category_refs = list(last.categories), list(last.category_refs)
    else:
        award.categories = [said.removeprefix("ประเภท").strip()]
    return award
