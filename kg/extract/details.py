"""What is said with the name of an award: its year or years, its level, and types that no registry lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.words import alternation, in_all_languages, load_words
from kg.text.datespans import year_of as year_ce

YEAR: Final = re.compile(
    r"(?:ประจำปี(?:งบประมาณ|การศึกษา|บัญชี)?|ปี(?:งบประมาณ|การศึกษา|พุทธศักราช)?|ประจำ\s?ปี|พ\.ศ\.)\s?(?:พุทธศักราช|พ\.\s?ศ\.|ค\.\s?ศ\.)?\s?(25\d\d|20\d\d|[5-7]\d)(?!\d)"
    r"|(?<![\d,.])(20[012]\d|25[4-7]\d)(?![\d,])"
)
_RANGE: Final = re.compile(r"\s{0,3}(-|–|ถึง|และ|,)\s?(?:ประจำ)?(?:ปี)?\s?(?:พ\.ศ\.)?\s?(25\d\d|20\d\d|[5-7]\d)(?!\d)")
_PAREN: Final = r"(?:\s?\((?:[A-Za-z][A-Za-z \-]{2,24}|ระดับ[ก-๎]{2,12})\))?"
_PLACE_GAP: Final = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A value and where the text says it."""

    text: str
    start: int
    end: int


def year_of(match: re.Match[str]) -> int | None:
    """CE year of a match of ``YEAR``."""
    return year_ce(match[1] or match[2])


def words(name: str) -> tuple[str, ...]:
    """A list of words around awards, of both languages where both have it."""
    return in_all_languages("awards", name)


@cache
def pattern(*names: str) -> str:
    """A pattern that matches any word of these lists, the longest first."""
    return alternation(word for name in names for word in words(name))


@cache
def _not_year() -> re.Pattern[str]:
    return re.compile(rf"{pattern('not_year')}\s?(?:ปี)?\s?$")


def years(text: str, start: int, stop: int) -> tuple[list[int], tuple[int, int]] | None:
    """The year said first between two positions, or all of a range or a pair: 2562 - 2563 are two editions."""
    for match in YEAR.finditer(text, start, stop):
        if _not_year().search(text, max(0, match.start() - 14), match.start()):
            continue
        first = year_ce(match[1] or match[2])
        found, end = [first], match.end()
        while (more := _RANGE.match(text, end)) and len(found) < 12:
            last = year_ce(more[2])
            if not 0 < last - found[-1] <= 10:
                break
            spread = more[1] in ("-", "–", "ถึง")
            found.extend(range(found[-1] + 1, last + 1) if spread else [last])
            end = more.end()
        return found, (match.start(), end)
    return None


@cache
def _level_pattern() -> re.Pattern[str]:
    graded, good = pattern("graded"), pattern("good")
    return re.compile(
        rf"(?P<both>(?:รางวัล)?(?:รอง)?ชนะเลิศ\s?ระดับ\s?{alternation(load_words('awards_en').lists['graded'])}(?![A-Za-z]))"
        rf"|(?:ระดับ|ประเภท)\s?[“\"‘']?(?P<graded>{graded}|{good}(?![ก-๎])|{good}(?={pattern('behind_good')}))(?![A-Za-z])(?P<paren>{_PAREN})(?!กว่า|ขึ้นไป|แห่ง)"
        rf"|(?P<ranked>(?:รางวัล)?{pattern('ranked')}(?:\s?อันดับ\s?(?:ที่)?\s?\d{{1,2}})?)"
        rf"|(?<![ก-๎])(?P<praise>{pattern('praise')})(?![ก-๎])"
        rf"|(?<![ก-๎])(?P<place>อันดับ\s?(?:ที่)?\s?\d{{1,2}})(?!\d)"
        rf"|(?P<area>ระดับ{pattern('place_level')})(?:(?![ก-๎])|(?=ปี|ประจำ))"
        rf"|(?<![A-Za-z])(?P<rank>{pattern('rank')})(?![A-Za-z])"
    )


def level(text: str, start: int, stop: int, award_end: int, inner: list[tuple[int, int]]) -> Said | None:
    """The level said first between two positions; a province, a country is one only right behind the award."""
    for match in _level_pattern().finditer(text, start, stop):
        if any(begin < match.end() and match.start() < end for begin, end in inner):
            continue
        kind = match.lastgroup
        if kind == "area" and match.start() - award_end > _PLACE_GAP:
            continue
        if _and_another(text, match.end()):
            return None
        return Said(said_level(match), match.start(), match.end())
    return None


def level_before(text: str, floor: int, start: int) -> Said | None:
    """The level whose words stand right before the name: ``FIRST PRIZE of the programme``."""
    last = None
    for match in _level_pattern().finditer(text, max(floor, start - 40), start):
        last = match
    if last is None or last.lastgroup in ("area", "praise"):
        return None
    gap = text[last.end() : start]
    return Said(said_level(last), last.start(), last.end()) if _BEFORE.fullmatch(gap) else None


