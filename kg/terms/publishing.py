"""Terms that only the description of the published dataset and its services uses."""

from __future__ import annotations

from typing import Final

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from kg.terms.prefixes import PREFIXES


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
SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
ATOM: Final = "http://www.w3.org/2005/Atom"
