"""Totals that a text declares of its awards: how many, of what, and how exactly.

"จำนวน 33 รางวัล" can be checked against the conferments that were read; "กว่า 200 หน่วยงานร่วมพิธี" cannot, and a
prize on offer is no total at all. What is counted is told by the word behind the number, what the number is good for
by the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from kg.extract.awards import Award
from kg.extract.confidence import confidence
from kg.extract.counted import AWARDS, RECIPIENTS, WORKS, Counted, counted_numbers
from kg.extract.nearby import Page, choice, finder, occurrences, unasked, vocabulary
from kg.extract.sums import Number, sums

ENTRANTS: Final = "countEntrants"
SURVEYED: Final = "countSurveyed"
ATTENDING: Final = "countAttendingBodies"


@dataclass(frozen=True, slots=True)
class CountRow:
    """A declared total: ``n`` of ``what``, as the text has it."""

    start: int
    end: int
    n: int
    what: str
    counted: str  # a concept of aw:countables
    qualifier: str  # a concept of aw:countQualifiers
    about_awards: bool
    confidence: float
    number_span: tuple[int, int]
    what_span: tuple[int, int]
    award: Award | None = field(default=None, compare=False)
    signs: tuple[str, ...] = ()


def counts(page: Page) -> list[CountRow]:
    """The totals of a text, each number of one kind once, the surest first naming kept."""
    rows = [_weighed(row, page) for row in [*_judged_in_order(page), *_alone(page)]]
    best: dict[tuple[int, str, str], CountRow] = {}
    for row in rows:
        key = (row.n, row.counted, row.award.scheme_name if row.award else "")
        if key not in best or best[key].confidence < row.confidence:
            best[key] = row
    return sorted(best.values(), key=lambda row: (row.start, row.n))


def _judged_in_order(page: Page) -> Iterator[CountRow]:
    """Each total on its own, "4 กรม 19 จังหวัด" as the first of the run, and the parts of a total as the total."""
    last: CountRow | None = None
    judged: list[tuple[Counted, CountRow]] = []
    for it in counted_numbers(page):
        counted, confidence = _award_total(page, it) if it.kind == AWARDS else _others(page, it)
        follows = last and re.fullmatch(r"\s*(?:และ|,)?\s*", page.text[last.end : it.start])
        if last and follows and it.kind != AWARDS and last.about_awards:
            counted, confidence = it.kind, max(confidence, last.confidence)
        row = _row(page, it, counted, confidence)
        judged.append((it, row))
        last = row if confidence else last
    yield from (row for row in _summed(judged) if row.confidence)


def _weighed(row: CountRow, page: Page) -> CountRow:
    """A total of awards with the confidence that its signs come to; the rules' own judgement is one of them."""
    if not row.about_awards:
        return row
    seen = {
        "many": row.n >= _MANY,
        "award near": row.award is not None and abs(row.award.start - row.start) <= _AWARD_NEAR,
        "open contest": page.is_open_contest,
        "no awards": not page.awards,
    }
    signs = (f"judged {row.confidence:.2f}", row.counted, *(sign for sign, holds in seen.items() if holds))
    return replace(row, signs=signs, confidence=confidence("counts", signs))


_MANY: Final = 300
_AWARD_NEAR: Final = 200
_SURE: Final = 0.7
_SUM: Final = 0.85
_DOUBT: Final = 0.4
_OPENED: Final = 20


def _summed(judged: Sequence[tuple[Counted, CountRow]]) -> list[CountRow]:
    """The numbers, those that add up to a total judged as the total is."""
    rows = [row for _, row in judged]
    opens = [finder("opens_list").search(it.right[:_OPENED]) is not None for it, _ in judged]
    numbers = [Number(it.start, it.n, it.kind, opening) for (it, _), opening in zip(judged, opens, strict=True)]
    for at, parts in sums(numbers):
        given = rows[at].about_awards and rows[at].confidence >= _SURE
        entered = rows[at].counted == ENTRANTS and opens[at]
        if (
            not given
            and not entered
            and all(rows[part].about_awards and rows[part].confidence >= _SURE for part in parts)
        ):
            rows[at] = replace(rows[at], counted=rows[parts[0]].counted, about_awards=True, confidence=_SUM)
        elif given or entered:
            for part in parts:
                sure = max(rows[part].confidence, _SUM) if given else min(rows[part].confidence, _DOUBT)
                counted = numbers[part].kind if given else ENTRANTS
                rows[part] = replace(rows[part], counted=counted, about_awards=given, confidence=sure)
    return rows


def _row(page: Page, it: Counted, counted: str, confidence: float) -> CountRow:
    award = page.award_near(it.start, it.end)
    end = _phrase_end(page.text, it.end)
    about = counted in (AWARDS, RECIPIENTS, WORKS)
    what = page.text[it.unit : end]
    return CountRow(
        it.start, end, it.n, what, counted, _qualifier(it.lead), about, confidence, it.digits, (it.unit, end), award
    )


def _qualifier(lead: str) -> str:
    if finder("more").search(lead):
        return "qualifierMoreThan"
    return "qualifierAbout" if finder("about").search(lead) else "qualifierExactly"


def _phrase_end(text: str, at: int) -> int:
    """Where the counted thing's own words end: the run without a space, cut where the sentence goes on."""
    run = re.compile(r"[ก-๎A-Za-z]{0,40}").match(text, at)
    end = run.end() if run else at
    cut = finder("sentence_goes_on").search(text, at, end)
    return cut.start() if cut else end


