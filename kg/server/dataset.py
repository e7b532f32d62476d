"""The dataset as a whole: its description (DCAT, VoID), its dumps, and what crawlers read."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSoon
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from kg.errors import NotFound
from kg.export.catalog import FILES, File, describe
from kg.export.dump import CSV
from kg.export.figures import Figures, figures
from kg.export.formats import FORMATS
from kg.export.rdf import serialize, serialize_triples
from kg.export.tables import table, table_names
from kg.server.context import Context
from kg.server.negotiate import choose
from kg.server.refusals import NotReady
from kg.server.things import HTML, agreed, html
from kg.server.views import root_of, view_of
from kg.terms.foreign import RDF
from kg.terms.publishing import SITEMAP

_TYPES: Final = {FORMATS[name].media_type: name for name in ("turtle", "json-ld", "n-triples", "rdf-xml")}
_TABLES: Final = {f"{CSV}/{name}.csv": name for name in table_names()}
_NAMES: Final = {file: name for name, file in FILES.items()}
_FORMAT_OF: Final = {**_NAMES, **dict.fromkeys(_TABLES, CSV)}
_WAIT_SECONDS: Final = 20.0
_PER_SITEMAP: Final = 40_000  # the format allows 50,000 and 50 MB
_PAGES_OF: Final = frozenset(
    "agency unit recipient person scheme edition category level conferment work event place source claim".split()
)


class Dataset:
    """Handlers of these routes; ``close`` removes the dumps that were written."""

    def __init__(self, context: Context) -> None:
        """``context`` has the graph and the catalogue entry."""
        self._context = context
        self._folder: Path | None = None
        self._dumps: dict[str, Future[Path]] = {}
        self._lock = threading.Lock()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="kg-dump")

    def routes(self) -> list[Route]:
        """All routes of this part."""
        return [
            Route("/dataset", self.dataset),
            Route("/.well-known/void", self.void),
            Route("/dumps/{path:path}", self.dump),
            Route("/sitemap.xml", self.sitemap),
            Route("/sitemap-{number:int}.xml", self.sitemap_part),
            Route("/robots.txt", self.robots),
        ]

    def close(self) -> None:
        """Remove what was written; a dump that is being written is finished first, in the background."""
        with suppress(RuntimeError):  # closed before
            self._writer.submit(self._remove)
        self._writer.shutdown(wait=False)

    def dataset(self, request: Request) -> Response:
        """The description by ``Accept``: a page, or RDF."""
        offered = (*_TYPES, HTML)
        chosen = agreed(request, offered)
        if chosen == HTML:
            view = view_of(request)
            context = self._context
            files = [File(name, path) for path, name in _FORMAT_OF.items()]
            return html(context.pages.dataset(view, context.catalog, self.figures, files), view.language)
        return self._described(request, chosen)

    def void(self, request: Request) -> Response:
        """The same at the address that VoID sets (section 7.2): RDF, Turtle unless another form is asked for."""
        chosen = choose(request.headers.get("accept"), tuple(_TYPES)) or next(iter(_TYPES))
        return self._described(request, chosen)

    def dump(self, request: Request) -> Response:
        """One file of a dump; it is written when it is first asked for."""
        path = request.path_params["path"]
        if path not in _FORMAT_OF:
            raise NotFound("there is no such dump", fix=f"choose one of {', '.join(_FORMAT_OF)}")
        with self._lock:
            if path not in self._dumps:
                self._dumps[path] = self._writer.submit(self._write, path)
            written = self._dumps[path]
        try:
            file = written.result(_WAIT_SECONDS)
        except TooSoon:
            raise NotReady("the dump is being written", fix="ask again in half a minute") from None
        name = _FORMAT_OF[path]
        media_type = "text/csv" if name == CSV else FORMATS[name].media_type
        licence = {"Link": self._context.licence_link}
        return _WholeFile(file, media_type=media_type, filename=Path(path).name, headers=licence)

    def sitemap(self, request: Request) -> Response:
        """The parts of the site map."""
        address = self._context.address(request)
        parts = range(1, len(self._pages) // _PER_SITEMAP + 2)
        entries = (f"<sitemap><loc>{escape(address)}/sitemap-{number}.xml</loc></sitemap>" for number in parts)
        return _xml("sitemapindex", entries)

    def sitemap_part(self, request: Request) -> Response:
        """One part: the pages of things, each in the language that a reader asks for."""
        number, address = request.path_params["number"], self._context.address(request)
        listed = self._pages[(number - 1) * _PER_SITEMAP : number * _PER_SITEMAP] if number else ()
        if not listed and number != 1:
            raise NotFound("the site map has no such part", fix="see /sitemap.xml")
        return _xml("urlset", (f"<url><loc>{escape(address)}/page/{reference}</loc></url>" for reference in listed))

    def robots(self, request: Request) -> Response:
        """What crawlers may read: all but the endpoint, whose answers have no end."""
        root = root_of(request)
        closed = "".join(f"Disallow: {root}{path}\n" for path in ("/sparql", "/reconcile", "/search"))
        said = f"User-agent: *\n{closed}\nSitemap: {self._context.address(request)}/sitemap.xml\n"
        return Response(said, media_type="text/plain")

    @cached_property
    def figures(self) -> Figures:
        """Counted once for each version of the graph."""
        return figures(self._context.store, self._context.iris.base)

    @cached_property
    def _pages(self) -> list[str]:
        subjects = {quad.subject for quad in self._context.store.quads(predicate=str(RDF.type))}
        references = {self._context.iris.reference(each.value) for each in subjects if isinstance(each, NamedNode)}
        return sorted(each for each in references if each and each.partition("/")[0] in _PAGES_OF)

    def _described(self, request: Request, media_type: str) -> Response:
        context = self._context
        files = (File(name, path) for path, name in _FORMAT_OF.items())
        address = context.address(request)
        triples = describe(context.catalog, self.figures, context.store.version, files, context.iris, address)
        written = serialize_triples(triples, _TYPES[media_type], context.iris.base)
        headers = {"Vary": "Accept", "Link": context.licence_link}
        return Response(written, media_type=media_type, headers=headers)

    def _write(self, path: str) -> Path:
        context = self._context
        if _NAMES.get(path) == "n-quads" and context.store.nquads is not None:
            return context.store.nquads
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="kg-dumps-"))
        base = context.iris.base
        if path in _TABLES:
            written = table(context.store, _TABLES[path], base)
        else:
            written = serialize(context.store.quads(), _NAMES[path], base)
        file = self._folder / path.replace("/", "-")
        file.write_bytes(written)
        return file

    def _remove(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


class _WholeFile(FileResponse):
    """A file whose validator is that of the graph: its own would change with each run of the server."""

    def set_stat_headers(self, stat_result: object) -> None:
        super().set_stat_headers(stat_result)  # type: ignore[arg-type]
        del self.headers["etag"], self.headers["last-modified"]


def _xml(root: str, entries: Iterable[str]) -> Response:
    inside = "\n".join(entries)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{SITEMAP}">\n'
    return Response(f"{head}{inside}\n</{root}>\n", media_type="application/xml")
