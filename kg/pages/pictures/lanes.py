"""Awards by year: a lane for each scheme with a bar for each year, the sum of all on top."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from kg.model.answer import Answer
from kg.pages.pictures.measure import fitted, width_of
from kg.pages.pictures.parts import SMALL, cross, line, linked, tip
from kg.pages.pictures.svg import ACCENT, LINE, Frame, drawing, element
from kg.pages.pictures.tell import Address, Drawn, at, join, name_of, number, tell, year

MOST_LANES: Final = 15
MOST_YEARS: Final = 15
_NAMES: Final = 250
_CELL: Final = 44
_LANE: Final = 54
_FIRST: Final = 96
_HEAD: Final = 8
_FOOT: Final = 26


@dataclass(slots=True)
class _Lane:
    """One scheme: its awards by year, and the years in which it was not held."""

    scheme: str
    awards: Counter[int] = field(default_factory=Counter)
    not_held: set[int] = field(default_factory=set)


def lanes(answer: Answer, language: str, address: Address) -> Drawn | None:
    """The schemes with most awards; None where there are none. Of many years the last are drawn."""
    found = _lanes(answer)
    total = sum((lane.awards for lane in found), Counter())
    if not total:
        return None
    last = max(total)
    years = range(max(min(total), last - MOST_YEARS + 1), last + 1)
    kept = found[:MOST_LANES]
    width, height = _NAMES + _CELL * len(years) + 8, _HEAD + _FIRST + _LANE * len(kept) + _FOOT + 34
    note = tell("lanes_not_held", language)
    # Where one scheme is all there is, the sum would say the same twice.
    whole = _Lane("", total)
    rows = [whole, *kept] if len(found) > 1 else kept
    shapes: list[str] = []
    top = _HEAD
    for lane in rows:
        tall = _FIRST if lane is rows[0] else _LANE
        name = name_of(answer, lane.scheme, language) or tell("lanes_all", language, schemes=len(found))
        href = address(lane.scheme) if lane.scheme else ""
        shapes += _drawn(lane, name, href, (top, tall), years, language)
        top += tall
    shapes += [line(year(each, language), _middle(each, years), top + 18, "middle", soft=True) for each in years]
    if any(lane.not_held for lane in kept):
        shapes += [cross(10, top + 38), line(note, 24, top + 42, soft=True)]
        top += 24
    told = _told(answer, total, (len(kept), len(found)), years, language)
    width, height = max(width, round(40 + width_of(note, SMALL))), top + _FOOT
    return Drawn(drawing(Frame("picture", width, height, answer.title[language], told), shapes), told)


def _lanes(answer: Answer) -> list[_Lane]:
    found: dict[str, _Lane] = {}
    for row in answer.rows:
        scheme, when = at(answer, row, "scheme"), at(answer, row, "year")
        if not isinstance(when, int):
            continue
        lane = found.setdefault(str(scheme), _Lane(str(scheme)))
        if count := number(at(answer, row, "awards")):
            lane.awards[when] += count
        elif at(answer, row, "held") is False:
            lane.not_held.add(when)
    held = [lane for lane in found.values() if lane.awards]
    return sorted(held, key=lambda lane: (-lane.awards.total(), lane.scheme))


def _middle(each: int, years: range) -> float:
    return _NAMES + (each - years.start + 0.5) * _CELL


def _drawn(lane: _Lane, name: str, href: str, room: tuple[int, int], years: range, language: str) -> list[str]:
    top, tall = room
    ground, most = top + tall, max(lane.awards.values())
    total = tell("lanes_total", language, awards=lane.awards.total())
    shapes = [
        element("line", x1=0, y1=ground, x2=_NAMES + _CELL * len(years), y2=ground, stroke=LINE, class_="p-line"),
        linked(line(fitted(name, _NAMES - 20), 0, ground - 24), href),
        line(total, 0, ground - 8, soft=True),
    ]
    for each in years:
        x, count = _middle(each, years), lane.awards[each]
        if count:
            high = max((tall - 24) * count / most, 2)
            said = tip(f"{name} {year(each, language)}: {count:,}")
            bar = element("rect", said, x=x - 13, y=ground - high, width=26, height=high, fill=ACCENT, class_="p-bar")
            shapes += [bar, line(f"{count:,}", x, ground - high - 5, "middle", soft=True)]
        elif each in lane.not_held:
            shapes.append(cross(x, ground - 9))
    return shapes


def _told(answer: Answer, total: Counter[int], schemes: tuple[int, int], years: range, language: str) -> str:
    best = max(total, key=lambda each: (total[each], each))
    earlier = total.total() - sum(total[each] for each in years)
    return join(
        tell(
            "lanes", language, awards=total.total(), first=year(min(total), language), last=year(max(total), language)
        ),
        tell("lanes_best", language, best=year(best, language), count=total[best]),
        tell("lanes_kept", language, shown=schemes[0], total=schemes[1]) if schemes[0] < schemes[1] else "",
        tell("lanes_earlier", language, count=earlier, first=year(years.start, language)) if earlier else "",
    )
