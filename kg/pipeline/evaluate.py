"""Holds what was extracted against a gold standard: precision, recall and F1 of each kind of claim, and the misses.

Rows are matched one to one, as many as can be, document by document, and counted over all. A level or a work that gold
does not have is wrong; so is any row of a kind that a document of the gold has nothing of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kg.pipeline.gold import Gold
from kg.pipeline.likeness import (
    SAME,
    Recipients,
    Row,
    Same,
    distinct_counts,
    same_conferment,
    same_in_full,
    scheme_name,
)

_LONGEST_SPAN: Final = 1500


@dataclass(slots=True)
class Tally:
    """How many rows of a kind gold has, were found, and are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """What one document has too few or too many of a kind."""

    kind: str
    doc: str
    missed: tuple[Row, ...]
    extra: tuple[Row, ...]


@dataclass(slots=True)
class Figures:
    """The figures over all documents."""

    documents: int = 0
    relevant: int = 0
    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in _PARTS})
    spans: int = 0
    spans_right: int = 0
    bindable: int = 0
    bound: int = 0
    bound_right: int = 0
    misses: list[Miss] = field(default_factory=list)

    def scores(self) -> dict[str, float]:
        """Every figure by its name."""
        scores = {"relevance_accuracy": self.relevant / max(1, self.documents)}
        for kind, tally in self.kinds.items():
            scores |= {f"{kind}_p": tally.precision, f"{kind}_r": tally.recall, f"{kind}_f1": tally.f1}
        scores["spans"] = self.spans_right / max(1, self.spans)
        scores["binding_p"] = self.bound_right / max(1, self.bound)
        scores["binding_r"] = self.bound_right / max(1, self.bindable)
        return scores


def evaluate(gold: Gold, found: Mapping[str, Row]) -> Figures:
    """The figures of predictions by document; a document without one counts as empty."""
    figures = Figures(documents=len(gold.documents))
    for doc, said in sorted(gold.documents.items()):
        answer = found.get(doc, {})
        figures.relevant += (said.get("relevance") == "conferral") == bool(answer.get("conferments"))
        for kind, part in _PARTS.items():
            _count(figures, kind, _Page(doc, said, answer, gold.texts.get(doc, ""), part))
    return figures


@dataclass(frozen=True, slots=True)
class _Page:
    """The rows of one part of one document, gold and found."""

    doc: str
    said: Row
    answer: Row
    text: str
    part: str

    def rows(self, of: Row) -> list[Row]:
        return list(of.get(self.part) or ())


def _count(figures: Figures, kind: str, page: _Page) -> None:
    gold, found, same = _rows_of(kind, page)
    hits = largest_matching(gold, found, same)
    hit = set(hits.values())
    extra = [row for number, row in enumerate(found) if number not in hit]
    if page.said.get("truncated") and page.part == "conferments":
        extra = []  # gold stops at so many rows: those beyond are not wrong
    tally = figures.kinds[kind]
    tally.gold += len(gold)
    tally.found += len(hits) + len(extra)
    tally.right += len(hits)
    missed = tuple(row for number, row in enumerate(gold) if number not in hits)
    if missed or extra:
        figures.misses.append(Miss(kind, page.doc, missed, tuple(extra)))
    if kind == "conferments":
        for number, other in hits.items():
            _count_span(figures, gold[number], found[other], page.text)
            _count_binding(figures, gold[number], found[other])


def _count_span(figures: Figures, gold: Row, found: Row, text: str) -> None:
    """Does the place that was found overlap the words that prove the row?"""
    wanted, given = _span_of(gold, text), _span_of(found, text)
    if wanted is None:
        return
    figures.spans += 1
    if given is not None and given[1] - given[0] <= _LONGEST_SPAN:
        figures.spans_right += given[0] < wanted[1] and wanted[0] < given[1]


def _span_of(row: Row, text: str) -> tuple[int, int] | None:
    start, end, quote = row.get("start"), row.get("end"), row.get("quote")
    if isinstance(start, int) and isinstance(end, int):
        return start, end
    at = text.find(quote) if text and quote else -1
    return (at, at + len(quote or "")) if at >= 0 else None


