"""The text as it is matched, and the way back to the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.normal import Text

NOISY = st.text(alphabet="กนำาํเแ่้ี ๒2\u00a0\u200b\ufeff\r\nab", max_size=40)


@pytest.mark.parametrize(
    ("given_text", "norm"),
    [
        ("ปี\u00a0๒๕๖๓", "ปี 2563"),
        ("กรม\u200bทด\ufeffสอบ", "กรมทดสอบ"),
        ("ประจํา", "ประจำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("เเม่", "แม่"),
        ("ท่ี", "ที่"),
        ("สาขา  ดีเด่น", "สาขา ดีเด่น"),
        ("สาขา \u00a0\u200b\t ดีเด่น", "สาขา ดีเด่น"),
        ("หนึ่ง\r\nสอง\r", "หนึ่ง\nสอง\r"),
        ("", ""),
    ],
)
def test_one_form(given_text: str, norm: str) -> None:
    assert Text.of(given_text).norm == norm


def test_spans_lead_back_to_the_text_as_given() -> None:
    text = Text.of("ก\u200b ประจําปี ๒๕๖๓\u200b.")
    start = text.norm.index("ประจำ")
    assert text.given[slice(*text.span(start, start + len("ประจำ")))] == "ประจํา"
    start = text.norm.index("2563")
    assert text.given[slice(*text.span(start, start + 4))] == "๒๕๖๓"
    assert text.span(len(text.norm), len(text.norm)) == (len(text.given), len(text.given))


def test_one_space_for_several_keeps_the_places_of_the_words() -> None:
    text = Text.of("ระดับ  ดี \u200b เด่น")
    assert text.norm == "ระดับ ดี เด่น"
    start = text.norm.index("ดี")
    assert text.span(start, start + 2) == (7, 9)
    assert text.given[slice(*text.span(start, len(text.norm)))] == "ดี \u200b เด่น"
    assert text.given[slice(*text.span(0, len("ระดับ ")))] == "ระดับ "


@given(NOISY)
def test_no_two_spaces_stand_together(given_text: str) -> None:
    assert "  " not in Text.of(given_text).norm


@given(st.text(alphabet="กาดี ab\n", max_size=40), st.integers(2, 4))
def test_wider_spaces_change_nothing_but_places(given_text: str, width: int) -> None:
    wide = Text.of(given_text.replace(" ", " " * width))
    once = Text.of(given_text)
    assert wide.norm == once.norm
    for at, character in enumerate(once.norm):
        start, end = wide.span(at, at + 1)
        assert wide.given[start:end] == character


@given(NOISY)
def test_every_character_has_a_place(given_text: str) -> None:
    text = Text.of(given_text)
    assert len(text.origin) == len(text.norm)
    assert list(text.origin) == sorted(set(text.origin))
    for at in range(len(text.norm)):
        start, end = text.span(at, at + 1)
        assert 0 <= start < end <= len(given_text)


@given(NOISY)
def test_lines_are_those_of_the_norm(given_text: str) -> None:
    text = Text.of(given_text)
    lines = text.norm.split("\n")
    assert [text.norm[slice(*text.line_span(number))] for number in range(len(lines))] == lines
    assert text.line_of(len(text.norm)) == len(lines) - 1
