"""Requests a second of the server, of pyoxigraph in process, and of rdflib-endpoint, over the same data in one run.

    python -m tests.bench.serving PEER_PYTHON

``PEER_PYTHON`` is a Python that has rdflib-endpoint (``make bench-serving`` makes one). One client with one kept
connection asks each server in turn; the server has one worker. Ratios hold where seconds do not.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox
from rich.console import Console
from rich.table import Table

from kg.export.rdf import serialize
from kg.graph.query import select
from kg.graph.store import Store
from kg.pages.describe import description
from kg.pipeline.build import build
from kg.pipeline.ground import Ground
from kg.settings import load_settings
from kg.terms.prefixes import DEFAULT_BASE, PREFIXES
from tests.factory import REPO

_AGENCIES: Final = """SELECT ?agency (COUNT(*) AS ?n) WHERE { ?award a aw:Conferment ; aw:recipient ?agency }
GROUP BY ?agency ORDER BY DESC(?n) ?agency LIMIT 60"""
_SELECT: Final = "SELECT ?award ?year WHERE {{ ?award aw:recipient <{0}> ; aw:edition ?e . ?e aw:yearCE ?year }}"
_CONSTRUCT: Final = "CONSTRUCT {{ <{0}> ?p ?o }} WHERE {{ <{0}> ?p ?o }}"
# What kg serve tells of an agency, but for the evidence of its own statements.
_SAME: Final = """CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ BIND(<{0}> AS ?s) ?s ?p ?o }}
  UNION {{ BIND(<{0}> AS ?o) ?s ?p ?o FILTER(?p NOT IN (aw:supports, aw:supportsValue, oa:hasSource)) }}
}}"""
_LONGER: Final = "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a aw:Agency ; skos:prefLabel ?o }"
_SECONDS: Final = 2.4
_ROUNDS: Final = 3


class Line:
    """One kept connection, opened again where the server has closed it for want of requests."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket = self._open()

    def get(self, path: str, accept: str) -> int:
        """Bytes of the answer's body; raises where it is not 200."""
        sent = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {accept}\r\n\r\n".encode("ascii")
        head, body = self._ask(sent)
        if not head:
            self._socket = self._open()
            head, body = self._ask(sent)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {head[:80]!r}")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        left = length - len(body)
        while left > 0:
            left -= len(self._read())
        return length

    def _ask(self, sent: bytes) -> tuple[bytes, bytes]:
        """The head of the answer and what of the body came with it; nothing where the connection was closed."""
        read = b""
        try:
            self._socket.sendall(sent)
            while b"\r\n\r\n" not in read:
                read += self._read()
        except ConnectionError:
            return b"", b""
        head, _, body = read.partition(b"\r\n\r\n")
        return head, body

    def _read(self) -> bytes:
        part = self._socket.recv(1 << 16)
        if not part:
            raise ConnectionResetError
        return part

    def _open(self) -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", self._port), timeout=60)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return opened


