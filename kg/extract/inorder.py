"""Names or awards in the order in which a text has them, and what one asks of that order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Anything that begins somewhere in the text."""

    @property
    def start(self) -> int:
        """Offset of its first character."""


T = TypeVar("T", bound=Placed)


class InOrder(Generic[T]):
    """A sequence sorted by ``start``, searched by halving: rules ask it for every award of a text."""

    def __init__(self, things: Sequence[T]) -> None:
        """``things`` in the order of the text; the sequence must not change any more."""
        self._things = things
        self._starts = [thing.start for thing in things]

    def __iter__(self) -> Iterator[T]:
        """All of them."""
        return iter(self._things)

    def between(self, start: int, end: int) -> Sequence[T]:
        """Those that begin in a stretch of the text, its end exclusive."""
        return self._things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, at: int) -> T | None:
        """The last that begins before a position."""
        index = bisect_left(self._starts, at)
        return self._things[index - 1] if index else None

    def next_from(self, at: int) -> T | None:
        """The first that begins at a position or behind it."""
        index = bisect_left(self._starts, at)
        return self._things[index] if index < len(self._things) else None
