"""The program ``kg``: the list of its commands."""

from __future__ import annotations

import gc
from typing import Final

import click

from kg import __version__
from kg.cli.build import build
from kg.cli.correct import correct
from kg.cli.diff import diff
from kg.cli.evaluate import evaluate
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.ingest import ingest
from kg.cli.query import query
from kg.cli.retract import retract
from kg.cli.review import review
from kg.cli.serve import serve
from kg.cli.site import site
from kg.cli.stats import stats
from kg.cli.validate import validate
from kg.cli.view import view

_OBJECTS: Final = 100_000  # made before the collector looks at the young ones
_COMMANDS: Final = (
    build, extract, ingest, correct, review, retract, evaluate, validate, query, view, stats, diff, export, site, serve
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """award-kg: a knowledge graph of government agencies and the awards they win."""
    # A graph is millions of small objects that live to the end; by default the collector goes over all of them again
    # and again, which is a seventh of the time of a build.
    gc.set_threshold(_OBJECTS, 20, 100)


for _command in _COMMANDS:
    main.add_command(_command)
