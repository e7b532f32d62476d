"""kg query."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from kg.cli.common import base_option, says_errors, store_option
from kg.errors import UsageError
from kg.settings import load_settings

_FORMATS: Final = (
    *("table", "csv", "tsv", "json", "xml"),
    *("turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml"),
)


@click.command()
@click.argument("text", required=False)
@click.option("-f", "--file", "file", type=click.Path(path_type=Path, dir_okay=False), help="A file with the query.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: table, or turtle for a graph.")
@store_option
@base_option
@says_errors
def query(text: str | None, file: Path | None, form: str | None, store: Path | None, base: str | None) -> None:
    """Ask the store a SPARQL 1.1 query."""
    from kg.export.results import write_results
    from kg.graph.query import run
    from kg.graph.store import Store

    settings = load_settings(store=store, base=base)
    asked = _query_text(text, file)
    results = run(Store.open(settings.store), asked, base=settings.base)
    click.echo(write_results(results, form, settings.base), nl=False)


def _query_text(text: str | None, file: Path | None) -> str:
    if (text is None) == (file is None):
        raise UsageError(
            "give the query as text or in a file", why="one of the two is needed", fix="see kg query --help"
        )
    if file is None:
        return text or ""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError("the query cannot be read", where=str(file), why=why) from error
