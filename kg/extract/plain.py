"""Winners of no listed kind (films, brands, teams, start-ups): names by their form, where a winner must stand."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.mention import Mention
from kg.extract.words import alternation, load_words

_LATIN: Final = (
    r"(?:[A-Z][A-Za-z0-9'’&.\-]*|[0-9]+[A-Z][A-Za-z0-9]*)"
    r"(?:\s(?:(?:of|the|for|in|and|on|to|by|with|a|de|&|x)\s)?(?:[A-Z0-9&][A-Za-z0-9'’&.,\-]*))*"
)
_MOST: Final = 70
PLAIN: Final = 0.78
"""The guess for a winner of whom only the form says that it is a name."""


@cache
def _name() -> re.Pattern[str]:
    lists = load_words("bodies_th").lists
    lead, head = alternation(lists["plain_lead"]), alternation(lists["plain_head"])
    return re.compile(
        rf"\s{{0,3}}(?:{lead}\s?){{0,2}}"
        rf"(?:[“\"‘](?P<quoted>[^”\"’“\n]{{3,70}})[”\"’]|(?P<latin>{_LATIN})|(?P<headed>{head}\s?[^\s,;()“”\"\n]{{2,40}}))"
    )


@cache
def _no_name() -> re.Pattern[str]:
    words = load_words("awards_en").lists
    return re.compile(rf"(?:{alternation([*words['rank'], *words['tail'], *words['no_name'], *words['graded']])})\b")


def plain_name(text: str, start: int, end: int) -> Mention | None:
    """The name right behind ``start``: between quotation marks, in Latin letters, or behind a word for its kind."""
    match = _name().match(text, start, end)
    if match is None:
        return None
    group = match.lastgroup or "latin"
    name = " ".join(match[group].rstrip(" .,-&").split())
    if not 3 <= len(name) <= _MOST or (group == "latin" and _no_name().search(name)) or "รางวัล" in name:
        return None
    first = match.start(group)
    return Mention(first, first + len(match[group].rstrip(" .,-&")), "body", name, "other", surface=name)
