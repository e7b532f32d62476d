"""What commands share: their options, how errors are told, and progress.

Results go to standard output, messages and progress to standard error. An error is one line; its class states the exit
status (0 done, 1 the data or an input is not as it must be, 2 it could not run).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import update_wrapper
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)

from kg.errors import KgError

INTERRUPTED: Final = 130  # what shells report for a program ended by Ctrl-C


def folder(exists: bool = False) -> click.Path:
    """The type of an option that names a folder."""
    return click.Path(path_type=Path, file_okay=False, exists=exists)


store_option = click.option("--store", type=folder(), help="Folder of the store (else KG_STORE, else .kg/store).")
data_option = click.option("--data", type=folder(), help="Folder of the data (else data/).")
base_option = click.option("--base", help="Base IRI under which the graph is published (else KG_BASE).")


def say(error: KgError) -> None:
    """Tell of an error in one line, and of the next ones of its kind."""
    click.echo(f"kg: {' '.join(str(error).split())}", err=True)
    for line in error.details[:20]:
        click.echo(f"    {line}", err=True)


def says_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Turns an error of ours into one line and its exit status."""

    def run(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - it passes on what click gives
        try:
            command(*args, **kwargs)
        except KgError as error:
            say(error)
            sys.exit(error.exit_status)
        except BrokenPipeError:
            # The reader (head, less) has seen enough: not an error, but Python would complain at exit.
            sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: PTH123, SIM115
        except KeyboardInterrupt:
            click.echo("kg: interrupted; nothing half-written is left", err=True)
            sys.exit(INTERRUPTED)

    return update_wrapper(run, command)


@contextmanager
def progress(
    stages: Mapping[str, str], *, counted: bool = True, bars_shown: bool = True
) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar a stage on standard error; plain lines where that is no terminal.

    ``stages`` says each stage in words. Parts are ``counted``, or shown as a share of the whole. Bars are best not
    shown where results run over the same terminal.
    """
    console = Console(stderr=True)
    share: ProgressColumn = MofNCompleteColumn() if counted else TaskProgressColumn()
    columns = (TextColumn("{task.description}"), BarColumn(), share, TimeElapsedColumn())
    drawn = console.is_terminal and bars_shown
    # The bars may take care of what goes to standard error meanwhile; results are none of their business.
    with Progress(*columns, console=console, disable=not drawn, redirect_stdout=False) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            said = stages.get(stage, stage)
            if stage not in tasks:
                tasks[stage] = bars.add_task(said, total=total)
                if not drawn:
                    console.print(f"{said} …", highlight=False)
            bars.update(tasks[stage], completed=done, total=total)

        yield show
