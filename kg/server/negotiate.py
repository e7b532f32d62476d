"""From an ``Accept`` header to one of the media types on offer (RFC 9110, section 12.5.1); pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_RANGE: Final = re.compile(r"\s*([!#$%&'*+.^_`|~\w-]+)/([!#$%&'*+.^_`|~\w-]+)\s*((?:;.*)?)", re.DOTALL)
_QUALITY: Final = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", re.IGNORECASE)
_HAS_QUALITY: Final = re.compile(r";\s*q\s*=", re.IGNORECASE)
_LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Range:
    kind: str
    subtype: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How closely it names the type: 2 exactly, 1 by kind, 0 as anything, -1 not at all."""
        kind, _, subtype = media_type.partition("/")
        if (self.kind, self.subtype) == (kind, subtype):
            return 2
        if (self.kind, self.subtype) == (kind, "*"):
            return 1
        return 0 if (self.kind, self.subtype) == ("*", "*") else -1


def choose(accept: str | None, offered: Sequence[str]) -> str | None:
    """The best media type of ``offered``, which stand in the server's order of preference; None where none will do.

    For each type the range that names it most closely counts. A header that says nothing understandable counts as
    absent. Parameters other than ``q`` are not looked at.
    """
    return _chosen((accept or "")[:_LONGEST], tuple(offered))


@lru_cache(maxsize=4096)  # clients are few kinds, and each sends one header
def _chosen(accept: str, offered: tuple[str, ...]) -> str | None:
    ranges = list(_ranges(accept))
    if not ranges:
        return offered[0] if offered else None
    best, best_quality = None, 0.0
    for media_type in offered:
        quality = quality_of(media_type, ranges)
        if quality > best_quality:
            best, best_quality = media_type, quality
    return best


def quality_of(media_type: str, ranges: Sequence[_Range]) -> float:
    """The quality that the ranges give a type; 0 where they refuse or do not name it."""
    fitting = [(each.specificity(media_type), each.quality) for each in ranges]
    named = [(closeness, quality) for closeness, quality in fitting if closeness >= 0]
    if not named:
        return 0.0
    closest = max(closeness for closeness, _ in named)
    # Named twice equally closely, it is refused if either says so.
    qualities = [quality for closeness, quality in named if closeness == closest]
    return 0.0 if 0.0 in qualities else max(qualities)


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.split(","):
        match = _RANGE.fullmatch(part)
        if match is None:
            continue
        kind, subtype, parameters = match[1].lower(), match[2].lower(), match[3]
        quality = _QUALITY.search(parameters)
        if quality is None and _HAS_QUALITY.search(parameters):
            continue
        yield _Range(kind, subtype, float(quality[1]) if quality else 1.0)
