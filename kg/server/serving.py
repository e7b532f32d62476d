"""Serves a store, and takes up a newly built one without dropping a request.

Each version of the graph has an application of its own, a *generation*. A new one is opened and warmed beside the old,
then takes its place in one step; the old one ends with its last request.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from contextlib import suppress
from typing import Final
from urllib.parse import urlunsplit

import uvicorn
from starlette.types import Receive, Scope, Send

from kg.errors import KgError, UsageError
from kg.graph.store import Store, current_version
from kg.server.app import Generation
from kg.server.metrics import ACCESS, AccessFormat, Metrics
from kg.server.runner import SECONDS, QueryRunner
from kg.server.shell import Shell
from kg.server.wire import WireProtocol
from kg.settings import Settings

_STOP_SECONDS: Final = round(SECONDS) + 5  # whatever a query may take
_LOOK_SECONDS: Final = 1.0

_log: Final = logging.getLogger(__name__)


class _Lease:
    """A generation with the number of its requests in flight."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self.requests = 0
        self.retired = False

    def close_if_done(self) -> None:
        if self.retired and not self.requests:
            self.generation.close()


class Application:
    """The ASGI application."""

    def __init__(self, settings: Settings, generation: Generation, metrics: Metrics, watch: bool = False) -> None:
        """``watch`` takes up whatever is built later; without it the generation stays."""
        self._settings, self._metrics, self._watch = settings, metrics, watch
        self._lease = _Lease(generation)
        self._shell = Shell(metrics)
        metrics.serves(generation.version, generation.quads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or live the life of the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def take_up(self) -> bool:
        """Serve the current version of the store, where it is another one; whether it is."""
        held = self._lease.generation.version
        if await asyncio.to_thread(current_version, self._settings.store) == held:
            return False
        self._replace(await asyncio.to_thread(_open, self._settings, self._metrics))
        return True

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        lease = self._lease
        lease.requests += 1
        scope["app"] = self
        scope["root_path"] = scope.get("root_path") or self._settings.prefix
        if scope["root_path"] and scope["path"] == scope["root_path"]:
            scope["path"] += "/"
        self._metrics.in_flight.inc()
        try:
            await self._shell.serve(lease.generation.app, lease.generation.tag, scope, receive, send)
        finally:
            self._metrics.in_flight.dec()
            lease.requests -= 1
            lease.close_if_done()

    def _replace(self, generation: Generation) -> None:
        old, self._lease = self._lease, _Lease(generation)
        self._metrics.serves(generation.version, generation.quads)
        self._metrics.reloads.inc()
        _log.info("version %s, %s quads", generation.version, f"{generation.quads:,}")
        old.retired = True
        old.close_if_done()

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        watching = asyncio.create_task(self._look()) if self._watch else None
        await receive()
        if watching:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
        self._lease.generation.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                await self.take_up()
            except KgError as error:
                # The old version still serves; a build that is under way may mend it.
                _log.warning("a new store cannot be served yet: %s", error)
            except Exception:
                # Whatever it is, the next look must come: a build that follows may be sound.
                _log.exception("a new store cannot be served")


def create_app(
    store: Store, settings: Settings, runner: QueryRunner | None = None, metrics: Metrics | None = None
) -> Application:
    """The application over one store, which stays as it is; ``runner`` runs its queries, and is ended with it."""
    counted = metrics or Metrics()
    return Application(settings, Generation(store, settings, counted, runner), counted)


def _open(settings: Settings, metrics: Metrics) -> Generation:
    generation = Generation(Store.open(settings.store), settings, metrics)
    generation.warm()
    return generation


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the store of the settings until interrupted; raises NotFound where nothing was built."""
    _set_up_logs()
    metrics = Metrics()
    generation = Generation(Store.open(settings.store), settings, metrics)
    config = uvicorn.Config(
        Application(settings, generation, metrics, watch=True),
        host=host,
        port=port,
        http=WireProtocol,
        access_log=False,  # the shell writes it, without addresses of clients
        log_level="warning",
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=_STOP_SECONDS,
    )
    server = uvicorn.Server(config)
    address = urlunsplit(("http", f"{host}:{port}", f"{settings.prefix}/", "", ""))
    _log.info("%s (version %s, %s quads)", address, generation.version, f"{generation.quads:,}")
    generation.warm_later()
    try:
        server.run()
    except SystemExit as error:
        # The server's own way to say that it could not listen; it has logged why.
        raise UsageError("the server could not start", where=f"{host}:{port}", fix="choose another --port") from error


def _set_up_logs() -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(AccessFormat())
    access = logging.getLogger(ACCESS)
    access.handlers, access.propagate = [lines], False
