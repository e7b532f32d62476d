"""How sure a claim is, by what speaks for it and against it.

Each reader names the signs that it saw. What each sign is worth was fitted on annotated articles (``python -m
tests.extract.fit_confidence`` writes ``words/confidence.toml``): the sum of the worths is the log of the odds that an
annotator says the same.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

ALWAYS = "always"
"""The sign that every claim has."""


def confidence(kind: str, signs: Iterable[str]) -> float:
    """The chance, 0 to 1, that a claim with these signs is right; ``kind`` is the kind of claim (``people``, ``events``
    or ``counts``). A sign that the annotated articles did not show counts for nothing.
    """
    return chance(worths()[kind], signs)


def chance(worth: Mapping[str, float], signs: Iterable[str]) -> float:
    """The chance that the worths of some signs come to."""
    odds = worth.get(ALWAYS, 0.0) + sum(worth.get(sign, 0.0) for sign in signs)
    return 1.0 / (1.0 + math.exp(-odds))


@cache
def worths() -> Mapping[str, Mapping[str, float]]:
    """What each sign is worth, by kind of claim."""
    return tomllib.loads(files("kg.extract").joinpath("words", "confidence.toml").read_text("utf-8"))
