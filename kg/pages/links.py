"""Addresses inside the site: those of the server, which has queries, and those of static files, which have none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from kg.pages.language import DEFAULT

INDEX: Final = "index.html"


@dataclass(frozen=True)
class Links:
    """Addresses of the server: paths under the root at which it is mounted, keeping a language asked for by name."""

    root: str = ""
    asked: str = ""

    @property
    def live(self) -> bool:
        """Whether a program answers: search, queries and forms work."""
        return True

    def path(self, path: str, **query: str) -> str:
        """A path of the site, which may have a query already."""
        if self.asked and not query.get("lang"):
            query["lang"] = self.asked
        joint = "&" if "?" in path else "?"
        return f"{self.root}{path}" + (f"{joint}{urlencode(query, safe=',')}" if query else "")

    def file(self, path: str) -> str:
        """A path to what has no language."""
        return f"{self.root}{path}"

    def page(self, reference: str, span: tuple[int, int] | None = None) -> str:
        """The page of a thing; of a source, at a span of its characters."""
        if span is None:
            return self.path(f"/page/{reference}")
        return self.path(f"/page/{reference}", at=f"{span[0]},{span[1]}") + f"#at-{span[0]}-{span[1]}"

    def part(self, path: str, key: str, number: int) -> str:
        """A page of a long list of a document, opened at the list."""
        query = {"list": key, "p": str(number)} if number > 1 else {}
        return f"{self.path(path, **query)}#{key}"

    def answer(self, name: str, extension: str, query: str, language: str) -> str:
        """A view's answer as a file for programs, in the language of its labels."""
        return self.path(f"/views/{name}.{extension}" + (f"?{query}" if query else ""), lang=language)

    def data(self, reference: str, extension: str) -> str:
        """The data about a thing."""
        return self.file(f"/data/{reference}.{extension}")

    def graph(self, name: str) -> str:
        """A named graph as RDF."""
        return self.file(f"/graph/{name}")

    def wrong(self, reference: str, **fact: str) -> str:
        """Where a reader says that a fact about a thing is wrong."""
        return self.path(f"/wrong/{reference}", **{name: said for name, said in fact.items() if said})


@dataclass(frozen=True)
class StaticLinks(Links):
    """Addresses of files: a folder with an index for each page and language, the default language at the root.

    ``asked`` is the language of the page; ``root`` the path under which the folder is served.
    """

    @property
    def live(self) -> bool:
        """No program answers."""
        return False

    def path(self, path: str, **query: str) -> str:
        """The folder of a page; of a query only the language has an address."""
        folder = path.partition("?")[0].rstrip("/")
        return f"{self.root}{_inside(query.get('lang') or self.asked)}{folder}/"

    def answer(self, name: str, extension: str, query: str, language: str) -> str:
        """A file beside the page of the view."""
        return self.file(f"{_inside(language)}/views/{name}.{extension}")

    def page(self, reference: str, span: tuple[int, int] | None = None) -> str:
        """The page of a thing; the browser finds the span by its anchor."""
        return self.path(f"/page/{reference}") + (f"#at-{span[0]}-{span[1]}" if span else "")

    def part(self, path: str, key: str, number: int) -> str:
        """A page of a long list has a folder of its own below that of the document."""
        return self.path(f"{path}/{key}-{number}" if number > 1 else path) + f"#{key}"

    def graph(self, name: str) -> str:
        """A named graph as a Turtle file."""
        return self.file(f"/graph/{name}.ttl")

    def wrong(self, reference: str, **fact: str) -> str:
        """A form to fill in, as a file with all facts about the thing."""
        return self.file(f"/wrong/{reference}.json")


def _inside(language: str) -> str:
    """The folder of a language; the default language has none."""
    return "" if language in ("", DEFAULT) else f"/{language}"
