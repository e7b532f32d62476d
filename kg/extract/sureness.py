"""How sure a conferment is: a logistic model over what can be seen of its words, fitted to annotated articles.

Each rule has a guess of its own (``Row.confidence``); the model weighs it with what else speaks for and against: the
kind of winner, the form of the award's name, the words between them, how often the text says it again. Weights are
data (``weights.json``), made by ``python -m kg.pipeline.fit``; the output is meant as a share: of a hundred rows at
0.9 ninety are right. Platt, J. (1999), Probabilistic outputs for support vector machines, describes the form.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from kg.extract.inorder import InOrder
from kg.extract.rows import Row
from kg.extract.stage import Stage
from kg.extract.words import Words

FITTED: Final = frozenset({"th"})
"""Languages of the annotated articles; in others a row is as sure as the guess of its rule."""
_HEADLINE: Final = 400
_NEAR: Final = 40
_SIZES: Final = (15, 40, 80, 160, 320)


@dataclass(frozen=True)
class Weights:
    """Of each feature its weight, and the constant."""

    constant: float
    of: Mapping[str, float]

    def share(self, features: Iterable[str]) -> float:
        """The share of rows with these features that are right."""
        total = self.constant + sum(self.of.get(feature, 0.0) for feature in features)
        return 1 / (1 + math.exp(-total))


@cache
def weights() -> Weights:
    """The weights that ship."""
    raw = json.loads(files("kg.extract").joinpath("words", "weights.json").read_text("utf-8"))
    return Weights(float(raw["constant"]), {name: float(value) for name, value in raw["weights"].items()})


class Sureness:
    """Sees the rows of one document together."""

    def __init__(self, stage: Stage, rows: Sequence[Row], words: Words) -> None:
        """``rows`` are all that the rules found, before the surest are chosen."""
        self._stage, self._text = stage, stage.text
        self._cues = {name: words.compiled(f"cue_{name}") for name in _CUES}
        self._said = Counter((row.recipient.name, row.award.scheme_name) for row in rows)
        self._winners = Counter(row.award.scheme_name for row in {self._pair(row): row for row in rows}.values())
        self._schemes = len({row.award.scheme_name for row in rows})
        self._awards = InOrder(
            sorted({row.award.start: row.award for row in rows}.values(), key=lambda award: award.start)
        )

    @staticmethod
    def _pair(row: Row) -> tuple[str, str]:
        return row.recipient.name, row.award.scheme_name

    def features(self, row: Row) -> Iterator[str]:
        """What can be seen of a row, by name."""
        yield f"rule:{row.rule}"
        yield f"guess:{row.rule}:{round(row.confidence * 20) * 5}"
        yield from self._of_award(row)
        yield from self._of_winner(row)
        yield from self._of_words(row)
        yield f"again:{min(self._said[self._pair(row)], 3)}"
        yield f"winners:{_bucket(self._winners[row.award.scheme_name], (1, 2, 4, 9))}"
        yield f"schemes:{_bucket(self._schemes, (1, 2, 4))}"

    def _of_award(self, row: Row) -> Iterator[str]:
        award = row.award
        name = award.scheme_name
        form = "listed" if award.known else "latin" if name.isascii() else "quoted" if "“" in name else "thai"
        yield f"award:{form}"
        if not award.known:
            yield f"award-size:{_bucket(len(name), (12, 20, 35, 60))}"
        for said, there in (
            ("year", award.year_span),
            ("level", award.level),
            ("category", award.categories),
            ("work", row.title),
        ):
            yield f"{said}:{'said' if there else 'not'}"
        yield f"place:{'head' if award.start < _HEADLINE else 'body'}"

    def _of_winner(self, row: Row) -> Iterator[str]:
        name = row.recipient
        kind = "bound" if len(name.refs) == 1 else "open" if name.refs else "unlisted"
        group = "person" if name.group == "person" else name.kind if name.kind in _KINDS else "body"
        yield f"winner:{group}:{kind if group != 'person' else ''}"
        yield f"winner-size:{_bucket(len(name.name), (6, 15, 30, 60))}"
        yield f"eligible:{self._stage.eligible(name)}"

    def _of_words(self, row: Row) -> Iterator[str]:
        award, name = row.award, row.recipient
        before = name.end <= award.start
        between = self._text[name.end : award.start] if before else self._text[award.end : name.start]
        order = "before" if before else "behind"
        yield f"gap:{order}:{_bucket(len(between), _SIZES)}"
        yield f"line:{order}:{'one' if chr(10) not in between else 'more'}"
        names = self._stage.between(min(name.end, award.end), max(name.start, award.start))
        yield f"names:{order}:{_bucket(len(names), (0, 1, 3))}"
        lead = self._text[max(0, award.start - _NEAR) : award.start].rpartition("\n")[2]
        behind = self._text[award.end : award.end + _NEAR].partition("\n")[0]
        around = self._text[max(0, name.start - _NEAR) : name.start].rpartition("\n")[2]
        verb = "giving" if row.rule == "given" else ""  # words of giving speak against all but what was given
        for cue, pattern in self._cues.items():
            if pattern.search(lead):
                yield f"{verb}lead:{cue}"
            if pattern.search(behind):
                yield f"behind:{cue}"
            if pattern.search(around):
                yield f"around:{cue}"
            if before and len(between) < _SIZES[-1] and pattern.search(between):
                yield f"between:{cue}"


_CUES: Final = (
    "win",
    "take",
    "give",
    "future",
    "assess",
    "chair",
    "say",
    "of",
    "that",
    "apply",
    "praise",
    "contest",
    "event",
    "money",
)
_KINDS: Final = frozenset(
    "kindMinistry unit hospital school university company community local_government province other".split()
)


def _bucket(value: int, bounds: Sequence[int]) -> str:
    return next((f"to{bound}" for bound in bounds if value <= bound), "more")
