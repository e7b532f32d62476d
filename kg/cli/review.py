"""kg review."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any, Final

import click

from kg.cli.common import data_option, folder, say, says_errors
from kg.errors import KgError, NotFound, UsageError
from kg.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from kg.pipeline.reviewing import Desk, Item

_KEYS: Final = "a accept, c correct, r reject, s same as …, d different from …, k skip, u undo, q quit"
_CHOICES: Final = ("a", "c", "r", "s", "d", "k", "u", "q")


@click.command()
@click.option("--corpus", type=folder(), help="Folder of the texts (else KG_CORPUS).")
@click.option("--doc", help="Only what waits of this document.")
@click.option("--kind", help="Only claims of this kind (conferment, person …).")
@click.option("--reason", help="Only claims that wait for this reason (low-confidence, open-binding …).")
@click.option("--who", help="Who decides (else your name on this machine).")
@data_option
@says_errors
def review(
    corpus: Path | None, doc: str | None, kind: str | None, reason: str | None, who: str | None, data: Path | None
) -> None:
    """Step through what waits: each claim in the words of its document, to accept, correct or reject.

    Decisions go to data/decisions, judgements of names to data/judgements. Ingest the documents again to apply them.
    """
    from kg.pipeline.reviewing import Desk

    settings = load_settings(data=data, corpus=corpus)
    if not (settings.data / "review").is_dir():
        raise NotFound("there is no queue", where=str(settings.data / "review"), fix="name the data folder with --data")
    desk = Desk(settings, who or getpass.getuser(), say)
    wanted = [
        item
        for item in desk.items()
        if doc in (None, item.doc) and kind in (None, item.kind) and (reason is None or reason in item.rules)
    ]
    decided = _sit(desk, wanted)
    click.echo(f"{decided:,} of {len(wanted):,} decided; `kg ingest` of the documents applies it", err=True)


def _sit(desk: Desk, items: list[Item]) -> int:
    """The sitting, item by item, back on undo; how many decisions stand."""
    at = 0
    trail: list[int] = []
    while at < len(items):
        item = items[at]
        _show(desk, item, f"{at + 1}/{len(items)}")
        try:
            key = click.prompt(_KEYS, type=click.Choice(_CHOICES), show_choices=False, err=True)
        except click.Abort:
            break  # the end of the input, or Ctrl-C: what was decided is written
        if key == "q":
            break
        try:
            if key == "u":
                desk.undo()
                at = trail.pop()
            elif key == "k" or _decide(desk, item, key):
                trail += [at] if key != "k" else []
                at += 1
        except KgError as error:
            say(error)
    return len(trail)


def _decide(desk: Desk, item: Item, key: str) -> bool:
    """Carry out one decision; False where it was called off."""
    if key == "a":
        desk.accept(item)
    elif key == "r":
        desk.reject(item)
    elif key == "c":
        values = _asked_values()
        if not values:
            return False
        desk.correct(item, values)
    else:
        from kg.model.judgement import Decision

        ref = _asked_reference(item)
        desk.judge(item, ref, Decision.SAME if key == "s" else Decision.DIFFERENT)
    return True


def _asked_values() -> dict[str, str]:
    values: dict[str, str] = {}
    while said := click.prompt("field=value (empty: done)", default="", show_default=False, err=True):
        name, is_pair, value = said.partition("=")
        if not is_pair:
            raise UsageError(f"{said!r} is no field=value", fix="write it like year=2020")
        values[name.strip()] = value.strip()
    return values


def _asked_reference(item: Item) -> str:
    said: str = click.prompt("which (number of a candidate, or a reference)", err=True)
    if said.isdigit() and 1 <= int(said) <= len(item.candidates):
        return str(item.candidates[int(said) - 1]["ref"])
    return said


def _show(desk: Desk, item: Item, place: str) -> None:
    context = desk.context(item)
    click.echo(f"\n{place}  {item.doc}  {item.title}")
    if context.note:
        click.echo(f"  ({context.note})")
    else:
        words = click.style(_one_line(context.words), bold=True)
        click.echo(f"  …{_one_line(context.before)}»{words}«{_one_line(context.after)}…")
    click.echo(f"  {item.kind}: {', '.join(_said(name, value) for name, value in item.values.items())}")
    for reason in item.reasons:
        click.echo(f"  waits: {reason['en']} ({reason['th']})")
    for detail in item.details:
        click.echo(f"  {detail}")
    for number, candidate in enumerate(item.candidates, 1):
        click.echo(f"  {number}. {candidate['ref']} {candidate['score']}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _said(name: str, value: Any) -> str:  # noqa: ANN401 - a claim holds what JSON can hold
    return f"{name} {value}"
