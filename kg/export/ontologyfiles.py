"""The ontology as it is published: its files as one Turtle document, and as JSON-LD."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kg.export.rdf import FORMATS, serialize
from kg.graph.ontology import ontology_quads
from kg.terms.iris import Iris

_FILES: Final = ("award.ttl", "concepts.ttl", "alignments.ttl")


def as_turtle(folder: Path) -> bytes:
    """The files of the ontology, one after the other: that is one Turtle document."""
    return b"\n".join(file.read_bytes() for file in _present(folder))


def as_jsonld(folder: Path, iris: Iris) -> bytes:
    """The ontology as JSON-LD, without its blank nodes."""
    return serialize(ontology_quads(_present(folder), iris.graph("ontology")), FORMATS["json-ld"].name, iris.base)


def context_of(folder: Path) -> bytes:
    """The JSON-LD context."""
    return (folder / "context.jsonld").read_bytes()


def _present(folder: Path) -> list[Path]:
    return [file for file in (folder / name for name in _FILES) if file.is_file()]
