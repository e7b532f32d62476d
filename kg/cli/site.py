"""kg site."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from kg.cli.common import base_option, data_option, folder, progress, says_errors, store_option
from kg.settings import load_settings

_STAGES: Final = {
    "whole": "Writing home, lists and graphs",
    "things": "Writing the pages and data of things",
    "dumps": "Writing the dumps and the catalogue",
}


@click.command()
@click.option(
    "--out", type=folder(), required=True, help="Folder to write to; what stands there is replaced at the end."
)
@click.option("--corpus", type=folder(), help="Folder of texts, to show the words of the sources (else KG_CORPUS).")
@click.option("--prefix", help="Path under which the folder will be served, such as /kg (else KG_PREFIX).")
@click.option("--origin", help="Scheme and host that the world sees (else KG_ORIGIN, else those of the base).")
@click.option("--workers", type=click.IntRange(0, 256), default=0, help="Processes; default: one a core.")
@data_option
@store_option
@base_option
@says_errors
def site(out: Path, workers: int, **given: Any) -> None:  # noqa: ANN401 - options are settings, by their names
    """Write the whole site as static files, for any web server: pages, data, dumps, catalogue."""
    from kg.site.write import write_site

    with progress(_STAGES) as shown:
        count = write_site(load_settings(**given), out, shown, workers)
    click.echo(f"{count:>9,}  files in {out}")
