"""Linked data: from the IRI of a thing to its page or its data, the named graphs, and the ontology."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import NotFound
from kg.export.rdf import FORMATS, serialize
from kg.graph.ontology import ontology_quads
from kg.pages.describe import description, named_graph
from kg.pages.render import Pages, style
from kg.server.negotiate import choose
from kg.server.refusals import NotAcceptable
from kg.server.views import root_of, view_of
from kg.settings import Settings
from kg.terms.iris import is_reference

HTML: Final = "text/html"
# Without a wish of the client's, data: whoever wants a page says so, as every browser does.
_BY_TYPE: Final = {FORMATS[name].media_type: FORMATS[name] for name in ("turtle", "json-ld", "n-triples", "rdf-xml")}
_BY_EXTENSION: Final = {each.extension: each for each in _BY_TYPE.values()}
_GRAPH_TYPES: Final = {
    FORMATS[name].media_type: FORMATS[name] for name in ("turtle", "trig", "n-quads", "json-ld", "n-triples", "rdf-xml")
}
_ONTOLOGY: Final = ("award.ttl", "concepts.ttl", "alignments.ttl")
_GRAPH_NAME: Final = re.compile(r"[A-Za-z0-9_.\-]+(?:/[A-Za-z0-9_.\-]+)?")
_LONG: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


class Things:
    """Handlers of the routes of linked data; they read the store in threads of their own, so plain functions do."""

    def __init__(self, pages: Pages, settings: Settings) -> None:
        """``pages`` renders; ``settings`` knows where the ontology lies."""
        self._pages, self._settings = pages, settings
        self._store, self._iris = pages.store, pages.iris
        # Counting takes the engine ten milliseconds, and what is served never changes.
        self._health = json.dumps({"status": "ok", "version": pages.store.version, "quads": len(pages.store)})

    def routes(self) -> list[Route]:
        """All routes of this part."""
        return [
            Route("/", self.home),
            Route("/healthz", self.health),
            Route("/id/{kind}/{id}", self.identifier),
            Route("/page/{kind}/{id}", self.page),
            Route("/data/{kind}/{name}", self.data),
            Route("/graph/{name:path}", self.graph),
            Route("/ontology", self.ontology),
            Route("/ontology.ttl", self.ontology_turtle),
            Route("/ontology.jsonld", self.ontology_jsonld),
            Route("/ontology/context.jsonld", self.context),
            Route("/static/style.css", self.style),
        ]

    def home(self, request: Request) -> Response:
        """The home page."""
        view = view_of(request)
        return _html(self._pages.home(view), view.language)

    def health(self, request: Request) -> Response:
        """Whether the server is ready, and with which version of the graph."""
        return Response(self._health, media_type="application/json", headers={"Cache-Control": "no-store"})

    def identifier(self, request: Request) -> Response:
        """From a thing to a document about it (httpRange-14: 303)."""
        reference = self._reference(request.path_params["kind"], request.path_params["id"])
        chosen = choose(request.headers.get("accept"), (*_BY_TYPE, HTML))
        if chosen is None:
            raise _not_acceptable((*_BY_TYPE, HTML))
        root = root_of(request)
        asked = f"?{request.url.query}" if request.url.query and chosen == HTML else ""
        target = f"/page/{reference}{asked}" if chosen == HTML else f"/data/{reference}.{_BY_TYPE[chosen].extension}"
        return RedirectResponse(f"{root}{target}", 303, {"Vary": "Accept"})

    def page(self, request: Request) -> Response:
        """The page of a thing."""
        kind, identifier = request.path_params["kind"], request.path_params["id"]
        view = view_of(request)
        response = _html(self._pages.thing(self._reference(kind, identifier), view), view.language)
        response.headers["Link"] = self._alternates(request, f"{kind}/{identifier}")
        return response

    def data(self, request: Request) -> Response:
        """The data about a thing in the format that the extension names."""
        identifier, _, extension = request.path_params["name"].rpartition(".")
        chosen = _BY_EXTENSION.get(extension)
        if chosen is None:
            raise NotFound(f"there is no format {extension[:20]!r}", fix=f"choose one of {', '.join(_BY_EXTENSION)}")
        kind = request.path_params["kind"]
        reference = self._reference(kind, identifier)
        written = serialize(description(self._store, self._iris.thing(reference)), chosen.name, self._iris.base)
        about = f'<{root_of(request)}/page/{reference}>; rel="alternate"; type="{HTML}"'
        return Response(written, media_type=chosen.media_type, headers={"Link": about})

    def graph(self, request: Request) -> Response:
        """A named graph as RDF, by ``Accept``."""
        name = request.path_params["name"]
        if not _GRAPH_NAME.fullmatch(name) or not self._store.has_graph(self._iris.graph(name)):
            raise NotFound("there is no such graph", fix="ask for registry, derived, ontology or source/ID")
        chosen = choose(request.headers.get("accept"), tuple(_GRAPH_TYPES))
        if chosen is None:
            raise _not_acceptable(_GRAPH_TYPES)
        written = serialize(named_graph(self._store, self._iris, name), _GRAPH_TYPES[chosen].name, self._iris.base)
        return Response(written, media_type=chosen, headers={"Vary": "Accept"})

    def ontology(self, request: Request) -> Response:
        """The ontology by ``Accept``: a page, or its files in Turtle or JSON-LD."""
        offered = ("text/turtle", FORMATS["json-ld"].media_type, HTML)
        chosen = choose(request.headers.get("accept"), offered)
        if chosen is None:
            raise _not_acceptable(offered)
        if chosen == HTML:
            view = view_of(request)
            return _html(self._pages.ontology(view), view.language)
        response = self.ontology_turtle(request) if chosen == offered[0] else self.ontology_jsonld(request)
        response.headers["Vary"] = "Accept"
        return response

    def ontology_turtle(self, request: Request) -> Response:
        """The files of the ontology, one after the other: that is one Turtle document."""
        files = (self._settings.ontology / name for name in _ONTOLOGY)
        return Response(b"\n".join(file.read_bytes() for file in files if file.is_file()), media_type="text/turtle")

    def ontology_jsonld(self, request: Request) -> Response:
        """The ontology as JSON-LD, without its blank nodes."""
        files = [self._settings.ontology / name for name in _ONTOLOGY]
        quads = ontology_quads([file for file in files if file.is_file()], self._iris.graph("ontology"))
        chosen = FORMATS["json-ld"]
        return Response(serialize(quads, chosen.name, self._iris.base), media_type=chosen.media_type)

    def context(self, request: Request) -> Response:
        """The JSON-LD context."""
        written = (self._settings.ontology / "context.jsonld").read_bytes()
        return Response(written, media_type=FORMATS["json-ld"].media_type)

    def style(self, request: Request) -> Response:
        """The style sheet."""
        return Response(style(), media_type="text/css", headers=_LONG)

    def _reference(self, kind: str, identifier: str) -> str:
        """A reference of which the graph says something, or NotFound."""
        reference = f"{kind}/{identifier}"
        if not is_reference(reference) or not any(True for _ in self._store.quads(subject=self._iris.thing(reference))):
            raise NotFound("there is no such thing", fix="look for it on the home page")
        return reference

    def _alternates(self, request: Request, reference: str) -> str:
        root = root_of(request)
        return ", ".join(
            f'<{root}/data/{reference}.{each.extension}>; rel="alternate"; type="{each.media_type}"'
            for each in _BY_TYPE.values()
        )


def _html(page: str, language: str) -> Response:
    return HTMLResponse(page, headers={"Content-Language": language, "Vary": "Accept, Accept-Language"})


def _not_acceptable(offered: Mapping[str, object] | tuple[str, ...]) -> NotAcceptable:
    return NotAcceptable("no form that you accept is on offer", fix=f"ask for one of {', '.join(offered)}")
