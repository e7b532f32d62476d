"""Numbered lists of awards: items under a programme or a branch take what their heading says."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extract.details import free_type, levels, pattern, said_level
from kg.extract.details import level as find_level
from kg.extract.lexicon import Lexicon
from kg.extract.listed import Award
from kg.extract.words import alternation, load_words

_MARK: Final = re.compile(
    r"(?:^|(?<=[\s(]))(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)\s?[.)]?|(?P<bullet>[•\-–*]))\s{0,8}(?:รางวัล|ด้าน)?[“\"]?\Z",
    re.MULTILINE,
)
_FAR: Final = 4000
_LIST: Final = 700


def fill_outline(text: str, awards: list[Award], bodies: Sequence[int], lexicon: Lexicon) -> list[Award]:
    """Awards with what their headings say, the special awards and bare levels given to the programme they belong to."""
    awards = _special(awards, text)
    awards = _levels_alone(text, _items(text, awards), bodies)
    above: list[tuple[int, Award]] = []
    for award in awards:
        depth = _depth(text, award.start)
        if depth is None:
            if award.scheme and above and above[-1][1].scheme_name != award.scheme_name:
                above.clear()
            elif above and _opens_line(text, award.start) and _type_of(award, above[-1][1], lexicon):
                award.level = award.level or above[-1][1].level
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        if above and award.start - above[-1][1].end < _FAR:
            _inherit(award, above[-1][1], lexicon)
        above.append((depth, award))
    return awards


def _depth(text: str, start: int) -> int | None:
    """How deep the item that a name opens stands: 1. is 1, 1.1 is 2; none where it opens no item."""
    mark = _MARK.search(text, max(0, start - 22), start)
    if mark is None:
        return None
    if mark["bullet"]:
        return 9
    if "." not in mark["number"] and text[mark.start() - 1 : mark.start()] == "(":
        return 5
    if "." not in mark["number"] and not re.search(r"\d\s?[.)]", mark[0]):
        return None
    return mark["number"].count(".") + 1


def _opens_line(text: str, start: int) -> bool:
    return not text[max(text.rfind("\n", 0, start) + 1, start - 12) : start].strip(' “"รางวล')


def _type_of(award: Award, above: Award, lexicon: Lexicon) -> bool:
    return bool(above.category_refs) and any(
        ref in lexicon.rows and lexicon.rows[ref].broader == above.category_refs[0] for ref in award.category_refs
    )


def _items(text: str, awards: list[Award]) -> list[Award]:
    """Items of a list that name only a type or a level (``1. TYPE … FIRST PRIZE``): of the programme named last."""
    if not awards:
        return awards
    order = [award.start for award in awards]
    ends = [max(award.end, (award.level_span or (0, 0))[1]) for award in awards]
    heading: tuple[int, str] = (-1, "")
    added: list[Award] = []
    for match in _item().finditer(text):
        index = bisect.bisect_right(order, match.end())
        if not index or match.start() - awards[index - 1].end > _FAR or ends[index - 1] > match.start():
            continue
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        if match["over"]:
            heading = (match.start(), match["over"].strip()) if line_end - match.end() < _SHORT else (-1, "")
            continue
        following = awards[index].start if index < len(awards) else len(text)
        award = _of_item(text, match, awards[index - 1], min(line_end, following))
        if award and award.categories and heading[0] > awards[index - 1].start and match.start() - heading[0] < _FAR:
            award.categories.insert(0, heading[1])
        if award:
            added.append(award)
    if not added:
        return awards
    own = {award.level_span for award in added if award.level_span}
    kept = [award for award in awards if award.level_span not in own]
    return sorted([*kept, *added], key=lambda award: (award.start, award.end))


def _of_item(text: str, match: re.Match[str], last: Award, stop: int) -> Award | None:
    """The award that an item names by its type or its level alone."""
    start = match.start("type")
    graded = find_level(text, start, min(stop, start + _SHORT), start, [])
    if graded and graded.start == start:
        award = Award(start, graded.end, last.scheme, last.scheme_name, known=last.known)
        award.level, award.level_span = graded.text, (graded.start, graded.end)
        return award
    part = match["type"] == "ด้าน"
    if match["type"] == "ระดับ" or (part and not _part_of(text, last, match)):
        return None
    free = free_type(text, start, stop)
    if free is None:
        return None
    award = Award(free.start, free.end, last.scheme, last.scheme_name, known=last.known)
    award.categories = [free.text.removeprefix("ประเภท").strip()]
    award.says(free.start, free.end)
    if said := find_level(text, free.end, min(stop, free.end + 40), free.end, []):
        award.level, award.level_span = said.text, (said.start, said.end)
    return award


def _part_of(text: str, above: Award, match: re.Match[str]) -> bool:
    """Whether the number of an item says that it is a part of the item that an award opens: 7.1 of 7."""
    mark = _MARK.search(text, max(0, above.start - 22), above.start)
    number = (mark["number"] or "") if mark else ""
    return bool(number) and (match["number"] or "").startswith(f"{number.partition('.')[0]}.")


_SHORT: Final = 30


@cache
def _item() -> re.Pattern[str]:
    types = pattern("type")
    return re.compile(
        rf"^ ?(?:[•\-–*]|\(?(?P<number>\d{{1,2}}(?:\.\d)?)(?:[.)]|(?<=\.\d)))\s{{0,3}}"
        rf"(?:รางวัล(?P<over>(?:ระดับ|{types})[^\n]{{3,40}})(?=\n)"
        r"|(?:รางวัล)?(?P<type>ประเภท|สาขา|ระดับ|ด้าน)\s?[“\"]?[ก-๎A-Z])",
        re.MULTILINE,
    )


def _inherit(award: Award, above: Award, lexicon: Lexicon) -> None:
    """An item is of its heading's programme, branch and level, unless it names its own."""
    if not award.known and above.known and above.categories and not award.scheme:
        bare = award.scheme_name.removeprefix("รางวัล")
        award.categories.insert(0, bare)
        award.says(award.start, award.end)
        award.scheme, award.scheme_name, award.known = above.scheme, above.scheme_name, True
    if award.scheme_name != above.scheme_name:
        return
    own = next((lexicon.rows[ref] for ref in award.category_refs if ref in lexicon.rows), None)
    apart = own is not None and (not above.category_refs or own.broader != above.category_refs[0])
    if above.categories and above.categories[0] not in award.categories and not apart:
        count = len(above.categories) if own is None else 1
        award.categories[:0] = above.categories[:count]
        award.category_refs[:0] = above.category_refs[:count]
        award.category_span = award.category_span or above.category_span
    if not award.level and above.level:
        award.level = above.level


