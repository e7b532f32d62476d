"""Items of a list that name a kind of winner and count its awards: ``1) BODIES WITH …, 10 awards: A, B``.

Each is an award of its own, of the programme whose list it is, up to the next item.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.details import level as find_level
from kg.extract.details import pattern, words
from kg.extract.listed import Award

_HEAD: Final = 250  # how far before its first item the award is named
_FAR: Final = 2500  # how far items stand from each other
_OPENER: Final = 30


@dataclass(slots=True)
class _Chain:
    """The award whose list is being read, the number of its last item and where that ends."""

    head: Award
    number: int
    end: int
    depth: int  # how many of the award's categories are those of the whole list


def itemised(text: str, awards: list[Award], names: Sequence[int]) -> list[Award]:
    """The awards and those that items of their lists name; ``names`` is where bodies and people begin, in order."""
    if not awards:
        return awards
    starts = [award.start for award in awards]
    added: list[Award] = []
    chain: _Chain | None = None
    for item in _item().finditer(text):
        number = int(item["number"])
        if number == 1:
            index = bisect.bisect_left(starts, item.start())
            chain = _chain(text, item.start(), awards[index - 1]) if index else None
        elif not chain or number != chain.number + 1 or item.start() - chain.end > _FAR:
            chain = None
        if chain is None:
            continue
        chain.number, chain.end = number, item.end()
        start, end = item.start("name"), item.end("said")
        read = bisect.bisect_left(starts, start) != bisect.bisect_left(starts, item.end())
        named = bisect.bisect_left(names, start) != bisect.bisect_left(names, end)
        if not read and not named and start >= chain.head.end:
            added.append(_award(text, chain, start, end))
    return sorted([*awards, *added], key=lambda award: award.start) if added else awards


def _chain(text: str, start: int, head: Award) -> _Chain | None:
    """A list of the award named last, where what opens a list stands right before its first item."""
    if start - head.end > _HEAD:
        return None
    opened = _opener().search(text, max(head.start, start - _OPENER), start)
    # An award that goes on into the first item has the type that this item names.
    depth = len(head.categories) - (head.end > start)
    return _Chain(head, 0, start, depth) if opened else None


def _award(text: str, chain: _Chain, start: int, end: int) -> Award:
    head, depth = chain.head, chain.depth
    said = text[start:end].strip()
    award = Award(start, start + len(text[start:end].rstrip()), head.scheme, head.scheme_name, head.year)
    award.known, award.categories, award.category_refs = head.known, head.categories[:depth], head.category_refs[:depth]
    level = find_level(text, start, end, start, [])
    if said in words("graded") + words("ranked") + words("praise"):
        award.level, award.level_span = said, (award.start, award.end)
    elif level and level.start == start and level.end >= award.end:
        award.level, award.level_span = level.text, (level.start, level.end)
    else:
        award.categories.append(said.removeprefix("ประเภท").strip(" “”\"'"))
        award.category_span = (award.start, award.end)
    return award


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"{pattern('opens')}[\s:]*$")


@cache
def _item() -> re.Pattern[str]:
    opens = pattern("opens", "told")
    counted = rf"[^\n\d]{{4,90}}?\s?(?=จำนวน\s?\d{{1,3}}\s?{pattern('counted')}\s?{opens})"
    typed = rf"{pattern('type')}[^\n\d]{{3,80}}?\s?(?={opens})"
    return re.compile(
        rf"(?:^|(?<=\s)|(?<=และ))\(?(?P<number>\d{{1,2}})[.)]\s?(?:รางวัล)?(?P<name>)(?P<said>{counted}|{typed})",
        re.MULTILINE,
    )
