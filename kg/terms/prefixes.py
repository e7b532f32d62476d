"""The only table of prefixes: headers of queries, Turtle bindings and the JSON-LD context come from it."""

from __future__ import annotations

from typing import Final

DEFAULT_BASE: Final = "https://w3id.org/award-kg/"

PREFIXES: Final[dict[str, str]] = {
    "aw": "https://w3id.org/award-kg/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "cpov": "http://data.europa.eu/m8g/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "time": "http://www.w3.org/2006/time#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "sh": "http://www.w3.org/ns/shacl#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "wd": "http://www.wikidata.org/entity/",
}

SHAPES: Final = "https://w3id.org/award-kg/shapes#"  # names of shapes; only reports of validation use them


def for_base(base: str = DEFAULT_BASE) -> dict[str, str]:
    """All prefixes, with ``id:`` and ``graph:`` under the given base (a deployment may choose its own)."""
    return {**PREFIXES, "id": base + "id/", "graph": base + "graph/"}
