"""What the server counts, in the text format of Prometheus, and its access log: one JSON object a line."""

from __future__ import annotations

import json
import logging
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

ACCESS: Final = "kg.server.access"
_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# The first part of a path, where it is one of ours: a label must not take what clients make up.
_ROUTES: Final = frozenset(
    "id page data graph sparql ontology search reconcile match views dataset dumps healthz metrics static"
    " openapi.json sitemap.xml robots.txt .well-known changes.atom".split()
)

_log: Final = logging.getLogger(ACCESS)


class Metrics:
    """The counters of one server."""

    def __init__(self) -> None:
        """All at zero."""
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        registry = self._registry
        self._requests = Counter(
            "kg_http_requests_total", "Requests answered.", ("route", "method", "status"), registry=registry
        )
        self._seconds = Histogram(
            "kg_http_request_seconds", "Time to answer.", ("route",), buckets=_SECONDS, registry=registry
        )
        self._bytes = Counter("kg_http_response_bytes_total", "Bytes of bodies sent.", ("route",), registry=registry)
        self.in_flight = Gauge("kg_http_requests_in_flight", "Requests being answered.", registry=registry)
        self.quads = Gauge("kg_store_quads", "Statements in the graph that is served.", registry=registry)
        self.reloads = Counter("kg_store_reloads_total", "Newly built stores taken up.", registry=registry)
        self._version = Gauge(
            "kg_store_info", "The version of the graph that is served.", ("version",), registry=registry
        )

    def serves(self, version: str, quads: int) -> None:
        """A version of the graph is served from now on."""
        self._version.clear()
        self._version.labels(version).set(1)
        self.quads.set(quads)

    def told(self, scope: Scope, status: int, seconds: float, size: int) -> None:
        """A request was answered. Queries and addresses of clients stay out of the log."""
        path = str(scope["path"])
        route = _route(path.removeprefix(str(scope.get("root_path", ""))))
        method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "OPTIONS") else "other"
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        self._bytes.labels(route).inc(size)
        if _log.isEnabledFor(logging.INFO):
            line = {
                "method": scope["method"],
                "path": path,
                "status": status,
                "ms": round(seconds * 1000, 1),
                "bytes": size,
            }
            _log.info("%s", json.dumps(line))

    def answer(self, _: Request) -> Response:
        """All of it as text."""
        return Response(
            generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
        )


class AccessFormat(logging.Formatter):
    """A JSON object a line: the time in front of what is said already."""

    default_time_format = "%Y-%m-%dT%H:%M:%S%z"
    default_msec_format = ""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        return f'{{"time": "{self.formatTime(record)}", {record.getMessage()[1:]}'


def _route(path: str) -> str:
    first = path.strip("/").partition("/")[0]
    return first if first in _ROUTES else "home" if not first else "other"
