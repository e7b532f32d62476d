"""kg serve."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import base_option, folder, says_errors, store_option
from kg.settings import load_settings


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--corpus", type=folder(), help="Folder of texts, to show the words of the sources (else KG_CORPUS).")
@store_option
@base_option
@says_errors
def serve(host: str, port: int, corpus: Path | None, store: Path | None, base: str | None) -> None:
    """Serve the graph: pages, linked data and SPARQL, read-only."""
    from kg.server.app import serve as run_server

    run_server(load_settings(store=store, corpus=corpus, base=base), host=host, port=port)
