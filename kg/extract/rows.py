"""One conferment as the readers find it, and which of several say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.awards import Award
from kg.extract.mention import UNIT_KINDS
from kg.extract.mentions import Mention
from kg.extract.works import Title

UNLISTED_AWARD = 0.05  # what an award costs in confidence that no registry lists: its name may be cut wrongly

_OTHERS = 2
_HEADLINES = 300  # characters at the head of a text that headlines take up


@dataclass(frozen=True, slots=True)
class Row:
    """A recipient, an award, the words that say so, and the rule by which they were found."""

    recipient: Mention
    award: Award
    year: int | None
    start: int
    end: int
    confidence: float
    rule: str
    title: Title | None = None

    @property
    def work(self) -> str:
        """Title of the work, or nothing."""
        return self.title.text if self.title else ""

    @property
    def sure_of_award(self) -> float:
        """How sure the row would be, were its award a listed one."""
        return self.confidence if self.award.known else self.confidence + UNLISTED_AWARD

    def key(self) -> tuple[str, str, int | None, str, str, str]:
        """What two rows share that state the same award."""
        award = self.award
        return (self.recipient.name, award.scheme_name, self.year, "/".join(award.categories), award.level, self.work)


def make_row(
    name: Mention, award: Award, confidence: float, rule: str, words: tuple[int, int], title: Title | None = None
) -> Row:
    """A row; an award that no registry lists makes it less sure."""
    sure = confidence if award.known else confidence - UNLISTED_AWARD
    return Row(name, award, award.year, *words, sure, rule, title)


def narrowed(award: Award, inner: Sequence[Award]) -> Award:
    """An award as an item of its list names it more closely: with the item's own type, level and year."""
    if not inner:
        return award
    own = inner[0]
    categories = list(own.categories)
    if award.categories and award.categories[0] not in categories:
        categories[:0] = award.categories[:1] if categories else award.categories
    return replace(
        own,
        scheme=award.scheme,
        scheme_name=award.scheme_name,
        known=award.known,
        categories=categories,
        category_refs=[*award.category_refs[:1], *own.category_refs]
        if own.category_refs
        else list(award.category_refs),
        level=own.level or award.level,
        level_span=own.level_span or award.level_span,
        year=own.year or award.year,
        year_span=own.year_span or award.year_span,
    )


def once(rows: Sequence[Row]) -> list[Row]:
    """Each award once, by the surest rule, without those that only say less of the same."""
    best: dict[tuple[str, str, int | None, str, str, str], Row] = {}
    for row in _of_one_edition(rows):
        known = best.get(row.key())
        best[row.key()] = _together(known, row) if known else row
    kept = list(best.values())
    return [row for row in kept if not _said_better(row, kept)]


def _of_one_edition(rows: Sequence[Row]) -> list[Row]:
    """The rows without those of a list of several editions whose winner is elsewhere told with his own."""
    lists: defaultdict[int, list[Row]] = defaultdict(list)
    told: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for row in rows:
        if row.rule == "list":
            lists[row.award.start].append(row)
        if row.award.year_span:
            told[row.recipient.name, row.award.scheme_name].add(row.award.start)
    several = {
        start
        for start, found in lists.items()
        if len({row.year for row in found}) > 1 and len({row.recipient.name for row in found}) > 1
    }
    return [
        row
        for row in rows
        if row.rule != "list"
        or row.award.start not in several
        or not told[row.recipient.name, row.award.scheme_name] - {row.award.start}
    ]


def _together(one: Row, two: Row) -> Row:
    """The surer of two rows that say the same, with the words for year and level that only the other has.

    Of two that are as sure the one whose own words say more, else the first that stands below the headlines.
    """
    better, other = (two, one) if _weight(two) > _weight(one) else (one, two)
    award = replace(
        better.award,
        year_span=better.award.year_span or other.award.year_span,
        level_span=better.award.level_span or other.award.level_span,
    )
    return replace(better, award=award)


def _weight(row: Row) -> tuple[float, int, bool, int]:
    """How sure a row is, how much its own words say, whether it stands in the body, and how early there."""
    award = row.award
    said = (award.year_span, award.level_span, award.category_span, row.title)
    return row.confidence, sum(each is not None for each in said), row.start >= _HEADLINES, -row.start


def _said_better(row: Row, rows: Sequence[Row]) -> bool:
    """A headline before its details: the same award with less, or the ministry for the bodies under it."""
    same = [other for other in rows if other is not row and other.award.scheme_name == row.award.scheme_name]
    own = [other for other in same if other.recipient.name == row.recipient.name and other.year == row.year]
    if any(_better(other, row) or _same_work(other, row) for other in own):
        return True
    bare = not row.work and not row.award.categories and not row.award.level
    return bare and _stands_for_others(row, same)


def _stands_for_others(row: Row, same: Sequence[Row]) -> bool:
    """Whether a body is named for those under it: a ministry for its departments, a department for its offices."""
    others = [other for other in same if other.recipient.name != row.recipient.name]
    if row.recipient.kind == "kindMinistry":
        # Who is named in one breath with others stands beside them.
        return len([other for other in others if other.award.start != row.award.start]) >= _OTHERS
    listed = [other for other in others if other.rule == "list" and other.recipient.kind in UNIT_KINDS]
    return row.recipient.group == "body" and row.recipient.kind not in UNIT_KINDS and len(listed) >= _OTHERS


def _better(fine: Row, row: Row) -> bool:
    """Whether a row says all that another says, and more, or the same and is the surer or the later."""
    if fine.confidence < row.confidence - 0.2 or not _covers(fine, row):
        return False
    return not _covers(row, fine) or _weight(fine) > _weight(row)


def _same_work(one: Row, row: Row) -> bool:
    """Whether an earlier award of another level already has the very title of a row: one work is of one level."""
    if one.title is None or one.title != row.title or one.award.categories != row.award.categories:
        return False
    return one.award.start < row.award.start and one.award.level != "" != row.award.level


def _covers(fine: Row, row: Row) -> bool:
    """Whether a row says all that another says, be it in other words for branch, type and level."""
    if _NOISE.sub("", row.work).casefold() not in _NOISE.sub("", fine.work).casefold():
        return False
    level, more = _bare(row.award.level), _bare(fine.award.level)
    if not more.startswith(level) or (level and more.startswith(f"{level}{_RANKED}")):
        return False
    theirs = [_bare(category) for category in fine.award.categories]
    return all(any(_bare(category) in their for their in theirs) for category in row.award.categories)


def _bare(said: str) -> str:
    """What tells categories, levels and works apart: no brackets, no spaces, no word for what kind of thing it is."""
    return _LEAD.sub("", _NOISE.sub("", _BRACKETS.sub("", said))).casefold()


_RANKED: Final = "อันดับ"
_LEAD: Final = re.compile(r"^(?:รางวัล|ระดับ|ประเภท|สาขา)+")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_NOISE: Final = re.compile(r"[\s“”\"‘’']+")
