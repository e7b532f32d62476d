"""Linked data: from the IRI of a thing to its page or its data.

A retired id answers 308 with what stands for it now, or 410 with its tombstone. A name in place of an id leads to the
one thing of that kind that bears it, in whatever form of Unicode it comes.
"""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import NotFound
from kg.export.rdf import FORMATS, serialize_triples
from kg.graph.retired import retired
from kg.pages.describe import description
from kg.pages.plain import plain_thing
from kg.pages.render import style
from kg.server.cache import Cache
from kg.server.context import Context
from kg.server.negotiate import choose
from kg.server.refusals import Gone, NotAcceptable
from kg.server.views import list_view_of, root_of, view_of
from kg.terms.iris import KINDS, is_reference

HTML: Final = "text/html"
PLAIN: Final = "json"
# Without a wish of the client's, data: whoever wants a page says so, as every browser does.
_BY_TYPE: Final = {
    **{FORMATS[name].media_type: FORMATS[name].extension for name in ("turtle", "json-ld", "n-triples", "rdf-xml")},
    "application/json": PLAIN,
}
_TYPES: Final = {extension: media_type for media_type, extension in _BY_TYPE.items()}
_FORMATS: Final = {each.extension: each.name for each in FORMATS.values()}
_LONG: Final = {"Cache-Control": "public, max-age=31536000, immutable"}
_KEPT: Final = 64_000_000  # bytes of documents written before: they change only with the graph


