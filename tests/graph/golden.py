"""Reads what a mapping must write: Turtle with our prefixes, in which <agency/dbd> is short for its IRI."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.terms.prefixes import DEFAULT_BASE, for_base

_FOLDER = Path(__file__).resolve().parents[1] / "golden"


def turtle(text: str, graph: str) -> set[ox.Quad]:
    """The quads of a Turtle text in a named graph of the default base."""
    header = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in for_base().items())
    triples = ox.parse(header + text, format=ox.RdfFormat.TURTLE, base_iri=f"{DEFAULT_BASE}id/")
    home = ox.NamedNode(f"{DEFAULT_BASE}graph/{graph}")
    return {ox.Quad(triple.subject, triple.predicate, triple.object, home) for triple in triples}


def golden(name: str, graph: str) -> set[ox.Quad]:
    """The quads of a golden file."""
    return turtle((_FOLDER / f"{name}.ttl").read_text("utf-8"), graph)
