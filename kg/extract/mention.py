"""A name found in a text, and how two lists of such names become one."""

from __future__ import annotations

from dataclasses import dataclass

UNIT_KINDS = frozenset({"unit", "hospital", "school"})
"""Kinds of bodies that stand under a body of the registry, which is often named with them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the normalised text and what it may stand for."""

    start: int
    end: int
    group: str  # body, person, scheme, category
    name: str
    kind: str = ""
    refs: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    parent: str = ""
    surface: str = ""


def merge(first: list[Mention], second: list[Mention], *, prefer_old: bool = False) -> list[Mention]:
    """Both lists in order without overlaps; of two that overlap the longer stays, or the one of ``first``."""
    taken = [(mention, 0) for mention in first] + [(mention, 1) for mention in second]
    taken.sort(key=lambda pair: (pair[0].start, -pair[0].end, pair[1]))
    kept: list[Mention] = []
    for mention, rank in taken:
        while kept and kept[-1].end > mention.start:
            last = kept[-1]
            better = mention.end - mention.start > last.end - last.start and not (prefer_old and rank)
            if not better:
                break
            kept.pop()
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept
