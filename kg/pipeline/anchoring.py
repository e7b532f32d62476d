"""Finds in a document's text where each value of a claim stands that a person wrote down.

A curator's claims have one place each: a quote, or start and end. Evidence wants the place of every value. It is the
nearest words to the claim that say the value, in any of the forms in which it may be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kg.extract.normal import Text
from kg.text.dates import parse_iso
from kg.text.datespans import find_dates, find_years

Span = tuple[int, int]
_NOISE: Final = re.compile(r"[\s\"'“”‘’«»(){}\[\],.:;·\-–—/_ฯ]")
_FRONT: Final = re.compile(r"^(?:รางวัล|ประเภท|สาขา|ระดับ|ด้าน)+")
_PATH: Final = " / "


@dataclass(frozen=True)
class Words:
    """A text without what may differ in writing, with the way back to where each of its characters stands."""

    text: Text
    squeezed: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, given: str) -> Words:
        """Squeeze a text."""
        text = Text.of(given)
        kept = [(at, folded) for at, sign in enumerate(text.norm) if (folded := _folded(sign))]
        return cls(text, "".join(folded for _, folded in kept), tuple(at for at, _ in kept))

    def places(self, name: str) -> Iterator[Span]:
        """Every place where a name stands, in the text as given."""
        wanted = "".join(_folded(sign) for sign in Text.of(name).norm)
        at = self.squeezed.find(wanted) if wanted else -1
        while at >= 0:
            yield self.text.span(self.origin[at], self.origin[at + len(wanted) - 1] + 1)
            at = self.squeezed.find(wanted, at + 1)

    def nearest(self, names: Iterable[str], claim: Span) -> Span | None:
        """Where the first of these names that stands at all is nearest to a claim."""
        for name in names:
            if found := nearest(self.places(name), claim):
                return found
        return None

    def day(self, iso: str, published: str, claim: Span) -> Span | None:
        """The nearest words for a day."""
        issued = parse_iso(published) if published else None
        found = (each for each in find_dates(self.text.norm, issued) if each.date.isoformat() == iso)
        return nearest((self.text.span(each.start, each.end) for each in found), claim)

    def year(self, year: int, claim: Span) -> Span | None:
        """The nearest words for a year."""
        found = (each for each in find_years(self.text.norm) if each.date.year == year)
        return nearest((self.text.span(each.start, each.end) for each in found), claim)


def nearest(places: Iterable[Span], claim: Span) -> Span | None:
    """The place with the least text between it and the claim; of two as near, the first."""
    return min(places, key=lambda span: max(span[0] - claim[1], claim[0] - span[1], 0), default=None)


def _folded(sign: str) -> str:
    """One sign as it is compared; empty where it may be missing. Never longer than it is."""
    low = sign.lower()
    return "" if _NOISE.match(sign) else (low if len(low) == 1 else sign)


def place_of(row: Mapping[str, Any], words: Words) -> Span | None:
    """The place of a claim: its start and end, or that of its quote."""
    if isinstance(row.get("start"), int) and isinstance(row.get("end"), int):
        return row["start"], row["end"]
    return next(words.places(str(row.get("quote") or "")), None)


def forms(name: str) -> list[str]:
    """A value as it may be written: whole, of a path its parts, each without words that only say what it is."""
    parts = [name, *reversed(name.split(_PATH))] if _PATH in name else [name]
    bare = [_FRONT.sub("", part) for part in parts]
    return [each for each in dict.fromkeys((*parts, *bare)) if each]


def spans_of(
    row: Mapping[str, Any], claim: Span, words: Words, schemes: Iterable[str], published: str
) -> dict[str, Span]:
    """The place of every value of a claim that has one; ``schemes`` are the names of its award programme."""
    wanted: dict[str, Iterable[str]] = {
        "recipient": [str(row.get("recipient") or ""), *map(str, row.get("surfaces") or ())],
        "scheme": schemes,
        **{name: forms(str(row.get(name) or "")) for name in ("category", "level", "work")},
        **{name: [str(row.get(name) or "")] for name in ("name", "title", "post", "agency", "place", "organizer")},
    }
    found = {name: words.nearest(each, claim) for name, each in wanted.items() if row.get(name)}
    if found.get("recipient"):
        every = (place for name in wanted["recipient"] for place in words.places(name))
        found["recipient"] = nearest(every, claim)
    if row.get("year"):
        found["year"] = words.year(int(row["year"]), claim)
    if row.get("date"):
        found["date"] = words.day(str(row["date"]), published, claim)
    return {name: span for name, span in found.items() if span}
