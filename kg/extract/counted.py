"""Numbers of a text with what they count, and the words around each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.nearby import Page, choice, finder, number_values, occurrences

AWARDS: Final = "countConferments"
RECIPIENTS: Final = "countRecipients"
WORKS: Final = "countWorks"

_KINDS: Final = {"a": AWARDS, "r": RECIPIENTS, "w": WORKS}
_LIMIT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with a word of what it counts, and what stands around."""

    start: int
    end: int
    digits: tuple[int, int]
    unit: int
    kind: str
    n: int
    left: str
    right: str
    lead: str


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, number_values()), key=lambda word: (-len(word), word)))
    units = [("a", "count_conferments"), ("r", "count_recipients"), ("w", "count_works")]
    counted = "|".join(f"(?P<{key}>{choice(name)})" for key, name in units)
    digits = r"(?<![\d.,/:–\-])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,5})(?![\d%]|,\d{3})"
    spelt = rf"(?:(?<=ทั้ง)|(?<=อีก)|(?<=จำนวน)|(?<=สิ้น)|(?<=หมด)|(?<=รวม)|(?<=คว้า)|(?<=\s)|(?<=^))(?i:{words})(?![a-z])"
    adjective = r"(?:[A-Za-z\-]+\s){0,3}?"  # English: "four UN public service awards"
    return re.compile(
        rf"(?P<n>{digits}|{spelt})\s{{0,3}}(?:{adjective})(?!{choice('not_counted')})(?:{counted})(?!ที่\s?\d)"
    )


@cache
def _lead() -> re.Pattern[str]:
    total, amount = choice("total_before"), choice("more", "about", "alone")
    return re.compile(rf"(?:(?:{total}|{amount}|มี|{choice('one_of')})\s{{0,2}})+$")


@cache
def _rank() -> re.Pattern[str]:
    return re.compile(rf"{choice('rank_before')}\s?$")


_DIGITS: Final = re.compile(r"\d[\d,]*")


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers with what they count; each is sought by its first digit or word, since the pattern is slow to try."""
    starts = [match.start() for match in _DIGITS.finditer(text)]
    starts += [start for start, _, _ in occurrences(text, "number_words")]
    for start in sorted(starts):
        if match := _pattern().match(text, start):
            yield match


def counted_numbers(page: Page) -> Iterator[Counted]:
    """The numbers of awards, recipients and works, in order; ranks, years and ranges are left out."""
    for match in _numbers(page.text):
        written = match["n"].lower()
        n = number_values().get(written) or int(written.replace(",", ""))
        left = page.before(match.start(), 140)
        found = _lead().search(left)
        lead = found[0] if found else ""
        if not 0 < n < _LIMIT or _is_no_total(written, left, lead, page.text[match.end("n") : match.end()]):
            continue
        kind = next(_KINDS[key] for key in _KINDS if match[key])
        unit = next(match.start(key) for key in _KINDS if match[key])
        right = page.after(match.end(), 110)
        digits = (match.start("n"), match.end("n"))
        left = left[: len(left) - len(lead)]
        yield Counted(match.start() - len(lead), match.end(), digits, unit, kind, n, left, right, lead)


def _is_no_total(written: str, left: str, lead: str, unit: str) -> bool:
    """A rank, a year or the number of a title."""
    if not finder("total_before").search(lead):
        if _RANGE.search(left):
            return True
        if _rank().search(left) or re.fullmatch(r"(?:19|20|24|25)\d\d", written):
            return True
        return not lead and bool(re.search(r"[A-Za-z]\s?$", left)) and not unit.strip().isascii()
    return False


_RANGE: Final = re.compile(r"\d\s?[-–]\s?$")
