"""The views at /views: what answers them is one interface, ``ViewAnswers``.

The tables of ``kg.export.tables`` have it, and ``kg.server.desk``, which answers views and leaves the rest to them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, Literal, Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg.errors import NotFound, UsageError
from kg.export.tables import plain, table, table_names
from kg.graph.query import select, text_of
from kg.graph.store import Store
from kg.pages.language import Language
from kg.pages.view import View
from kg.server.context import Context
from kg.server.negotiate import choose
from kg.server.things import HTML, agreed, html
from kg.server.views import view_of

Form = Literal["json", "csv", "html", "graphml", "gexf", "svg"]

_TYPES: Final[Mapping[Form, str]] = {
    "json": "application/json",
    "csv": "text/csv",
    "html": HTML,
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "svg": "image/svg+xml",
}
_NOT_OF_THE_VIEW: Final = frozenset({"lang"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A view by name, with its title in the language asked for."""

    name: str
    title: str


class ViewAnswers(Protocol):
    """Answers views over one version of the graph."""

    def listed(self, language: Language) -> Sequence[Listed]:
        """The views that there are."""

    def forms(self, name: str) -> Sequence[Form]:
        """The forms of a view, the one for whoever takes anything first; raises NotFound."""

    def index(self, view: View) -> str | None:
        """The page of all views; None where there are no pages."""

    def written(self, name: str, given: Mapping[str, Sequence[str]], form: Form, view: View) -> bytes:
        """The answer of a view for parameters, each a list of texts; raises NotFound, UsageError."""

    def refused(self, name: str, given: Mapping[str, Sequence[str]], view: View, error: UsageError) -> str | None:
        """The page that says what is wrong with the parameters; None where there are no pages."""


class Tables:
    """The tables of the dumps as views: rows as objects, or CSV."""

    def __init__(self, store: Store, base: str) -> None:
        """Nothing is read yet."""
        self._store, self._base = store, base

    def listed(self, language: Language) -> Sequence[Listed]:
        """Each is called by its name."""
        return [Listed(name.replace("_", "-"), name.replace("_", " ")) for name in table_names()]

    def forms(self, name: str) -> Sequence[Form]:
        """JSON and CSV; raises NotFound for what is no table."""
        if name.replace("-", "_") not in table_names():
            known = ", ".join(each.replace("_", "-") for each in table_names())
            raise NotFound(f"there is no view {name[:60]!r}", fix=f"choose one of {known}")
        return "json", "csv"

    def index(self, view: View) -> str | None:
        """Tables have no pages."""

    def refused(self, name: str, given: Mapping[str, Sequence[str]], view: View, error: UsageError) -> str | None:
        """Tables have no pages."""

    def written(self, name: str, given: Mapping[str, Sequence[str]], form: Form, view: View) -> bytes:
        """A table takes no parameters."""
        self.forms(name)
        chosen = name.replace("-", "_")
        if given:
            raise UsageError("this view takes no parameters", where=", ".join(sorted(given))[:60], fix="leave them out")
        if form == "csv":
            return table(self._store, chosen, self._base)
        rows = select(self._store, text_of(f"tables/{chosen}"), base=self._base)
        said = [{column: plain(term) for column, term in row.items() if term is not None} for row in rows]
        answer = {"name": name, "title": chosen.replace("_", " "), "version": self._store.version, "rows": said}
        return json.dumps(answer, ensure_ascii=False).encode("utf-8")


class AnswerRoutes:
    """Handlers of the routes of views."""

    def __init__(self, context: Context, views: ViewAnswers) -> None:
        """``views`` answers."""
        self._context, self._views = context, views

    def routes(self) -> list[Route]:
        """All routes of this part."""
        return [
            Route("/views", self.list),
            *(Route(f"/views/{{name}}.{form}", self._as(form)) for form in _TYPES if form != "html"),
            Route("/views/{name}", self.by_accept),
        ]

    def list(self, request: Request) -> Response:
        """Which views there are."""
        view = view_of(request)
        page = self._views.index(view)
        if page is not None and choose(request.headers.get("accept"), (_TYPES["json"], HTML)) == HTML:
            return html(page, view.language)
        views = [{"name": each.name, "title": each.title} for each in self._views.listed(view.language)]
        return JSONResponse({"views": views}, headers={"Vary": "Accept, Accept-Language"})

    def _as(self, form: Form) -> Callable[[Request], Response]:
        def handler(request: Request) -> Response:
            if form not in self._views.forms(request.path_params["name"]):
                raise NotFound(f"{request.path_params['name']} has no {form}", fix="ask for .json or .csv")
            return self._answer(request, form)

        return handler

    def by_accept(self, request: Request) -> Response:
        """A view in the form that the client accepts."""
        offered = {_TYPES[form]: form for form in self._views.forms(request.path_params["name"])}
        # A browser takes anything where there is no page.
        return self._answer(request, offered[agreed(request, tuple(offered))])

    def _answer(self, request: Request, form: Form) -> Response:
        names = dict.fromkeys(name for name in request.query_params if name not in _NOT_OF_THE_VIEW)
        given = {name: request.query_params.getlist(name) for name in names}
        view, name = view_of(request), request.path_params["name"]
        headers = {"Vary": "Accept, Accept-Language", "Link": self._context.licence_link}
        try:
            written = self._views.written(name, given, form, view)
        except UsageError as error:
            page = self._views.refused(name, given, view, error) if form == "html" else None
            if page is None:
                raise
            return HTMLResponse(page, HTTPStatus.BAD_REQUEST, headers)
        return Response(written, media_type=_TYPES[form], headers=headers)
