"""The keywords of a SPARQL text, told apart from the same words in comments, strings, IRIs and names.

Two things hang on them: SERVICE would make this machine call whatever address a client names, and FROM decides which
graphs a query sees. The engine cannot be told to leave SERVICE alone and shows no syntax tree, so its terminals are
read here (SPARQL 1.1, section 19.8). A text that can be read in two ways and has the word in it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.errors import QueryRefused

_IRI_SIGN: Final = r"""(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})"""
# The order counts: long strings before short ones, which would see them as empty. An IRI that holds a quote or a hash
# and no "://" may be a less-than sign with a string or a comment after it: that is doubt. So is a quote or a backslash
# left over. The local part of a name begins and escapes as the grammar says, else it would swallow what follows it.
_TOKEN: Final = re.compile(
    r'"""(?:(?:"|"")?(?:[^"\\]|\\.))*"""'
    r"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    rf"|<[A-Za-z][A-Za-z0-9+.\-]*://{_IRI_SIGN}*>"
    r"|<[^<>\"{}|^`\\\x00-\x20'\#]*>"
    rf"|(?P<doubt><{_IRI_SIGN}*>|[\"'\\])"
    r"|\#[^\n\r]*"
    r"|[?$]\w+"
    r"|@[A-Za-z]+(?:-[A-Za-z0-9]+)*"
    r"|(?P<prefix>[\w.\-]*):(?:(?:[\w:%]|\\.)(?:[\w.\-:%]|\\.)*)?"
    r"|(?P<word>[\w.\-]+)",
    re.DOTALL,
)
_WORD: Final = re.compile(r"[A-Za-z_]\w*")
# Some engines undo \uXXXX before they apply the grammar (section 19.2), ours inside strings and IRIs only: both
# readings must be harmless.
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def keywords(query: str) -> Iterator[tuple[str, int]]:
    """Each bare word of the query in upper case, with where it starts."""
    for match in _TOKEN.finditer(query):
        # A run may hold more than a word: "1.0e5" is a number, ".FROM" a full stop and a keyword.
        for word in _WORD.finditer(match["word"] or ""):
            yield word[0].upper(), match.start() + word.start()


def names_its_graphs(query: str) -> bool:
    """Whether the query has a FROM clause, which then rules over any default."""
    return any(word == "FROM" for word, _ in keywords(query))


def refuse_service(query: str) -> None:
    """Raise QueryRefused where the query has a SERVICE clause, or might have one in the eyes of some engine."""
    for reading in dict.fromkeys((query, _unescaped(query))):
        if "SERVICE" in reading.upper():
            _refuse_in(reading)


def _refuse_in(query: str) -> None:
    for match in _TOKEN.finditer(query):
        # The engine asks for no space between tokens: "trueSERVICE" and "SERVICE:x" are two of them to it.
        if "SERVICE" in (match["word"] or match["prefix"] or "").upper():
            raise QueryRefused(
                "SERVICE is not allowed",
                where=f"character {match.start()}",
                why="a query must not make this server call another one",
                fix="query the other endpoint yourself and join the results",
            )
        if match["doubt"]:
            raise QueryRefused(
                f"{match['doubt']} can be read in two ways",
                where=f"character {match.start()}",
                why="in a query with the word SERVICE that could hide a call of another server",
                fix="put a space after <, write relative IRIs in full, or leave the word out",
            )


def _unescaped(query: str) -> str:
    def undo(match: re.Match[str]) -> str:
        point = int(match[1] or match[2], 16)
        return chr(point) if point <= 0x10FFFF else match[0]

    return _ESCAPE.sub(undo, query)
