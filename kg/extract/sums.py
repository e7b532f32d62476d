"""Totals and their parts: numbers of one kind, next to each other, that add up to another.

"273 ราย แบ่งเป็น 3 ราย 168 ราย และ 102 ราย": whatever the total is of, its parts are of that too. A sum that comes
out says more of a number than the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_REACH: Final = 1500
_FEWEST: Final = 2
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A number of something at a place of the text."""

    start: int
    n: int
    kind: str


def sums(numbers: Sequence[Number]) -> Iterator[tuple[int, range]]:
    """Each total with its parts, as places in ``numbers``: right behind it, or right before it.

    Numbers of one kind in the order of the text are asked for; parts are at least two, and the total is more than
    their number, since ones add up to anything.
    """
    for at, total in enumerate(numbers):
        for step in (1, -1):
            parts = _parts(numbers, at, step)
            if parts and total.n > len(parts):
                yield at, parts
                break


def _parts(numbers: Sequence[Number], at: int, step: int) -> range:
    total, left = numbers[at], numbers[at].n
    for taken in range(1, _MOST):
        index = at + step * taken
        if not 0 <= index < len(numbers) or abs(numbers[index].start - total.start) > _REACH:
            break
        left -= numbers[index].n
        if left < 0:
            break
        if left == 0 and taken >= _FEWEST:
            return range(at + 1, index + 1) if step > 0 else range(index, at)
    return range(0)
