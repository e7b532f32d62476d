"""The views of the graph at /views: what the build derived answers first, tables of the dumps beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from kg.errors import NotFound, UsageError
from kg.pages.answerfiles import answer_file
from kg.pages.language import LANGUAGES, Language
from kg.pages.links import Links
from kg.pages.render import Pages
from kg.pages.view import View
from kg.pages.viewpages import ViewPages
from kg.server.answers import Form, Listed, Tables
from kg.views.catalogue import VIEWS, view_named
from kg.views.choices import Choices, read_choices
from kg.views.derived import Desk

_FORMS: Final[tuple[Form, ...]] = ("json", "csv", "html", "graphml", "gexf", "svg")
_MOST_KEPT: Final = 64
_MOST_READ_AHEAD: Final = 2_000_000  # statements; the awards of a larger graph are read when a filter first asks


class DeskAnswers:
    """Answers views by a desk, and everything that is no view by the tables."""

    def __init__(self, pages: Pages, tables: Tables, base: str) -> None:
        """Nothing is read yet."""
        self._tables = tables
        self._desk = Desk(pages.store, base)
        self._pages = ViewPages(pages)
        self._kept: dict[tuple[str, Form, Language, Links], bytes] = {}

    @cached_property
    def _choices(self) -> Choices:
        return read_choices(self._desk.views.reader)

    def warm(self, root: str = "") -> None:
        """Write now the pages that first readers would have to wait for; ``root`` is where the server is mounted."""
        for name in VIEWS:
            for language in LANGUAGES:
                self.written(name, {}, "html", View(language, Links(root)))
        if len(self._desk.views.store) <= _MOST_READ_AHEAD:
            _ = self._desk.views.awards

    def listed(self, language: Language) -> Sequence[Listed]:
        """The views by their titles, then the tables."""
        views = [Listed(each.name, each.title[language]) for each in VIEWS.values()]
        return [*views, *self._tables.listed(language)]

    def forms(self, name: str) -> Sequence[Form]:
        """Views have every form; raises NotFound for what is neither view nor table."""
        if name in VIEWS:
            return _FORMS
        try:
            return self._tables.forms(name)
        except NotFound as unknown:
            raise NotFound(f"there is no view {name[:60]!r}", fix=f"choose one of {', '.join(VIEWS)}") from unknown

    def index(self, view: View) -> str:
        """The page of all views."""
        return self._pages.index(view)

    def written(self, name: str, given: Mapping[str, Sequence[str]], form: Form, view: View) -> bytes:
        """A view or a table; what a form left empty does not count. Answers to the usual question are kept."""
        if name not in VIEWS:
            return self._tables.written(name, given, form, view)
        asked = _filled(given)
        if asked:
            return self._written(name, asked, form, view)
        key = (name, form, view.language, view.links)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._written(name, {}, form, view)
        return self._kept[key]

    def refused(self, name: str, given: Mapping[str, Sequence[str]], view: View, error: UsageError) -> str | None:
        """The form of a view again with what is wrong; None for a table."""
        return self._pages.refused(view, name, _filled(given), error, self._choices) if name in VIEWS else None

    def _written(self, name: str, given: Mapping[str, Sequence[str]], form: Form, view: View) -> bytes:
        answer = self._desk.answer(view_named(name).name, given)
        if form == "html":
            return self._pages.answer(view, answer, given, self._choices).encode("utf-8")
        return answer_file(answer, form, view.language)


def _filled(given: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    filled = {name: [value for value in values if value.strip()] for name, values in given.items()}
    return {name: values for name, values in filled.items() if values}
