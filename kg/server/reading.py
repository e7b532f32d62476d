"""What readers use beside the pages of things: lists by name, the feed of changes, and "this is wrong"."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.errors import KgError, NotFound
from kg.graph.store import Store, earlier_version
from kg.pages.correction import FIELDS, Doubt, template
from kg.pages.feed import Channel
from kg.pages.render import icon
from kg.server.context import Context
from kg.server.things import html
from kg.server.views import list_view_of, view_of
from kg.terms.iris import is_reference
from kg.views.changes import Change, changes

_JSON: Final = "json"


class Reading:
    """Handlers of these routes."""

    def __init__(self, context: Context) -> None:
        """``context`` has the graph."""
        self._context, self._pages = context, context.pages

    def routes(self) -> list[Route]:
        """All routes of this part."""
        return [
            Route("/browse/{kind}", self.browse),
            Route("/wrong/{kind}/{id}.json", self.template),
            Route("/wrong/{kind}/{id}", self.wrong),
            Route("/changes.atom", self.changes),
            Route("/static/icon.svg", self.icon),
        ]

    def browse(self, request: Request) -> Response:
        """Everything of a kind by name."""
        view = list_view_of(request)
        return html(self._pages.browse(request.path_params["kind"], view), view.language)

    def wrong(self, request: Request) -> Response:
        """The form for what a reader finds wrong, or the file that it makes; nothing is kept here."""
        given = {name: request.query_params.get(name, "") for name in FIELDS}
        doubt = Doubt.of(self._reference(request), given)
        if request.query_params.get("format") == _JSON:
            return _file(doubt.as_json(self._context.iris, self._context.store.version), doubt.reference)
        view = view_of(request)
        response = html(self._pages.wrong(view, doubt), view.language)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def template(self, request: Request) -> Response:
        """All facts about a thing with room for what would be right."""
        reference = self._reference(request)
        return _file(
            template(self._pages.reader, self._context.iris, reference, self._context.store.version), reference
        )

    def changes(self, request: Request) -> Response:
        """The feed of changes since the build before."""
        context = self._context
        channel = Channel(
            context.address(request),
            context.store.version,
            context.store.built or 0.0,
            context.catalog,
            view_of(request).language,
        )
        headers = {"Vary": "Accept-Language", "Link": context.licence_link}
        return Response(self._pages.changes(self._changed, channel), media_type="application/atom+xml", headers=headers)

    def icon(self, request: Request) -> Response:
        """The sign of the site."""
        return Response(icon(), media_type="image/svg+xml")

    @cached_property
    def _changed(self) -> tuple[Change, ...]:
        context = self._context
        return changes(_earlier(context), context.store, context.settings.base)

    def _reference(self, request: Request) -> str:
        reference = f"{request.path_params['kind']}/{request.path_params['id']}"
        store, iris = self._context.store, self._context.iris
        if not is_reference(reference) or not any(True for _ in store.quads(subject=iris.thing(reference))):
            raise NotFound("there is no such thing", fix="look for it by its name at /search")
        return reference


def _earlier(context: Context) -> Store | None:
    """The build before this one, where it is kept and can still be read."""
    name = earlier_version(context.settings.store, context.store.version) if context.store.built else None
    try:
        return Store.open_version(context.settings.store, name) if name else None
    except KgError:
        return None


def _file(written: bytes, reference: str) -> Response:
    name = f"wrong-{reference.replace('/', '-')}.json"
    return Response(
        written, media_type="application/json", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
