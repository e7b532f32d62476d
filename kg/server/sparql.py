"""The SPARQL 1.1 Protocol, read-only: queries by GET and both forms of POST, results in the standard formats."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.errors import KgError, QueryRefused, UsageError
from kg.export.rdf import FORMATS
from kg.graph.quads import node
from kg.pages.render import Pages, Table
from kg.pages.thing import View
from kg.server.errors import status_of
from kg.server.evaluate import ROWS, Answer, Job
from kg.server.negotiate import choose
from kg.server.refusals import NotAcceptable, TooLarge, UnsupportedType
from kg.server.runner import QueryRunner
from kg.server.views import view_of

HTML: Final = "text/html"
MOST_QUERY_BYTES: Final = 1_000_000
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
_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_TURTLE: Final = "text/turtle"
_SAFE_ADDRESS: Final = re.compile(r"[\w.:/\-\[\]~%]+", re.ASCII)

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Request:
    """What a client asks: the query, the graphs, and the form of the answer."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    rows: str | None
    graph: str | None
    as_page: bool


class Endpoint:
    """Answers at /sparql."""

    def __init__(self, pages: Pages, runner: QueryRunner) -> None:
        """``pages`` renders the form, ``runner`` runs the queries."""
        self._pages, self._runner = pages, runner

    async def __call__(self, request: Request) -> Response:
        """One request of the protocol, or of a browser."""
        fields = await _fields(request)
        if any(name == "update" for name, _ in fields):
            raise _read_only()
        if not any(name == "query" for name, _ in fields):
            return await self._without_query(request)
        asked = _read(request, fields)
        job = Job(asked.query, asked.rows, asked.graph, self._pages.iris.base, asked.default_graphs, asked.named_graphs)
        try:
            answer = await run_in_threadpool(self._runner.run, job)
        except KgError as error:
            if not asked.as_page:
                raise
            view = view_of(request)
            page = await run_in_threadpool(self._pages.sparql, view, asked.query, error=str(error))
            return _html(page, view, status_of(error))
        return await run_in_threadpool(self._respond, request, asked, answer)

    async def _without_query(self, request: Request) -> Response:
        if request.method == "POST":
            raise UsageError("there is no query", fix="send it as the field `query`, or as the body")
        chosen = choose(request.headers.get("accept"), (_TURTLE, HTML))
        if chosen is None:
            raise NotAcceptable("no form that you accept is on offer", fix=f"ask for {_TURTLE} or {HTML}")
        if chosen == HTML:
            view = view_of(request)
            return _html(await run_in_threadpool(self._pages.sparql, view), view)
        return Response(_service_description(request), media_type=_TURTLE, headers={"Vary": "Accept"})

    def _respond(self, request: Request, asked: _Request, answer: Answer) -> Response:
        if asked.as_page:
            view = view_of(request)
            table = _table(answer, self._pages, view) if answer.kind != "graph" else None
            text = answer.body.decode("utf-8") if answer.kind == "graph" else ""
            return _html(self._pages.sparql(view, asked.query, table, text), view)
        types = _GRAPH_TYPES if answer.kind == "graph" else _ROW_TYPES
        media_type = next(known for known, form in types.items() if form == answer.form)
        return Response(answer.body, media_type=media_type, headers={"Vary": "Accept"})


async def _fields(request: Request) -> Fields:
    """The fields of the request, wherever the protocol puts them."""
    address = parse_qsl(request.url.query, keep_blank_values=True)
    if request.method != "POST":
        return address
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _UPDATE:
        raise _read_only()
    if kind not in (_FORM, _QUERY):
        raise UnsupportedType("a query cannot be read from this", where=kind[:60], fix=f"send {_FORM} or {_QUERY}")
    body = await _body(request)
    if kind == _QUERY:
        return [*(field for field in address if field[0] != "query"), ("query", body)]
    return [*address, *parse_qsl(body, keep_blank_values=True)]


async def _body(request: Request) -> str:
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > MOST_QUERY_BYTES:
            raise TooLarge("the query is too long", why=f"it has more than {MOST_QUERY_BYTES:,} bytes")
    try:
        return read.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("the query is not UTF-8", where=f"byte {error.start}", fix="send it as UTF-8") from error


def _read(request: Request, fields: Fields) -> _Request:
    queries = [value for name, value in fields if name == "query"]
    if len(queries) > 1:
        raise UsageError("there are several queries", fix="send one at a time")
    form = next((value for name, value in fields if name == "format"), "")
    default_graphs, named_graphs = (
        tuple(_graph(value) for name, value in fields if name == wanted)
        for wanted in ("default-graph-uri", "named-graph-uri")
    )
    accept = request.headers.get("accept")
    if form and form != "html":
        if form not in ROWS and form not in _GRAPH_TYPES.values():
            raise UsageError(f"there is no format {form[:20]!r}", fix=f"choose one of {', '.join(_forms())}")
        rows, graph = (form if form in ROWS else "json"), (form if form in FORMATS else "turtle")
        return _Request(queries[0], default_graphs, named_graphs, rows, graph, as_page=False)
    rows_type, graph_type = choose(accept, (*_ROW_TYPES, HTML)), choose(accept, (*_GRAPH_TYPES, HTML))
    if form == "html" or rows_type == HTML:
        return _Request(queries[0], default_graphs, named_graphs, "json", "turtle", as_page=True)
    return _Request(
        queries[0], default_graphs, named_graphs, _ROW_TYPES.get(rows_type or ""), _GRAPH_TYPES.get(graph_type or ""),
        as_page=False,
    )  # fmt: skip


def _forms() -> list[str]:
    return [*ROWS, *dict.fromkeys(_GRAPH_TYPES.values()), "html"]


def _graph(iri: str) -> str:
    try:
        return node(iri).value
    except ValueError as error:
        raise UsageError(f"{iri[:100]!r} is not the IRI of a graph", fix="give a whole IRI") from error


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


def _service_description(request: Request) -> bytes:
    said = files("kg.server").joinpath("service.ttl").read_text("utf-8")
    address = str(request.url.replace(query="", fragment=""))
    # The host is what the client says it is: what could not stand in an IRI becomes the document itself.
    return said.replace("ENDPOINT", address if _SAFE_ADDRESS.fullmatch(address) else "").encode("utf-8")


def _read_only() -> QueryRefused:
    return QueryRefused("this endpoint is read-only", why="the graph is built from the data", fix="build it anew")


def _html(page: str, view: View, status: int = 200) -> Response:
    return HTMLResponse(page, status, {"Content-Language": view.language, "Vary": "Accept, Accept-Language"})
