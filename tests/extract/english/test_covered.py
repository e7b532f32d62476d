"""Stretches that are taken."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.english.covered import Covered

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN), SPAN)
def test_the_answer_is_that_of_asking_each(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    covered = Covered(spans)
    assert covered.overlaps(start, end) == any(first < end and start < last for first, last in spans)
    assert covered.begins_in(start, end) == any(start <= first < end for first, _ in spans)