class Things:
    """Handlers of the routes of things."""

    def __init__(self, context: Context) -> None:
        """``context`` has the graph."""
        self._context, self._pages = context, context.pages
        self._store, self._iris = context.store, context.iris
        self._written: Cache[tuple[str, str]] = Cache(_KEPT)
        # Counting takes the engine ten milliseconds, and what is served never changes.
        self._health = json.dumps({"status": "ok", "version": context.store.version, "quads": len(context.store)})

    def routes(self) -> list[Route]:
        """All routes of this part."""
        return [
            Route("/data/{kind}/{name:path}", self.data),
            Route("/id/{kind}/{id:path}", self.identifier),
            Route("/page/{kind}/{id:path}", self.page),
            Route("/", self.home),
            Route("/healthz", self.health),
            Route("/static/style.css", self.style),
        ]

    def home(self, request: Request) -> Response:
        """The home page."""
        view = view_of(request)
        return html(self._pages.home(view), view.language)

    def health(self, request: Request) -> Response:
        """Whether the server is ready, and with which version of the graph."""
        return Response(self._health, media_type="application/json", headers={"Cache-Control": "no-store"})

    def identifier(self, request: Request) -> Response:
        """From a thing to a document about it (httpRange-14: 303)."""
        kind, identifier = request.path_params["kind"], request.path_params["id"]
        moved = self._elsewhere(request, "id", kind, identifier)
        if moved:
            return moved
        chosen = agreed(request, (*_BY_TYPE, HTML))
        reference, root = f"{kind}/{identifier}", root_of(request)
        asked = f"?{request.url.query}" if request.url.query and chosen == HTML else ""
        target = f"/page/{reference}{asked}" if chosen == HTML else f"/data/{reference}.{_BY_TYPE[chosen]}"
        headers = {"Vary": "Accept", "Link": self._links(request, reference, "")}
        return RedirectResponse(f"{root}{target}", 303, headers)

    def page(self, request: Request) -> Response:
        """The page of a thing."""
        kind, identifier = request.path_params["kind"], request.path_params["id"]
        moved = self._elsewhere(request, "page", kind, identifier)
        if moved:
            return moved
        view = list_view_of(request)
        response = html(self._pages.thing(f"{kind}/{identifier}", view), view.language)
        response.headers["Link"] = self._links(request, f"{kind}/{identifier}", HTML)
        return response

    async def data(self, request: Request) -> Response:
        """The data about a thing in the format that the extension names."""
        kind = request.path_params["kind"]
        identifier, _, extension = request.path_params["name"].rpartition(".")
        known = self._written.get((f"{kind}/{identifier}", extension))
        if known is not None:
            return self._document(request, f"{kind}/{identifier}", extension, known)
        return await run_in_threadpool(self._data, request, kind, identifier, extension)

    def style(self, request: Request) -> Response:
        """The style sheet."""
        return Response(style(), media_type="text/css", headers=_LONG)

    def _data(self, request: Request, kind: str, identifier: str, extension: str) -> Response:
        if extension not in _TYPES:
            raise NotFound(f"there is no format {extension[:20]!r}", fix=f"choose one of {', '.join(_TYPES)}")
        moved = self._elsewhere(request, "data", kind, identifier, f".{extension}")
        if moved:
            return moved
        reference = f"{kind}/{identifier}"
        if extension == PLAIN:
            said = plain_thing(self._pages.reader, self._iris, reference)
            written = json.dumps(said, ensure_ascii=False).encode("utf-8")
        else:
            found = description(self._store, self._iris.thing(reference))
            # Every format holds the same triples: a client that follows links reads the default graph alone, and the
            # data says by its evidence which source says what.
            written = serialize_triples((quad.triple for quad in found), _FORMATS[extension], self._iris.base)
        self._written.put((reference, extension), written)
        return self._document(request, reference, extension, written)

    def _document(self, request: Request, reference: str, extension: str, written: bytes) -> Response:
        media_type = _TYPES[extension]
        links = self._links(request, reference, media_type)
        return Response(written, media_type=media_type, headers={"Link": links})

    def _elsewhere(
        self, request: Request, document: str, kind: str, identifier: str, extension: str = ""
    ) -> Response | None:
        """Where to look instead; None where the reference is one of a thing. Raises NotFound, Gone."""
        reference, root = f"{kind}/{identifier}", root_of(request)
        asked = f"?{request.url.query}" if request.url.query else ""
        if is_reference(reference):
            stone = retired(self._store, self._iris, reference)
            if stone and not stone.successor:
                raise Gone(f"{reference} is used no longer", why=stone.reason, fix="look for it by its name")
            if stone:
                return RedirectResponse(f"{root}/{document}/{stone.successor}{extension}{asked}", 308)
            if any(True for _ in self._store.quads(subject=self._iris.thing(reference))):
                return None
        elif named := self._named(kind, identifier):
            target = quote(f"{root}/{document}/{named}{extension}")
            return RedirectResponse(f"{target}{asked}", 303, {"Vary": "Accept"} if document == "id" else None)
        raise NotFound("there is no such thing", fix="look for it by its name at /search")

    def _named(self, kind: str, name: str) -> str:
        """The one thing of a kind that bears a name that is no identifier."""
        if kind not in KINDS or name.isascii():
            return ""
        found = self._context.names.called(name, kind)
        return found[0] if len(found) == 1 else ""

    def _links(self, request: Request, reference: str, shown: str) -> str:
        """The other forms of a document, what describes it, and its licence (RFC 8288)."""
        root = root_of(request)
        forms = {media_type: f"/data/{reference}.{extension}" for media_type, extension in _BY_TYPE.items()}
        forms[HTML] = f"/page/{reference}"
        links = [
            f'<{root}{path}>; rel="alternate"; type="{media_type}"'
            for media_type, path in forms.items()
            if media_type != shown
        ]
        about = f"/data/{reference}.ttl" if shown in ("", HTML) else "/.well-known/void"
        links.append(f'<{root}{about}>; rel="describedby"; type="text/turtle"')
        links.append(self._context.licence_link)
        return ", ".join(links)


def html(page: str, language: str) -> Response:
    """A page in a language."""
    return HTMLResponse(page, headers={"Content-Language": language, "Vary": "Accept, Accept-Language"})


def agreed(request: Request, offered: tuple[str, ...]) -> str:
    """The media type of those on offer that the client accepts best. Raises NotAcceptable where none will do."""
    chosen = choose(request.headers.get("accept"), offered)
    if chosen is None:
        raise NotAcceptable("no form that you accept is on offer", fix=f"ask for one of {', '.join(offered)}")
    return chosen
