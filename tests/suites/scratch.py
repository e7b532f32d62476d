"""An application that updates a scratch store: only tests have it, the server never updates.

It reads requests and answers queries with the server's own code; what is added is that an update runs.
"""

from __future__ import annotations

import re

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from kg.errors import SyntaxFault, UsageError
from kg.graph.store import Store
from kg.server.app import Generation
from kg.server.metrics import Metrics
from kg.server.protocol import Operation, read_operation
from kg.server.runner import InThread
from kg.server.shell import Shell
from tests.small import small_settings


class Scratch:
    """The application; ``store`` may be filled and read by the test."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self._shell = Shell(Metrics())
        held = Store(self.store, "scratch")
        generation = Generation(held, small_settings(), Metrics(), InThread(held))
        self._query = generation.app
        self._router = Router([Route("/sparql", self._either, methods=["GET", "POST"])])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["app"] = self
        await self._shell.serve(self._router, "scratch", scope, receive, send)

    async def _either(self, request: Request) -> Response:
        body = await request.body()
        operation = await read_operation(Request(request.scope, _again(body)))
        if operation.kind == "update":
            self._update(operation, str(request.url))
            return Response(status_code=204)
        return _Passing(self._query, body)

    def _update(self, operation: Operation, address: str) -> None:
        try:
            self.store.update(_with_using(operation), base_iri=address)
        except SyntaxError as error:
            raise SyntaxFault("this is not a SPARQL 1.1 update", why=str(error)) from error


class _Passing(Response):
    def __init__(self, app: Router, body: bytes) -> None:
        self._app, self._body = app, body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, _again(self._body), send)


def _again(body: bytes) -> Receive:
    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _with_using(operation: Operation) -> str:
    """The graphs of the protocol as USING clauses (SPARQL 1.1 Protocol, section 2.2.3)."""
    text = operation.text or ""
    clauses = "".join(f"USING <{each}> " for each in operation.default_graphs)
    clauses += "".join(f"USING NAMED <{each}> " for each in operation.named_graphs)
    if clauses and re.search(r"\b(USING|WITH)\b", text, re.IGNORECASE):
        raise UsageError("the update names its graphs itself", fix="name them in one place")
    return re.sub(r"\bWHERE\b", lambda found: clauses + found[0], text, flags=re.IGNORECASE)
