"""Prizes that are named with the programme they were given at: PRIZE from PROGRAMME, at the ceremony of PROGRAMME.

The programme is the scheme, the prize a category of it; elsewhere the text may name the prize alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from kg.extract.details import pattern
from kg.extract.listed import Award

_LONGEST: Final = 70
_COUNT: Final = re.compile(r"\d\s?$")


def at_programmes(text: str, awards: list[Award]) -> list[Award]:
    """The awards, with each prize that is named with its programme made a category of it, wherever it is named."""
    prizes: dict[str, Award] = {}
    gone: set[int] = set()
    for prize, programme in pairwise(awards):
        gap = text[prize.end : programme.start] if prize.end <= programme.start else ""
        if id(prize) in gone or not _is_prize(prize, programme) or len(gap) > _LONGEST:
            continue
        if said := _given_at().fullmatch(gap):
            gone.add(id(prize))
            # "3 awards of excellence from PROGRAMME" counts prizes and names none.
            if not _COUNT.search(text, max(0, prize.start - 4), prize.start):
                _take_in(programme, prize, f"{_bare(prize)}{said['rest'] or ''}")
                prizes.setdefault(prize.scheme_name, programme)
    kept = [award for award in awards if id(award) not in gone]
    return [_alone(award, prizes) for award in kept] if prizes else kept


def _is_prize(award: Award, programme: Award) -> bool:
    """Whether an award may be a prize of another: no registry lists it, and it has a name of its own."""
    return not award.known and not programme.categories and award.scheme_name != programme.scheme_name


def _take_in(programme: Award, prize: Award, name: str) -> None:
    programme.categories = [name, *prize.categories]
    programme.category_span = (prize.start, prize.end)
    programme.start = prize.start
    if not programme.level:
        programme.level, programme.level_span = prize.level, prize.level_span
    if programme.year is None:
        programme.year, programme.year_span = prize.year, prize.year_span


def _alone(award: Award, prizes: dict[str, Award]) -> Award:
    """A prize that stands without its programme, which the text names elsewhere."""
    programme = prizes.get(award.scheme_name)
    if award.known or programme is None:
        return award
    name = programme.scheme_name
    return replace(
        award,
        scheme=programme.scheme,
        scheme_name=name,
        known=programme.known,
        categories=[programme.categories[0], *award.categories],
        year=award.year or programme.year,
    )


def _bare(prize: Award) -> str:
    return prize.scheme_name.removeprefix("รางวัล").removesuffix("แห่ง").strip()


@cache
def _given_at() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<rest> of the Year)?[\s”\"’']{{0,3}}(?:\([^()\n]{{1,30}}\)\s?)?(?:(?:ประจำ)?(?:ปี)?\s?\d{{4}}[”\"’']?\s?)?"
        rf"(?:\d{{1,2}}\s?ปีซ้อน\s?)?{pattern('given_at')}\s?[“\"‘']?(?:รางวัล|โครงการ)?\s?"
    )
