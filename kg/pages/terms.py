"""The page of the ontology: every class, property and concept with its label and definition in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.pages.reader import Reader, TermInfo
from kg.pages.show import Shower, Shown
from kg.terms.foreign import OWL, SKOS
from kg.terms.prefixes import PREFIXES

_PARTS: Final[Mapping[str, frozenset[str]]] = {
    "classes": frozenset({str(OWL.Class)}),
    "properties": frozenset(map(str, (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty))),
    "concepts": frozenset(map(str, (SKOS.Concept, SKOS.ConceptScheme, SKOS.OrderedCollection))),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One term; ``name`` is its local name, and its anchor on the page."""

    name: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    above: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The terms of one sort."""

    key: str
    terms: tuple[Term, ...]


def ontology_page(reader: Reader, shower: Shower) -> tuple[Part, ...]:
    """All terms by sort, in the order of their names."""
    terms = [info for iri, info in sorted(reader.terms().items()) if iri.startswith(PREFIXES["aw"])]
    parts = []
    for key, classes in _PARTS.items():
        of_sort = tuple(_term(info, shower) for info in terms if info.classes & classes)
        if of_sort:
            parts.append(Part(key, of_sort))
    return tuple(parts)


def _term(info: TermInfo, shower: Shower) -> Term:
    above = tuple(shower.thing(iri) for iri in sorted(info.above))
    return Term(info.iri.removeprefix(PREFIXES["aw"]), info.labels, info.definitions, above)
