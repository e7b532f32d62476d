"""The RDF formats that we write, by the names that the command line and the server use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write RDF; ``quads`` tells whether it keeps the names of graphs."""

    name: str
    extension: str
    media_type: str
    quads: bool
    syntax: ox.RdfFormat


_ALL: Final = (
    Format("turtle", "ttl", "text/turtle", False, ox.RdfFormat.TURTLE),
    Format("json-ld", "jsonld", "application/ld+json", True, ox.RdfFormat.JSON_LD),
    Format("n-triples", "nt", "application/n-triples", False, ox.RdfFormat.N_TRIPLES),
    Format("n-quads", "nq", "application/n-quads", True, ox.RdfFormat.N_QUADS),
    Format("trig", "trig", "application/trig", True, ox.RdfFormat.TRIG),
    Format("rdf-xml", "rdf", "application/rdf+xml", False, ox.RdfFormat.RDF_XML),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({each.name: each for each in _ALL})


def format_named(name: str) -> Format:
    """The format of that name; raises UsageError naming those that there are."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"there is no RDF format {name!r}", fix=f"choose one of {', '.join(FORMATS)}") from None
