"""Long lists a page at a time: which rows stand on it, and where the other pages are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from kg.errors import NotFound
from kg.pages.links import Links

ROWS: Final = 50
_AROUND: Final = 2

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the list; ``href`` is empty for the one that is shown, ``number`` 0 for a gap."""

    number: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a list of ``total`` rows a page stands: its rows from ``first`` to ``last``, counted from 1."""

    key: str
    first: int
    last: int
    total: int
    steps: tuple[Step, ...]
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page of which list a reader asks for; every other list of the document is at its first page."""

    key: str = ""
    number: int = 1

    def of(self, key: str) -> int:
        """The page of a list that is wanted."""
        return self.number if key == self.key else 1


def slice_of(rows: Sequence[T], key: str, wanted: Wanted, size: int = ROWS) -> Sequence[T]:
    """The rows of the page that is wanted; raises NotFound past the end."""
    number = wanted.of(key)
    if number < 1 or (number > 1 and (number - 1) * size >= len(rows)):
        raise NotFound(
            f"this list has no page {number:,}", why=f"it has {pages_of(len(rows), size):,}", fix="begin with the first"
        )
    return rows[(number - 1) * size : number * size]


def pages_of(total: int, size: int = ROWS) -> int:
    """The number of pages that so many rows take; one for none."""
    return max(-(-total // size), 1)


def pager(total: int, key: str, wanted: Wanted, links: Links, path: str, size: int = ROWS) -> Pager | None:
    """The way through a list of the document at ``path``; None where one page holds it all."""
    pages = pages_of(total, size)
    if pages == 1:
        return None
    number = wanted.of(key)

    def href(to: int) -> str:
        return links.part(path, key, to)

    shown = sorted({1, pages, *range(max(1, number - _AROUND), min(pages, number + _AROUND) + 1)})
    steps: list[Step] = []
    for each in shown:
        if steps and each > steps[-1].number + 1:
            steps.append(Step(0))
        steps.append(Step(each, "" if each == number else href(each)))
    return Pager(
        key,
        (number - 1) * size + 1,
        min(number * size, total),
        total,
        tuple(steps),
        href(number - 1) if number > 1 else "",
        href(number + 1) if number < pages else "",
    )
