"""How sure people, events and totals are, by what speaks for each and against it.

Each reader names the signs that it saw. What a sign is worth was fitted on annotated articles (``python -m
kg.pipeline.fit_told`` writes ``words/told.json``); as for conferments, of a hundred claims at 0.9 ninety are right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from kg.extract.sureness import Weights


def confidence(kind: str, signs: Iterable[str]) -> float:
    """The chance, 0 to 1, that a claim with these signs is right; ``kind`` is people, events or counts.

    A sign that the annotated articles did not show, or hardly, counts for nothing.
    """
    return weights_of()[kind].share(signs)


@cache
def weights_of() -> Mapping[str, Weights]:
    """The weights that ship, by kind of claim."""
    raw = json.loads(files("kg.extract").joinpath("words", "told.json").read_text("utf-8"))
    return {kind: Weights(float(each["constant"]), dict(each["weights"])) for kind, each in raw.items()}
