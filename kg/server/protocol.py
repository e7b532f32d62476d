"""What a request of the SPARQL 1.1 Protocol asks: fields wherever the protocol puts them (section 2).

It reads queries and updates alike; that no update runs is the endpoint's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.errors import UsageError
from kg.graph.quads import node
from kg.server.refusals import TooLarge, UnsupportedType

MOST_BYTES: Final = 1_000_000
_SHORT: Final = 8_000  # characters of an address that are worth remembering

_FORM: Final = "application/x-www-form-urlencoded"
_DIRECT: Final = {"application/sparql-query": "query", "application/sparql-update": "update"}
_GRAPHS: Final = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}

Fields = Sequence[tuple[str, str]]
Kind = Literal["query", "update"]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update, with the graphs that the protocol names beside it; ``text`` is None where none came."""

    kind: Kind
    text: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    form: str = ""
    """The field ``format``, which the protocol does not have and forms of web pages need."""


async def read_operation(request: Request) -> Operation:
    """The operation of a request; raises UsageError, UnsupportedType and TooLarge."""
    fields = await _fields(request)
    updates, queries = _values(fields, "update"), _values(fields, "query")
    if updates and queries:
        raise UsageError("there are a query and an update", fix="send one at a time")
    if len(updates) > 1 or len(queries) > 1:
        raise UsageError("there are several operations", fix="send one at a time")
    if updates and request.method != "POST":
        raise UsageError("an update cannot be sent so", why="the protocol has updates by POST alone")
    kind: Kind = "update" if updates else "query"
    default_graphs, named_graphs = (tuple(_graph(value) for value in _values(fields, name)) for name in _GRAPHS[kind])
    form = next(iter(_values(fields, "format")), "")
    return Operation(kind, next(iter((*updates, *queries)), None), default_graphs, named_graphs, form)


async def read_fields(request: Request) -> Fields:
    """The fields of a form, in the address and in the body; raises UsageError, UnsupportedType and TooLarge."""
    address = _decoded(request.scope["query_string"].decode("latin-1"))
    if request.method != "POST":
        return address
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _FORM:
        raise UnsupportedType("a form cannot be read from this", where=kind[:60], fix=f"send {_FORM}")
    return [*address, *_decoded(await read_body(request))]


async def _fields(request: Request) -> Fields:
    address = _decoded(request.scope["query_string"].decode("latin-1"))
    if request.method != "POST":
        return address
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_FORM, *_DIRECT):
        raise UnsupportedType(
            "an operation cannot be read from this", where=kind[:60], fix=f"send {' or '.join((_FORM, *_DIRECT))}"
        )
    body = await read_body(request)
    if direct := _DIRECT.get(kind):
        return [*(field for field in address if field[0] != direct), (direct, body)]
    return [*address, *_decoded(body)]


async def read_body(request: Request, most_bytes: int = MOST_BYTES) -> str:
    """The body as UTF-8 text; raises TooLarge, UsageError."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > most_bytes:
            raise TooLarge("the request is too long", why=f"it has more than {most_bytes:,} bytes")
    try:
        return read.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("the request is not UTF-8", where=f"byte {error.start}", fix="send it as UTF-8") from error


def _decoded(text: str) -> Fields:
    return _decoded_before(text) if len(text) < _SHORT else tuple(_parsed(text))


@lru_cache(maxsize=1024)  # programs ask the same thing again and again
def _decoded_before(text: str) -> Fields:
    return tuple(_parsed(text))


def _parsed(text: str) -> Fields:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise UsageError("a field is not UTF-8", why="its percent-encoding gives no text") from error


def _values(fields: Fields, wanted: str) -> list[str]:
    return [value for name, value in fields if name == wanted]


def _graph(iri: str) -> str:
    try:
        return node(iri).value
    except ValueError as error:
        raise UsageError(f"{iri[:100]!r} is not the IRI of a graph", fix="give a whole IRI") from error
