"""What one asks of things in the order of a text."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.inorder import InOrder


@dataclass(frozen=True)
class Thing:
    start: int


PLACES = st.integers(0, 12)


@given(st.lists(PLACES).map(sorted), PLACES, PLACES)
def test_halving_finds_what_looking_at_each_finds(starts: list[int], one: int, two: int) -> None:
    things = [Thing(start) for start in starts]
    order = InOrder(things)
    assert list(order.between(one, two)) == [thing for thing in things if one <= thing.start < two]
    assert order.before(one) == max(
        (thing for thing in things if thing.start < one), key=lambda t: t.start, default=None
    )
    assert order.next_from(one) == next((thing for thing in things if thing.start >= one), None)


def test_nothing_has_no_neighbours() -> None:
    empty: InOrder[Thing] = InOrder([])
    assert (list(empty.between(0, 9)), empty.before(9), empty.next_from(0)) == ([], None, None)
