"""How complete the graph is: of each edition and category, how many awards were declared, found and evidenced.

Nobody should take a count over an incomplete graph for the truth, so a note from here stands beside every aggregate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from kg.model.answer import COMPLETENESS, Column, Kind, Note, Row
from kg.views.awards import Award, Awards, Declared
from kg.views.choice import Choice
from kg.views.columns import column
from kg.views.result import Result
from kg.views.selection import category_fits, editions_of, note_empty, select

Evidenced = Callable[[Iterable[str]], set[str]]
"""Tells which of some awards have evidence."""

ALL: Final = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """An edition as a whole (category empty), or one category of it with all that lies under it."""

    edition: str
    category: str


def columns() -> tuple[Column, ...]:
    """The columns of the view."""
    return (
        column("edition", Kind.REF),
        column("category", Kind.REF),
        column("year", Kind.YEAR),
        Column("declared", Kind.INTEGER, {"th": "ประกาศไว้", "en": "declared"}),
        Column("declared_exactly", Kind.BOOLEAN, {"th": "ประกาศเป็นจำนวนพอดี", "en": "declared exactly"}),
        Column("found", Kind.INTEGER, {"th": "พบในกราฟ", "en": "found"}),
        Column("evidenced", Kind.INTEGER, {"th": "มีหลักฐาน", "en": "with evidence"}),
        Column("wanting", Kind.INTEGER, {"th": "ยังขาด", "en": "wanting"}),
        Column("share", Kind.NUMBER, {"th": "สัดส่วนที่พบ", "en": "share found"}),
    )


def completeness(awards: Awards, choice: Choice, evidenced: Evidenced) -> Result:
    """A row for each edition and each of its categories that has awards or a declared total.

    *found* counts the distinct conferments of the edition (of the category or one under it, renamed ones followed);
    *declared* is the largest total that a document declares for just that edition and category, exact ones before
    rough ones and lower bounds; *wanting* is ``max(declared − found, 0)`` and *share* ``found / declared``, both empty
    where nothing is declared. Totals of one body, level or event are left out.
    """
    selected = select(awards, choice)
    groups = _groups(awards, selected)
    declared = _declared(awards, choice)
    proven = evidenced(award.ref for award in selected)
    rows = [
        _row(awards, group, sorted(groups.get(group, ())), declared.get(group), proven)
        for group in sorted({*groups, *declared}, key=lambda group: _order(awards, group))
    ]
    empty = None if rows else note_empty("ไม่มีรางวัลหรือยอดรวมที่ประกาศตามเงื่อนไข", "no award and no declared total fits")
    return Result(columns(), tuple(rows), notes=tuple(filter(None, (empty, note(awards, selected)))))


def _order(awards: Awards, group: _Group) -> tuple[int, str, str]:
    edition = awards.editions.get(group.edition)
    return (-(edition.year if edition else 0), group.edition, group.category)


def _groups(awards: Awards, selected: Iterable[Award]) -> dict[_Group, set[str]]:
    found: dict[_Group, set[str]] = {}
    for award in selected:
        wide = {ALL, *awards.categories.all_above(award.categories)}
        for edition in award.editions:
            for category in wide:
                found.setdefault(_Group(edition, category), set()).add(award.ref)
    return found


def _declared(awards: Awards, choice: Choice) -> dict[_Group, Declared]:
    """The total that counts for each group."""
    best: dict[_Group, Declared] = {}
    editions = editions_of(awards, choice)
    for each in awards.declared:
        # A total over several categories is of none of them.
        if each.edition not in editions or len(each.categories) > 1 or choice.levels:
            continue
        if not category_fits(awards, choice, each.categories):
            continue
        group = _Group(each.edition, awards.categories.now(each.categories[0]) if each.categories else ALL)
        if group not in best or (best[group].exact, best[group].count) < (each.exact, each.count):
            best[group] = each
    return best


def _row(awards: Awards, group: _Group, found: list[str], declared: Declared | None, proven: set[str]) -> Row:
    edition = awards.editions.get(group.edition)
    number = declared.count if declared else None
    return Row(
        (
            group.edition,
            group.category or None,
            edition.year if edition else None,
            number,
            declared.exact if declared else None,
            len(found),
            sum(ref in proven for ref in found),
            None if number is None else max(number - len(found), 0),
            round(len(found) / number, 4) if number else None,
        ),
        (*found, *((declared.claim,) if declared else ())),
    )


def note(awards: Awards, selected: Iterable[Award]) -> Note:
    """How complete the editions of some awards are, in one sentence with its figures."""
    found = awards.per_edition
    touched = {edition for award in selected for edition in award.editions}
    totals: dict[str, int] = {}
    for each in awards.declared:
        if not each.categories and each.exact and each.edition in touched:
            totals[each.edition] = max(each.count, totals.get(each.edition, 0))
    declared = sum(totals.values())
    listed = sum(min(found[edition], total) for edition, total in totals.items())
    figures = {"editions": len(touched), "editions_declared": len(totals), "declared": declared, "found": listed}
    return Note(COMPLETENESS, _sentence(figures), figures)


def _sentence(figures: dict[str, int]) -> dict[str, str]:
    editions, known, declared, found = figures.values()
    if not known:
        return {
            "th": f"ไม่พบยอดรวมที่ประกาศของรางวัลประจำปีทั้ง {editions:,} รายการ จำนวนนับจึงเป็นขั้นต่ำ",
            "en": f"no total is declared for any of the {editions:,} editions counted: take counts as lower bounds",
        }
    return {
        "th": f"รางวัลประจำปี {known:,} จาก {editions:,} รายการมียอดรวมที่ประกาศ พบ {found:,} จาก {declared:,} รางวัล"
        " จำนวนนับจึงเป็นขั้นต่ำ",
        "en": f"a total is declared for {known:,} of {editions:,} editions counted, and of those {declared:,} awards"
        f" the graph holds {found:,}: take counts as lower bounds",
    }
