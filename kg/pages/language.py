"""The two languages of the pages: the words of the interface, and which language a reader gets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal, cast

Language = Literal["th", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("th", "en")
DEFAULT: Final[Language] = "th"  # the readers that name no language are mostly programs; the data speak Thai


@cache
def words(language: Language) -> Mapping[str, str]:
    """The words of the interface in one language, by key."""
    return cast(Mapping[str, str], _table(language))


@cache
def foreign_labels() -> Mapping[str, Mapping[str, str]]:
    """Labels of terms of other vocabularies, by prefixed name and language: our ontology labels only its own."""
    return cast(Mapping[str, Mapping[str, str]], _table("terms"))


def _table(name: str) -> object:
    return json.loads(files("kg.pages").joinpath("words", f"{name}.json").read_text("utf-8"))


def other(language: Language) -> Language:
    """The language that the switch leads to."""
    return "en" if language == "th" else "th"


def choose_language(asked: str | None, accept_language: str | None) -> Language:
    """The language of a page: the one asked for by name, else the reader's preference, else Thai."""
    if asked in LANGUAGES:
        return asked
    best, best_weight = DEFAULT, 0.0
    for part in (accept_language or "").split(","):
        tag, _, parameter = part.partition(";")
        primary = tag.strip().lower().partition("-")[0]
        weight = _weight(parameter)
        if primary in LANGUAGES and weight > best_weight:
            best, best_weight = primary, weight
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0


def pick(labels: Mapping[str, str], language: Language) -> tuple[str, str]:
    """The label to show and the language it is in: the page's own where there is one."""
    for choice in (language, *LANGUAGES, ""):
        if choice in labels:
            return labels[choice], choice
    return next(((text, tag) for tag, text in labels.items()), ("", ""))
