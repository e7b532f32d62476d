"""Fits the weights of ``kg.extract.sureness`` to annotated articles: ``python -m kg.pipeline.fit --gold DIR …``.

A logistic regression with an L2 penalty over features that are there or not, by gradient descent with a step of its
own for each weight (AdaGrad; Duchi, Hazan and Singer 2011). It is deterministic: the same articles give the same file.
Before it writes, it says how good the weights would be on articles that they have not seen (cross-validation by
article), so that a threshold can be chosen.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from kg.errors import DataError
from kg.extract.announcement import Extractor
from kg.ingest.registry import load_registry
from kg.pipeline.gold import Gold, read_gold
from kg.pipeline.likeness import Recipients, same_conferment, scheme_name
from kg.settings import load_settings

PENALTY: Final = 3.0
_ROUNDS: Final = 300
_STEP: Final = 0.15
_LEAST: Final = 4  # rows that must show a feature for it to have a weight
_FOLDS: Final = 8
_SHOWN: Final = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Example:
    """One row that rules found: what is seen of it, whether gold has it, and what tells it from other rows."""

    features: frozenset[str]
    right: bool
    key: tuple[str, str, int | None]


@dataclass(slots=True)
class Model:
    """A constant and a weight for each feature."""

    constant: float = 0.0
    of: dict[str, float] = field(default_factory=dict)

    def share(self, features: Iterable[str]) -> float:
        """The share of rows with these features that are right."""
        return 1 / (1 + math.exp(-(self.constant + sum(self.of.get(each, 0.0) for each in features))))


def examples(gold: Gold, extractor: Extractor) -> dict[str, list[Example]]:
    """The rows of each document; of one whose gold stops early those that gold has not are left out."""
    found: dict[str, list[Example]] = {}
    for document in gold.as_documents():
        said = gold.documents[document.id]
        rows = _awards(gold, document.id)
        same = partial(same_conferment, Recipients(rows))
        found[document.id] = [
            Example(features, right, (row["recipient"], scheme_name(row["scheme"]), row["year"]))
            for row, features in extractor.seen(document)
            if (right := any(same(each, row) for each in rows)) or not said.get("truncated")
        ]
    return found


def _awards(gold: Gold, doc: str) -> Sequence[Mapping[str, Any]]:
    return gold.documents[doc].get("conferments") or []


def fit(rows: Sequence[Example], penalty: float = PENALTY) -> Model:
    """The weights under which the rows are most likely, large weights held back by the penalty."""
    seen = Counter(feature for row in rows for feature in row.features)
    kept = sorted(feature for feature, times in seen.items() if times >= _LEAST)
    place = {feature: index for index, feature in enumerate(kept)}
    data = [([place[each] for each in sorted(row.features) if each in place], row.right) for row in rows]
    weights, steepness = [0.0] * len(kept), [1e-8] * len(kept)
    constant, steep = 0.0, 1e-8
    for _ in range(_ROUNDS):
        slope, rise = [penalty * weight for weight in weights], 0.0
        for indices, right in data:
            error = 1 / (1 + math.exp(-(constant + sum(weights[index] for index in indices)))) - right
            rise += error
            for index in indices:
                slope[index] += error
        steep += rise * rise
        constant -= 3 * _STEP * rise / math.sqrt(steep)
        for index, value in enumerate(slope):
            steepness[index] += value * value
            weights[index] -= _STEP * value / math.sqrt(steepness[index])
    return Model(constant, dict(zip(kept, weights, strict=True)))


def held_out(found: dict[str, list[Example]]) -> dict[str, list[tuple[float, Example]]]:
    """Each row with the share that a model gives it which has not seen its document."""
    documents = sorted(found)
    scored: dict[str, list[tuple[float, Example]]] = {}
    for fold in range(_FOLDS):
        left_out = documents[fold::_FOLDS]
        model = fit([row for doc in documents if doc not in left_out for row in found[doc]])
        for doc in left_out:
            scored[doc] = [(model.share(row.features), row) for row in found[doc]]
    return scored


def table(scored: dict[str, list[tuple[float, Example]]], wanted: int) -> list[str]:
    """Precision and recall at several thresholds; ``wanted`` is how many rows gold has."""
    lines = []
    for least in _SHOWN:
        kept: dict[tuple[str, object], bool] = {}
        for doc, rows in scored.items():
            for share, row in rows:
                if share >= least:
                    kept[doc, row.key] = kept.get((doc, row.key), False) or row.right
        right = sum(kept.values())
        precision, recall = right / max(1, len(kept)), right / max(1, wanted)
        f1 = 2 * right / max(1, len(kept) + wanted)
        lines.append(f"{least:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  n {len(kept)}")
    return lines


def write(model: Model, path: Path) -> None:
    """The weights as the extractor reads them, one a line."""
    weights = {name: round(weight, 3) for name, weight in sorted(model.of.items()) if abs(weight) >= 0.005}
    said = {"constant": round(model.constant, 3), "weights": weights}
    path.write_text(json.dumps(said, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


@click.command()
@click.option("--gold", "folders", multiple=True, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--without", type=click.Path(path_type=Path, exists=True), help="Gold that must stay unseen.")
@click.option("--texts", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(__file__).parents[1] / "extract/words/weights.json"
)
def main(folders: Sequence[Path], without: Path | None, texts: Path | None, out: Path) -> None:
    """Fit the weights to the gold in these folders and write them."""
    gold = read_gold(folders, texts)
    for path in without.glob("*.json") if without else ():
        gold.documents.pop(path.stem, None)
        gold.texts.pop(path.stem, None)
    if not gold.texts:
        raise DataError("none of the gold's texts is at hand", fix="name their folder with --texts")
    extractor = Extractor(load_registry(load_settings().data / "registry"))
    found = examples(gold, extractor)
    wanted = sum(
        len({(row["recipient"], scheme_name(row["scheme"]), row.get("year")) for row in _awards(gold, doc)})
        for doc in found
    )
    click.echo("\n".join(table(held_out(found), wanted)))
    write(fit([row for doc in sorted(found) for row in found[doc]]), out)


if __name__ == "__main__":
    main()