def _special(awards: list[Award], text: str) -> list[Award]:
    """A special award belongs to the programme named last; with none before it, it says nothing."""
    kept: list[Award] = []
    last: Award | None = None
    for award in awards:
        if award.special:
            if last is None:
                continue
            award.categories.insert(0, award.scheme_name)
            award.says(award.start, award.end)
            award.scheme, award.scheme_name, award.known = last.scheme, last.scheme_name, last.known
        else:
            last = award
        kept.append(award)
    return _listed(kept, text)


def _listed(awards: list[Award], text: str) -> list[Award]:
    """In a list that a programme opens, awards of no name of their own programme are its categories."""
    head: Award | None = None
    for award in awards:
        if (award.scheme and award.known) or (award.scheme_name.isascii() and not _opens_with(text, award)):
            opened = opens().search(text, award.end, award.end + 160)
            head = award if opened or (head and head.scheme_name == award.scheme_name) else None
        elif head and not award.known and _opens_with(text, award):
            between = text[head.end : award.start]
            if "\n" in between or len(between) > _LIST or not opens().search(between):
                continue
            award.categories.insert(0, award.scheme_name.removeprefix("รางวัล"))
            award.says(award.start, award.end)
            award.scheme, award.scheme_name, award.known = head.scheme, head.scheme_name, head.known
    return awards


def _opens_with(text: str, award: Award) -> bool:
    """Whether the name begins with the Thai word for an award."""
    return text.startswith("รางวัล", award.start)


@cache
def opens() -> re.Pattern[str]:
    """What opens a list under the award named before."""
    return re.compile(pattern("opens"))


@cache
def _ranked() -> re.Pattern[str]:
    ranks = pattern("ranked")
    latin = alternation(load_words("awards_en").lists["rank"])
    return re.compile(
        rf"(?:รางวัล|(?:^|(?<=\s))(?:\d{{1,2}}[.)]|[•\-–])\s?){{1,4}}{ranks}(?:\s?อันดับ\s?(?:ที่)?\s?\d)?"
        rf"|(?<![A-Za-z])(?<![A-Za-z] ){latin}(?![A-Za-z]| [A-Z])",
        re.MULTILINE,
    )


def _levels_alone(text: str, awards: list[Award], bodies: Sequence[int]) -> list[Award]:
    """FIRST PRIZE without a name: of the programme named last."""
    if not awards:
        return awards
    spans = sorted(
        (
            min(award.start, (award.level_span or (award.start, 0))[0]),
            max(award.end, (award.level_span or (0, award.end))[1]),
        )
        for award in awards
    )
    starts = [start for start, _ in spans]
    order = [award.start for award in awards]
    added: list[Award] = []
    for match in _ranked().finditer(text):
        said = next(levels(match[0]), None)
        index = bisect.bisect_right(starts, match.start())
        if (
            said is None
            or (index and spans[index - 1][1] > match.start())
            or (index < len(spans) and spans[index][0] <= match.end() + 2)
        ):
            continue
        last = bisect.bisect_right(order, match.start())
        if not last or match.start() - awards[last - 1].end > _FAR:
            continue
        added.append(_alone(text, match, said_level(said), awards[last - 1], bodies))
    return sorted([*awards, *added], key=lambda award: (award.start, award.end)) if added else awards


def _alone(text: str, match: re.Match[str], level: str, last: Award, bodies: Sequence[int]) -> Award:
    start = match.start()
    lead = re.match(r"(?:\d{1,2}[.)]|[•\-–])\s?", match[0])
    start += lead.end() if lead else 0
    award = Award(start, match.end(), last.scheme, last.scheme_name, known=last.known)
    award.level, award.level_span = level, (start, match.end())
    stop = next((body for body in bodies[bisect.bisect_left(bodies, match.end()) :] if body >= match.end()), len(text))
    if free := free_type(text, match.end(), stop):
        award.categories.append(free.text.removeprefix("ประเภท").strip())
        award.says(free.start, free.end)
        award.end = free.end
    return award
