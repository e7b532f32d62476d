"""Claims of winning again and again: so many years in a row, or for the Nth time.

A streak is somebody's. An event held for the fifteenth year running is none, nor a class of award for fifteen good
years; so each claim needs a word of winning before it that is nearer than any word of holding an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.extract.awards import Award
from kg.extract.mentions import Mention
from kg.extract.nearby import Page, choice, finder, number_values, occurrences, unasked
from kg.text.dates import to_ce

_MOST: Final = 60
_BACK: Final = 220


@dataclass(frozen=True, slots=True)
class StreakRow:
    """A claim that ``recipient`` has won ``scheme`` ``years`` times, last in the year ``until`` (CE)."""

    start: int
    end: int
    recipient: Mention | None
    scheme: str
    years: int
    until: int | None
    confidence: float
    consecutive: bool = True
    scheme_ref: str = ""


def streaks(page: Page, topic: Mention | None, year: int | None) -> list[StreakRow]:
    """The streak claims of a text, each once."""
    found = [row for match in _matches(page.text) if (row := _claim(page, match, topic, year))]
    return _once(found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The claims, sought only around the words that make one: the pattern itself is slow."""
    done = 0
    for start, end, _ in occurrences(text, "streak_cue"):
        low, high = max(done, start - 30), min(len(text), end + 40)
        if _numbered().search(text, low, high) and (match := _pattern().search(text, low, high)):
            done = match.end()
            yield match


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"[\d]|" + "|".join(map(re.escape, number_values())))


@cache
def _pattern() -> re.Pattern[str]:
    spelt = "|".join(sorted(map(re.escape, number_values()), key=lambda word: (-len(word), word)))
    n, years = rf"(?<![\d.])(?:\d{{1,2}}(?![\d.,])|{spelt})", choice("time_units")
    row, through, fill = choice("in_a_row"), choice("through"), f"(?:{choice('filler')})*"
    ordinal = r"(?:st|nd|rd|th)?"
    forms = [
        rf"(?:{through}{fill}\s?)?(?P<a>{n})\s?{years}\s?{row}",  # 3 ปีซ้อน, three years in a row
        rf"{through}{fill}\s?(?P<b>{n})\s?(?:ปี|สมัย|ครั้ง)(?!ที่)",  # ต่อเนื่อง 3 ปี
        rf"{through}{fill}\s?(?:ถือ|นับ)?(?:เป็น)?(?:ปี|ครั้ง|สมัย)ที่\s?(?P<c>{n})",  # ติดต่อกันเป็นปีที่ 3
        rf"{choice('nth')}\s?(?P<d>{n}){ordinal}\s?(?:{through}|{row})(?:\s{years})?",  # เป็นปีที่ 3 ติดต่อกัน
        rf"(?P<e>{n}){ordinal}\s(?:{through})\s{years}",  # 3 consecutive years, third straight year
        rf"{choice('champion')}[^\n]{{0,30}}?(?P<f>{n})\s?สมัย",  # ครองแชมป์ 5 สมัย
        rf"(?:เป็นปีที่|เป็นครั้งที่|เป็นสมัยที่)\s?(?P<g>{n})",  # เป็นปีที่ 3, and nothing more
    ]
    return re.compile("|".join(forms))


def _claim(page: Page, match: re.Match[str], topic: Mention | None, year: int | None) -> StreakRow | None:
    form = next(key for key in "abcdefg" if match[key])
    written = match[form].lower()
    years = number_values().get(written) or (int(written) if written.isdigit() else 0)
    if not 2 <= years <= _MOST:
        return None
    low = max(page.line(match.start())[0], match.start() - _BACK)
    before = page.plain[low : match.start()]
    win = _last(_winning(), before)
    confidence = _sureness(form, before, win, page.after(match.end(), 40))
    award = page.award_near(match.start(), match.end())
    if not confidence or (award is None and not finder("prize").search(before)):
        return None
    award = award or page.main_award
    recipient, sure = _recipient(page, match, low + win if win >= 0 else match.start(), topic)
    until = _until(page, match, award, year)
    name, ref = (award.scheme_name, award.scheme) if award else ("", "")
    return StreakRow(match.start(), match.end(), recipient, name, years, until, min(confidence, sure), form != "g", ref)


@cache
def _winning() -> re.Pattern[str]:
    return re.compile(f"(?!{choice('receive_other')}){unasked('win_streak').pattern}")


