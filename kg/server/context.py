"""What the parts of the server share: one version of the graph and how it is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from kg.errors import UsageError
from kg.graph.store import Store
from kg.model.catalog import Catalog
from kg.pages.render import Pages
from kg.server.runner import QueryRunner
from kg.server.views import root_of
from kg.settings import Settings
from kg.terms.iris import Iris
from kg.views.names import NameIndex

_SAFE: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:-[]")


@dataclass(frozen=True, slots=True)
class Context:
    """One version of the graph, and everything that answers are made from."""

    store: Store
    settings: Settings
    pages: Pages
    names: NameIndex
    catalog: Catalog
    runner: QueryRunner

    @property
    def iris(self) -> Iris:
        """Mints IRIs under the base of the settings."""
        return self.pages.iris

    @property
    def licence_link(self) -> str:
        """The licence of what is published, as the value of a Link header (RFC 8288)."""
        return f'<{self.catalog.licence}>; rel="license"'

    def address(self, request: Request) -> str:
        """The address of the server as the world sees it, without a slash at its end.

        A request names the host itself; raises UsageError where that could not stand in an IRI.
        """
        origin = self.settings.origin
        if not origin:
            host = request.headers.get("host", "")
            if not host or not set(host) <= _SAFE:
                raise UsageError("the Host header names no host", fix="send one, or set KG_ORIGIN")
            origin = f"{request.scope['scheme']}://{host}"
        return f"{origin}{root_of(request)}"
