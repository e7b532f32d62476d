import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NotFound
from kg.pages.links import Links
from kg.pages.paging import ROWS, Step, Wanted, pager, pages_of, slice_of


@given(st.integers(0, 5_000))
def test_the_pages_together_are_the_list(total: int) -> None:
    rows = list(range(total))
    read = [row for number in range(1, pages_of(total) + 1) for row in slice_of(rows, "x", Wanted("x", number))]
    assert read == rows


def test_other_lists_begin_at_their_first_page() -> None:
    assert list(slice_of(range(3 * ROWS), "x", Wanted("y", 3))) == list(range(ROWS))


@pytest.mark.parametrize(("total", "number"), [(0, 2), (ROWS, 2), (ROWS + 1, 3), (5, 0)])
def test_there_is_no_page_past_the_end(total: int, number: int) -> None:
    with pytest.raises(NotFound, match="no page"):
        slice_of(range(total), "x", Wanted("x", number))


def test_the_way_through_a_list() -> None:
    assert pager(ROWS, "x", Wanted(), Links(), "/p") is None
    steps = pager(ROWS * 9 + 1, "x", Wanted("x", 5), Links(), "/p")
    assert steps is not None
    assert (steps.first, steps.last, steps.total) == (4 * ROWS + 1, 5 * ROWS, ROWS * 9 + 1)
    assert [each.number for each in steps.steps] == [1, 0, 3, 4, 5, 6, 7, 0, 10]
    assert steps.steps[4] == Step(5)
    assert (steps.previous, steps.next) == ("/p?list=x&p=4#x", "/p?list=x&p=6#x")
