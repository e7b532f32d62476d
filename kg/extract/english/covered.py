"""Stretches of a text that are taken: whether another overlaps one, asked often, answered by halving."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Covered:
    """Stretches that may overlap one another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """``spans`` in any order, their ends exclusive."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of them has a character in common with a stretch."""
        index = bisect_left(self._starts, end)
        return bool(index) and self._reach[index - 1] > start

    def begins_in(self, start: int, end: int) -> bool:
        """Whether any of them begins in a stretch."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end
