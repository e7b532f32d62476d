"""Word lists: read whole, their patterns compile, and name no award and no body."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from kg.extract.words import alternation, load_words

LISTS = sorted(
    file.name.removesuffix(".toml")
    for file in files("kg.extract").joinpath("words").iterdir()
    if file.name.endswith(".toml")
)


@pytest.mark.parametrize("language", LISTS)
def test_every_list_has_words_and_every_pattern_compiles(language: str) -> None:
    words = load_words(language)
    assert words.lists
    assert all(word.strip() for listed in words.lists.values() for word in listed)
    assert all(isinstance(words.compiled(name), re.Pattern) for name in words.patterns)


def test_the_longest_word_is_tried_first() -> None:
    assert re.match(alternation(["ได้", "ได้รับ", "ได้รับมอบ"]), "ได้รับมอบโล่").group() == "ได้รับมอบ"  # type: ignore[union-attr]


def test_heads_tell_the_kind_of_body() -> None:
    kinds = load_words("bodies_th").head_kinds
    assert kinds["โรงพยาบาล"] == "hospital"
    assert kinds["เทศบาลนคร"] == "local_government"


def test_every_language_says_how_awards_and_names_are_put_together() -> None:
    thai, english = (load_words(code) for code in ("th", "en"))
    assert sorted(thai.patterns) == sorted(english.patterns)
    assert [name for name in english.patterns if not english.compiled(name)] == []
