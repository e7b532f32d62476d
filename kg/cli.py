"""The command line: each command parses its arguments, calls one function of the core, and prints.

Results go to standard output, messages and progress to standard error. An error is one line; its class states the exit
status (0 done, 1 the data or an input is not as it must be, 2 it could not run).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from kg import __version__
from kg.errors import KgError, UsageError
from kg.settings import load_settings

_INTERRUPTED = 130  # what shells report for a program ended by Ctrl-C
_FORMATS = ("turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml", "csv")
_RESULT_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml")
_STAGES = {
    "read": "Reading the registry and the announcements",
    "validate": "Validating against the shapes",
    "check": "Checking the whole graph",
    "publish": "Writing the store",
}


def _folder(exists: bool = False) -> click.Path:
    return click.Path(path_type=Path, file_okay=False, exists=exists)


_store_option = click.option("--store", type=_folder(), help="Folder of the store (else KG_STORE, else .kg/store).")
_data_option = click.option("--data", type=_folder(), help="Folder of the data (else data/).")
_base_option = click.option("--base", help="Base IRI under which the graph is published (else KG_BASE).")


def _says_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Turns an error of ours into one line and its exit status."""

    def run(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - it passes on what click gives
        try:
            command(*args, **kwargs)
        except KgError as error:
            click.echo(f"kg: {' '.join(str(error).split())}", err=True)
            for line in error.details[:20]:
                click.echo(f"    {line}", err=True)
            sys.exit(error.exit_status)
        except BrokenPipeError:
            # The reader (head, less) has seen enough: not an error, but Python would complain at exit.
            sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: PTH123, SIM115
        except KeyboardInterrupt:
            click.echo("kg: interrupted; nothing half-written is left", err=True)
            sys.exit(_INTERRUPTED)

    return update_wrapper(run, command)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar a stage on standard error; plain lines where that is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            said = _STAGES.get(stage, stage)
            if stage not in tasks:
                tasks[stage] = bars.add_task(said, total=total)
                if not console.is_terminal:
                    console.print(f"{said} …", highlight=False)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """award-kg: a knowledge graph of government agencies and the awards they win."""


@main.command()
@_data_option
@_store_option
@_base_option
@_says_errors
def build(data: Path | None, store: Path | None, base: str | None) -> None:
    """Build the graph from the data, validate it, and swap it in whole."""
    from kg.pipeline.build import build as build_store

    settings = load_settings(data=data, store=store, base=base)
    with _progress() as progress:
        built = build_store(settings, progress)
    counts = built.assembly.counts()
    for name, count in counts.items():
        click.echo(f"{count:>9,}  {name}")
    click.echo(f"{sum(counts.values()):>9,}  quads in version {built.version}")
    seconds = ", ".join(f"{stage} {spent:.2f} s" for stage, spent in built.assembly.seconds.items())
    click.echo(f"{seconds}; {sum(built.assembly.seconds.values()):.2f} s in all", err=True)
    if built.assembly.report.violations:
        noted = ", ".join(f"{number} {severity.lower()}" for severity, number in built.assembly.report.counts().items())
        click.echo(f"{noted} (see them with: kg validate)", err=True)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@click.option("--language", type=click.Choice(["en", "th"]), default="en", show_default=True)
@_data_option
@_store_option
@_base_option
@_says_errors
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


@main.command()
@click.argument("text", required=False)
@click.option("-f", "--file", "file", type=click.Path(path_type=Path, dir_okay=False), help="A file with the query.")
@click.option("--format", "form", type=click.Choice(_RESULT_FORMATS), help="Default: table, or turtle for a graph.")
@_store_option
@_base_option
@_says_errors
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


@main.command()
@click.option("--out", type=_folder(), required=True, help="Folder to write to.")
@click.option(
    "--format", "formats", type=click.Choice(_FORMATS), multiple=True, help="May be given more than once; default: all."
)
@_store_option
@_base_option
@_says_errors
def export(out: Path, formats: tuple[str, ...], store: Path | None, base: str | None) -> None:
    """Write dumps of the store, each with its size and hash."""
    from kg.export.dump import export as write_dumps
    from kg.graph.store import Store

    settings = load_settings(store=store, base=base)
    for written in write_dumps(Store.open(settings.store), formats or _FORMATS, out, settings.base):
        click.echo(f"{written.sha256}  {written.size:>12,}  {written.path}")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--corpus", type=_folder(), help="Folder of texts, to show the words of the sources (else KG_CORPUS).")
@_store_option
@_base_option
@_says_errors
def serve(host: str, port: int, corpus: Path | None, store: Path | None, base: str | None) -> None:
    """Serve the graph: pages, linked data and SPARQL, read-only."""
    from kg.server.app import serve as run_server

    run_server(load_settings(store=store, corpus=corpus, base=base), host=host, port=port)
