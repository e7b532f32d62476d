"""A view's answer as a file for programs: the same bytes from the server, the command line and the static site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from kg.errors import NotFound
from kg.export.answers import csv_of
from kg.export.network import write_network
from kg.model.answer import Answer
from kg.model.answerjson import to_json
from kg.pages.language import Language
from kg.pages.pictures.answers import picture

FileForm = Literal["csv", "json", "graphml", "gexf", "svg"]

FILE_FORMS: Final[Mapping[FileForm, str]] = {
    "csv": "CSV",
    "json": "JSON",
    "graphml": "GraphML",
    "gexf": "GEXF",
    "svg": "SVG",
}
"""What each form is called on a page."""
_NETWORKS: Final = frozenset({"graphml", "gexf"})


def forms_of(answer: Answer, *, drawn: bool) -> tuple[FileForm, ...]:
    """The forms that an answer has: a network only where there are rows, a picture where one can be drawn."""
    lacking = frozenset() if answer.rows else _NETWORKS
    return tuple(form for form in FILE_FORMS if form not in lacking and (drawn or form != "svg"))


def answer_files(answer: Answer, language: Language) -> Iterator[tuple[FileForm, bytes]]:
    """An answer in every form that it has, its picture drawn once."""
    drawn = picture(answer, language)
    for form in forms_of(answer, drawn=drawn is not None):
        yield form, _document(drawn) if form == "svg" and drawn else answer_file(answer, form, language)


def answer_file(answer: Answer, form: FileForm, language: Language) -> bytes:
    """An answer in a form; the language is that of labels in networks and pictures. NotFound where it has none."""
    if form == "csv":
        return csv_of(answer)
    if form == "json":
        return _named(answer)
    if form == "svg":
        return drawn_file(answer, language)
    return write_network(answer, form, language)


def drawn_file(answer: Answer, language: Language) -> bytes:
    """The picture of an answer as an SVG file; raises NotFound where there is none, and says why."""
    drawn = picture(answer, language)
    if drawn is None:
        why = "it has no rows" if not answer.rows else "its rows hold no numbers"
        raise NotFound(f"there is no picture of {answer.name}", why=why, fix="ask for JSON or CSV")
    return _document(drawn)


def _document(drawn: str) -> bytes:
    return f"{drawn}\n".encode()


def _named(answer: Answer) -> bytes:
    """As ``kg view --format json`` writes it, under the name that the description of the API gives."""
    head = f'{{"name":"{answer.name}","version":"{answer.version}",'.encode()
    return head + to_json(answer)[1:]
