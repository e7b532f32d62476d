"""Fits what the signs of a claim are worth, from annotated articles, and writes ``kg/extract/words/confidence.toml``.

    python -m tests.extract.fit_confidence --gold DIR [--gold DIR …] [--texts DIR] [--check]

A claim is right where the gold has it (one to one, as ``kg evaluate`` matches). The worths are those of a logistic
regression with a pull towards nought, so that what few claims show counts little. ``--check`` writes nothing, and prints
how often claims of each confidence were right in articles that the worths were not fitted on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from kg.extract.announcement import Extractor
from kg.extract.confidence import ALWAYS, chance
from kg.ingest.registry import load_registry
from kg.pipeline.evaluate import largest_matching
from kg.pipeline.gold import Gold, read_gold
from kg.pipeline.likeness import SAME, Row

KINDS: Final = ("people", "events", "counts")
HOME: Final = Path(__file__).parents[2]
TARGET: Final = HOME / "kg/extract/words/confidence.toml"
PULL: Final = 2.0
ROUNDS: Final = 800
SEEN: Final = 3
FOLDS: Final = 8
HEAD: Final = """\
# What the signs of a claim are worth: summed up they are the log of the odds that the claim is right. Written by
# `python -m tests.extract.fit_confidence` from annotated articles; not by hand.
"""


@dataclass(frozen=True)
class Case:
    """One claim of one document, its signs, and whether the gold has it."""

    doc: str
    signs: tuple[str, ...]
    right: bool


def cases(gold: Gold, extractor: Extractor) -> Iterator[tuple[str, Case]]:
    """Every claim of the documents, with its kind."""
    for document in gold.as_documents():
        extraction = extractor.extract(document)
        written = extraction.as_json(everything=True)
        for kind in KINDS:
            wanted: Sequence[Row] = gold.documents[document.id].get(kind) or []
            rows = getattr(extraction, kind)
            hits = largest_matching(wanted, written[kind], SAME[kind])
            right = set(hits.values())
            said = {row.get("n") for row in wanted}
            for index, row in enumerate(rows):
                holds = written[kind][index]["n"] in said if kind == "counts" else index in right
                if row.signs:
                    yield kind, Case(document.id, row.signs, holds)


def fit(seen: Sequence[Case]) -> dict[str, float]:
    """The worth of each sign that enough claims have."""
    often = Counter(sign for case in seen for sign in case.signs)
    worth = {sign: 0.0 for sign, times in sorted(often.items()) if times >= SEEN} | {ALWAYS: 0.0}
    step = 4.0 / (PULL + max(1, sum((1 + len(case.signs)) for case in seen)))  # the steepest slope stays in bounds
    for _ in range(ROUNDS):
        slope = {sign: -PULL * (0.0 if sign == ALWAYS else value) for sign, value in worth.items()}
        for case in seen:
            off = case.right - chance(worth, case.signs)
            for sign in (ALWAYS, *case.signs):
                if sign in slope:
                    slope[sign] += off
        worth = {sign: value + step * slope[sign] for sign, value in worth.items()}
    return worth


def unseen_chances(seen: Sequence[Case]) -> list[tuple[float, bool]]:
    """The confidence of each claim by worths that were fitted without its document, the surest first."""
    docs = sorted({case.doc for case in seen}, key=lambda doc: doc[::-1])
    found = []
    for fold in range(FOLDS):
        out = set(docs[fold::FOLDS])
        worth = fit([case for case in seen if case.doc not in out])
        found += [(chance(worth, case.signs), case.right) for case in seen if case.doc in out]
    return sorted(found, reverse=True)


def as_toml(worths: Mapping[str, Mapping[str, float]]) -> str:
    """The file of worths."""
    lines = [HEAD]
    for kind, worth in worths.items():
        lines += [f"[{kind}]", *(f'"{sign}" = {value:.2f}' for sign, value in sorted(worth.items())), ""]
    return "\n".join(lines)


def _check(kind: str, seen: Sequence[Case]) -> None:
    found = unseen_chances(seen)
    all_right = sum(right for _, right in found)
    for least in (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        above = [right for sure, right in found if sure >= least]
        share, of_right = sum(above) / max(1, len(above)), sum(above) / max(1, all_right)
        click.echo(f"{kind} from {least}: {len(above)} of {len(found)}, right {share:.3f}, of the right {of_right:.3f}")
    loss = -sum(math.log(max(1e-9, sure if right else 1 - sure)) for sure, right in found) / len(found)
    click.echo(f"{kind}: log loss {loss:.3f}")


@click.command()
@click.option("--gold", multiple=True, required=True, type=click.Path(path_type=Path))
@click.option("--texts", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True)
def main(gold: tuple[Path, ...], texts: Path | None, check: bool) -> None:
    """Fit, and write or check."""
    by_kind: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    for kind, case in cases(read_gold(gold, texts), Extractor(load_registry(HOME / "data/registry"))):
        by_kind[kind].append(case)
    if check:
        for kind, seen in by_kind.items():
            _check(kind, seen)
        return
    TARGET.write_text(as_toml({kind: fit(seen) for kind, seen in by_kind.items()}), "utf-8")


if __name__ == "__main__":
    main()
