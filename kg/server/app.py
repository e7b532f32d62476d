"""The routes over one version of the graph, opened read-only."""

from __future__ import annotations

import threading
from typing import Final

from starlette.routing import Route, Router

from kg import __version__
from kg.graph.store import Store
from kg.ingest.catalog import FILE, read_catalog
from kg.ingest.corpus import Corpus
from kg.pages.render import Pages
from kg.server.answers import AnswerRoutes, Tables
from kg.server.api import Api
from kg.server.context import Context
from kg.server.dataset import Dataset
from kg.server.desk import DeskAnswers
from kg.server.graphs import Graphs
from kg.server.metrics import Metrics
from kg.server.reading import Reading
from kg.server.reconcile import Reconcile
from kg.server.runner import InThread, Pool, QueryRunner
from kg.server.sparql import Endpoint
from kg.server.things import Things
from kg.settings import Settings
from kg.views.names import NameIndex

_PROGRAM: Final = __version__


class Generation:
    """One version of the graph and the application over it; ``close`` when its last request is answered."""

    def __init__(self, store: Store, settings: Settings, metrics: Metrics, runner: QueryRunner | None = None) -> None:
        """Queries run in worker processes where the store lies on disk, unless a runner is given."""
        self.version, self.quads = store.version, len(store)
        self._runner = runner or (Pool(settings.store) if store.nquads is not None else InThread(store))
        catalog = read_catalog(settings.data / FILE)
        pages = Pages(store, settings.base, Corpus.open(settings.corpus), catalog)
        self._context = Context(
            store=store,
            settings=settings,
            pages=pages,
            names=NameIndex(store, settings.base),
            catalog=catalog,
            runner=self._runner,
        )
        self._dataset = Dataset(self._context)
        self._views = DeskAnswers(pages, Tables(store, settings.base), settings.base)
        # Texts at hand may come and go while the graph stays: pages then differ by the run of the server.
        self.tag = (
            f"{store.version} {_PROGRAM} {settings.prefix} {settings.origin} {id(self) if settings.corpus else ''}"
        )
        self.app = Router(
            routes=[
                # First what programs ask for most: routes are tried in their order.
                Route("/sparql", Endpoint(self._context).__call__, methods=["GET", "POST"]),
                *Things(self._context).routes(),
                *Graphs(self._context).routes(),
                *Reading(self._context).routes(),
                *self._dataset.routes(),
                *Api(self._context).routes(),
                *AnswerRoutes(self._context, self._views).routes(),
                *Reconcile(self._context).routes(),
                Route("/metrics", metrics.answer),
            ],
            redirect_slashes=False,
        )

    def warm(self) -> None:
        """Do now what the first requests would have to wait for."""
        self._context.names.build()
        self._context.pages.warm()
        self._views.warm(self._context.settings.prefix)

    def warm_later(self) -> None:
        """The same beside the first requests."""
        threading.Thread(target=self.warm, name="kg-warm", daemon=True).start()

    def close(self) -> None:
        """End the workers, and remove what was written for this version."""
        self._runner.close()
        self._dataset.close()
