"""The words by which a text tells who plays which part, ready for matching."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.persons import people_words
from kg.extract.words import alternation, in_all_languages


@cache
def cues() -> re.Pattern[str]:
    """The cues of a line; what comes first in the pattern wins where two begin at one place."""
    words = people_words()
    award = words.any_of("award")
    quote = r"[\s“\"‘']{0,3}"
    not_of = "(?<!ที่)(?<!ผู้)(?<!ซึ่ง)(?<!การ)(?<!เข้า)(?<!ขึ้น)"
    take = words.any_of("take")
    for_another = rf"{words.any_of('stands_for')}[^\n]{{0,70}}?{take}{quote}{award}"
    takes = rf"{not_of}(?<!ได้){take}{quote}[^\s]{{0,12}}?{award}"
    parts = [
        ("having", words.any_of("having")),
        ("assigned", words.any_of("assigned_by")),
        ("assign", words.any_of("assign")),
        ("that", rf"(?<!ผู้)(?!{words.any_of('no_that')})ว่า"),
        ("skip", words.any_of("no_chair")),
        ("chair", words.any_of("chair")),
        ("ceremony", rf"(?:พิธี|งาน|การ)(?:ประกาศผล)?(?:และ)?(?:มอบ|รับมอบ|เข้ารับ|รับ){quote}[^\s]{{0,14}}?{award}"),
        ("winner", rf"{not_of}{words.any_of('win')}{quote}[^\s]{{0,12}}?{award}"),
        ("receiver", rf"{words.any_of('take_surely')}|{for_another}|{takes}"),
        ("presenter", rf"{words.any_of('give_surely')}|{words.any_of('give')}{quote}[^\s]{{0,14}}?{award}"),
        ("attendee", rf"(?<!ที่)(?<!ผู้)(?<!ที่ได้){words.any_of('attend')}"),
        ("report", words.any_of("report")),
        ("speaker", rf"(?<!ดัง){words.any_of('speak')}"),
        ("listed", words.any_of("listed")),
        ("close", words.any_of("break")),
        ("companions", words.any_of("companions")),
        ("recipient", words.any_of("recipient")),
        ("source", words.any_of("source")),
        ("having2", "มี"),
    ]
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in parts))


@cache
def prizes() -> re.Pattern[str]:
    """What stands before a list of winners."""
    return re.compile(people_words().any_of("prize"))


@cache
def personal_award() -> re.Pattern[str]:
    """An award that is a person's own, behind the word for an award."""
    return re.compile(rf"[\s“\"‘]{{0,3}}{alternation(in_all_languages('figures', 'personal'))}")


@cache
def no_winners() -> re.Pattern[str]:
    """Words of a heading under which no winners stand."""
    return re.compile(people_words().any_of("no_winners"))


@cache
def gives() -> re.Pattern[str]:
    """The giving of an award, and nobody else given anything since."""
    words = people_words()
    return re.compile(
        rf"{words.any_of('give')}[^\n]{{0,14}}?{words.any_of('award')}(?!.*{words.any_of('recipient')}\s{{0,3}}\S)"
    )


@cache
def post_behind() -> re.Pattern[str]:
    """The head of a post right behind a name."""
    return re.compile(rf"[\s(]{{0,2}}({people_words().any_of('post')})")


@cache
def coming() -> re.Pattern[str]:
    """Words for being there."""
    return re.compile(people_words().any_of("attend"))


@cache
def ceremony() -> re.Pattern[str]:
    """The ceremony that somebody chairs, behind the word for that."""
    return re.compile(rf"(?:ใน|ช่วง|กล่าว|เปิด|งาน|\s)*พิธี(?!{people_words().any_of('no_ceremony')})")


# The end of what stands before a name, where the name is one more of a list.
AND_ANOTHER: Final = re.compile(r"(?:และ|\d[.)])\s{0,2}$")
