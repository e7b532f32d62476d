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
    """Write dumps of the store, each with its size and hash, and their description (DCAT, VoID)."""
    from kg.export.dump import export as write_dumps
    from kg.export.dump import export_description
    from kg.graph.store import Store
    from kg.ingest.catalog import FILE, read_catalog

    settings = load_settings(store=store, base=base)
    catalog = read_catalog(settings.data / FILE)
    opened = Store.open(settings.store)
    dumps = write_dumps(opened, formats or _FORMATS, out, settings.base)
    for written in (*dumps, export_description(opened, dumps, catalog, out, settings.base)):
        click.echo(f"{written.sha256}  {written.size:>12,}  {written.path}")
