"""Sentences of an English text: each becomes a line, for what one line says the rules read together."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.normal import Text
from kg.extract.words import alternation, load_words

_NO_END: Final = r"(?<!\b[A-Z])(?<![A-Z]\.[A-Z])"


@cache
def _end() -> re.Pattern[str]:
    """A full stop behind which a sentence begins; abbreviations and initials end none."""
    words = "".join(rf"(?<!\b{re.escape(word)})" for word in load_words("en").lists["dotted"])
    openers = alternation(load_words("en").lists["sentence_opener"])
    always = rf"(?:(?<=Ltd)|(?<=Inc)|(?<=Corp)|(?<=[ap]\.m))[.](?= {openers}\b)"
    told = alternation(load_words("en").lists["told"])
    sentence = rf"(?:{_NO_END}{words}[.]|{always}|[!?]|[.][”\"])(?P<gap> )[ ]*(?=[A-Z“\"0-9(])"
    # What somebody said or was told has subjects of its own.
    return re.compile(rf"{sentence}|\b{told} that(?P<said> )")


def in_sentences(text: str) -> str:
    """The text with a line end for the space between two sentences: as long as before."""
    parts, at = [], 0
    for match in _end().finditer(text):
        gap = match.start("said" if match["said"] else "gap")
        parts += [text[at:gap], "\n"]
        at = gap + 1
    return "".join([*parts, text[at:]])


def sentences(text: Text) -> Text:
    """A normalised text whose sentences are lines; offsets stay."""
    return replace(text, norm=in_sentences(text.norm))
