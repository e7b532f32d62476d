"""Years and dates as a cell or a literal has them, nothing but the value in it."""

from __future__ import annotations

import re
from typing import Final

from kg.errors import DataError
from kg.text.dates import FIRST_YEAR, LAST_YEAR
from kg.text.datespans import find_dates, find_years, year_of
from kg.text.digits import western_digits
from kg.text.names import display_form

_DIGITS: Final = re.compile(r"([0-9]{4}|[0-9]{2})(?:\.0+)?")
_CENTURY: Final = 2000
_TIME: Final = re.compile(r"(?<=[0-9])T[0-9:.Z+\-]+$")


def year(said: str, era: str = "BE") -> int:
    """The year CE of ``2563``, ``๒๕๖๓``, ``63``, ``พ.ศ. 2563``, ``2563.0`` or a date; ``era`` is that of two digits.

    Raises DataError for anything else.
    """
    text = western_digits(display_form(said))
    if match := _DIGITS.fullmatch(text):
        digits = match[1]
        found = {_CENTURY + int(digits) if era == "CE" and len(digits) == 2 else year_of(digits)}
    else:
        found = {span.date.year for span in (*find_years(text), *find_dates(text))}
    if len(found) != 1:
        what = "holds several years" if found else "is no year"
        raise DataError(f"{shortened(said)} {what}", fix="write one year, 2563 or 2020")
    (only,) = found
    if not FIRST_YEAR <= only <= LAST_YEAR:
        raise DataError(
            f"{shortened(said)} is no year of {FIRST_YEAR} to {LAST_YEAR}", fix="write one year, 2563 or 2020"
        )
    return only


def day(said: str) -> str:
    """The ISO date of ``3 ธันวาคม 2563``, ``3/12/2563`` or ``2020-12-03``, to the month or year where no more is said.

    Raises DataError for anything else.
    """
    text = _TIME.sub("", western_digits(display_form(said)))
    found = {span.date.isoformat() for span in find_dates(text)}
    if len(found) == 1:
        return found.pop()
    if found:
        raise DataError(f"{shortened(said)} holds several dates", fix="write one date, 2020-12-03 or 3 ธันวาคม 2563")
    try:
        return str(year(text))
    except DataError as error:
        raise DataError(f"{shortened(said)} is no date", fix="write it as 2020-12-03 or 3 ธันวาคม 2563") from error


def shortened(said: str) -> str:
    """The words in quotes, as a message can show them."""
    return repr(said if len(said) <= 60 else f"{said[:57]}…")
