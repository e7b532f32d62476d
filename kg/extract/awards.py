"""Awards as a text names them: scheme, branch and type, level and year, read together where they stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.details import YEAR, feature_behind, free_type, level_before, pattern, words, year_of
from kg.extract.details import level as find_level
from kg.extract.details import years as find_years
from kg.extract.lexicon import Lexicon
from kg.extract.listed import Award, grouped, meant
from kg.extract.mentions import Mention
from kg.extract.naming import Naming, short_for
from kg.extract.outline import fill_outline, opens
from kg.extract.passed_on import LEAD, pass_on_levels, pass_on_years
from kg.extract.programmes import at_programmes
from kg.extract.unlisted import find_unlisted
from kg.text.datespans import year_of as year_ce

__all__ = ["YEAR", "Award", "find_awards", "main_year", "the_award", "year_of"]

_REACH: Final = 60


def find_awards(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Award]:
    """All namings of awards, in order; a range of years gives one for each."""
    known = meant(text, mentions, lexicon)
    groups = list(grouped(text, known, mentions, lexicon))
    groups = [award for award in groups if not _branch_of_last(text, award, groups)]
    bodies = [
        (m.start, m.end)
        for m in mentions
        if m.group == "person" or (m.group == "body" and (m.refs or not _HEADED.search(text, m.start - 8, m.start)))
    ]
    unlisted = _one_name_each(
        text, list(find_unlisted(text, [(award.start, award.end) for award in groups], bodies)), groups
    )
    awards = sorted([*groups, *unlisted], key=lambda award: (award.start, award.end))
    awards = [award for award in awards if award.scheme or not _branch_of_last(text, award, awards)]
    starts = [mention.start for mention in mentions if mention.group in ("body", "person")]
    _fill(text, awards, starts)
    awards = at_programmes(text, awards)
    awards = fill_outline(text, awards, starts, lexicon)
    pass_on_levels(text, awards)
    pass_on_years(text, awards)
    return [each for award in awards for each in _editions(text, award)]


def the_award(text: str, start: int, end: int, earlier: Sequence[Award]) -> Award:
    """An award that is only called THE award: of the scheme named last, with what its own words say of type and level.

    Where they say nothing, it is of the one branch or type that the text has for that scheme.
    """
    last = earlier[-1]
    award = Award(start, end, last.scheme, last.scheme_name, last.year, known=last.known)
    opened = opens().search(text, end, end + _NAMED)
    stop = opened.start() if opened else end
    _said(text, award, start, stop)
    _free_types(text, award, stop, stop)
    same = [other for other in earlier if other.scheme_name == last.scheme_name]
    if not award.categories and last.categories and all(other.categories == last.categories for other in same):
        award.categories, award.category_refs = list(last.categories), list(last.category_refs)
        award.category_span = last.category_span
    return award


_NAMED: Final = 80


_HEADED: Final = re.compile(r"รางวัล\s?[“\"‘']?$")
_BRANCH: Final = re.compile(r"(?:สาขา|ประเภท|category)(?:รางวัล)?\s?[“\"‘']?$")
_CLOSE: Final = 80


def _branch_of_last(text: str, award: Award, groups: list[Award]) -> bool:
    """A programme's name behind the word for a branch is a branch of the award named before it."""
    if award.categories or not _BRANCH.search(text, max(0, award.start - 18), award.start):
        return False
    last = _other_before(text, award, groups)
    if last is None:
        return False
    name = text[award.start : award.end]
    if award.start - last.end <= 12:
        last.categories.append(name)
        last.says(award.start, award.end)
        last.end = award.end
        return True
    award.scheme, award.scheme_name, award.known = last.scheme, last.scheme_name, last.known
    award.categories = [name]
    award.says(award.start, award.end)
    return False


def _other_before(text: str, award: Award, awards: Sequence[Award]) -> Award | None:
    """The award of another programme named last; for a name that no registry lists only one close by on its line."""
    floor = 0 if award.scheme else max(award.start - _CLOSE, text.rfind("\n", 0, award.start))
    for other in reversed(awards):
        if other.end > award.start or other.scheme_name == award.scheme_name:
            continue
        if other.end < floor:
            return None
        if not _BRANCH.search(text, max(0, other.start - 18), other.start):
            return other
    return None


