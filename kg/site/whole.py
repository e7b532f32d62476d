"""What the site has once: home, lists, ontology, graphs, the feed, the dataset with its dumps, the site map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree

from kg.export.catalog import File as DumpFile
from kg.export.catalog import describe
from kg.export.dump import CSV, DUMP_FORMATS, Dump, export
from kg.export.figures import figures
from kg.export.formats import FORMATS
from kg.export.ontologyfiles import as_jsonld, as_turtle, context_of
from kg.export.rdf import serialize, serialize_triples
from kg.graph.store import Store
from kg.model.catalog import Catalog
from kg.pages.answerfiles import answer_files
from kg.pages.describe import named_graph
from kg.pages.feed import Channel
from kg.pages.language import DEFAULT, LANGUAGES
from kg.pages.links import StaticLinks
from kg.pages.render import error_page, icon, style
from kg.pages.view import View
from kg.pages.viewpages import ViewPages
from kg.settings import Settings
from kg.site.documents import File, Site, place
from kg.terms.publishing import SITEMAP
from kg.views.catalogue import VIEWS
from kg.views.changes import changes
from kg.views.derived import Desk

DUMPS: Final = "dumps"
_PER_SITEMAP: Final = 40_000  # the format allows 50,000


def once(site: Site, settings: Settings, catalog: Catalog, earlier: Store | None) -> Iterator[File]:
    """All files that do not belong to one thing, but for dumps and what describes them."""
    pages = site.pages
    yield "static/style.css", style()
    yield "static/icon.svg", icon()
    for language in LANGUAGES:
        view = site.view(language)
        yield place("/", language), pages.home(view).encode("utf-8")
        yield place("/ontology", language), pages.ontology(view).encode("utf-8")
        for kind, _ in pages.listing.kinds():
            yield from site.listed(kind, language)
    yield "404.html", _not_found(site).encode("utf-8")
    yield "ontology.ttl", as_turtle(settings.ontology)
    yield "ontology.jsonld", as_jsonld(settings.ontology, pages.iris)
    yield "ontology/context.jsonld", context_of(settings.ontology)
    graphs = pages.iris.graph("")
    for graph in pages.store.graphs():
        name = graph.removeprefix(graphs)
        yield f"graph/{name}.ttl", serialize(named_graph(pages.store, pages.iris, name), "turtle", pages.iris.base)
    yield from _answers(site, settings)
    channel = Channel(address(site, settings), pages.store.version, pages.store.built or 0.0, catalog)
    yield "changes.atom", pages.changes(changes(earlier, pages.store, settings.base), channel)


def _answers(site: Site, settings: Settings) -> Iterator[File]:
    """The pages of the views, each with its answer to the usual question; files have no filters."""
    desk, written = Desk(site.pages.store, settings.base), ViewPages(site.pages)
    for language in LANGUAGES:
        view = site.view(language)
        yield place("/views", language), written.index(view).encode("utf-8")
        for name in VIEWS:
            answer = desk.answer(name)
            yield place(f"/views/{name}", language), written.answer(view, answer, {}, None).encode("utf-8")
            for form, content in answer_files(answer, language):
                yield view.links.answer(name, form, "", language).removeprefix(f"{site.root}/"), content


def dumps_and_catalogue(site: Site, settings: Settings, catalog: Catalog, out: Path) -> Iterator[File]:
    """Writes the dumps below ``out``; gives the catalogue and the page that describe them, with sizes and hashes."""
    pages = site.pages
    written = [_described(dump, out / DUMPS) for dump in export(pages.store, DUMP_FORMATS, out / DUMPS, settings.base)]
    counted = figures(pages.store, settings.base)
    where = address(site, settings)
    triples = describe(catalog, counted, pages.store.version, written, pages.iris, where)
    for path, name in ((".well-known/void", "turtle"), ("dataset.ttl", "turtle"), ("dataset.jsonld", "json-ld")):
        yield path, serialize_triples(triples, name, settings.base)
    for language in LANGUAGES:
        yield place("/dataset", language), pages.dataset(site.view(language), catalog, counted, written).encode("utf-8")


def site_map(references: Sequence[str], site: Site, settings: Settings) -> Iterator[File]:
    """The addresses of all pages, in parts, and what crawlers read first."""
    where = address(site, settings)
    parts = [references[first : first + _PER_SITEMAP] for first in range(0, len(references), _PER_SITEMAP)] or [()]
    index = (f"{where}/sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    yield "sitemap.xml", _xml("sitemapindex", "sitemap", index)
    for number, part in enumerate(parts, 1):
        yield f"sitemap-{number}.xml", _xml("urlset", "url", (f"{where}/page/{quote(each)}/" for each in part))
    yield "robots.txt", f"User-agent: *\nDisallow:\n\nSitemap: {where}/sitemap.xml\n".encode()


def address(site: Site, settings: Settings) -> str:
    """Where the world sees the site, without a slash at its end: the origin of the settings, else that of the base."""
    origin = settings.origin or "/".join(settings.base.split("/")[:3])
    return f"{origin}{site.root}"


def _not_found(site: Site) -> str:
    view = View(DEFAULT, StaticLinks(site.root, DEFAULT))
    return error_page(view, 404, "there is no such page", "look for it in the lists")


def _described(dump: Dump, folder: Path) -> DumpFile:
    path = dump.path.relative_to(folder).as_posix()
    names = {each.media_type: name for name, each in FORMATS.items()}
    return DumpFile(names.get(dump.media_type, CSV), path, dump.size, dump.sha256)


def _xml(root: str, entry: str, locations: Iterable[str]) -> bytes:
    whole = ElementTree.Element(root, {"xmlns": SITEMAP})
    for location in locations:
        ElementTree.SubElement(ElementTree.SubElement(whole, entry), "loc").text = location
    ElementTree.indent(whole, "")
    written: bytes = ElementTree.tostring(whole, encoding="utf-8", xml_declaration=True)
    return written
