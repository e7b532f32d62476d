"""Which awards a choice leaves, for whom each counts, and why nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from kg.model.answer import EMPTY, Note
from kg.terms.iris import split
from kg.views.awards import MINISTRY as MINISTRY_KIND
from kg.views.awards import Award, Awards
from kg.views.choice import MINISTRY, WITH, Choice

# How ``of`` names the kinds of references that can win.
_KINDS: Final = {
    "agency": frozenset({"agency"}),
    "unit": frozenset({"unit"}),
    "person": frozenset({"person"}),
    "recipient": frozenset({"recipient"}),
}


def select(awards: Awards, choice: Choice, of: Iterable[Award] | None = None) -> list[Award]:
    """The awards given (or others) that fit the years, schemes, categories and levels of a choice."""
    given = awards.given if of is None else of
    if not choice.filtered:
        return list(given)
    editions = editions_of(awards, choice)
    levels = set(choice.levels)
    return [
        award
        for award in given
        if not editions.isdisjoint(award.editions)
        and (not choice.categories or category_fits(awards, choice, award.categories))
        and (not levels or not levels.isdisjoint(award.levels))
    ]


def editions_of(awards: Awards, choice: Choice) -> set[str]:
    """The editions that fit the years and schemes of a choice."""
    return {ref for ref, edition in awards.editions.items() if _edition_fits(choice, edition.year, edition.scheme)}


def category_fits(awards: Awards, choice: Choice, categories: Iterable[str]) -> bool:
    """Whether one of some categories is asked for, or lies under one that is, by whatever name it then had."""
    wanted = {awards.categories.now(each) for each in choice.categories}
    return not wanted or any(not wanted.isdisjoint(awards.categories.upwards(each)) for each in categories)


def _edition_fits(choice: Choice, year: int, scheme: str) -> bool:
    return (
        (choice.first is None or choice.first <= year)
        and (choice.last is None or year <= choice.last)
        and (not choice.schemes or scheme in choice.schemes)
    )


@dataclass(frozen=True, slots=True)
class Winner:
    """For whom an award counts; ``dated`` is whether the parents of its year led there, rather than those of today."""

    ref: str
    dated: bool = True


def counts_recipients(choice: Choice) -> bool:
    """Whether an award counts for just its recipients, all of them."""
    return choice.units != WITH and choice.of in ("", "all") and not choice.kinds


def winners(awards: Awards, choice: Choice) -> Callable[[Award], Iterable[Winner]]:
    """For whom each award counts under a choice, each winner once.

    ``of=ministry`` with ``units=own`` counts what ministries themselves were given; with ``units=with`` also what
    everything under them was given, by its parent as of the award's year where that is known, else by today's.
    ``units=with`` for others counts an award of a unit for the body that it is part of as well.
    """
    if choice.of == "work":
        return lambda award: [Winner(each) for each in award.works]
    expand = _expansion(awards, choice)
    if counts_recipients(choice):
        return expand
    kinds = _KINDS.get(choice.of)
    bodies = awards.bodies

    def fits(ref: str) -> bool:
        return (kinds is None or split(ref)[0] in kinds) and (not choice.kinds or bodies.is_kind(ref, choice.kinds))

    known: dict[str, bool] = {}

    def winners_of(award: Award) -> Iterable[Winner]:
        found: dict[str, Winner] = {}
        for winner in expand(award):
            ref = winner.ref
            if ref not in known:
                known[ref] = fits(ref)
            if known[ref] and (ref not in found or not winner.dated):
                found[ref] = winner
        return found.values()

    return winners_of


def _expansion(awards: Awards, choice: Choice) -> Callable[[Award], Iterable[Winner]]:
    """Of one award everyone for whom it may count, one winner perhaps more than once."""
    bodies = awards.bodies
    if choice.of == MINISTRY and choice.units == WITH:
        return lambda award: _ministries(awards, award)
    if choice.of == MINISTRY:
        return lambda award: [Winner(ref) for ref in award.recipients if bodies.is_kind(ref, (MINISTRY_KIND,))]
    if choice.units == WITH:
        return lambda award: [Winner(each) for ref in award.recipients for each in {ref, bodies.body_of(ref)}]
    known = _Known()
    return lambda award: [known[ref] for ref in award.recipients]


class _Known(dict[str, Winner]):
    """One winner for each reference."""

    def __missing__(self, ref: str) -> Winner:
        winner = self[ref] = Winner(ref)
        return winner


def _ministries(awards: Awards, award: Award) -> Iterable[Winner]:
    year = min(awards.years(award), default=None)
    for ref in award.recipients:
        if found := awards.bodies.ministry(ref, year):
            yield Winner(*found)


def reason(awards: Awards, choice: Choice, selected: Iterable[object], rows: int) -> Note | None:
    """Why a table has no rows; None where it has some."""
    if rows:
        return None
    if not awards.given:
        return note_empty("กราฟยังไม่มีข้อมูลรางวัล", "the graph holds no awards yet")
    if not any(True for _ in selected):
        return _nothing_fits(awards, choice)
    return note_empty(
        "มีรางวัลตามเงื่อนไข แต่ไม่มีรายการใดถึงจำนวนขั้นต่ำหรือชนิดที่เลือก",
        "awards fit, but none reaches the least number, or is of whom or what was asked for",
    )


def note_empty(th: str, en: str) -> Note:
    """A note on why a table is empty."""
    return Note(EMPTY, {"th": th, "en": en})


def _nothing_fits(awards: Awards, choice: Choice) -> Note:
    schemes = {edition.scheme for edition in awards.editions.values()}
    unknown = [each for each in choice.schemes if each not in schemes]
    if unknown:
        names = ", ".join(unknown)
        return note_empty(f"กราฟไม่มีรางวัลประจำปีใดของ {names}", f"the graph knows no edition of {names}")
    years = [year for award in awards.given for year in awards.years(award)]
    if not years:
        return note_empty("ไม่มีรางวัลใดที่ทราบปี", "the year of no award is known")
    span = f"{min(years)}–{max(years)}"
    return note_empty(
        f"ไม่มีรางวัลที่ตรงตามเงื่อนไข รางวัลในกราฟอยู่ในช่วง ค.ศ. {span}",
        f"no award fits what was asked for; the awards of the graph are of {span}",
    )