def _one_name_each(text: str, namings: list[Naming], groups: list[Award]) -> list[Award]:
    """The unlisted awards, each under one name: short forms and names in brackets become the name in full."""
    counts = Counter(naming.name for naming in namings)
    schemes = {award.scheme_name: award.scheme for award in groups}
    alias = {naming.alias: naming.name for naming in namings if naming.alias}
    awards: list[Award] = []
    for naming in namings:
        if _in_brackets(text, naming, awards, groups):
            continue
        if _is_type(text, naming, awards, groups):
            continue
        name = alias.get(naming.name, naming.name)
        full = [
            other
            for other in (*counts, *schemes)
            if short_for(name, other, often=other not in schemes and counts[name] > 2 * counts[other])
        ]
        if full:
            name = max(full, key=lambda other: (other in schemes, counts[other], len(other)))
        award = Award(
            naming.start, naming.end, schemes.get(name, ""), name, known=name in schemes, special=naming.special
        )
        if naming.category:
            award.categories.append(naming.category)
        awards.append(award)
    return awards


def _is_type(text: str, naming: Naming, awards: list[Award], groups: list[Award]) -> bool:
    """Whether a name stands behind the word for a type of award: it is one of the award before, and is noted there."""
    head = _TYPE.search(text, max(0, naming.start - 16), naming.start)
    if head is None:
        return False
    last = max((award for award in (*awards, *groups) if award.end <= naming.start), key=_end, default=None)
    if last is None or head.start() - last.end > _TYPE_REACH or "\n" in text[last.end : naming.start]:
        return False
    if not last.categories:
        last.categories.append(naming.name)
        last.end = naming.end
    return True


def _end(award: Award) -> int:
    return award.end


_TYPE: Final = re.compile(r"(?:ประเภท|สาขา|หมวด)(?:รางวัล)?\s?[“\"‘']?$")
_TYPE_REACH: Final = 60
_OPENED: Final = re.compile(
    r"[\s”\"’]{0,2}(?:(?:ประจำ)?ปี\s?)?(?:(?:พ\.ศ\.\s?)?\d{4}\s?)?(?:[(:]|หรือ)\s?[“\"]?(?:รางวัล\s?)?"
)


def _in_brackets(text: str, naming: Naming, awards: list[Award], groups: list[Award]) -> bool:
    """Whether a name in Latin letters only repeats the award before it."""
    if not naming.name.isascii():
        return False
    last = max([award.end for award in (*awards, *groups) if award.end <= naming.start], default=-1)
    return last >= 0 and naming.start - last < 30 and bool(_OPENED.fullmatch(text, last, naming.start))


def _fill(text: str, awards: list[Award], bodies: list[int]) -> None:
    """Level, year and free types in each award's own words and around them, up to the next name."""
    floor = 0
    for index, award in enumerate(awards):
        following = awards[index + 1].start if index + 1 < len(awards) else len(text)
        stop = min(following, award.end + _REACH)
        newline = text.find("\n", award.end)
        stop = min(stop, newline if newline >= 0 else stop)
        stop = next((start for start in bodies if award.end <= start < stop), stop)
        _go_on(text, award, following)
        opened = _OPENED_LIST.search(text, award.end, stop)
        _said(text, award, floor, min(stop, opened.start()) if opened else stop)
        _free_types(text, award, stop, following)
        floor = max(award.end, (award.level_span or (0, 0))[1])


_OPENED_LIST: Final = re.compile(r"(?:(?<=\s)|(?<=\())\d{1,2}(?:\.[1-9]\d?)?[.)]\s?[ก-๎]")


def _go_on(text: str, award: Award, stop: int) -> None:
    """A listed type that is said with a feature is another: AGENCIES that have the highest score."""
    if award.category_refs and (more := feature_behind(text, award.end, stop)):
        award.categories[-1] += more
        award.says(award.end, award.end + len(more))
        award.end += len(more)


