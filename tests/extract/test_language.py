"""Which language a text is read in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "th"),
        ("2566", "th"),
        ("กรมทดสอบได้รับรางวัล", "th"),
        ("The Test Department won the Pencil Award.", "en"),
        ("กรมทดสอบ รับรางวัล Digital Government Awards 2023 Best Website", "th"),
        (
            "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล\nPM congratulates the Test Department on winning the Golden Pencil Award\n"
            + "It won. " * 30,
            "en",
        ),
        ("Test Département remporte le Prix", "en"),
        ("กรมทดสอบได้รับรางวัล " + "Award " * 300, "th"),
    ],
)
def test_the_share_of_thai_letters_decides(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.text(st.sampled_from("กขคabc 1\n")), st.text(st.sampled_from(" 0123\n.,")))
def test_what_is_no_letter_counts_for_nothing(text: str, more: str) -> None:
    assert language_of(text + more) == language_of(text)
