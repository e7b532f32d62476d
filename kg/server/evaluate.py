"""Runs one query and writes its result, whole or not at all; what a worker process does."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Literal, cast

import pyoxigraph as ox

from kg.export.rdf import serialize_triples
from kg.graph.query import run
from kg.graph.store import Store
from kg.server.refusals import NotAcceptable, TooLarge
from kg.terms.prefixes import DEFAULT_BASE

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

Kind = Literal["rows", "boolean", "graph"]

ROWS: Final[Mapping[str, ox.QueryResultsFormat]] = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}


@dataclass(frozen=True, slots=True)
class Job:
    """A query and the forms that its result may take: one for rows, yes or no, and one for a graph; None refuses."""

    query: str
    rows: str | None = "json"
    graph: str | None = "turtle"
    base: str = DEFAULT_BASE
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    address: str | None = None
    """Where the query came to: relative IRIs are resolved against it (RFC 3986, section 5.1.3)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A result, written in the form that ``form`` names."""

    kind: Kind
    form: str
    body: bytes


class _Full(ValueError):
    """The result is larger than allowed; a ValueError, because the engine passes those through unchanged."""


class _Sink(io.RawIOBase):
    """Takes bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.taken = bytearray()

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def write(self, data: Buffer) -> int:
        """Take bytes, or raise when it would be too many."""
        given = bytes(data)
        if len(self.taken) + len(given) > self._limit:
            raise _Full
        self.taken += given
        return len(given)


def evaluate(store: Store, job: Job, most_bytes: int) -> Answer:
    """The result of a query; raises SyntaxFault, QueryRefused, TooLarge, NotAcceptable."""
    results = run(
        store,
        job.query,
        base=job.base,
        default_graphs=job.default_graphs,
        named_graphs=job.named_graphs,
        relative_to=job.address,
    )
    try:
        if isinstance(results, ox.QueryTriples):
            form = _wanted(job.graph, "a graph")
            return Answer("graph", form, _graph(results, form, job.base, most_bytes))
        form = _wanted(job.rows, "rows, or yes or no")
        sink = _Sink(most_bytes)
        results.serialize(cast(IO[bytes], sink), format=ROWS[form])
        return Answer("boolean" if isinstance(results, ox.QueryBoolean) else "rows", form, bytes(sink.taken))
    except _Full as error:
        raise TooLarge(
            "the result is too large", why=f"it has more than {most_bytes:,} bytes", fix="add a LIMIT, or ask for less"
        ) from error


def _wanted(form: str | None, what: str) -> str:
    if form is None:
        raise NotAcceptable(f"this query gives {what}", why="you accept no form that it can take")
    return form


def _graph(results: ox.QueryTriples, form: str, base: str, most_bytes: int) -> bytes:
    triples, size = [], 0
    for triple in results:
        size += len(str(triple))
        if size > most_bytes:
            raise _Full
        triples.append(triple)
    return serialize_triples(triples, form, base)
