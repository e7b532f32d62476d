"""Sentences become lines, and nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.english.sentences import in_sentences, sentences
from kg.extract.normal import Text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It won. The board said so.", ["It won.", "The board said so."]),
        ("Mr. Ink met Dr. Pen of Blue Co. Ltd. and left.", ["Mr. Ink met Dr. Pen of Blue Co. Ltd. and left."]),
        ("Blue Ink Co., Ltd. The firm won.", ["Blue Ink Co., Ltd.", "The firm won."]),
        ("J. R. Ink, H.E. Mr. Pen", ["J. R. Ink, H.E. Mr. Pen"]),
        ("She said that Hill Hospital had won.", ["She said that", "Hill Hospital had won."]),
        ("“We won.” He smiled!  It rained.", ["“We won.”", "He smiled!", " It rained."]),
        ("No. 5 and 3.5 points", ["No. 5 and 3.5 points"]),
    ],
)
def test_where_a_sentence_ends(text: str, lines: list[str]) -> None:
    assert in_sentences(text).split("\n") == lines


@given(st.text(st.sampled_from("Aa .!?”\n1Mr")))
def test_nothing_moves(text: str) -> None:
    broken = sentences(Text.of(text))
    assert [
        (a, b) for a, b in zip(broken.norm, Text.of(text).norm, strict=True) if a != b and (a, b) != ("\n", " ")
    ] == []
    assert broken.origin == Text.of(text).origin