def _said(text: str, award: Award, floor: int, stop: int) -> None:
    """Year and level, and the word for a special award right before the name."""
    said = find_years(text, award.start, stop)
    if said is None and award.category_refs:
        said = _year_before(text, floor, award.start)
    if said:
        award.year, award.year_span = said[0][0], said[1]
    before = _special_before().search(text, floor, award.start)
    if before and not text[max(0, before.start() - 2) : before.start()].strip().isdecimal():
        award.categories.insert(0, f"รางวัล{before[1]}")
        award.says(before.start(), award.start)
        award.start = before.start()
    if not award.level:
        behind = max(award.end, (award.year_span or (0, 0))[1])
        level = find_level(text, award.start, stop, behind, award.inner) or level_before(text, floor, award.start)
        if level:
            award.level, award.level_span = level.text, (level.start, level.end)


def _free_types(text: str, award: Award, stop: int, following: int) -> None:
    """Branches and types that no registry lists, right behind the award, its level and its year."""
    at = award.end
    while len(award.categories) < 3:
        spans = [span for span in (award.level_span, award.year_span) if span and 0 <= span[0] - at <= 3]
        free = free_type(text, at, following if stop > at else at)
        if free is None and (passed := _PASSED.match(text, at)):
            at = passed.end()
            continue
        if free is None and spans:
            at = min(span[1] for span in spans)
            continue
        if free is None or free.start >= stop + 40:
            break
        bare = free.text.removeprefix("ประเภท").removeprefix("รางวัล").strip()
        core = bare.removeprefix("สาขา").removeprefix("การ").strip()
        if any(core in category for category in award.categories) or core in words("graded"):
            at = free.end
            break
        award.categories.append(bare)
        award.says(free.start, free.end)
        at = award.end = free.end


# Between an award and its type: the how-manieth time, the name again in Latin letters or for short.
_PASSED: Final = re.compile(
    r"\s?ปีที่\s?\d{1,2}(?:\s?[-–]\s?(?:ปีที่\s?)?\d{1,2})?"
    r"|[\s”\"’]{0,2}\([A-Za-z][^()\n]{1,60}\)|\s?หรือ\s?[A-Z][A-Z.\-]{1,9}(?:\s\d{4})?(?![A-Za-z])"
)


def _year_before(text: str, floor: int, start: int) -> tuple[list[int], tuple[int, int]] | None:
    """The year between the word for an award and a type: ``the award of YEAR in BRANCH``."""
    word = text.rfind("รางวัล", max(floor, start - _YEAR_REACH), start)
    said = find_years(text, word, start) if word >= 0 else None
    between = text[word + len("รางวัล") : said[1][0]] + text[said[1][1] : start] if said else "-"
    return said if between.strip(" ในว่า") == "" else None


_YEAR_REACH: Final = 40


@cache
def _special_before() -> re.Pattern[str]:
    return re.compile(rf"รางวัล({pattern('special')})\s?$")


def _editions(text: str, award: Award) -> Iterator[Award]:
    yield award
    if award.year_span is None:
        return
    said = find_years(text, *award.year_span)
    for year in (said[0] if said else [])[1:]:
        copy = replace(
            award,
            year=year,
            categories=list(award.categories),
            inner=list(award.inner),
            category_refs=list(award.category_refs),
        )
        yield copy


def main_year(text: str, awards: Sequence[Award], scheme_name: str, fallback: int | None) -> int | None:
    """The year that a text means by an award it gives without one: most often said with it, else the text's own."""
    votes: Counter[int] = Counter()
    for award in awards:
        if award.scheme_name == scheme_name and award.year:
            votes[award.year] += 3 if award.start < LEAD else 1
    if votes:
        return min(votes, key=lambda year: (-votes[year], -year))
    stated = Counter(year_ce(match[1]) for match in _STATED.finditer(text))
    if stated:
        return min(stated, key=lambda year: (-stated[year], -year))
    return fallback


_STATED: Final = re.compile(r"ประจำปี(?:งบประมาณ)?\s?(?:พ\.ศ\.)?\s?(25\d\d|20\d\d)")
