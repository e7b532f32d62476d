"""Numbers that add up to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.sums import Number, sums


def read(*said: int | str) -> list[tuple[int, list[int]]]:
    """Totals and parts of numbers of one kind; "30:" opens a list."""
    numbers = []
    for place, each in enumerate(said):
        opens = isinstance(each, str)
        numbers.append(Number(place * 10, int(str(each).rstrip(":")), "works", opens))
    return [(numbers[at].n, [numbers[part].n for part in parts]) for at, parts in sums(numbers)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((33, 20, 13), [(33, [20, 13])]),
        ((20, 13, 33), [(33, [20, 13])]),
        ((30, 16, 6, 6, 4, 8, 3, 5, 6, 2, 2, 2), [(30, [16, 8, 6]), (16, [6, 6, 4]), (8, [3, 5]), (6, [2, 2, 2])]),
        ((14, 7, 5, 2), [(14, [7, 5, 2]), (7, [5, 2])]),
        ((33, 20, 12), []),
        ((3, 1, 1, 1), []),
        ((5, 5), []),
        ((), []),
    ],
)
def test_totals_and_their_parts(said: tuple[int, ...], expected: list[tuple[int, list[int]]]) -> None:
    assert read(*said) == expected


def test_another_kind_is_a_part_only_of_a_total_that_opens_a_list() -> None:
    parts = [Number(10, 9, "recipients"), Number(20, 5, "recipients")]
    assert list(sums([Number(0, 14, "awards", opens=True), *parts])) == [(0, [1, 2])]
    assert list(sums([Number(0, 14, "awards"), *parts])) == []


def test_parts_stand_near_their_total() -> None:
    assert list(sums([Number(0, 9, "a"), Number(10, 4, "a"), Number(9000, 5, "a")])) == []


@given(st.lists(st.integers(1, 50), max_size=30))
def test_parts_always_add_up(said: list[int]) -> None:
    numbers = [Number(place, n, "a") for place, n in enumerate(said)]
    for at, parts in sums(numbers):
        assert len(parts) >= 2
        assert at not in parts
        assert sum(said[part] for part in parts) == said[at]
