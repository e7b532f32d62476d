"""Levels and years that are said once and meant of several awards: of two types joined by AND, of all of a total."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from kg.extract.listed import Award

LEAD: Final = 700
"""How far the head of a text reaches, in characters."""


def pass_on_levels(text: str, awards: list[Award]) -> None:
    """A level said before two types joined by AND is of both; one said with a total is of all that the total counts."""
    for last, award in pairwise(awards):
        same = last.scheme_name == award.scheme_name and last.level and not award.level and award.categories
        if (
            same
            and last.level_span
            and last.level_span[1] <= last.start
            and _JOINED.fullmatch(text[last.end : award.start])
        ):
            award.level = last.level
    for head in awards:
        if (
            head.start < LEAD
            and head.level
            and head.level_span
            and head.level_span[0] >= head.end
            and not head.categories
        ):
            own = [award for award in awards if award.scheme_name == head.scheme_name and award.categories]
            if re.search(r"\d\s?$", text[max(0, head.start - 4) : head.start]) and not any(
                award.level for award in own
            ):
                for award in own:
                    award.level = head.level


def pass_on_years(text: str, awards: list[Award]) -> None:
    """A year said once behind several awards is of them all; a type takes the year of its programme on the line."""
    for award, following in zip(reversed(awards[:-1]), reversed(awards[1:]), strict=True):
        gap = text[award.end : following.start] if award.end <= following.start else ""
        if award.year is None and following.year_span and _JOINED.fullmatch(gap):
            award.year = following.year
    for index, award in enumerate(awards):
        if award.year is None and award.categories and index:
            last = awards[index - 1]
            same = last.scheme_name == award.scheme_name and award.start - last.end < 500 and not last.categories
            if same and last.year and "\n" not in text[last.end : award.start]:
                award.year = last.year


def joined_types(text: str, one: Award, other: Award) -> bool:
    """Whether two types of one programme stand side by side, joined by AND: what is said behind is of both."""
    same = one.scheme_name == other.scheme_name and bool(other.categories)
    return same and _JOINED.fullmatch(text, one.end, other.start) is not None


_JOINED: Final = re.compile(r"[\s”\"’)]{0,3}(?:และ|,|รวมถึง|พร้อมทั้ง)?\s?(?:มอบ|รับ)?\s?(?:โล่)?(?:รางวัล)?\s?[“\"]?")
