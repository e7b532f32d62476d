"""Terms of the vocabularies that we stand on, as rdflib namespaces: a misspelt term of a closed one raises."""

from __future__ import annotations

from typing import Final

from rdflib import Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, VOID, XSD, DefinedNamespace

from kg.terms.prefixes import PREFIXES

__all__ = [
    "CPOV", "DCAT", "DCATAP", "DCAT_VERSION", "DCTERMS", "FOAF", "MEDIA_TYPES", "OA", "ORG", "OWL", "PROV", "RDF", "RDFS", "SCHEMA", "SD",
    "SITEMAP", "SKOS", "SPARQL_PROTOCOL", "SPDX", "TIME", "VCARD", "VOID", "WD", "XSD",
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
    organizer: URIRef
    startDate: URIRef
    startTime: URIRef
    url: URIRef


class SD(DefinedNamespace):
    """SPARQL 1.1 Service Description, the part that is not fixed in a file."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/sparql-service-description#")

    Graph: URIRef
    NamedGraph: URIRef
    graph: URIRef
    name: URIRef
    namedGraph: URIRef


class SPDX(DefinedNamespace):
    """SPDX 2, the part that DCAT uses for checksums."""

    _fail = True
    _NS = Namespace("http://spdx.org/rdf/terms#")

    Checksum: URIRef
    algorithm: URIRef
    checksum: URIRef
    checksumValue: URIRef
    checksumAlgorithm_sha256: URIRef


# rdflib knows DCAT 2; this is of DCAT 3.
DCAT_VERSION: Final = URIRef(PREFIXES["dcat"] + "version")
DCATAP: Final = Namespace("http://data.europa.eu/r5r/")
VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")
SPARQL_PROTOCOL: Final = URIRef("http://www.w3.org/TR/sparql11-protocol/")
MEDIA_TYPES: Final = Namespace("https://www.iana.org/assignments/media-types/")
CPOV: Final = Namespace(PREFIXES["cpov"])
WD: Final = Namespace(PREFIXES["wd"])

SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
JSON_SCHEMA: Final = "https://json-schema.org/draft/2020-12/schema"
