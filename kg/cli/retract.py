"""kg retract."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.build import STAGES, report_built
from kg.cli.common import base_option, data_option, progress, says_errors, store_option
from kg.settings import load_settings


@click.command()
@click.argument("source")
@click.option("--reason", required=True, help="Why it is taken back; it stands in data/redirects.csv.")
@data_option
@store_option
@base_option
@says_errors
def retract(source: str, reason: str, data: Path | None, store: Path | None, base: str | None) -> None:
    """Take the source SOURCE (a document's id) back, and build the store without it."""
    from kg.pipeline.build import build
    from kg.pipeline.ground import Ground
    from kg.pipeline.retract import retract as take_back

    settings = load_settings(data=data, store=store, base=base)
    done = take_back(settings, source, reason)
    with progress(STAGES) as shown:
        built = build(Ground(settings), shown)
    report_built(built)
    click.echo(f"{done.source} is taken back; {len(done.gone):,} ids are gone (data/redirects.csv)", err=True)
