"""kg extract."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from kg.cli.common import INTERRUPTED, data_option, progress, say, says_errors
from kg.settings import load_settings

STAGES: Final = {"extract": "Reading announcements"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--out", type=click.Path(path_type=Path), help="File to write; an interrupted run is taken up again.")
@click.option("--all", "everything", is_flag=True, help="Also what is too doubtful to be accepted.")
@click.option("--quote", is_flag=True, help="Also the words that say it.")
@click.option("--mapping", type=click.Path(path_type=Path), help="What columns or foreign RDF mean (TOML).")
@click.option("--workers", type=click.IntRange(0), default=0, help="Processes; default: one a core.")
@data_option
@says_errors
def extract(
    paths: tuple[Path, ...],
    out: Path | None,
    everything: bool,
    quote: bool,
    mapping: Path | None,
    workers: int,
    data: Path | None,
) -> None:
    """Read announcements and say what they claim: one JSON object a line, with the place of every value.

    PATH is a .txt, .html, .pdf, .docx, .jsonl or .jsonl.gz file, a table of awards (.csv, .tsv, .xlsx), RDF (.ttl, .nt,
    .nq, .trig, .rdf, .owl, .jsonld), a folder of them, or - for standard input.
    """
    from kg.ingest.intake import Intake
    from kg.pipeline.extract import Rules, Run
    from kg.pipeline.reading import all_documents

    settings = load_settings(data=data)
    rules = Rules(settings.data / "registry", quote, everything, settings.base)
    intake = Intake(heard=say)
    with progress(STAGES, counted=False, bars_shown=out is not None or not sys.stdout.isatty()) as shown:
        run = Run(rules, intake, workers, shown)
        documents = all_documents(paths, intake, settings, mapping)
        try:
            if out is None:
                for line in run.lines(documents):
                    click.echo(line)
            else:
                done = run.file(documents, out, rules.fingerprint())
                taken = f", {done.resumed:,} of them from an interrupted run" if done.resumed else ""
                click.echo(f"{done.lines:,} lines in {out}{taken}", err=True)
        except KeyboardInterrupt:
            if out is None:
                raise
            click.echo(f"kg: interrupted; the same command goes on from {out}.partial", err=True)
            sys.exit(INTERRUPTED)
    click.echo(intake.summary(), err=True)
    if not intake.clean:
        sys.exit(1)
