"""The word lists of this room. Data, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads(files("kg.resolve").joinpath("words.toml").read_text("utf-8"))
    return {name: tuple(words) for name, words in raw.items()}


def words(name: str) -> tuple[str, ...]:
    """One of the lists, in its order."""
    return _lists()[name]


def without_front(text: str, fronts: str) -> str:
    """The text without the first word of a list that it begins with, unless nothing would be left."""
    for front in words(fronts):
        if text.startswith(front) and text[len(front) :].strip():
            return text[len(front) :].strip()
    return text
