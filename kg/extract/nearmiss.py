"""Candidacies: who was nominated, assessed or shortlisted, passed a stage or was promised an award.

None of them is a conferment, and mixing them up is the worst mistake that this graph could make. So each is read from
its own words, needs an award and somebody named, and never says more than the words do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.awards import Award
from kg.extract.mentions import Mention
from kg.extract.nearby import Page, choice, finder, occurrences, vocabulary

_STATUSES: Final = {
    "status_promised": "statusPromised",
    "status_stage_passed": "statusStagePassed",
    "status_shortlisted": "statusShortlisted",
    "status_assessed": "statusAssessed",
    "status_nominated": "statusNominated",
}
_REACH: Final = 160


@dataclass(frozen=True, slots=True)
class CandidacyRow:
    """Somebody who is on the way to an award, as far as ``status`` says."""

    start: int
    end: int
    recipient: Mention | None
    scheme: str
    year: int | None
    status: str
    confidence: float
    scheme_ref: str = ""
    award: Award | None = None


def near_misses(page: Page, topic: Mention | None, year: int | None) -> list[CandidacyRow]:
    """The candidacies of a text: of each body and award once for each status."""
    best: dict[tuple[str, str, str], CandidacyRow] = {}
    for row in _claims(page, topic, year):
        key = (row.recipient.name if row.recipient else "", row.scheme, row.status)
        if key not in best or best[key].confidence < row.confidence:
            best[key] = row
    return sorted(best.values(), key=lambda row: (row.start, row.status))


def _claims(page: Page, topic: Mention | None, year: int | None) -> Iterator[CandidacyRow]:
    for start, end, words in occurrences(page.text, *_STATUSES):
        award = _award(page, start, end)
        if award is None or _meant_otherwise(page, start, end, words):
            continue
        behind = max(end, award.end if award.start >= start else end)
        recipient, confidence = _candidate(page, start, behind, words, topic)
        when = page.stands_for(award.scheme_name, award, year)
        sure = confidence if award.known else min(confidence, 0.45)
        yield CandidacyRow(start, end, recipient, award.scheme_name, when, _STATUSES[words], sure, award.scheme, award)


def _award(page: Page, start: int, end: int) -> Award | None:
    """The award that the words are about: right behind them, else the last one before in the line."""
    low, high = page.line(start)
    near = page.awards_in(max(low, start - _REACH), min(high, end + 61))
    behind = [award for award in near if start <= award.start <= end + 60]
    before = [award for award in near if start - _REACH <= award.start < start]
    return behind[0] if behind else before[-1] if before else None


def _meant_otherwise(page: Page, start: int, end: int, words: str) -> bool:
    """A rule, a hope, a draw, the title of a work; or those who do the assessing."""
    before, behind = page.before(start, 60), page.after(end, 60)
    if finder("not_candidate").search(before[-25:] + page.text[start:end] + behind[:12]):
        return True
    if finder("lot").search(before + behind) or re.search(r"[“\"‘][^”\"’]*$", before):
        return True
    if words == "status_assessed":
        return bool(re.search(r"ผ่าน(?:การ)?\s?$", before)) and bool(finder("take").search(behind[:50]))
    return words == "status_promised" and bool(finder("money").search(behind[:40]))


def _candidate(page: Page, start: int, end: int, words: str, topic: Mention | None) -> tuple[Mention | None, float]:
    """Who is meant: named before in the line, behind a word of owning, or the article's own body."""
    low, high = page.line(start)
    if finder("class_subject").search(page.before(start, 70)):
        return None, 0.4
    if page.text.startswith(vocabulary("puts_forward"), start):
        put = page.names_in(start, start + 40)
        return (put[0], 0.7) if put else (None, 0.4)
    named = page.winner_before(max(low, start - _REACH), start)
    if named:
        if page.text.startswith(vocabulary("promise_in_general"), start):
            return named, 0.45
        return named, 0.8 if start - named.end <= 80 else 0.7
    owner = re.compile(rf"[^\n]{{0,40}}?{choice('whose')}\s?").match(page.text, end, high)
    if owner and (behind := page.names_in(owner.end(), min(owner.end() + 3, high))):
        return behind[0], 0.75
    if words == "status_promised":
        return None, 0.3
    if topic and topic.group == "body":
        return topic, 0.45
    return (page.main_body, 0.4) if page.main_body else (None, 0.3)
