"""What every answer has, errors as well: headers that keep pages safe and data open, validators, a log line.

A representation follows from the version of the graph and from what was asked, so its ETag is known before it is made:
a client that has it already costs no read of the store (RFC 9110, sections 8.8.3 and 13.1.2).
"""

from __future__ import annotations

import hashlib
import re
import time
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.server.errors import answer, problem
from kg.server.metrics import Metrics

SECURITY: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Allow, Content-Location, ETag, Link, Location, Retry-After, Vary",
}
_PREFLIGHT: Final = {
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_GET: Final = ("GET", "HEAD", "OPTIONS")
_METHODS: Final = {
    "/sparql": (*_GET, "POST"),
    "/reconcile": (*_GET, "POST"),
    **{f"/reconcile/1.0/{name}": ("OPTIONS", "POST") for name in ("match", "reconcile", "extend")},
    "/match": ("OPTIONS", "POST"),
}
# What they answer follows from more than the graph: the functions NOW() and RAND(), the state of the server.
_WITHOUT_TAG: Final = ("/sparql", "/healthz", "/metrics")
_TAG: Final = re.compile(r'(?:W/)?("[^"]*")')
_REVALIDATE: Final = "public, no-cache"


class Shell:
    """Answers one request through an application; every answer passes through it."""

    def __init__(self, metrics: Metrics) -> None:
        """``metrics`` is told of every answer."""
        self._metrics = metrics

    async def serve(self, app: ASGIApp, tag: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; ``tag`` stands for all that an answer follows from beside the request."""
        request = Request(scope)
        validator = _validator(request, tag)
        reply = _Reply(scope, send, validator)
        try:
            early = _refusal(request) or (_unchanged(validator) if reply.is_known() else None)
            await (early or app)(scope, receive, reply.send)
        except Exception as error:
            if reply.status:
                raise
            await answer(request, error)(scope, receive, reply.send)
        finally:
            self._metrics.told(scope, reply.status, time.perf_counter() - reply.began, reply.size)


def path_of(scope: Scope) -> str:
    """The path below the mount point, whether or not the proxy took the prefix away."""
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    return path[len(root) :] if root and path.startswith(f"{root}/") else path


def allowed(path: str) -> str:
    """The methods of a path, as the Allow header names them."""
    return ", ".join(_METHODS.get(path, _GET))


def _refusal(request: Request) -> Response | None:
    methods = allowed(path_of(request.scope))
    if request.method == "OPTIONS":
        headers = {"Allow": methods, "Access-Control-Allow-Methods": methods, **_PREFLIGHT}
        return Response(status_code=204, headers=headers)
    if request.method not in methods.split(", "):
        return problem(request, 405, f"{request.method} is not allowed here", headers={"Allow": methods})
    return None


def _validator(request: Request, tag: str) -> str:
    """The entity tag of what the request would get; empty where an answer has none."""
    if request.method not in ("GET", "HEAD") or path_of(request.scope) in _WITHOUT_TAG:
        return ""
    headers, query = request.headers, request.scope["query_string"].decode("latin-1")
    asked = (tag, request.scope["path"], query, *(headers.get(name, "") for name in _SHAPING))
    said = hashlib.blake2b("\x1f".join(asked).encode("utf-8", "surrogateescape"), digest_size=12)
    return f'"{said.hexdigest()}"'


_SHAPING: Final = ("accept", "accept-language", "host")


def _unchanged(validator: str) -> Response:
    return Response(status_code=304, headers={"Vary": "Accept, Accept-Language"})


class _Reply:
    """Sends an answer with the headers that all have; keeps the body back from a HEAD request and from a 304."""

    def __init__(self, scope: Scope, send: Send, validator: str) -> None:
        self._scope, self._send, self._validator = scope, send, validator
        self._without_body = scope["method"] == "HEAD"
        self.began = time.perf_counter()
        self.status = self.size = 0

    def is_known(self) -> bool:
        """Whether the client names the very validator; ``*`` needs a look first."""
        return bool(self._validator) and self._validator in _TAG.findall(self._held())

    async def send(self, message: Message) -> None:
        """Pass one message on."""
        if message["type"] == "http.response.start":
            message = self._begin(message)
        elif message["type"] == "http.response.body":
            if self._without_body:
                message = {**message, "body": b""}
            self.size += len(message.get("body", b""))
        await self._send(message)

    def _begin(self, message: Message) -> Message:
        self.status = int(message["status"])
        headers = MutableHeaders(scope=message)
        for name, value in (*SECURITY.items(), *OPEN.items()):
            headers.setdefault(name, value)
        if not self._validator or self.status not in (200, 304):
            return message
        headers.setdefault("ETag", self._validator)
        headers.setdefault("Cache-Control", _REVALIDATE)
        if self.status == 200 and self._held().strip() == "*":
            self.status, self._without_body = 304, True
            message = {**message, "status": 304}
            del MutableHeaders(scope=message)["content-length"]
        return message

    def _held(self) -> str:
        return next((value.decode("latin-1") for name, value in self._scope["headers"] if name == b"if-none-match"), "")