def _award_total(page: Page, it: Counted) -> tuple[str, float]:
    """How sure it is that so many awards were given."""
    if _on_offer(page, it):
        return AWARDS, 0.0
    if _kinds_of().search(it.left) or finder("sub_kind").match(it.right):
        return "countCategories", 0.4
    if page.text.startswith(vocabulary("medal"), it.unit) and finder("sport").search(it.left + it.right):
        return AWARDS, 0.5
    near = it.left[-60:]
    if finder("offer").search(it.right[:_OPENED]):
        return AWARDS, 0.45
    if finder("offer").search(near[-45:]) and not finder("take").search(near[-25:].replace("จะได้รับ", "")):
        return AWARDS, 0.45
    taken = unasked("take", "give_out").search(near) or finder("take").search(it.right[:45])
    listed = finder("opens_list").search(it.right[:14])
    named = finder("prize", "grade", "branch").search(near) or it.right[:1].strip()
    if taken and (it.lead or listed or named):
        return AWARDS, 0.9
    if taken or (unasked("take", "give_out").search(it.left) and (listed or named)):
        return AWARDS, 0.85
    if listed or (named and it.lead):
        return AWARDS, 0.8
    return AWARDS, 0.74 if named or it.lead else 0.5


@cache
def _kinds_of() -> re.Pattern[str]:
    return re.compile(rf"{choice('kinds_of')}\s*$")


def _on_offer(page: Page, it: Counted) -> bool:
    """Whether the prizes are drawn by lot, or are still to be won."""
    low, high = page.line(it.start)
    line = page.text[max(low, it.start - 300) : min(high, it.end + 200)]
    if finder("lot").search(line):
        return True
    if finder("money").search(it.left[-40:]) or finder("money").search(it.right[:30]):
        return True
    past = unasked("take", "give_out").search(it.left.replace("จะได้รับ", ""))
    return not past and page.is_open_contest


def _others(page: Page, it: Counted) -> tuple[str, float]:
    """How sure it is that so many were given an award; those who entered or came are told apart."""
    behind = _won_behind().match(it.right)
    near = it.left[-90:]
    if finder("one_of").search(it.lead) and (behind or finder("prize").search(it.right[:60])):
        return it.kind, 0.9
    if finder("survey").search(it.left) and finder("total_before").search(it.lead) and it.kind == RECIPIENTS:
        polled = page.text.startswith(vocabulary("people"), it.unit) or not page.awards
        return SURVEYED, 0.4 if polled else 0.72
    given = _given_before(it, near)
    if given > 0.8:
        return it.kind, given
    if finder("attend").search(near[-25:]) or finder("attend").match(it.right.lstrip()):
        return ATTENDING, 0.4
    if finder("entry").search(_FROM_GIVER.sub(" ", near)[-30:]):
        return ENTRANTS, 0.4
    if behind and not finder("offer").search(it.right[: behind.end()] + near[-30:]):
        return it.kind, 0.85
    return it.kind, given


# Who gives an award stands behind FROM as those do from among whom is chosen.
_FROM_GIVER: Final = re.compile(r"(?<=รางวัล)จาก|(?<=โล่)จาก|(?<=บัตร)จาก")


@cache
def _won_behind() -> re.Pattern[str]:
    gap = r"[^\n,]{0,45}?"
    verb, prize = choice("take"), choice("prize", "grade")
    return re.compile(rf"{gap}(?:ที่|ซึ่ง|ผู้|that|which|who)?\s?{verb}[^\n]{{0,40}}?{prize}")


def _given_before(it: Counted, near: str) -> float:
    """Words of giving before the number: "มอบโล่ … แก่ … จำนวน 14 แห่ง", "ระดับดีเด่น 4 ผลงาน"."""
    prizes = list(_prize().finditer(near))
    if not prizes or finder("offer").search(near[-40:]) or finder("lot", "money").search(near[-60:]):
        return 0.0
    between = near[prizes[-1].end() :]
    graded = _graded().search(near)
    listed = finder("opens_list").search(it.right[:14])
    given = unasked("take", "give_out").search(near)
    if given and re.match(r"[^\n]{0,60}?(?:แก่|กับ|ให้| to )[^\s]{0,30}\s?$", between):
        return 0.82
    if finder("entry", "attend").search(between):
        return 0.0
    if given and (graded or (listed and len(between) <= 60)):
        return 0.82
    if it.lead and given:
        return 0.82 if len(between) <= 45 else 0.74
    if finder("entry").search(it.left + it.right[:45]) and not given:
        return 0.0
    return 0.74 if graded or (it.lead and listed) else (0.5 if it.lead or given else 0.0)


@cache
def _prize() -> re.Pattern[str]:
    rounds = "".join(rf"(?<!{re.escape(word)})" for word in vocabulary("round"))
    return re.compile(rounds + choice("prize"))


@cache
def _graded() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice('grade')}[^ก-๎]{{0,18}}|{choice('branch')}\S{{3,60}}\s?)$")


@cache
def _only() -> re.Pattern[str]:
    return re.compile(rf"[^\n]{{0,25}}?(?:ที่|ซึ่ง|to|that)?\s?{choice('take')}")


def _alone(page: Page) -> Iterator[CountRow]:
    """One and no other was given the award."""
    for start, end, _ in occurrences(page.text, "only_one"):
        taken = _only().match(page.text, end)
        if not taken or not finder("prize").search(page.before(start, 60) + page.after(taken.end(), 60)):
            continue
        it = Counted(start, end, (start, end), start, RECIPIENTS, 1, "", "", "")
        yield replace(_row(page, it, RECIPIENTS, 0.75), end=taken.end())
