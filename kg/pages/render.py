"""Renders the pages: the one door of this room. HTML comes from templates that escape by default; no script runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.export.catalog import File
from kg.export.figures import Figures
from kg.graph.store import Store
from kg.ingest.corpus import Corpus
from kg.model.answer import Answer
from kg.model.catalog import Catalog
from kg.pages.answerpage import File as AnswerFile
from kg.pages.answerpage import answer_page, iri_of
from kg.pages.correction import Doubt
from kg.pages.datasetpage import dataset_page
from kg.pages.describe import expanded, statements
from kg.pages.feed import Channel, feed
from kg.pages.found import found_lines
from kg.pages.holdings import Holdings
from kg.pages.home import Front, front, home_page
from kg.pages.language import LANGUAGES, Language, other, words
from kg.pages.links import Links
from kg.pages.listing import Listing
from kg.pages.reader import Reader
from kg.pages.reading import MANY, Shelf
from kg.pages.show import Shower
from kg.pages.terms import ontology_page
from kg.pages.thing import ThingPage, thing_page
from kg.pages.view import View
from kg.terms.iris import Iris
from kg.terms.prefixes import for_base
from kg.views.changes import Change
from kg.views.names import Match

# What the form for queries offers beside the page itself, by the names that the endpoint knows.
FORMS: Final = ("json", "csv", "tsv", "xml", "turtle", "json-ld", "n-triples", "rdf-xml")
EXAMPLE: Final = """SELECT ?recipient ?name (COUNT(DISTINCT ?award) AS ?awards)
WHERE {
  ?award a aw:Conferment ; aw:recipient ?recipient .
  ?recipient skos:prefLabel ?name
  FILTER(LANG(?name) = "th")
}
GROUP BY ?recipient ?name
ORDER BY DESC(?awards)
LIMIT 20"""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a query as texts, with the addresses of those that are ours."""

    variables: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]
    more: bool


