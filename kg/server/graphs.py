"""The named graphs and the ontology as RDF, by ``Accept`` or by suffix."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.errors import NotFound
from kg.export.ontologyfiles import as_jsonld, as_turtle, context_of
from kg.export.rdf import FORMATS, serialize
from kg.pages.describe import named_graph
from kg.server.context import Context
from kg.server.things import HTML, agreed, html
from kg.server.views import view_of

_TYPES: Final = {
    FORMATS[name].media_type: name for name in ("turtle", "trig", "n-quads", "json-ld", "n-triples", "rdf-xml")
}
_NAME: Final = re.compile(r"[A-Za-z0-9_.\-]+(?:/[A-Za-z0-9_.\-]+)?")


class Graphs:
    """Handlers of the routes of graphs."""

    def __init__(self, context: Context) -> None:
        """``context`` has the graph, and knows where the ontology lies."""
        self._context, self._pages = context, context.pages
        self._store, self._iris = context.store, context.iris

    def routes(self) -> list[Route]:
        """All routes of this part."""
        return [
            Route("/graph/{name:path}", self.graph),
            Route("/ontology", self.ontology),
            Route("/ontology.ttl", self.ontology_turtle),
            Route("/ontology.jsonld", self.ontology_jsonld),
            Route("/ontology/context.jsonld", self.context),
        ]

    def graph(self, request: Request) -> Response:
        """A named graph as RDF, by ``Accept``."""
        name = request.path_params["name"]
        if not _NAME.fullmatch(name) or not self._store.has_graph(self._iris.graph(name)):
            raise NotFound("there is no such graph", fix="ask for registry, derived, ontology or source/ID")
        chosen = agreed(request, tuple(_TYPES))
        written = serialize(named_graph(self._store, self._iris, name), _TYPES[chosen], self._iris.base)
        headers = {"Vary": "Accept", "Link": self._context.licence_link}
        return Response(written, media_type=chosen, headers=headers)

    def ontology(self, request: Request) -> Response:
        """The ontology by ``Accept``: a page, or its files in Turtle or JSON-LD."""
        offered = ("text/turtle", FORMATS["json-ld"].media_type, HTML)
        chosen = agreed(request, offered)
        if chosen == HTML:
            view = view_of(request)
            return html(self._pages.ontology(view), view.language)
        response = self.ontology_turtle(request) if chosen == offered[0] else self.ontology_jsonld(request)
        response.headers["Vary"] = "Accept"
        return response

    def ontology_turtle(self, request: Request) -> Response:
        """The files of the ontology, one after the other: that is one Turtle document."""
        return Response(as_turtle(self._context.settings.ontology), media_type="text/turtle")

    def ontology_jsonld(self, request: Request) -> Response:
        """The ontology as JSON-LD, without its blank nodes."""
        return Response(self._ontology_jsonld, media_type=FORMATS["json-ld"].media_type)

    def context(self, request: Request) -> Response:
        """The JSON-LD context."""
        written = context_of(self._context.settings.ontology)
        return Response(written, media_type=FORMATS["json-ld"].media_type)

    @cached_property
    def _ontology_jsonld(self) -> bytes:
        return as_jsonld(self._context.settings.ontology, self._iris)
