"""kg serve."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.common import base_option, folder, says_errors, store_option
from kg.settings import load_settings


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--corpus", type=folder(), help="Folder of texts, to show the words of the sources (else KG_CORPUS).")
@click.option("--prefix", help="Path under which a proxy shows the server, such as /kg (else KG_PREFIX).")
@click.option("--origin", help="Scheme and host that the world sees (else KG_ORIGIN, else what each request names).")
@store_option
@base_option
@says_errors
def serve(host: str, port: int, **given: Any) -> None:  # noqa: ANN401 - options are settings, by their names
    """Serve the graph: pages, linked data, SPARQL, search and reconciliation, read-only.

    A newly built store is taken up while the server runs; no request is dropped.
    """
    from kg.server.serving import serve as run_server

    run_server(load_settings(**given), host=host, port=port)
