"""Names of awards that no registry lists: where they begin, where they end, and what is no name at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from kg.extract.contests import contests_in
from kg.extract.details import pattern, words
from kg.extract.honours import honours_in
from kg.extract.naming import THAT, Naming, is_kind, name_stop, run_end, without_year
from kg.extract.words import alternation, load_words

_LATIN: Final = (
    r"[A-Z][A-Za-z0-9'’&.:+\-]*"
    r"(?:\s(?:(?:of|the|for|in|and|on|to|by|with|&|x|:|[-–])\s)?[A-Z0-9&][A-Za-z0-9'’&.:+\-]*)*"
)
_QUOTED: Final = r"[“\"‘']\s?(?P<quoted>[^”\"’“\n]{3,90}?)\s?[”\"’“]"
_MIDST: Final = re.compile(r"[\s(]*(?:ประจำปี|ปี)?\s?(?:20[0-3]\d|25[4-7]\d)\s(?=[A-Z])")
_MIN: Final = 4
_CONTEST: Final = 14


@cache
def _head() -> re.Pattern[str]:
    lists = load_words("awards_th").lists
    guard = "".join(rf"(?<!{re.escape(word)})" for word in lists["not_head"])
    badge = alternation(lists["badge"])
    return re.compile(
        rf"(?P<badge>{badge})(?P<what>[ก-๎]{{0,40}})\s?{_QUOTED}"
        rf"|{guard}{alternation(lists['head'])}"
        rf"(?:\s?{_QUOTED.replace('quoted', 'named')}|\s?(?P<latin>{_LATIN})|(?P<thai>[ก-๎]+(?:-\d{{1,2}}(?!\d)[ก-๎]*)?))"
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z&])(?P<latin>{_LATIN})")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(load_words('awards_en').lists['tail'])}\b")


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(rf"(?!{pattern('still_name')}){alternation(load_words('awards_th').lists['no_name'])}")


@cache
def _more() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?!{pattern('no_part', 'praise', 'ranked')})(?P<word>[ก-๎][ก-๎.]{{1,28}})"
        rf"(?P<bound>(?=\s?(?:{pattern('bound')}|\(|[”\"]|\n|$)))?"
    )


def find_unlisted(text: str, awards: Sequence[tuple[int, int]], bodies: Sequence[tuple[int, int]]) -> Iterator[Naming]:
    """All namings, in order; ``awards`` and ``bodies`` are the places of other names, which no naming cuts."""
    last = 0
    taken = sorted([*awards, *bodies])
    starts = [start for start, _ in taken]
    fixed = frozenset(awards)
    found: list[tuple[int, int]] = []
    for match in _head().finditer(text):
        naming = _named(text, match, starts)
        if naming and naming.start >= last and not _overlaps(naming, taken, starts, fixed):
            last = naming.end
            yield naming
            found.append((naming.start, naming.end))
    taken = sorted([*taken, *found])
    starts = [start for start, _ in taken]
    fixed |= frozenset(found)
    others = sorted([*honours_in(text), *contests_in(text)], key=lambda naming: naming.start)
    honours = [naming for naming in others if not _overlaps(naming, taken, starts, fixed)]
    yield from honours
    if not _tail().search(text):
        return
    taken = sorted([*taken, *((naming.start, naming.end) for naming in honours)])
    starts = [start for start, _ in taken]
    for match in _bare().finditer(text):
        naming = _latin(text, match, need_tail=True)
        if naming and not _overlaps(naming, taken, starts, fixed):
            yield naming


def _overlaps(
    naming: Naming, taken: Sequence[tuple[int, int]], starts: list[int], fixed: frozenset[tuple[int, int]]
) -> bool:
    """Whether a naming cuts another name; a body in Latin letters may lend its name to the award: BODY Top Award."""
    whole = _contest_head().match(naming.name) is not None  # a contest is named for what it is about
    index = max(0, bisect_right(starts, naming.start) - 3)
    while index < len(taken) and taken[index][0] < naming.end:
        start, end = taken[index]
        lent = naming.name.isascii() and (start, end) not in fixed and end < naming.end and start >= naming.start
        part = start > naming.start and end <= naming.end and (start, end) not in fixed and whole
        if end > naming.start and not lent and not part:
            return True
        index += 1
    return False


def _named(text: str, match: re.Match[str], starts: list[int]) -> Naming | None:
    if match["badge"]:
        what = f"{match['badge']}{match['what']}"
        if THAT.search(match["what"]) or name_stop().search(match["what"]):
            return None
        return Naming(match.start(), match.end(), f"{what} “{without_year(match['quoted'])}”")
    if match["latin"]:
        return _latin(text, match, need_tail=False)
    if match["named"]:
        return _quoted(text, match)
    return _thai(text, match, starts)


def _quoted(text: str, match: re.Match[str]) -> Naming | None:
    name = without_year(match["named"])
    if len(name) < _MIN or name in words("rank") or is_kind(name) or re.match(r"[\d\s.,]+(?:บาท|รางวัล)?$", name):
        return None
    if "รางวัล" in name[3:] or _no_name().match(name):
        return None
    return Naming(
        match.start(),
        match.end(),
        name if name.isascii() else f"รางวัล{name.removeprefix('รางวัล')}",
        _bracket(text, match.end()),
    )


def _latin(text: str, match: re.Match[str], *, need_tail: bool) -> Naming | None:
    start, said = match.start("latin"), match["latin"].rstrip(" .:-&")
    tails = list(_tail().finditer(said))
    if tails:
        cut = tails[-1].end()
        if re.match(r"\s(?:Ceremony|Winner|Night|Gala|Day)", text[start + cut : start + cut + 12]):
            return None
        said = said if re.fullmatch(r"\s?:\s.+", said[cut:]) else said[:cut]
    elif need_tail:
        return None
    end = start + len(said)
    name = _MIDST.sub(" ", without_year(said))
    if name in words("rank") or name in words("no_name") or len(name) < 3:
        return None
    one = " " not in name
    if (
        one
        and (need_tail or not (name.isupper() and len(name) >= 3))
        and not re.match(r"\s20\d\d", text[end : end + 5])
    ):
        return None
    return Naming(start if need_tail else match.start(), end, name, _bracket(text, end))


def _thai(text: str, match: re.Match[str], starts: list[int]) -> Naming | None:
    start, end = match.span("thai")
    if text.startswith(words("special"), start):
        return _special(text, match)
    if ranked := _ranked().match(text, start):
        return _contest(text, start + ranked.end() - start, end)
    if _no_name().match(text, start):
        return None
    if bare := _only_contest().match(text, start):
        return _contest(text, start, bare.end())
    end, category = run_end(text, start, end)
    cut = end < match.end("thai")
    if not cut and not category:
        end = _extended(text, start, end, starts)
        latin = re.compile(rf"\s?({_LATIN})").match(text, end)
        if (
            latin
            and not _bracket(text, end)
            and not any(latin.start(1) <= at < latin.end() for at in starts[bisect_right(starts, end) - 1 :][:3])
        ):
            end = latin.end()
    name = text[start:end].strip()
    if len(name) < _MIN or is_kind(name):
        return None
    name = without_year(name)
    return Naming(match.start(), end, f"รางวัล{name}", _bracket(text, end), category)


def _contest(text: str, start: int, end: int) -> Naming | None:
    """FIRST PRIZE of a contest: the contest's name is the award's."""
    head = _contest_head().match(text, start)
    if start >= end or not head:
        return None
    end, _ = run_end(text, max(start, head.end() - 2), end)
    latin = re.compile(rf"\s?[“\"]?({_LATIN})").match(text, end)
    end = latin.end() if latin else end
    name = without_year(text[start:end])
    return Naming(start, end, name.replace("“", "")) if len(name) > _CONTEST and not is_kind(name) else None


@cache
def _ranked() -> re.Pattern[str]:
    return re.compile(rf"{pattern('ranked')}(?:อันดับ(?:ที่)?[ก-๎]*)?")


@cache
def _only_contest() -> re.Pattern[str]:
    """The word for a contest, a space and then its name."""
    return re.compile(rf"{pattern('contest_head')} [ก-๎]+")


@cache
def _contest_head() -> re.Pattern[str]:
    return re.compile(pattern("contest"))


def _special(text: str, match: re.Match[str]) -> Naming | None:
    """A special award of the programme named before, with what the text says behind the word for it."""
    start, end = match.span("thai")
    stop = name_stop().search(text, start, end + 1)
    end = min(end, stop.start()) if stop else end
    that = THAT.search(text, start, end)
    end = that.start() if that else end
    while more := re.compile(rf"\s(?!{pattern('no_part')})([ก-๎]{{3,24}})(?=\s)").match(text, end):
        inner = name_stop().search(text, more.start(1), more.end() + 1)
        if inner:
            break
        end = more.end()
    name = text[start:end].strip()
    return Naming(match.start(), end, f"รางวัล{name}", special=True) if len(name) >= _MIN else None


def _extended(text: str, start: int, end: int, starts: list[int]) -> int:
    """A name goes on past a space in words of the same build, or in one that a year or a bracket follows."""
    while more := _more().match(text, end):
        word = more["word"]
        index = bisect_right(starts, more.end())
        if index and starts[index - 1] >= end:
            break
        alike = word[:2] in text[max(start, end - 14) : end] and len(word) <= 14
        if not (alike or more["bound"] is not None) or name_stop().search(word):
            break
        end = more.end()
    return end


def _bracket(text: str, at: int) -> str:
    """A name in Latin letters in brackets behind a name: the same award in another language."""
    found = re.compile(rf"[\s”\"’]{{0,2}}(?:(?:(?:ประจำ)?ปี\s?)?(?:20|25)\d\d\s?)?\(\s?({_LATIN})\s?[):]").match(
        text, at
    )
    return without_year(found[1]) if found and len(found[1]) >= _MIN else ""
