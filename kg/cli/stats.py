"""kg stats."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import click
from rich.console import Console
from rich.table import Table

from kg.cli.common import base_option, data_option, say, says_errors, store_option
from kg.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

_HEADINGS: Final = {
    "by_edition": "Awards by scheme and year",
    "evidence": "Announcements that tell one award",
    "completeness": "Awards declared, and found",
}
_SHOWN: Final = 40  # rows of a table on the terminal; JSON has all
_WIDTH: Final = 160  # where the output is no terminal


@click.command()
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@data_option
@store_option
@base_option
@says_errors
def stats(form: str, data: Path | None, store: Path | None, base: str | None) -> None:
    """What was read, accepted, queued and refused, and what the store holds."""
    from kg.pipeline.stats import stats as figures_of

    figures = figures_of(load_settings(data=data, store=store, base=base), say)
    if form == "json":
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
        return
    console = Console(width=None if Console().is_terminal else _WIDTH)
    for heading, key in (("Announcements", "announcements"), ("In the graph", "graph")):
        console.print(heading, style="bold")
        console.print(_pairs(figures[key]))
    waiting = [
        {"kind": row["kind"], "claims": row["claims"], "why": row["words"].get("en", row["reason"])}
        for row in figures["waiting"]
    ]
    _print_rows(console, "Waiting for a curator", waiting)
    for key, heading in _HEADINGS.items():
        _print_rows(console, heading, figures[key])


def _pairs(figures: dict[str, int]) -> Table:
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in figures.items():
        table.add_row(name.replace("_", " "), f"{value:,}")
    return table


def _print_rows(console: Console, heading: str, rows: list[dict[str, Any]]) -> None:
    more = f" (the first {_SHOWN} of {len(rows):,})" if len(rows) > _SHOWN else ""
    console.print(heading + more if rows else f"{heading}: none", style="bold")
    table = Table()
    for name, value in (rows[0] if rows else {}).items():
        table.add_column(name, justify="right" if isinstance(value, int) else "left")
    for row in rows[:_SHOWN]:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    if rows:
        console.print(table)
