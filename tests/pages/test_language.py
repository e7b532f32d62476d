"""Both languages say everything, and a reader gets the one preferred."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.pages.language import LANGUAGES, choose_language, foreign_labels, pick, words
from tests.factory import REPO

TEMPLATES = REPO / "kg" / "pages" / "templates"


def test_both_tables_have_the_same_keys_and_no_empty_word() -> None:
    assert words("th").keys() == words("en").keys()
    assert all(text.strip() for language in LANGUAGES for text in words(language).values())


def test_every_label_of_a_foreign_term_is_in_both_languages() -> None:
    assert [term for term, labels in foreign_labels().items() if set(labels) != set(LANGUAGES)] == []


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_every_word_of_a_template_is_in_the_table(template: Path) -> None:
    used = set(re.findall(r"\bw\.(\w+)", template.read_text("utf-8")))
    assert used <= words("en").keys()


@pytest.mark.parametrize(
    ("asked", "header", "expected"),
    [
        (None, None, "th"),
        ("en", "th", "en"),
        ("fr", "en-GB,en;q=0.9", "en"),
        (None, "th-TH,th;q=0.9,en;q=0.8", "th"),
        (None, "de, en;q=0.3, th;q=0.2", "en"),
        (None, "en;q=0, th;q=0.1", "th"),
        (None, "en;q=x,,;", "th"),
    ],
)
def test_the_language_of_a_page(asked: str | None, header: str | None, expected: str) -> None:
    assert choose_language(asked, header) == expected


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_wish_gives_a_language(asked: str, header: str) -> None:
    assert choose_language(asked, header) in LANGUAGES


def test_a_label_in_the_other_language_says_so() -> None:
    assert pick({"th": "ก", "en": "a"}, "en") == ("a", "en")
    assert pick({"th": "ก"}, "en") == ("ก", "th")
    assert pick({"fr": "é"}, "en") == ("é", "fr")
    assert pick({}, "en") == ("", "")