def rate(call: Callable[[str], object], things: Sequence[str]) -> float:
    """Calls a second: the best of some rounds, after each thing was asked for once."""
    for thing in things:
        call(thing)
    best = 0.0
    for _ in range(_ROUNDS):
        start, done = time.perf_counter(), 0
        for thing in cycle(things):
            call(thing)
            done += 1
            if time.perf_counter() - start > _SECONDS / _ROUNDS:
                break
        best = max(best, done / (time.perf_counter() - start))
    return best


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Until the server answers; raises where it has died, or does not come up in three minutes."""
    for _ in range(1800):
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} does not answer")


@contextmanager
def running(command: list[str]) -> Iterator[int]:
    """A server process on a free port, given to the command as its last argument."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = int(taken.getsockname()[1])
    process = subprocess.Popen(
        [*command, str(port)], env={**os.environ, "PYTHONPATH": str(REPO)}, stderr=subprocess.DEVNULL
    )
    try:
        _wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def main() -> None:
    """Print rates and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(load_settings(), store=Path(folder) / "store")
        build(Ground(settings))
        store = Store.open(settings.store)
        agencies = [row["agency"].value for row in select(store, _AGENCIES)]  # type: ignore[union-attr]
        table = Table("asked for", "of", "requests/s", "ratio", title=f"{len(store):,} quads")
        serve = [sys.executable, "-m", "kg", "serve", "--store", str(settings.store), "--port"]
        # A server that has read nothing yet: every document is written for the first time.
        peer = [sys.argv[1], str(REPO / "tests/bench/peer.py"), str(store.nquads)]
        with running(serve) as ours, running(peer) as theirs:
            for row in _rows(store, agencies, Line(ours), Line(theirs)):
                table.add_row(*row)
    Console().print(table)


def _rows(store: Store, agencies: Sequence[str], ours: Line, theirs: Line) -> Iterator[tuple[str, str, str, str]]:
    names = ("aw", "oa", "skos")
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in names)
    turtle, rows = "text/turtle", "application/sparql-results+json"

    def path(query: str) -> str:
        return f"/sparql?query={quote(prefixes + query)}"

    def page(iri: str) -> str:
        return "/data/" + iri.partition("/id/")[2] + ".ttl"

    def write(iri: str) -> bytes:
        return serialize(description(store, iri), "turtle", DEFAULT_BASE)

    def engine(query: str) -> object:
        solutions = store.inner.query(prefixes + query, use_default_graph_as_union=True)
        return solutions.serialize(format=ox.QueryResultsFormat.JSON)

    def asks(line: Line, query: str, accept: str) -> Callable[[str], int]:
        return lambda iri: line.get(path(query.format(iri)), accept)

    first = once(lambda iri: ours.get(page(iri), turtle), agencies)
    yield from _compared("Turtle of one agency", [
        ("in process, description written", rate(write, agencies)),
        ("rdflib-endpoint, own statements", rate(asks(theirs, _CONSTRUCT, turtle), agencies)),
        ("rdflib-endpoint, what points at it too", rate(asks(theirs, _SAME, turtle), agencies)),
        ("kg serve, written for the first time", first),
        ("kg serve, asked for again", rate(lambda iri: ours.get(page(iri), turtle), agencies)),
    ])  # fmt: skip
    first = once(asks(ours, _SELECT, rows), agencies)
    yield from _compared("small SELECT", [
        ("pyoxigraph in process", rate(lambda iri: engine(_SELECT.format(iri)), agencies)),
        ("rdflib-endpoint", rate(asks(theirs, _SELECT, rows), agencies)),
        ("kg serve, for the first time", first),
        ("kg serve, asked again", rate(asks(ours, _SELECT, rows), agencies)),
    ])  # fmt: skip
    different = iter(range(1_000_000))
    # Without the peer, which takes seconds for it: what the server adds to the engine.
    yield from _compared("longer SELECT", [
        ("pyoxigraph in process", rate(lambda _: engine(_LONGER), agencies[:1])),
        ("kg serve", rate(lambda _: ours.get(path(f"{_LONGER} #{next(different)}"), rows), agencies[:1])),
    ])  # fmt: skip


def once(call: Callable[[str], object], things: Sequence[str]) -> float:
    """Calls a second where each thing is asked for once."""
    call(things[0])
    start = time.perf_counter()
    for thing in islice(things, 1, None):
        call(thing)
    return (len(things) - 1) / (time.perf_counter() - start)


def _compared(name: str, rates: Sequence[tuple[str, float]]) -> Iterator[tuple[str, str, str, str]]:
    """Rows of the table, each with its ratio to the peer, or to the engine where the peer is not asked."""
    peer = next((each for of, each in reversed(rates) if of.startswith("rdflib-endpoint")), rates[0][1])
    for of, each in rates:
        yield name, of, f"{each:,.0f}", f"{each / peer:.1f}"


if __name__ == "__main__":
    main()
