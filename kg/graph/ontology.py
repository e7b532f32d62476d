"""The ontology as quads of a named graph, so that a query can ask a term for its label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import DataError, SyntaxFault
from kg.graph.quads import node


def ontology_quads(files: Iterable[str | Path], graph: str) -> Iterator[ox.Quad]:
    """All triples of the Turtle files in one named graph, blank nodes left out: they would not be the same twice.

    Raises DataError for a missing file, SyntaxFault with line and column for one that does not parse.
    """
    home = node(graph)
    for file in files:
        try:
            triples = list(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise SyntaxFault(
                "this is not Turtle", where=f"{file}:{error.lineno}:{error.offset}", why=error.msg
            ) from error
        except OSError as error:
            raise DataError("cannot be read", where=str(file), why=error.strerror or str(error)) from error
        for triple in triples:
            if not isinstance(triple.subject, ox.BlankNode) and not isinstance(triple.object, ox.BlankNode):
                yield ox.Quad(triple.subject, triple.predicate, triple.object, home)
