"""Years of the Buddhist and the common era, and dates that keep their precision.

BE = CE + 543 holds for every date since 1941; before that the Thai year began on 1 April (Time4J #796), so dates of
January to March fell in the earlier Buddhist year. Awards of that age are not our subject: we refuse them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

BE_OFFSET: Final = 543
FIRST_YEAR: Final = 1941
LAST_YEAR: Final = 2100

# Western digits only: \d would let Thai ones through, which no RDF datatype knows.
_PARTIAL: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

MONTHS_TH: Final = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()
MONTHS_EN: Final = "January February March April May June July August September October November December".split()

Precision = Literal["year", "month", "day"]


def to_be(year: int) -> int:
    """Buddhist year of a year CE."""
    return year + BE_OFFSET


def to_ce(year: int) -> int:
    """Year CE of a Buddhist year."""
    return year - BE_OFFSET


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date CE known to the day, the month or the year; what is not known is 0 and sorts first."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            likely = f"; {self.year} may be a Buddhist year, {to_ce(self.year)} CE" if self.year > LAST_YEAR else ""
            raise ValueError(f"the year {self.year} lies outside {FIRST_YEAR} to {LAST_YEAR} CE{likely}")
        if self.day and not self.month:
            raise ValueError("a day without a month")
        if self.month:
            date(self.year, self.month, self.day or 1)

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return "day" if self.day else "month" if self.month else "year"

    def isoformat(self) -> str:
        """``2020``, ``2020-12`` or ``2020-12-03``."""
        tail = (f"-{part:02}" for part in (self.month, self.day) if part)
        return f"{self.year:04}" + "".join(tail)


def parse_iso(text: str) -> PartialDate:
    """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` of the common era; raises ValueError with the reason."""
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if match[2] and not month:
        raise ValueError(f"{text!r} has no month 00")
    if match[3] and not day:
        raise ValueError(f"{text!r} has no day 00")
    return PartialDate(year, month, day)


def format_th(when: PartialDate) -> str:
    """As a Thai reader writes it, in the Buddhist era: ``3 ธันวาคม 2563``."""
    words = [str(when.day)] if when.day else []
    words += [MONTHS_TH[when.month - 1]] if when.month else []
    return " ".join([*words, str(to_be(when.year))])


def format_en(when: PartialDate) -> str:
    """As an English reader writes it, with the Buddhist year beside it: ``3 December 2020 (BE 2563)``."""
    words = [str(when.day)] if when.day else []
    words += [MONTHS_EN[when.month - 1]] if when.month else []
    return " ".join([*words, str(when.year), f"(BE {to_be(when.year)})"])
