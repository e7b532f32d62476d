"""Pictures of answers, drawn as SVG on this side: no script, readable without colour, with words for who cannot see.

A view's own picture is a function in ``PICTURES``; a view without one, or whose own
has nothing to show, is drawn as a league table of its first number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kg.model.answer import Answer
from kg.pages.pictures.lanes import lanes
from kg.pages.pictures.league import league, shares, tally
from kg.pages.pictures.matrix import matrix
from kg.pages.pictures.network import network
from kg.pages.pictures.tell import Address, Drawn
from kg.pages.pictures.tiles import tiles

Picture = Callable[[Answer, str, Address], Drawn | None]

PICTURES: Final[Mapping[str, Picture]] = {
    "streaks": matrix,
    "collaboration": network,
    "stage": network,
    "timeline": lanes,
    "provinces": tiles,
    "completeness": shares,
    "claims": lambda answer, language, _: tally(answer, "verdict", "claim", language),
    "contradictions": lambda answer, language, _: tally(answer, "property", "contradiction", language),
    "corroboration": lambda answer, language, _: tally(answer, "voices", "conferment", language),
    "near-misses": lambda answer, language, _: tally(answer, "status", "", language),
}
"""The picture of each view that has one of its own, by the view's name."""


def nowhere(_: str) -> str:
    """The address of everything in a picture that stands alone."""
    return ""


def draw(answer: Answer, language: str, address: Address = nowhere) -> Drawn | None:
    """The picture of an answer with its words; None where it has no rows or nothing that can be drawn."""
    if not answer.rows:
        return None
    own = PICTURES.get(answer.name, league)(answer, language, address)
    return own or league(answer, language, address)


def picture(answer: Answer, language: str) -> str | None:
    """The same as an SVG document that stands alone."""
    drawn = draw(answer, language)
    return str(drawn.svg) if drawn else None
