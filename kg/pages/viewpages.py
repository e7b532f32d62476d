"""The pages of views: which there are, the answer of one with its filters, and what is wrong with a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.errors import UsageError
from kg.model.answer import Answer
from kg.pages.answerpage import File, answer_page, iri_of, permalink
from kg.pages.filters import fields
from kg.pages.render import Pages
from kg.pages.view import View
from kg.views.catalogue import VIEWS, view_named
from kg.views.choices import Choices

_FORMS: Final = (("CSV", "csv"), ("JSON", "json"), ("GraphML", "graphml"), ("GEXF", "gexf"), ("SVG", "svg"))
Given = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One view in the list of all."""

    name: str
    title: str
    method: str


class ViewPages:
    """The pages of the views of one graph."""

    def __init__(self, pages: Pages) -> None:
        """``pages`` renders."""
        self._pages = pages

    def index(self, view: View) -> str:
        """The list of views."""
        entries = [Entry(each.name, each.title[view.language], each.method[view.language]) for each in VIEWS.values()]
        return self._pages.rendered("views.html", view, "/views", views=entries)

    def answer(self, view: View, answer: Answer, given: Given, choices: Choices) -> str:
        """The page of an answer: picture, table, filters, files, and the address at which it stays."""
        base = self._pages.iris.base
        page = answer_page(
            answer, view.language, lambda ref: self._pages.address(view, iri_of(ref, base)), files=files(view, answer)
        )
        form = fields(view_named(answer.name), given, choices, view.language)
        return self._pages.rendered("answer.html", view, page.permalink, page=page, form=form, name=answer.name)

    def refused(self, view: View, name: str, given: Given, error: UsageError, choices: Choices) -> str:
        """The form of a view again, with what is wrong with what was asked; raises NotFound for an unknown view."""
        kind = view_named(name)
        form = fields(kind, given, choices, view.language)
        title = kind.title[view.language]
        return self._pages.rendered(
            "answer_refused.html", view, f"/views/{name}", title=title, name=name, form=form, error=error
        )


def files(view: View, answer: Answer) -> tuple[File, ...]:
    """The same answer in the forms for programs; a network or a picture only where there are rows."""
    _, _, query = permalink(answer).partition("?")
    asked = f"?{query}" if query else ""
    forms = _FORMS if answer.rows else _FORMS[:2]
    return tuple(
        File(title, view.links.path(f"/views/{answer.name}.{extension}{asked}", lang=view.language))
        for title, extension in forms
    )
