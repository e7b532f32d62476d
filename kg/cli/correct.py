"""kg correct."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from kg.cli.common import data_option, folder, progress, say, says_errors
from kg.settings import load_settings


@click.command()
@click.argument("claims", nargs=-1, required=True, type=folder())
@click.option("--texts", required=True, type=click.Path(path_type=Path), help="File or folder with the documents.")
@click.option("--only", type=click.Path(path_type=Path, dir_okay=False), help="A file of document ids, one a line.")
@click.option("--on", help="Day of the review (else today).")
@data_option
@says_errors
def correct(claims: tuple[Path, ...], texts: Path, only: Path | None, on: str | None, data: Path | None) -> None:
    """Take in what a person has read: CLAIMS are folders of files in the shape of the guidelines, one a document.

    Each becomes data/corrections/ID.json, which stands in place of what the extractor reads. Ingest the documents
    again for their records.
    """
    from kg.ingest.corrections import write_correction
    from kg.ingest.documents import read_documents
    from kg.ingest.intake import Intake
    from kg.ingest.registry import load_registry
    from kg.pipeline.correcting import Correcting, corrections
    from kg.pipeline.gold import read_gold

    settings = load_settings(data=data)
    intake = Intake(heard=say)
    said = read_gold(claims).documents
    if only is not None:
        wanted = set(only.read_text("utf-8").split())
        said = {doc: rows for doc, rows in said.items() if doc in wanted}
    correcting = Correcting(load_registry(settings.data / "registry"), intake.skip)
    written = changed = 0
    with progress({"correct": "Finding the place of every value"}) as shown:
        shown("correct", 0, len(said))
        for correction in corrections(
            read_documents([texts], intake), said, correcting, on or datetime.now(UTC).date().isoformat()
        ):
            changed += write_correction(settings.data, correction)
            written += 1
            shown("correct", written, len(said))
    click.echo(f"{written:,} corrections, {changed:,} of them new or changed", err=True)
    if written < len(said):
        click.echo(f"kg: {len(said) - written:,} documents have no text in {texts}", err=True)
    if written < len(said) or not intake.clean:
        sys.exit(1)
