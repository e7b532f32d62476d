"""kg view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import click

from kg.cli.common import base_option, folder, says_errors, store_option
from kg.errors import KgError
from kg.settings import load_settings

if TYPE_CHECKING:
    from kg.model.answer import Answer
    from kg.pages.answerfiles import FileForm
    from kg.pages.language import Language

    Form = FileForm | Literal["table", "html"]

_FORMATS: Final = ("table", "csv", "json", "graphml", "gexf", "svg", "html")
_LANGUAGES: Final = ("th", "en")


def _parameters(command: Callable[..., None]) -> Callable[..., None]:
    """The options that views may be asked for; which of them a view knows, the view says."""
    from kg.views.choice import PARAMETERS

    for each in reversed(PARAMETERS):
        values = f" ({', '.join(each.values)})" if each.values else ""
        told = f"{each.help[0].upper()}{each.help[1:]}{values}."
        parameter = f"p_{each.name.replace('-', '_')}"
        command = click.option(f"--{each.name}", parameter, multiple=True, help=told)(command)
    return command


@click.command()
@click.argument("name", required=False)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write instead of printing.")
@click.option("--bundle", type=folder(), help="New folder for rule, data version, result, evidence and page.")
@click.option("--lang", "language", type=click.Choice(_LANGUAGES), default="en", show_default=True)
@_parameters
@store_option
@base_option
@says_errors
def view(
    name: str | None,
    form: Form,
    out: Path | None,
    bundle: Path | None,
    language: Language,
    **options: Any,  # noqa: ANN401 - each option has its type
) -> None:
    """Answer a question with numbers that lead to their evidence; without NAME, the list of views.

    Views: repeat-winners, streaks, collaboration, stage, claims, contradictions, corroboration, completeness,
    near-misses, timeline, provinces. Options that may be given several times add up; years may be BE or CE.
    """
    from kg.graph.store import Store
    from kg.views.derived import Desk

    if name is None:
        _list()
        return
    settings = load_settings(store=options["store"], base=options["base"])
    desk = Desk(Store.open(settings.store), settings.base)
    asked: dict[str, Sequence[str]] = {
        key[2:].replace("_", "-"): value for key, value in options.items() if key[:2] == "p_"
    }
    answer = desk.answer(name, asked)
    if bundle is not None:
        from kg.pages.bundle import write_bundle
        from kg.views.read import read_spans

        for path in write_bundle(answer, read_spans(desk.views.reader, answer.proof()), settings.base, bundle):
            click.echo(path, err=True)
        if (
            out is None
            and click.get_current_context().get_parameter_source("form") is click.core.ParameterSource.DEFAULT
        ):
            return
    _write(_formatted(answer, form, language, settings.base), out)


def _list() -> None:
    from kg.views.catalogue import VIEWS

    for each in VIEWS.values():
        click.echo(f"{each.name:<16}{each.title['en']} · {each.title['th']}")
        click.echo(f"{'':<16}{', '.join('--' + parameter for parameter in each.parameters)}")


def _formatted(answer: Answer, form: Form, language: Language, base: str) -> bytes:
    from kg.export.answers import table_of
    from kg.model.answerjson import to_json
    from kg.pages.answerfiles import answer_file

    if form == "table":
        return table_of(answer, language)
    if form == "json":
        return to_json(answer, indent=1)  # people read it here
    if form == "html":
        from kg.pages.render import answer_alone

        return answer_alone(answer, language, base).encode("utf-8")
    return answer_file(answer, form, language)


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        click.echo(content, nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise KgError("the answer cannot be written", where=str(out), why=error.strerror or str(error)) from error
