"""Fits the weights of ``kg.extract.confidence`` to annotated articles: ``python -m kg.pipeline.fit_told --gold DIR …``.

The model and how it is fitted are those of ``kg.pipeline.fit``; a claim is right where gold has it, matched one to one
as ``kg evaluate`` does. Before it writes, it says how good the weights would be on articles that they have not seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click

from kg.errors import DataError
from kg.extract.announcement import Extractor
from kg.ingest.registry import load_registry
from kg.pipeline.evaluate import largest_matching
from kg.pipeline.fit import Example, Model, fit, held_out, table
from kg.pipeline.gold import Gold, read_gold
from kg.pipeline.likeness import SAME, Row
from kg.settings import load_settings

KINDS: Final = ("people", "events", "counts")
_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "people": ("name", "part"),
    "events": ("name", "date"),
    "counts": ("n", ""),
}
_LEAST: Final = 0.005


def examples(gold: Gold, extractor: Extractor) -> dict[str, dict[str, list[Example]]]:
    """The claims of each kind by document; of totals, which are no claims about awards, there are no signs."""
    found: dict[str, dict[str, list[Example]]] = {kind: {} for kind in KINDS}
    for document in gold.as_documents():
        extraction = extractor.extract(document)
        written = extraction.as_json(everything=True)
        for kind in KINDS:
            wanted: Sequence[Row] = gold.documents[document.id].get(kind) or []
            found[kind][document.id] = [
                Example(frozenset(claim.signs), right, _key(kind, row))
                for claim, row, right in zip(
                    getattr(extraction, kind), written[kind], _right(kind, wanted, written[kind]), strict=True
                )
                if claim.signs
            ]
    return found


def _right(kind: str, wanted: Sequence[Row], rows: Sequence[Row]) -> list[bool]:
    """Which rows gold has; a total may stand in a text again and again."""
    if kind == "counts":
        return [any(SAME[kind](each, row) for each in wanted) for row in rows]
    matched = set(largest_matching(wanted, rows, SAME[kind]).values())
    return [index in matched for index in range(len(rows))]


def _key(kind: str, row: Mapping[str, Any]) -> tuple[str, str, int | None]:
    first, second = _KEYS[kind]
    return str(row.get(first)), str(row.get(second)), None


def write(models: Mapping[str, Model], path: Path) -> None:
    """The weights as the extractor reads them, one a line."""
    said = {
        kind: {
            "constant": round(model.constant, 3),
            "weights": {sign: round(value, 3) for sign, value in sorted(model.of.items()) if abs(value) >= _LEAST},
        }
        for kind, model in models.items()
    }
    path.write_text(json.dumps(said, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


@click.command()
@click.option("--gold", "folders", multiple=True, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--texts", type=click.Path(path_type=Path, exists=True))
@click.option("--out", type=click.Path(path_type=Path), default=Path(__file__).parents[1] / "extract/words/told.json")
def main(folders: Sequence[Path], texts: Path | None, out: Path) -> None:
    """Fit the weights to the gold in these folders and write them."""
    gold = read_gold(folders, texts)
    if not gold.texts:
        raise DataError("none of the gold's texts is at hand", fix="name their folder with --texts")
    found = examples(gold, Extractor(load_registry(load_settings().data / "registry")))
    for kind, by_document in found.items():
        wanted = sum(len(gold.documents[doc].get(kind) or []) for doc in by_document)
        click.echo("\n".join([kind, *table(held_out(by_document), wanted)]))
    write({kind: fit([row for doc in sorted(docs) for row in docs[doc]]) for kind, docs in found.items()}, out)


if __name__ == "__main__":
    main()
