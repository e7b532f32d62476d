"""kg ingest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from kg.cli.build import STAGES, report_built
from kg.cli.common import INTERRUPTED, base_option, data_option, progress, say, says_errors, store_option
from kg.settings import load_settings

_STAGES: Final = {"extract": "Reading and resolving announcements", **STAGES}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--mapping", type=click.Path(path_type=Path), help="What columns of a table or foreign RDF mean (TOML).")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would change in the records.")
@click.option("--workers", type=click.IntRange(0), default=0, help="Processes (0: one a core).")
@data_option
@store_option
@base_option
@says_errors
def ingest(
    paths: tuple[Path, ...],
    mapping: Path | None,
    dry_run: bool,
    workers: int,
    data: Path | None,
    store: Path | None,
    base: str | None,
) -> None:
    """Take announcements in: accepted records to announcements/, the rest to review/ with reasons; then the store."""
    from kg.ingest.intake import Intake
    from kg.pipeline.build import build
    from kg.pipeline.ground import Ground
    from kg.pipeline.ingest import Options
    from kg.pipeline.ingest import ingest as take_in
    from kg.pipeline.reading import all_documents

    settings = load_settings(data=data, store=store, base=base)
    intake, ground = Intake(say), Ground(settings)
    options = Options(workers, dry_run)
    with progress(_STAGES, counted=False) as shown:
        try:
            done = take_in(ground, all_documents(paths, intake, settings, mapping), intake, shown, options)
        except KeyboardInterrupt:
            click.echo("kg: interrupted; what is done is kept, and the same command goes on from there", err=True)
            sys.exit(INTERRUPTED)
        built = None if dry_run else build(ground, shown)
    for identifier, said in done.changes.items():
        click.echo("\n".join(f"{identifier}: {line}" for line in said))
    if built is not None:
        report_built(built)
    click.echo(done.summary(), err=True)
    if not intake.clean:
        sys.exit(1)