def _count_binding(figures: Figures, gold: Row, found: Row) -> None:
    """Is the recipient bound to the body of the registry that it is?"""
    if wanted := gold.get("recipient_id"):
        given = str(found.get("recipient_id") or "")
        figures.bindable += 1
        figures.bound += bool(given)
        figures.bound_right += given.endswith(str(wanted))


# --- the rows of a measure ---------------------------------------------------------------------------------------

_PARTS: Final[Mapping[str, str]] = {
    "conferments": "conferments",
    "conferments_full": "conferments",
    "people": "people",
    "events": "events",
    "streaks": "streaks",
    "counts": "counts",
}
"""The part of a document that each measure reads."""


def _rows_of(kind: str, page: _Page) -> tuple[Sequence[Row], Sequence[Row], Same]:
    gold, found = page.rows(page.said), page.rows(page.answer)
    if page.part != "conferments":
        same = SAME[kind]
        return (distinct_counts(gold), distinct_counts(found), same) if kind == "counts" else (gold, found, same)
    recipients = Recipients(gold)
    if kind == "conferments_full":
        return gold, found, lambda one, other: same_in_full(recipients, one, other)
    # Rows that this measure cannot tell apart count once.
    return (
        _distinct(gold, recipients),
        _distinct(found, recipients),
        lambda one, other: same_conferment(recipients, one, other),
    )


def _distinct(rows: Sequence[Row], recipients: Recipients) -> list[Row]:
    first: dict[tuple[str, str, Any], Row] = {}
    for row in rows:
        key = recipients.settled(row.get("recipient")), scheme_name(row.get("scheme")), row.get("year")
        first.setdefault(key, row)
    return list(first.values())


def largest_matching(gold: Sequence[Row], found: Sequence[Row], same: Same) -> dict[int, int]:
    """Pairs of gold and found, as many as there can be (by augmenting paths), the first of each preferred."""
    fits = [[number for number, row in enumerate(found) if same(wanted, row)] for wanted in gold]
    taken: dict[int, int] = {}

    def place(wanted: int, tried: set[int]) -> bool:
        for number in fits[wanted]:
            if number in tried:
                continue
            tried.add(number)
            if number not in taken or place(taken[number], tried):
                taken[number] = wanted
                return True
        return False

    for wanted in range(len(gold)):
        place(wanted, set())
    return {wanted: number for number, wanted in taken.items()}


# --- in words -----------------------------------------------------------------------------------------------------

_SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "conferments": ("recipient", "scheme", "year"),
    "conferments_full": ("recipient", "scheme", "year", "category", "level", "work"),
    "people": ("name", "part"),
    "events": ("date", "name"),
    "streaks": ("recipient", "years", "until"),
    "counts": ("n", "what"),
}


def figures_in_words(figures: Figures) -> Iterator[str]:
    """The figures, a line each."""
    scores = figures.scores()
    for kind, tally in figures.kinds.items():
        said = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        yield f"{kind:18s} {said}   (gold {tally.gold}, predicted {tally.found}, right {tally.right})"
    yield f"spans              {scores['spans']:.3f} of {figures.spans} right conferments point at the words"
    binding = f"P {scores['binding_p']:.3f}  R {scores['binding_r']:.3f}"
    yield f"binding            {binding} over {figures.bindable} right conferments of registry bodies"
    yield f"relevance accuracy {scores['relevance_accuracy']:.3f} over {figures.documents} documents"


def misses_in_words(figures: Figures, most: int) -> Iterator[str]:
    """Of each kind the first documents with misses, and what is missed and extra there."""
    for kind in figures.kinds:
        for miss in [miss for miss in figures.misses if miss.kind == kind][:most]:
            yield f"-- {kind}: {miss.doc}"
            for mark, rows in (("missed", miss.missed), ("extra ", miss.extra)):
                yield from (f"   {mark} {_row_in_words(row, _SHOWN[kind])}" for row in rows)


def _row_in_words(row: Row, shown: Sequence[str]) -> str:
    return " | ".join("" if row.get(key) is None else str(row[key]) for key in shown)
