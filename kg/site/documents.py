"""Everything that the site says of one thing: its pages in both languages with their further pages, and its data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.export.rdf import FORMATS, serialize
from kg.pages.correction import template
from kg.pages.describe import description
from kg.pages.language import DEFAULT, LANGUAGES, Language
from kg.pages.links import INDEX, StaticLinks
from kg.pages.paging import Pager, Wanted
from kg.pages.plain import plain_thing
from kg.pages.render import Pages, moved_page
from kg.pages.view import View

File = tuple[str, bytes]
"""A path below the folder of the site, and the content."""

_FORMATS: Final = tuple(FORMATS[name] for name in ("turtle", "json-ld", "n-triples", "rdf-xml"))


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of one store, under ``root``: the path at which the folder will be served, without a last slash."""

    pages: Pages
    root: str = ""

    def view(self, language: Language, wanted: Wanted | None = None) -> View:
        """How a page of the site is wanted."""
        return View(language, StaticLinks(self.root, language), wanted=wanted or Wanted())

    def thing(self, reference: str) -> Iterator[File]:
        """All files of one thing."""
        for language in LANGUAGES:
            yield from self._page(reference, language)
        moved = moved_page(reference, StaticLinks(self.root), LANGUAGES)
        yield f"id/{reference}/{INDEX}", moved.encode("utf-8")
        yield from self._data(reference)

    def listed(self, kind: str, language: Language) -> Iterator[File]:
        """All pages of the list of a kind."""
        path = f"/browse/{kind}"
        yield place(path, language), self.pages.browse(kind, self.view(language)).encode("utf-8")
        steps = self.pages.listing.page(kind, self.view(language)).pager
        for number in _further(steps):
            written = self.pages.browse(kind, self.view(language, Wanted(kind, number)))
            yield place(f"{path}/{kind}-{number}", language), written.encode("utf-8")

    def _page(self, reference: str, language: Language) -> Iterator[File]:
        path, view = f"/page/{reference}", self.view(language)
        first = self.pages.read(reference, view)
        yield place(path, language), self.pages.written(first, view).encode("utf-8")
        pagers = [*first.pagers.values(), *([first.source.pager] if first.source and first.source.pager else [])]
        for steps in pagers:
            for number in _further(steps):
                further = replace(view, wanted=Wanted(steps.key, number))
                yield (
                    place(f"{path}/{steps.key}-{number}", language),
                    self.pages.thing(reference, further).encode("utf-8"),
                )

    def _data(self, reference: str) -> Iterator[File]:
        pages = self.pages
        said = description(pages.store, pages.iris.thing(reference))
        for each in _FORMATS:
            yield f"data/{reference}.{each.extension}", serialize(said, each.name, pages.iris.base)
        plain = json.dumps(plain_thing(pages.reader, pages.iris, reference), ensure_ascii=False)
        yield f"data/{reference}.json", plain.encode("utf-8")
        yield f"wrong/{reference}.json", template(pages.reader, pages.iris, reference, pages.store.version)


def place(path: str, language: Language) -> str:
    """The file that is served at a path of the site, in a language."""
    inside = path.strip("/")
    return "/".join(filter(None, ("" if language == DEFAULT else language, inside, INDEX)))


def _further(steps: Pager | None) -> range:
    return range(2, steps.steps[-1].number + 1) if steps else range(0)
