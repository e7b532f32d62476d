"""kg export."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from kg.cli.common import base_option, folder, says_errors, store_option
from kg.settings import load_settings

_FORMATS: Final = ("turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml", "csv")


@click.command()
@click.option("--out", type=folder(), required=True, help="Folder to write to.")
@click.option(
    "--format", "formats", type=click.Choice(_FORMATS), multiple=True, help="May be given more than once; default: all."
)
@store_option
@base_option
@says_errors
def export(out: Path, formats: tuple[str, ...], store: Path | None, base: str | None) -> None:
    """Write dumps of the store, each with its size and hash."""
    from kg.export.dump import export as write_dumps
    from kg.graph.store import Store

    settings = load_settings(store=store, base=base)
    for written in write_dumps(Store.open(settings.store), formats or _FORMATS, out, settings.base):
        click.echo(f"{written.sha256}  {written.size:>12,}  {written.path}")
