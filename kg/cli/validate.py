"""kg validate."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.common import base_option, data_option, says_errors, store_option
from kg.settings import load_settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@click.option("--language", type=click.Choice(["en", "th"]), default="en", show_default=True)
@data_option
@store_option
@base_option
@says_errors
def validate(
    paths: tuple[Path, ...], form: str, language: str, data: Path | None, store: Path | None, base: str | None
) -> None:
    """Validate RDF files, or the store where no file is named, and report in words, JSON or Turtle."""
    from kg.pipeline.validate import validate_files, validate_store, written

    settings = load_settings(data=data, store=store, base=base)
    report = validate_files(paths, settings) if paths else validate_store(settings)
    click.echo(written(report, form, language, settings), nl=False)
    if not report.conforms:
        sys.exit(1)
