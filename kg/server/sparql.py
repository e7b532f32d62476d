"""The SPARQL 1.1 Protocol, read-only: queries by GET and both forms of POST, results in the standard formats."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.errors import KgError, QueryRefused, UsageError
from kg.export.rdf import FORMATS
from kg.pages.render import Pages, Table
from kg.pages.view import View
from kg.server.context import Context
from kg.server.errors import status_of
from kg.server.evaluate import ROWS, Answer, Job
from kg.server.negotiate import choose
from kg.server.protocol import read_operation
from kg.server.refusals import NotAcceptable
from kg.server.remembered import Remembered
from kg.server.service import Service
from kg.server.views import view_of

HTML: Final = "text/html"
SHOWN_ROWS: Final = 1_000

_ROW_TYPES: Final = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
_GRAPH_TYPES: Final = {
    **{FORMATS[name].media_type: name for name in ("turtle", "n-triples", "json-ld", "rdf-xml")},
    "application/json": "json-ld",
    "application/xml": "rdf-xml",
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The form of the answer: one for rows, yes or no, and one for a graph; None refuses."""

    rows: str | None
    graph: str | None
    as_page: bool = False


class Endpoint:
    """Answers at /sparql."""

    def __init__(self, context: Context) -> None:
        """``context`` has what runs the queries, and the pages for the form."""
        self._context, self._pages, self._runner = context, context.pages, context.runner
        self._described = Service(context)
        self._remembered = Remembered()

    async def __call__(self, request: Request) -> Response:
        """One request of the protocol, or of a browser."""
        asked = await read_operation(request)
        if asked.kind == "update":
            raise _read_only()
        if asked.text is None:
            return await self._without_query(request)
        wanted = _wanted(request, asked.form)
        job = Job(
            asked.text,
            wanted.rows,
            wanted.graph,
            self._pages.iris.base,
            asked.default_graphs,
            asked.named_graphs,
            f"{self._context.address(request)}/sparql",
        )
        try:
            known = self._remembered.get(job)
            answer = known if known is not None else await run_in_threadpool(self._run, job)
        except KgError as error:
            if not wanted.as_page:
                raise
            view = view_of(request)
            page = await run_in_threadpool(self._pages.sparql, view, asked.text, error=str(error))
            return _html(page, view, status_of(error))
        if wanted.as_page:
            return await run_in_threadpool(self._page, request, asked.text, answer)
        types = _GRAPH_TYPES if answer.kind == "graph" else _ROW_TYPES
        media_type = next(known for known, form in types.items() if form == answer.form)
        return Response(answer.body, media_type=media_type, headers={"Vary": "Accept"})

    def _run(self, job: Job) -> Answer:
        answer = self._runner.run(job)
        self._remembered.put(job, answer)
        return answer

    async def _without_query(self, request: Request) -> Response:
        if request.method == "POST":
            raise UsageError("there is no query", fix="send it as the field `query`, or as the body")
        chosen = choose(request.headers.get("accept"), (*_GRAPH_TYPES, HTML))
        if chosen is None:
            raise NotAcceptable("no form that you accept is on offer", fix=f"ask for one of {', '.join(_GRAPH_TYPES)}")
        if chosen == HTML:
            view = view_of(request)
            return _html(await run_in_threadpool(self._pages.sparql, view), view)
        written = await run_in_threadpool(self._described.written, request, _GRAPH_TYPES[chosen])
        return Response(written, media_type=chosen, headers={"Vary": "Accept"})

    def _page(self, request: Request, query: str, answer: Answer) -> Response:
        view = view_of(request)
        table = _table(answer, self._pages, view) if answer.kind != "graph" else None
        text = answer.body.decode("utf-8") if answer.kind == "graph" else ""
        return _html(self._pages.sparql(view, query, table, text), view)


def _wanted(request: Request, form: str) -> _Wanted:
    accept = request.headers.get("accept")
    if form and form != "html":
        if form not in ROWS and form not in _GRAPH_TYPES.values():
            raise UsageError(f"there is no format {form[:20]!r}", fix=f"choose one of {', '.join(_forms())}")
        return _Wanted(form if form in ROWS else "json", form if form in FORMATS else "turtle")
    rows_type, graph_type = choose(accept, (*_ROW_TYPES, HTML)), choose(accept, (*_GRAPH_TYPES, HTML))
    if form == "html" or rows_type == HTML:
        return _Wanted("json", "turtle", as_page=True)
    return _Wanted(_ROW_TYPES.get(rows_type or ""), _GRAPH_TYPES.get(graph_type or ""))


def _forms() -> list[str]:
    return [*ROWS, *dict.fromkeys(_GRAPH_TYPES.values()), "html"]


def _table(answer: Answer, pages: Pages, view: View) -> Table:
    said = json.loads(answer.body)
    if answer.kind == "boolean":
        return Table(("ASK",), (((str(said["boolean"]).lower(), ""),),), more=False)
    names = tuple(said["head"]["vars"])
    bindings = said["results"]["bindings"]
    rows = tuple(tuple(_cell(row.get(name), pages, view) for name in names) for row in bindings[:SHOWN_ROWS])
    return Table(names, rows, more=len(bindings) > SHOWN_ROWS)


def _cell(term: Mapping[str, object] | None, pages: Pages, view: View) -> tuple[str, str]:
    if term is None:
        return "", ""
    text = str(term["value"])
    return text, pages.address(view, text) if term["type"] == "uri" else ""


def _read_only() -> QueryRefused:
    return QueryRefused("this endpoint is read-only", why="the graph is built from the data", fix="build it anew")


def _html(page: str, view: View, status: int = 200) -> Response:
    return HTMLResponse(page, status, {"Content-Language": view.language, "Vary": "Accept, Accept-Language"})
