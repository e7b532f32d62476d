"""Words are cut out of a text without parting a letter from its marks, and the pieces of a text are the text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kg.pages.excerpt import cut, segments, whole

thai = st.text(alphabet="กขคที่ นี้ํ่้๊ abc\n", max_size=120)


def spans_of(text: str) -> st.SearchStrategy[tuple[int, int]]:
    edges = st.integers(0, max(len(text), 1))
    return st.tuples(edges, edges).map(lambda pair: (min(pair), max(pair)))


def test_an_excerpt_has_the_words_and_what_surrounds_them() -> None:
    text = "ก" * 50 + "คำสำคัญ" + "ข" * 50
    found = cut(text, 50, 57, around=5)
    assert (found.before, found.words, found.after) == ("…กกกกก", "คำสำคัญ", "ขขขขข…")


def test_long_words_lose_their_middle() -> None:
    assert len(cut("ก" * 1000, 0, 1000).words) < 240


def test_lines_become_spaces() -> None:
    assert cut("a\r\nb c\n\nd", 3, 6, around=10) == cut("a b c d", 2, 5, around=10)


@given(thai, st.integers(0, 130))
def test_a_position_never_stands_before_a_mark(text: str, position: int) -> None:
    found = whole(text, min(position, len(text)))
    assert found == 0 or found == len(text) or unicodedata.category(text[found])[0] != "M"


@given(st.data())
def test_the_segments_are_the_text(data: st.DataObject) -> None:
    text = data.draw(thai)
    spans = data.draw(st.lists(spans_of(text), max_size=6))
    here = data.draw(st.none() | spans_of(text))
    pieces = segments(text, spans, here)
    assert "".join(piece.text for piece in pieces) == text
    marked = "".join(("x" if piece.marked else ".") * len(piece.text) for piece in pieces)
    inside = {place for start, end in spans if end <= len(text) for place in range(start, end)}
    assert marked == "".join("x" if place in inside else "." for place in range(len(text)))


def test_a_span_of_another_text_is_left_out() -> None:
    assert [piece.marked for piece in segments("abc", [(1, 9)], (5, 9))] == [False]