_BEFORE: Final = re.compile(
    r"[\s“\"‘'(]{0,3}(?:การประกวด|การแข่งขัน|จากการประกวด|ในการประกวด|จาก|ใน|ของ|ทั้ง|ได้แก่|คือ|:|ถ้วยพระราชทาน)?[\s“\"‘'(]{0,2}(?:\(?\d[.)]\s?)?(?:รางวัล|สาขา|ประเภท)?[\s“\"‘'(]{0,2}"
)
_AND: Final = re.compile(r"\s?[”\"]?\s?(?:และ|,)\s?(?:ระดับ|รางวัล(?:รอง)?ชนะเลิศ)")


def _and_another(text: str, at: int) -> bool:
    return bool(_AND.match(text, at))


def said_level(match: re.Match[str]) -> str:
    """A level as it is written, without the word for an award that stands before a rank."""
    if match["graded"]:
        word = match[0].removesuffix(match["paren"] or "")
        glued = "ก" <= match.string[match.start() - 1 : match.start()] <= "๎"
        lead = "ระดับ" if word.startswith("ระดับ") else "" if glued else "ประเภท"
        space = " " if lead and match["graded"].isascii() else ""
        return f"{lead}{space}{match['graded']}{_spaced(match['paren'])}"
    said = " ".join(match[0].split())
    if match["ranked"] or match["both"]:
        bare = said.removeprefix("รางวัล")
        return said if bare in words("graded") else bare
    return said


def _spaced(paren: str | None) -> str:
    return f" {paren.strip()}" if paren else ""


def levels(text: str) -> Iterator[re.Match[str]]:
    """All levels that a text says."""
    return _level_pattern().finditer(text)


@cache
def _type_pattern() -> re.Pattern[str]:
    heads = alternation(load_words("awards_th").lists["type"])
    return re.compile(
        rf"[\s”\"’,)“]{{0,3}}(?:รางวัล|ใน|ได้แก่\s?\d?[).]?\s?|ประเภท(?=รางวัล\s?[A-Z]))?(?P<said>(?:ราย(?:หมวด|ด้าน)\s?)?(?:หมวด\s?(?:ที่\s?)?\d\s?)?(?P<head>{heads}|หมวด)\s?(?:รางวัล\s?(?=[A-Z]|[ก-๎]{{4}}))?(?!{pattern('no_type')})"
        r"(?:[“\"‘](?P<quoted>[^”\"’\n]{3,90})[”\"’]|(?P<latin>[A-Z][A-Za-z&:,/\- ]{2,70}[A-Za-z])"
        r"|(?P<thai>[ก-๎][ก-๎0-9.]*(?:(?: ?/ ?|[ \-])[ก-๎0-9.]+){0,4})))"
    )


@cache
def _type_stop() -> re.Pattern[str]:
    return re.compile(rf"(?<![เ-ไ])(?!(?<=ป)ระดับ){pattern('type_stop')}|\s(?:ปี|พ\.ศ|{pattern('type')}|\d)")


@cache
def _kind_of_body() -> re.Pattern[str]:
    return re.compile(rf"[\s”\"’,)“]{{0,3}}(?P<said>(?:หน่วยงาน)?ระดับ{pattern('body_level')})(?=\s?$|[^ก-๎])")


def free_type(text: str, at: int, stop: int) -> Said | None:
    """A branch or type named right behind an award, by its own word or as a kind of body, as it is written."""
    match = _type_pattern().match(text, at, stop)
    if not match:
        kind = _kind_of_body().match(text, at, stop)
        return Said(kind["said"], kind.start("said"), kind.end("said")) if kind else None
    start, end = match.span("said")
    if match["thai"]:
        cut = _type_stop().search(text, match.start("thai") + 3, end)
        end = cut.start() if cut else end
        end = _first_words(text, match.start("thai"), end)
    said = text[start:end].strip(" ,-")
    if len(said) - len(match["head"]) < 3:
        return None
    return Said(said.replace("“", "").replace("”", "").replace('"', ""), start, start + len(said))


@cache
def _feature() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{pattern('feature')})[ก-๎0-9.]*")


def feature_behind(text: str, at: int, stop: int) -> str:
    """The feature that goes on a type without a space, up to where a type ends; nothing where there is none."""
    said = _feature().match(text, at, stop)
    if not said:
        return ""
    cut = _type_stop().search(text, said.end("word") + 3, said.end())
    return text[at : cut.start() if cut else said.end()]


def _first_words(text: str, start: int, end: int) -> int:
    """A type goes on past a space only in a short word or where a bracket or a boundary follows."""
    space = text.find(" ", start, end)
    while space >= 0 and "/" in text[space - 1 : space + 2]:
        space = text.find(" ", space + 1, end)
    if space < 0 or (end - start < _SHORT and _BOUNDARY.match(text, end)):
        other = _other_phrase().search(text, start, end)
        return other.start() if other else end
    return space


@cache
def _other_phrase() -> re.Pattern[str]:
    return re.compile(rf"\s{pattern('no_part')}")


_SHORT: Final = 60
_BOUNDARY: Final = re.compile(
    r"\s?(?:ประจำปี|ระดับ|\(|ได้แก่|คือ|:|จำนวน\s?\d|\d{1,3}\s?(?:รางวัล|ราย|แห่ง|คน|หน่วยงาน|ผลงาน|องค์กร))"
)
