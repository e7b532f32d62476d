"""kg evaluate."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import data_option, folder, progress, say, says_errors
from kg.cli.extract import STAGES
from kg.errors import UsageError
from kg.settings import load_settings

if TYPE_CHECKING:
    from kg.pipeline.gold import Gold


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--gold", type=folder(), multiple=True, required=True, help="Folder of gold; may be given more than once."
)
@click.option("--texts", type=folder(), help="Folder of the texts, where they do not stand beside the gold.")
@click.option(
    "--pred", type=click.Path(path_type=Path, dir_okay=False), help="What kg extract wrote; default: extract."
)
@click.option("--misses", type=click.IntRange(0), default=0, help="Of each kind, show so many documents with misses.")
@click.option("--all", "everything", is_flag=True, help="Extract also what is too doubtful to be accepted.")
@data_option
@says_errors
def evaluate(
    paths: tuple[Path, ...],
    gold: tuple[Path, ...],
    texts: Path | None,
    pred: Path | None,
    misses: int,
    everything: bool,
    data: Path | None,
) -> None:
    """Hold what extraction finds against a gold standard: figures of each kind of claim, and the misses.

    PATH is a file or folder with further texts of the gold. Without --pred the texts of the gold are extracted.
    """
    from kg.pipeline.evaluate import evaluate as figures_of
    from kg.pipeline.evaluate import figures_in_words, misses_in_words
    from kg.pipeline.gold import by_document, read_gold, read_predictions

    if pred and (paths or everything):
        raise UsageError("--pred goes with neither PATH nor --all", why="it says what was extracted")
    standard = read_gold(gold, texts)
    if paths:
        _read_texts(standard, paths)
    if pred:
        found = read_predictions(pred)
        absent = [doc for doc in standard.documents if doc not in found]
    else:
        found = by_document(_extracted(standard, load_settings(data=data).data / "registry", everything))
        absent = standard.without_text()
    figures = figures_of(standard, found)
    for line in (*misses_in_words(figures, misses), *figures_in_words(figures)):
        click.echo(line)
    if absent:
        lack = "prediction" if pred else "text"
        click.echo(f"kg: no {lack} for {len(absent)} documents, e.g. {absent[0]}: they count as empty", err=True)
        sys.exit(1)


def _read_texts(gold: Gold, paths: tuple[Path, ...]) -> None:
    from kg.ingest.documents import read_documents
    from kg.ingest.intake import Intake
    from kg.pipeline.gold import add_texts

    add_texts(gold, read_documents(paths, Intake(heard=say)))


def _extracted(gold: Gold, registry: Path, everything: bool) -> list[bytes]:
    """A line a document; one that fails is told of, and counts as empty."""
    from kg.ingest.intake import Intake
    from kg.pipeline.extract import Rules, Run

    intake = Intake(heard=say, read=len(gold.texts))
    with progress(STAGES, counted=False) as shown:
        run = Run(Rules(registry, everything=everything), intake, progress=shown)
        return list(run.lines(gold.as_documents()))
