"""What every answer has, errors as well: headers that keep pages safe and data open, a log line, no traceback."""

from __future__ import annotations

import logging
import time
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.server.errors import answer, problem

SECURITY: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Location, Link, Vary",
}
_PREFLIGHT: Final = {"Access-Control-Allow-Headers": "Accept, Content-Type", "Access-Control-Max-Age": "86400"}

_log: Final = logging.getLogger("kg.server.access")


class Shell:
    """Wraps the application; every answer passes through it."""

    def __init__(self, app: ASGIApp) -> None:
        """``app`` is what answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reply = _Reply(scope, send)
        try:
            early = _without_the_app(Request(scope))
            await (early or self._app)(scope, receive, reply.send)
        except Exception as error:
            if reply.status:
                raise
            await answer(Request(scope), error)(scope, receive, reply.send)
        finally:
            reply.log()


def allowed(path: str) -> str:
    """The methods of a path, as the Allow header names them."""
    return "GET, HEAD, OPTIONS, POST" if path == "/sparql" else "GET, HEAD, OPTIONS"


def _without_the_app(request: Request) -> Response | None:
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    methods = allowed(path)
    if request.method == "OPTIONS":
        headers = {"Allow": methods, "Access-Control-Allow-Methods": methods, **_PREFLIGHT}
        return Response(status_code=204, headers=headers)
    if request.method not in methods.split(", "):
        return problem(request, 405, f"{request.method} is not allowed here", headers={"Allow": methods})
    return None


class _Reply:
    """Sends an answer with the headers that all have; keeps the body back from a HEAD request."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send = scope, send
        self._began = time.perf_counter()
        self.status = 0

    async def send(self, message: Message) -> None:
        """Pass one message on."""
        if message["type"] == "http.response.start":
            self.status = int(message["status"])
            headers = MutableHeaders(scope=message)
            for name, value in (*SECURITY.items(), *OPEN.items()):
                headers.setdefault(name, value)
        elif self._scope["method"] == "HEAD" and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    def log(self) -> None:
        """One line: method, path, status, milliseconds. Queries and addresses of clients stay out of the log."""
        spent = (time.perf_counter() - self._began) * 1000
        path = self._scope["path"].encode("unicode_escape").decode("ascii")
        _log.info("%s %s %d %.1f ms", self._scope["method"], path, self.status, spent)
