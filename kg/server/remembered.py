"""Answers to queries, kept for as long as the graph stays: the same question over the same graph has the same answer.

But for questions whose answer follows from more than the graph: the time, chance, names of new nodes.
"""

from __future__ import annotations

from typing import Final, cast

from kg.graph.tokens import keywords
from kg.server.cache import Cache
from kg.server.evaluate import Answer, Job, Kind

_KEPT: Final = 32_000_000  # bytes
_CHANGING: Final = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})


class Remembered:
    """The answers of one version of the graph."""

    def __init__(self, most_bytes: int = _KEPT) -> None:
        """``most_bytes`` is how much is kept."""
        self._kept: Cache[Job] = Cache(most_bytes)

    def get(self, job: Job) -> Answer | None:
        """The answer that the same job had, or None."""
        kept = self._kept.get(job)
        if kept is None:
            return None
        head, _, body = kept.partition(b"\n")
        kind, _, form = head.decode("ascii").partition(" ")
        return Answer(cast(Kind, kind), form, body)

    def put(self, job: Job, answer: Answer) -> None:
        """Keep an answer, where it will be the same again."""
        if _CHANGING.isdisjoint(word for word, _ in keywords(job.query)):
            self._kept.put(job, f"{answer.kind} {answer.form}\n".encode("ascii") + answer.body)