class Pages:
    """The pages of one graph."""

    def __init__(self, store: Store, base: str, corpus: Corpus, catalog: Catalog | None = None) -> None:
        """``base`` is that of the IRIs in the store; ``corpus`` has the texts at hand, ``catalog`` the licence."""
        self.store, self.iris = store, Iris(base)
        self._catalog = catalog
        self.reader = Reader(store, base)
        self.holdings = Holdings(store, base)
        self.listing = Listing(self.reader, self.iris, self.holdings)
        self._shelf = Shelf(self.reader, corpus, self.iris, self.holdings)
        self._templates = _environment()

    def warm(self) -> None:
        """Read now what the first pages would have to wait for."""
        self.reader.terms()
        self.listing.kinds()
        _ = self._front
        for reference, given in self.holdings.large(MANY):
            self._shelf.tally(reference, given)

    def thing(self, reference: str, view: View) -> str:
        """The page of a thing; raises NotFound where the graph says nothing of it."""
        return self.written(thing_page(self._shelf, reference, view), view)

    def read(self, reference: str, view: View) -> ThingPage:
        """What the page of a thing shows, for ``written``; raises NotFound where the graph says nothing of it."""
        return thing_page(self._shelf, reference, view)

    def written(self, page: ThingPage, view: View) -> str:
        """The page of a thing that was read."""
        return self._render("thing.html", view, f"/page/{page.reference}", page=page, jsonld=self._jsonld(page.iri))

    def home(self, view: View) -> str:
        """The home page."""
        return self._render("home.html", view, "/", page=home_page(self._shelf, self.listing, self._front, view))

    def browse(self, kind: str, view: View) -> str:
        """A page of the list of a kind; raises NotFound for a kind without a list, and past its end."""
        return self._render("browse.html", view, f"/browse/{kind}", page=self.listing.page(kind, view))

    def dataset(self, view: View, catalog: Catalog, figures: Figures, files: Iterable[File]) -> str:
        """The page of the dataset."""
        page = dataset_page(catalog, figures, self.store.version, files, self._shower(view))
        return self._render("dataset.html", view, "/dataset", page=page)

    def wrong(self, view: View, doubt: Doubt) -> str:
        """The form for what a reader finds wrong, and what to send where; raises NotFound for an unknown thing."""
        iri = self.iris.thing(doubt.reference)
        label = Shower(self.iris, view.language, view.links, self.reader.labels([iri])).thing(iri)
        file = doubt.as_json(self.iris, self.store.version).decode("utf-8")
        return self._render("wrong.html", view, f"/wrong/{doubt.reference}", doubt=doubt, thing=label, file=file)

    def changes(self, changed: Iterable[Change], channel: Channel) -> bytes:
        """The feed of changes."""
        return feed(changed, self.reader, self.iris, channel)

    def search(self, view: View, query: str, found: Sequence[Match]) -> str:
        """The form for names, with what was found."""
        lines = found_lines(found, self.reader.terms(), view.language, view.links)
        return self._render("search.html", view, "/search", query=query, found=list(lines))

    def preview(self, reference: str, view: View, address: str) -> str:
        """A thing in a few lines, for the window of another program; links lead to ``address``."""
        page = thing_page(self._shelf, reference, view)
        return self._render("preview.html", view, "", page=page, href=f"{address}/page/{reference}")

    def ontology(self, view: View) -> str:
        """The page of the ontology."""
        parts = ontology_page(self.reader, self._shower(view))
        return self._render("ontology.html", view, "/ontology", parts_of_ontology=parts, languages=LANGUAGES)

    def sparql(self, view: View, query: str = "", table: Table | None = None, text: str = "", error: str = "") -> str:
        """The form for queries, with an answer as a table or as text, or what is wrong with the query."""
        prefixes = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in for_base(self.iris.base).items())
        return self._render(
            "sparql.html",
            view,
            "/sparql",
            query=query,
            table=table,
            text=text,
            error=error,
            prefixes=prefixes,
            formats=FORMS,
            example=EXAMPLE,
        )

    def rendered(self, template: str, view: View, path: str, **given: object) -> str:
        """A page of another part of this room."""
        return self._render(template, view, path, **given)

    def address(self, view: View, iri: str) -> str:
        """Where a link to an IRI leads."""
        return Shower(self.iris, view.language, view.links, {}).address(iri)

    @cached_property
    def _front(self) -> Front:
        return front(self._shelf)

    def _shower(self, view: View) -> Shower:
        """Shows the terms of the ontology."""
        labels = {iri: info.labels for iri, info in self.reader.terms().items()}
        return Shower(self.iris, view.language, view.links, labels)

    def _jsonld(self, iri: str) -> Markup:
        """The thing as JSON-LD for a data block: ``<`` escaped, so that no text can end the block."""
        said = json.dumps(json.loads(expanded(statements(self.store, iri))), ensure_ascii=False)
        return Markup(said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704

    def _render(self, template: str, view: View, path: str, **given: object) -> str:
        return render(self._templates, template, view, path, catalog=self._catalog, **given)


def answer_alone(answer: Answer, language: Language, base: str, files: tuple[AnswerFile, ...] = ()) -> str:
    """The page of a view's answer as a file that stands alone: style inside, links to identifiers under ``base``.

    ``files`` lie beside it.
    """
    page = answer_page(answer, language, lambda ref: iri_of(ref, base), files=files)
    css = style().decode("utf-8")
    template = _environment().get_template("answer_alone.html")
    return template.render(w=words(language), language=language, page=page, css=css)


def moved_page(reference: str, links: Links, languages: Iterable[Language]) -> str:
    """What a static site answers at the IRI of a thing: the way to its page and to its data."""
    pages = [(language, replace(links, asked=language).page(reference)) for language in languages]
    forms = [(extension, links.data(reference, extension)) for extension in ("ttl", "jsonld", "nt", "rdf", "json")]
    template = _environment().get_template("moved.html")
    return template.render(
        reference=reference, pages=pages, forms=forms, words={each: words(each) for each in languages}
    )


def error_page(view: View, status: int, title: str, detail: str) -> str:
    """A page that says what went wrong."""
    return render(_environment(), "error.html", view, "", catalog=None, status=status, title=title, detail=detail)


def render(templates: Environment, template: str, view: View, path: str, **given: object) -> str:
    """A template with what every page has: the words, the addresses, the way to the other language."""
    second = other(view.language)
    switch = _in_language(view, path, second) if path else ""
    return templates.get_template(template).render(
        w=words(view.language),
        language=view.language,
        links=view.links,
        switch=switch,
        switch_language=second,
        style=view.links.file(f"/static/style.css?v={style_version()}"),
        **given,
    )


def _in_language(view: View, path: str, language: Language) -> str:
    """The same page in a language, at the same span and page of a list."""
    links = replace(view.links, asked=language)
    if view.wanted.number > 1:
        return links.part(path, view.wanted.key, view.wanted.number)
    return links.path(path, **({"at": f"{view.span[0]},{view.span[1]}"} if view.span else {}))


@cache
def style() -> bytes:
    """The style sheet."""
    return files("kg.pages").joinpath("static", "style.css").read_bytes()


@cache
def icon() -> bytes:
    """The sign that browsers show beside the title of a page, as SVG."""
    return files("kg.pages").joinpath("static", "icon.svg").read_bytes()


@cache
def style_version() -> str:
    """Changes when the style sheet does, so that a browser may keep it."""
    return hashlib.sha256(style()).hexdigest()[:8]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kg.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
