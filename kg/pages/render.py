"""Renders the pages: the one door of this room. HTML comes from templates that escape by default; no script runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.graph.store import Store
from kg.ingest.corpus import Corpus
from kg.model.answer import Answer
from kg.pages.answerpage import answer_page, iri_of
from kg.pages.describe import expanded, statements
from kg.pages.found import found_lines
from kg.pages.home import home_page
from kg.pages.language import LANGUAGES, Language, other, words
from kg.pages.reader import Reader
from kg.pages.show import Shower
from kg.pages.terms import ontology_page
from kg.pages.thing import View, thing_page
from kg.terms.iris import Iris
from kg.terms.prefixes import for_base
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

    def __init__(self, store: Store, base: str, corpus: Corpus) -> None:
        """``base`` is that of the IRIs in the store; ``corpus`` has the texts at hand."""
        self.store, self.iris = store, Iris(base)
        self._corpus = corpus
        self.reader = Reader(store, base)
        self._templates = _environment()

    def thing(self, reference: str, view: View) -> str:
        """The page of a thing; raises NotFound where the graph says nothing of it."""
        page = thing_page(self.reader, self._corpus, self.iris, reference, view)
        return self._render("thing.html", view, f"/page/{reference}", page=page, jsonld=self._jsonld(page.iri))

    def home(self, view: View) -> str:
        """The home page."""
        return self._render("home.html", view, "/", page=home_page(self.reader, self.iris, view))

    def search(self, view: View, query: str, found: Sequence[Match]) -> str:
        """The form for names, with what was found."""
        lines = found_lines(found, self.reader.terms(), view.language, view.links)
        return self._render("search.html", view, "/search", query=query, found=list(lines))

    def preview(self, reference: str, view: View, address: str) -> str:
        """A thing in a few lines, for the window of another program; links lead to ``address``."""
        page = thing_page(self.reader, self._corpus, self.iris, reference, view)
        return self._render("preview.html", view, "", page=page, href=f"{address}/page/{reference}")

    def ontology(self, view: View) -> str:
        """The page of the ontology."""
        labels = {iri: info.labels for iri, info in self.reader.terms().items()}
        parts = ontology_page(self.reader, Shower(self.iris, view.language, view.links, labels))
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

    def answer(self, view: View, answer: Answer) -> str:
        """The page of a view's answer."""
        page = answer_page(answer, view.language, lambda ref: self.address(view, iri_of(ref, self.iris.base)))
        return self._render("answer.html", view, page.permalink, page=page)

    def address(self, view: View, iri: str) -> str:
        """Where a link to an IRI leads."""
        return Shower(self.iris, view.language, view.links, {}).address(iri)

    def _jsonld(self, iri: str) -> Markup:
        """The thing as JSON-LD for a data block: ``<`` escaped, so that no text can end the block."""
        said = json.dumps(json.loads(expanded(statements(self.store, iri))), ensure_ascii=False)
        return Markup(said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704

    def _render(self, template: str, view: View, path: str, **given: object) -> str:
        return render(self._templates, template, view, path, **given)


def answer_alone(answer: Answer, language: Language, base: str) -> str:
    """The page of a view's answer as a file that stands alone: style inside, links to identifiers under ``base``."""
    page = answer_page(answer, language, lambda ref: iri_of(ref, base))
    css = style().decode("utf-8")
    template = _environment().get_template("answer_alone.html")
    return template.render(w=words(language), language=language, page=page, css=css)


def error_page(view: View, status: int, title: str, detail: str) -> str:
    """A page that says what went wrong."""
    return render(_environment(), "error.html", view, "", status=status, title=title, detail=detail)


def render(templates: Environment, template: str, view: View, path: str, **given: object) -> str:
    """A template with what every page has: the words, the addresses, the way to the other language."""
    second = other(view.language)
    span = {"at": f"{view.span[0]},{view.span[1]}"} if view.span else {}
    switch = view.links.path(path, lang=second, **span) if path else ""
    return templates.get_template(template).render(
        w=words(view.language),
        language=view.language,
        links=view.links,
        switch=switch,
        switch_language=second,
        style=view.links.file(f"/static/style.css?v={style_version()}"),
        **given,
    )


@cache
def style() -> bytes:
    """The style sheet."""
    return files("kg.pages").joinpath("static", "style.css").read_bytes()


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
