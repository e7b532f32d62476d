"""The web server: routes over a finished store, opened read-only."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import urlunsplit

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.errors import KgError, UsageError
from kg.graph.store import Store
from kg.ingest.corpus import Corpus
from kg.pages.render import Pages
from kg.server.errors import answer
from kg.server.runner import InThread, Pool, QueryRunner
from kg.server.shell import Shell
from kg.server.sparql import Endpoint
from kg.server.things import Things
from kg.settings import Settings

_STOP_SECONDS: Final = 5


def create_app(store: Store, settings: Settings, runner: QueryRunner | None = None) -> Starlette:
    """The application over a store; queries run in worker processes where the store lies on disk.

    ``runner`` is for tests. The application ends it when it stops.
    """
    queries = runner or (Pool(settings.store) if store.nquads is not None else InThread(store))
    pages = Pages(store, settings.base, Corpus.open(settings.corpus))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            queries.close()

    return Starlette(
        routes=[
            *Things(pages, settings).routes(),
            Route("/sparql", Endpoint(pages, queries).__call__, methods=["GET", "POST"]),
        ],
        middleware=[Middleware(Shell)],
        exception_handlers={KgError: _on_error, HTTPException: _on_error},
        lifespan=lifespan,
    )


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the store of the settings until interrupted; raises NotFound where nothing was built."""
    store = Store.open(settings.store)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    app = create_app(store, settings)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,  # the shell writes it, without addresses of clients
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_STOP_SECONDS,
    )
    server = uvicorn.Server(config)
    address = urlunsplit(("http", f"{host}:{port}", "/", "", ""))
    logging.getLogger(__name__).info("%s (version %s, %s quads)", address, store.version, f"{len(store):,}")
    try:
        server.run()
    except SystemExit as error:
        # The server's own way to say that it could not listen; it has logged why.
        raise UsageError("the server could not start", where=f"{host}:{port}", fix="choose another --port") from error


def _on_error(request: Request, error: Exception) -> Response:
    return answer(request, error)
