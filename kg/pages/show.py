"""How a value looks on a page: its words, the language they are in, and where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from kg.pages.language import Language, foreign_labels, pick, words
from kg.pages.links import Links
from kg.pages.reader import Value
from kg.terms.foreign import WD, XSD
from kg.terms.iris import Iris
from kg.terms.prefixes import PREFIXES, for_base
from kg.text.dates import PartialDate, format_en, format_th, parse_iso, to_be

_DATES: Final = frozenset(map(str, (XSD.date, XSD.gYearMonth, XSD.gYear)))
_COUNTS: Final = frozenset(map(str, (XSD.integer, XSD.nonNegativeInteger)))
_WEB: Final = ("http:", "https:")


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as the reader sees it; ``language`` is set where it is not that of the page."""

    text: str
    language: str = ""
    href: str = ""
    foreign: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Shower:
    """Shows values in one language, with the labels that the page has read."""

    iris: Iris
    language: Language
    links: Links
    labels: Mapping[str, Mapping[str, str]]

    def word(self, key: str) -> str:
        """A word of the interface."""
        return words(self.language)[key]

    def label(self, iri: str) -> Shown:
        """The label of a thing or a term without a link."""
        labels = self.labels.get(iri) or foreign_labels().get(self.curie(iri)) or {}
        text, tag = pick(labels, self.language)
        return Shown(text, self._tag(tag)) if text else Shown(self._bare(iri))

    def thing(self, iri: str) -> Shown:
        """The label of a thing with a link to its page."""
        return replace(self.label(iri), href=self.address(iri), foreign=self._foreign(iri))

    def value(self, value: Value) -> Shown:
        """Any value."""
        if value.iri:
            return self.thing(value.iri)
        if value.datatype in _DATES:
            return Shown(self.date(value.text))
        if value.datatype in _COUNTS:
            return Shown(f"{int(value.text):,}" if value.text.lstrip("-").isdigit() else value.text, number=True)
        if value.datatype == str(XSD.boolean):
            return Shown(self.word("yes" if value.text in ("true", "1") else "no"))
        if value.datatype == str(XSD.time):
            return Shown(value.text.removesuffix(":00"))
        return Shown(value.text, self._tag(value.language))

    def date(self, text: str) -> str:
        """A date in both eras; what is no date stays as it is."""
        try:
            when = parse_iso(text)
        except ValueError:
            return text
        if self.language == "en":
            return format_en(when)
        if when.precision == "year":
            return f"{to_be(when.year)} ({self.word('ce')} {when.year})"
        return f"{format_th(when)} ({self.word('ce')} {when.year})"

    def year(self, ce: int) -> str:
        """A year in both eras, short enough for a table."""
        return self.date(PartialDate(ce).isoformat())

    def address(self, iri: str) -> str:
        """Where a link to an IRI leads: a page of ours, the web, or nowhere."""
        local, _, _ = iri.partition("#")
        if reference := self.iris.reference(local):
            return self.links.page(reference)
        if iri.startswith(PREFIXES["aw"]):
            return self.links.path("/ontology") + "#" + iri.removeprefix(PREFIXES["aw"])
        graphs = self.iris.graph("")
        if iri.startswith(graphs):
            return self.links.graph(iri.removeprefix(graphs))
        return iri if iri.startswith(_WEB) else ""

    def curie(self, iri: str) -> str:
        """The prefixed name of an IRI, or the IRI."""
        for prefix, namespace in for_base(self.iris.base).items():
            if iri.startswith(namespace) and len(iri) > len(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def _bare(self, iri: str) -> str:
        if iri.startswith(str(WD)):
            return f"Wikidata {iri.removeprefix(str(WD))}"
        return self.iris.reference(iri) or self.curie(iri)

    def _foreign(self, iri: str) -> bool:
        return self.address(iri) == iri

    def _tag(self, language: str) -> str:
        return "" if language == self.language else language
