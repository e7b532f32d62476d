"""kg diff."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import base_option, folder, says_errors
from kg.settings import load_settings

if TYPE_CHECKING:
    from kg.views.changes import Change


@click.command()
@click.argument("old", type=folder())
@click.argument("new", type=folder())
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@base_option
@says_errors
def diff(old: Path, new: Path, form: str, base: str | None) -> None:
    """What changed between two stores: new awards, corrected ones, and those that are gone.

    OLD and NEW are folders of stores, or of single versions of one (STORE/versions/NAME).
    """
    from kg.graph.store import Store
    from kg.views.changes import KINDS, changes
    from kg.views.read import Reader, read_labels

    chosen = load_settings(base=base).base
    stores = Store.open_any(old), Store.open_any(new)
    found = changes(*stores, chosen)
    if form == "json":
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
        return
    named = {ref for each in found for item in each.differences for ref in (*item.before, *item.after)}
    named |= {each.award for each in found}
    labels = {**read_labels(Reader(stores[0], chosen), named), **read_labels(Reader(stores[1], chosen), named)}

    def name(reference: str) -> str:
        said = labels.get(reference, {})
        return said.get("th") or next(iter(said.values()), reference)

    for each in found:
        click.echo("\n".join(_lines(each, name)))
    counts = ", ".join(f"{sum(each.kind == kind for each in found):,} {kind}" for kind in KINDS)
    click.echo(f"{counts}: {stores[0].version} to {stores[1].version}", err=True)


def _lines(change: Change, name: Callable[[str], str]) -> Iterable[str]:
    yield f"{change.kind}  {change.award}  {name(change.award)}"
    for each in change.differences:
        yield from (f"    - {each.property}: {name(ref)}  ({ref})" for ref in each.before)
        yield from (f"    + {each.property}: {name(ref)}  ({ref})" for ref in each.after)
