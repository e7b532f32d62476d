"""Terms of the vocabularies that we stand on, as rdflib namespaces: a misspelt term of a closed one raises."""

from __future__ import annotations

from typing import Final

from rdflib import Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, VOID, XSD, DefinedNamespace

from kg.terms.prefixes import PREFIXES

__all__ = [
    "CPOV", "DCAT", "DCTERMS", "FOAF", "OA", "ORG", "OWL", "PROV", "RDF", "RDFS", "SCHEMA", "SKOS", "TIME", "VOID",
    "WD", "XSD",
]  # fmt: skip


class OA(DefinedNamespace):
    """Web Annotation Vocabulary (https://www.w3.org/TR/annotation-vocab/), the part that evidence uses."""

    _fail = True
    _NS = Namespace(PREFIXES["oa"])

    Annotation: URIRef
    SpecificResource: URIRef
    TextPositionSelector: URIRef
    hasBody: URIRef
    hasTarget: URIRef
    hasSource: URIRef
    hasSelector: URIRef
    start: URIRef
    end: URIRef


class SCHEMA(DefinedNamespace):
    """schema.org under https, as the contract writes it; the part that we use."""

    _fail = True
    _NS = Namespace(PREFIXES["schema"])

    endDate: URIRef
    inLanguage: URIRef
    location: URIRef
    name: URIRef
    organizer: URIRef
    startDate: URIRef
    startTime: URIRef
    url: URIRef


CPOV: Final = Namespace(PREFIXES["cpov"])
WD: Final = Namespace(PREFIXES["wd"])

JSON_SCHEMA: Final = "https://json-schema.org/draft/2020-12/schema"
SVG: Final = "http://www.w3.org/2000/svg"
