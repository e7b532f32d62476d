"""The pages of views: which there are, the answer of one with its filters, and what is wrong with a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.errors import UsageError
from kg.model.answer import Answer
from kg.pages.answerfiles import FILE_FORMS, forms_of
from kg.pages.answerpage import File, answer_page, iri_of, permalink
from kg.pages.filters import fields
from kg.pages.render import Pages
from kg.pages.view import View
from kg.views.catalogue import VIEWS, view_named
from kg.views.choices import Choices

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

    def answer(self, view: View, answer: Answer, given: Given, choices: Choices | None) -> str:
        """The page of an answer: picture, table, files, and where a program answers filters and its address."""
        base = self._pages.iris.base
        page = answer_page(answer, view.language, lambda ref: self._pages.address(view, iri_of(ref, base)))
        page = replace(page, files=files(view, answer, drawn=bool(page.picture)))
        form = fields(view_named(answer.name), given, choices, view.language) if choices else None
        return self._pages.rendered("answer.html", view, page.permalink, page=page, form=form, name=answer.name)

    def refused(self, view: View, name: str, given: Given, error: UsageError, choices: Choices) -> str:
        """The form of a view again, with what is wrong with what was asked; raises NotFound for an unknown view."""
        kind = view_named(name)
        form = fields(kind, given, choices, view.language)
        title = kind.title[view.language]
        return self._pages.rendered(
            "answer_refused.html", view, f"/views/{name}", title=title, name=name, form=form, error=error
        )


def files(view: View, answer: Answer, *, drawn: bool) -> tuple[File, ...]:
    """The same answer in the forms for programs; ``drawn`` says whether it has a picture."""
    _, _, query = permalink(answer).partition("?")
    return tuple(
        File(FILE_FORMS[form], view.links.answer(answer.name, form, query, view.language))
        for form in forms_of(answer, drawn=drawn)
    )
