"""The views at /views: what answers them is one interface, ``ViewAnswers``.

The tables of ``kg.export.tables`` answer here; anything that has the interface may stand in their place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg.errors import NotFound, UsageError
from kg.export.tables import plain, table, table_names
from kg.graph.query import select, text_of
from kg.graph.store import Store
from kg.pages.language import Language
from kg.server.context import Context
from kg.server.negotiate import choose
from kg.server.things import HTML, not_acceptable
from kg.server.views import view_of

Form = Literal["json", "csv", "html"]
"""``html`` only where ``pages`` says so."""

_TYPES: Final[Mapping[str, Form]] = {"application/json": "json", "text/csv": "csv", HTML: "html"}
_NOT_OF_THE_VIEW: Final = frozenset({"lang"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A view by name, with its title in the language asked for."""

    name: str
    title: str


class ViewAnswers(Protocol):
    """Answers views over one version of the graph; ``pages`` tells whether it writes pages as well."""

    pages: bool

    def listed(self, language: Language) -> Sequence[Listed]:
        """The views that there are."""

    def written(self, name: str, given: Mapping[str, Sequence[str]], form: Form, language: Language) -> bytes:
        """The answer of a view for parameters, each a list of texts; raises NotFound, UsageError."""


class Tables:
    """The tables of the dumps as views: rows as objects, or CSV."""

    pages = False

    def __init__(self, store: Store, base: str) -> None:
        """Nothing is read yet."""
        self._store, self._base = store, base

    def listed(self, language: Language) -> Sequence[Listed]:
        """Each is called by its name."""
        return [Listed(name.replace("_", "-"), name.replace("_", " ")) for name in table_names()]

    def written(self, name: str, given: Mapping[str, Sequence[str]], form: Form, language: Language) -> bytes:
        """A table takes no parameters, and has no page."""
        chosen = name.replace("-", "_")
        if chosen not in table_names():
            known = ", ".join(each.name for each in self.listed(language))
            raise NotFound(f"there is no view {name[:60]!r}", fix=f"choose one of {known}")
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
            Route("/views/{name}.json", self.as_json),
            Route("/views/{name}.csv", self.as_csv),
            Route("/views/{name}", self.by_accept),
        ]

    def list(self, request: Request) -> Response:
        """Which views there are."""
        language = view_of(request).language
        views = [{"name": each.name, "title": each.title} for each in self._views.listed(language)]
        return JSONResponse({"views": views}, headers={"Vary": "Accept-Language"})

    def as_json(self, request: Request) -> Response:
        """A view as JSON."""
        return self._answer(request, "application/json")

    def as_csv(self, request: Request) -> Response:
        """A view as CSV."""
        return self._answer(request, "text/csv")

    def by_accept(self, request: Request) -> Response:
        """A view in the form that the client accepts."""
        offered = tuple(kind for kind, form in _TYPES.items() if form != "html" or self._views.pages)
        # A browser takes anything where there is no page.
        chosen = choose(request.headers.get("accept"), offered)
        if chosen is None:
            raise not_acceptable(offered)
        return self._answer(request, chosen)

    def _answer(self, request: Request, media_type: str) -> Response:
        names = dict.fromkeys(name for name in request.query_params if name not in _NOT_OF_THE_VIEW)
        given = {name: request.query_params.getlist(name) for name in names}
        view = view_of(request)
        written = self._views.written(request.path_params["name"], given, _TYPES[media_type], view.language)
        headers = {"Vary": "Accept, Accept-Language", "Link": f'<{self._context.catalog.licence}>; rel="license"'}
        return Response(written, media_type=media_type, headers=headers)
