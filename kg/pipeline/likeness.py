"""When a row that was found says the same as a row of the gold standard.

This is a measure, fixed so that figures of today and of last year compare: it is generous in spelling and strict in
substance, and the rules of extraction share nothing with it. Rows are JSON objects of the annotation guidelines.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from kg.text.digits import western_digits

Row = Mapping[str, Any]
Same = Callable[[Row, Row], bool]

_NOISE: Final = re.compile(r"[\s\u00a0\u200b-\u200f\u2060\ufeff\"'“”‘’«»(){}\[\],.:;·\-–—/_ฯ]+")
_PROVINCE: Final = re.compile(r"^\s*จ\.\s*")
_LEGAL_FORM: Final = "(องค์การมหาชน)"
_YEAR: Final = re.compile(r"(ประจำ)?(ปีงบประมาณ|ปี)?\s*(พ\.?ศ\.?)?\s*(25|20)\d\d")
_KIND_OF_CATEGORY: Final = re.compile("ประเภท|สาขา|รางวัล")
_RANK_MARK: Final = re.compile(r"^ระดับ|\(.*?\)")
_HONORIFICS: Final = (
    r"พล(?:เอก|โท|ตรี|ตำรวจ(?:เอก|โท|ตรี))|พล\.?(?:ต\.)?[อทต]\.|[รพจ]\.?ต\.?[อทต]\.",
    r"นายแพทย์|แพทย์หญิง|นางสาว|น\.ส\.|นาง|นาย|หม่อมหลวง|หม่อมราชวงศ์|ม\.ล\.|ม\.ร\.ว\.",
    r"(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:กิตติคุณ)?|[ผร]ศ\.|ศ\.|ดร\.|นพ\.|พญ\.|ทพ\.|ภก\.|ว่าที่\s*ร\.?[ตทอ]\.",
    r"(?:mr|mrs|ms|dr|gen)\.",
)
_HONORIFIC: Final = re.compile(rf"^(?:{'|'.join(_HONORIFICS)})\s*", re.IGNORECASE)


@cache
def plain(said: str) -> str:
    """A name without what may differ in writing: spaces, punctuation, digits of either script, legal form."""
    text = unicodedata.normalize("NFC", said).replace("ํา", "ำ").replace("เเ", "แ")
    text = western_digits(text).casefold().replace(_LEGAL_FORM, "")
    return _NOISE.sub("", _PROVINCE.sub("จังหวัด", text))


def name(said: object) -> str:
    """The plain form of a cell; nothing for null."""
    return plain(str(said or ""))


@cache
def _aliases() -> tuple[tuple[str, str], ...]:
    table = files("kg.pipeline").joinpath("scheme_aliases.csv").read_text("utf-8")
    return tuple((plain(row["written"]), row["means"]) for row in csv.DictReader(table.splitlines()))


@cache
def _scheme_of(said: str) -> str:
    text = plain(_YEAR.sub("", western_digits(said)))
    known = next((means for written, means in _aliases() if written in text), None)
    return known if known is not None else text.removeprefix("รางวัล")


def scheme_name(said: object) -> str:
    """The plain name of a scheme, without year; well-known names of one scheme become one."""
    return _scheme_of(str(said or ""))


def ratio_reaches(gold: str, found: str, least: float) -> bool:
    """Whether two texts have at least this share of their characters in common, in order."""
    matcher = difflib.SequenceMatcher(None, gold, found, autojunk=False)
    # The cheap ratios are never below the real one.
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


def alike(gold: object, found: object, least: float = 0.8) -> bool:
    """Whether two names are one: the same, nearly all of one in the other, or close in spelling."""
    a, b = name(gold), name(found)
    if a == b or not a or not b:
        return a == b
    return _mostly_within(a, b, 0.7) or ratio_reaches(a, b, least)


def _mostly_within(a: str, b: str, least: float) -> bool:
    short, long = sorted((a, b), key=len)
    return short in long and len(short) >= least * len(long)


def same_scheme(gold: Row, found: Row) -> bool:
    """Whether two rows speak of one scheme."""
    a, b = scheme_name(gold.get("scheme")), scheme_name(found.get("scheme"))
    return bool(a) and (a == b or _mostly_within(a, b, 0.6) or ratio_reaches(a, b, 0.85))


def same_category(gold: object, found: object) -> bool:
    """Whether two categories are one, as a whole or in every part of their path."""
    a, b = (_KIND_OF_CATEGORY.sub("", str(each or "")).split(" / ") for each in (gold, found))
    if alike(" ".join(a), " ".join(b)):
        return True
    return len(a) == len(b) and all(alike(one, other) for one, other in zip(a, b, strict=True))


def level_name(said: object) -> str:
    """A level without the word for level, remarks in brackets and spaces."""
    return _RANK_MARK.sub("", re.sub(r"\s+", "", western_digits(str(said or ""))))


def person_name(said: object) -> str:
    """The plain name of a person without titles and ranks."""
    text = str(said or "").strip()
    while (bare := _HONORIFIC.sub("", text)) != text:
        text = bare
    return name(text)


class Recipients:
    """The names by which the gold rows of one article tell their recipients apart."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """A surface that two recipients share names neither."""
        users: dict[str, set[str]] = {}
        for row in rows:
            for surface in _surfaces(row):
                users.setdefault(surface, set()).add(name(row.get("recipient")))
        self._names = {
            id(row): {name(row.get("recipient"))} | {each for each in _surfaces(row) if len(users[each]) == 1}
            for row in rows
        }
        self._rows = rows  # keeps the ids true

    def fits(self, gold: Row, found: Row) -> bool:
        """Whether a row that was found names the recipient of a gold row."""
        return name(found.get("recipient")) in self._names[id(gold)]

    def settled(self, said: object) -> str:
        """The full name where a surface says it, else what is said."""
        given = name(said)
        return next((name(row.get("recipient")) for row in self._rows if given in self._names[id(row)]), given)


def _surfaces(row: Row) -> set[str]:
    return {name(each) for each in row.get("surfaces") or ()}


def distinct_counts(rows: Iterable[Row]) -> list[Row]:
    """Of rows with one number the last."""
    return list({str(row.get("n")): row for row in rows}.values())


def same_conferment(recipients: Recipients, gold: Row, found: Row) -> bool:
    """Whether two rows tell of one award: recipient, scheme and year, where gold knows it."""
    if not (recipients.fits(gold, found) and same_scheme(gold, found)):
        return False
    return gold.get("year") is None or bool(gold["year"] == found.get("year"))


def same_in_full(recipients: Recipients, gold: Row, found: Row) -> bool:
    """Whether they also agree on category, level and work."""
    if not same_conferment(recipients, gold, found):
        return False
    if gold.get("category") and not same_category(gold["category"], found.get("category")):
        return False
    if level_name(gold.get("level")) != level_name(found.get("level")):
        return False
    return alike(gold["work"], found.get("work"), 0.75) if gold.get("work") else not found.get("work")


def _same_person(gold: Row, found: Row) -> bool:
    a, b = person_name(gold.get("name")), person_name(found.get("name"))
    return gold.get("part") == found.get("part") and bool(b) and (a == b or ratio_reaches(a, b, 0.92))


def _same_event(gold: Row, found: Row) -> bool:
    if gold.get("date"):
        return bool(gold["date"] == found.get("date"))
    return alike(gold.get("name"), found.get("name"), 0.7)


def _same_streak(gold: Row, found: Row) -> bool:
    if gold.get("years") != found.get("years") or gold.get("until") not in (None, found.get("until")):
        return False
    return alike(gold.get("recipient"), found.get("recipient"))


def _same_count(gold: Row, found: Row) -> bool:
    return bool(gold.get("n") == found.get("n"))


SAME: Final[Mapping[str, Same]] = {
    "people": _same_person,
    "events": _same_event,
    "streaks": _same_streak,
    "counts": _same_count,
}
"""When rows of the parts other than conferments are the same."""
