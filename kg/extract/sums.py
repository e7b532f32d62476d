"""Totals and their parts: numbers next to each other that add up to another.

"30 รางวัล แบ่งเป็น 16 ผลงาน (6, 6 และ 4) 8 ผลงาน และ 6 ผลงาน": whatever the total is of, its parts are of that too. A
sum that comes out says more of a number than the words around it.
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
    """A number of something at a place of the text; ``opens`` where the words behind it open a list."""

    start: int
    n: int
    kind: str
    opens: bool = False


def sums(numbers: Sequence[Number]) -> Iterator[tuple[int, list[int]]]:
    """Each total with its parts, as places in ``numbers``, which are in the order of the text; outer totals first.

    Parts stand right behind their total, each with its own parts behind it, or right before it. They are at least two
    and of the total's kind, unless the total opens a list; the total is more than their number, since ones add up to
    anything.
    """
    behind: dict[int, list[int]] = {}
    past: dict[int, int] = {}
    for at in range(len(numbers) - 1, -1, -1):
        parts, end = _behind(numbers, at, past)
        if not parts:
            parts, end = _behind(numbers, at, {})
        if parts:
            behind[at], past[at] = parts, end
    for at in range(len(numbers)):
        if parts := behind.get(at) or _before(numbers, at):
            yield at, parts


def _behind(numbers: Sequence[Number], at: int, past: dict[int, int]) -> tuple[list[int], int]:
    total, left, parts, index = numbers[at], numbers[at].n, list[int](), at + 1
    while index < len(numbers) and len(parts) < _MOST and numbers[index].start - total.start <= _REACH:
        if numbers[index].kind != total.kind and not total.opens:
            index += 1
            continue
        left -= numbers[index].n
        parts.append(index)
        index = past.get(index, index + 1)
        if left <= 0:
            break
    complete = left == 0 and len(parts) >= _FEWEST and total.n > len(parts)
    return (parts, index) if complete else ([], 0)


def _before(numbers: Sequence[Number], at: int) -> list[int]:
    total, left, parts = numbers[at], numbers[at].n, list[int]()
    for index in range(at - 1, max(-1, at - 1 - 2 * _MOST), -1):
        if total.start - numbers[index].start > _REACH or left <= 0:
            break
        if numbers[index].kind == total.kind:
            left -= numbers[index].n
            parts.append(index)
    return parts[::-1] if left == 0 and len(parts) >= _FEWEST and total.n > len(parts) else []
