"""kg build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.common import base_option, data_option, progress, says_errors, store_option
from kg.settings import load_settings

if TYPE_CHECKING:
    from kg.pipeline.build import Built

STAGES: Final = {
    "read": "Reading the registry and the announcements",
    "validate": "Validating against the shapes",
    "check": "Checking the whole graph",
    "publish": "Writing the store",
    "views": "Deriving the views",
}

_SHOWN: Final = 20  # graphs of sources that are listed one by one


@click.command()
@data_option
@store_option
@base_option
@says_errors
def build(data: Path | None, store: Path | None, base: str | None) -> None:
    """Build the graph from the data, validate it, and swap it in whole."""
    from kg.pipeline.build import build as build_store
    from kg.pipeline.ground import Ground

    settings = load_settings(data=data, store=store, base=base)
    with progress(STAGES) as shown:
        built = build_store(Ground(settings), shown)
    report_built(built)


def report_built(built: Built) -> None:
    """Tell what a build published: on standard output what is in, on standard error the rest."""
    counts = built.assembly.counts()
    sources = [count for name, count in counts.items() if "/graph/source/" in name]
    for name, count in counts.items():
        if len(sources) <= _SHOWN or "/graph/source/" not in name:
            click.echo(f"{count:>9,}  {name}")
    if len(sources) > _SHOWN:
        click.echo(f"{sum(sources):>9,}  in the graphs of {len(sources):,} sources")
    click.echo(f"{sum(counts.values()):>9,}  quads in version {built.version}")
    seconds = ", ".join(f"{stage} {spent:.2f} s" for stage, spent in built.assembly.seconds.items())
    click.echo(f"{seconds}; {sum(built.assembly.seconds.values()):.2f} s in all", err=True)
    if built.assembly.report.violations:
        noted = ", ".join(f"{number} {severity.lower()}" for severity, number in built.assembly.report.counts().items())
        click.echo(f"{noted} (see them with: kg validate)", err=True)
    for fault in built.assembly.faults:
        click.echo(f"kg: left out: {fault}", err=True)
