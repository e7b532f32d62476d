"""How two lists of mentions become one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mention import Mention, merge


def body(start: int, end: int, name: str = "") -> Mention:
    return Mention(start, end, "body", name)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda span: body(span[0], span[0] + span[1])))


def test_the_longer_stays() -> None:
    assert merge([body(0, 4)], [body(0, 9)]) == [body(0, 9)]
    assert merge([body(0, 4)], [body(2, 9)]) == [body(2, 9)]
    assert merge([body(0, 4)], [body(2, 9)], prefer_old=True) == [body(0, 4)]
    assert merge([body(0, 4, "old")], [body(0, 4, "new")]) == [body(0, 4, "old")]


@given(SPANS, SPANS)
def test_in_order_without_overlaps(first: list[Mention], second: list[Mention]) -> None:
    merged = merge(first, second)
    assert all(one.end <= other.start for one, other in pairwise(merged))
    assert set(merged) <= {*first, *second}
