"""What one naming of an award that no registry lists is, and where such a name ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.details import pattern, words

THAT: Final = re.compile(r"(?<![เ-ไ])ที่(?!ย)")
_YEARS: Final = re.compile(r"[\s(#]*(?:(?:ประจำ)?ปี\s?)?(?:พ\.ศ\.\s?)?(?:20[0-3]\d|25[4-7]\d)[\s):]*$|\s\d{1,2}$")
_ABBREVIATED: Final = "ฯ"
_MIN: Final = 4


@dataclass(slots=True)
class Naming:
    """One naming: its place, its name without year, a name in brackets, and what goes on as a type of winner."""

    start: int
    end: int
    name: str
    alias: str = ""
    category: str = ""
    special: bool = False


@cache
def name_stop() -> re.Pattern[str]:
    """Where a name ends inside a run of Thai."""
    return re.compile(rf"(?<![เ-ไ])(?!{pattern('not_stop')})(?!(?<=ห)นี้|(?<=ป)ระดับ){pattern('stop')}(?![ัิ-ฺ็-๎ะาำๅ])")


def run_end(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a run of Thai stops being the name, and the kind of winner that it goes on with, if it does."""
    stop = name_stop().search(text, start + 2, end + 1)
    limit = min(end, stop.start()) if stop else end
    for that in THAT.finditer(text, start + 2, limit):
        before = text[start : that.start()]
        kind = next((word for word in words("kind") if before.endswith(word) and len(word) > _MIN), "")
        if kind and text.startswith(words("feature"), that.start()) and before == kind:
            continue
        if kind and before != kind:
            return that.start() - len(kind), text[that.start() - len(kind) : limit]
        return that.start(), ""
    return limit, ""


def without_year(name: str) -> str:
    """A name without the year or number of an edition, quotation marks and doubled spaces."""
    name = re.sub(r"\s+", " ", name).strip(" “”\"'‘’(,")
    while (bare := _YEARS.sub("", name).strip()) != name:
        name = bare
    return name


def is_kind(name: str) -> bool:
    """Whether a name only says a kind of winner or of competition."""
    return name.removeprefix("รางวัล").strip(_ABBREVIATED + " ") in words("kind")


def short_for(short: str, full: str, *, often: bool = False) -> bool:
    """Whether one name is the other cut short, or its abbreviation with the sign for it.

    A name said ``often``, more so than the longer one, is a name of its own.
    """
    bare = short.rstrip(_ABBREVIATED + " ")
    if often and bare == short:
        return False
    return len(bare) >= 11 and full != short and full.startswith(bare)