@cache
def _holding() -> re.Pattern[str]:
    return re.compile(f"(?!{choice('held_other')}){choice('held')}")


def _sureness(form: str, before: str, win: int, behind: str) -> float:
    """How sure it is that winning goes on and not an event, by the word that stands last before the claim."""
    held = _last(_holding(), before)
    many = r"\s?(?:รวม)?จำนวน\s?\d" + (r"|\s?(?:ที่)?มอบให้" if form == "a" else "")
    if re.match(many, behind) or finder("others").search(before[max(0, win - 20) : win + 5]):
        return 0.0
    if finder("sport").search(before[-120:]):
        return 0.35
    if form in "af":
        won = win >= 0 and (win > held or held < len(before) - 60)
        return 0.9 if won or finder("won_behind").match(behind.lstrip()) else 0.45
    if win < 0 or held > win:
        return 0.0
    if form == "g":
        close = len(before) - win <= 100 and finder("prize").search(before[win:])
        return 0.75 if close and not _is_class(behind) else 0.0
    return 0.85


def _is_class(behind: str) -> bool:
    return behind.lstrip().startswith(("ของ", "แล้วที่", "ที่"))


def _last(words: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in words.finditer(text)), default=-1)


def _recipient(page: Page, match: re.Match[str], win: int, topic: Mention | None) -> tuple[Mention | None, float]:
    """Who has won: named last before the verb in its line, else right behind the claim, else whom the text is about."""
    low, high = page.line(match.start())
    behind = re.compile(r"[^\n]{0,12}?(?:แก่|ให้แก่|ให้กับ|to)\s?").match(page.text, match.end())
    if behind:
        for given in page.names_in(behind.end(), min(behind.end() + 12, high)):
            return given, 0.85
    personal = bool(finder("personal").search(page.text, max(low, win - 40), min(high, match.end() + 60)))
    if name := page.winner_before(max(low, win - 400), win, personal=personal):
        return name, 0.95
    if any(page.is_post(each) for each in page.names_in(max(low, win - 60), win)):
        return None, 0.35
    if topic and topic.group == "body":
        return topic, 0.85
    if page.main_body:
        return page.main_body, 0.75
    return (topic, 0.7) if topic else (None, 0.35)


_RANGE: Final = re.compile(r"(?:25|20)\d\d")


def _until(page: Page, match: re.Match[str], award: Award | None, year: int | None) -> int | None:
    """The last year: of a range right behind the claim, else the year the award is given for."""
    behind = re.match(r"\s?(?:\(|ตั้งแต่|คือ|ระหว่าง|ในปี|from)[^)\n]{0,45}", page.after(match.end(), 60))
    stated = [int(digits) for digits in _RANGE.findall(behind[0])] if behind else []
    if stated:
        return max(to_ce(value) if value >= 2400 else value for value in stated)
    return page.stands_for(award.scheme_name if award else "", award, year)


def _once(rows: list[StreakRow]) -> list[StreakRow]:
    """One row for each number of years of one recipient; a nameless one only where no other says the number."""
    best: dict[tuple[int, str, bool], StreakRow] = {}
    named = {row.years: row for row in rows if row.recipient}
    for row in rows:
        if row.recipient is None and row.years in named:
            continue
        key = (row.years, row.recipient.name if row.recipient else "", row.consecutive)
        held = best.get(key)
        if held is None or row.confidence > held.confidence:
            best[key] = row
    return sorted(_without_doubles(list(best.values())), key=lambda row: (row.start, row.years))


def _without_doubles(rows: list[StreakRow]) -> list[StreakRow]:
    """The same years of one scheme claimed for a body and for its officer are one claim: the surer stays sure."""
    kept: list[StreakRow] = []
    for row in sorted(rows, key=lambda row: (not _listed(row), -row.confidence, row.start)):
        rivals = [other for other in kept if (other.years, other.consecutive) == (row.years, row.consecutive)]
        if any(_name(row).startswith(_name(other)) for other in rivals if _name(other)):
            continue  # a name that ran on
        same = [other for other in rivals if other.scheme == row.scheme and other.confidence >= row.confidence]
        kept.append(replace(row, confidence=min(row.confidence, 0.45)) if same else row)
    return kept


def _listed(row: StreakRow) -> bool:
    return bool(row.recipient and row.recipient.refs)


def _name(row: StreakRow) -> str:
    return row.recipient.name if row.recipient else ""
