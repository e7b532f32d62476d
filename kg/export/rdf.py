"""Writes quads in any RDF format, to the same bytes whatever order they come in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from kg.errors import DataError
from kg.export.formats import FORMATS, Format, format_named
from kg.export.jsonld import write_jsonld
from kg.graph.quads import Term
from kg.terms.foreign import RDF
from kg.terms.prefixes import for_base

__all__ = ["FORMATS", "Format", "serialize", "serialize_triples"]

_TYPE: Final = str(RDF.type)
_WITHOUT_PREFIXES: Final = frozenset({ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS})
# XML 1.0 (section 2.2) has no way to write these, not even as a character reference.
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ELEMENT_NAME: Final = re.compile(r"[^\W\d][\w.\-]*\Z")


def serialize(quads: Iterable[ox.Quad], format_name: str, base: str) -> bytes:
    """The quads in a format of ``FORMATS``; a format without graphs gets the union of all of them.

    ``base`` decides what ``id:`` and ``graph:`` abbreviate. Raises UsageError for an unknown format, DataError for
    what the format cannot hold.
    """
    chosen = format_named(format_name)
    if chosen.quads:
        return _write(sorted(set(quads), key=_order), chosen, base)
    union = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    return _write(sorted(union, key=_order), chosen, base)


def serialize_triples(triples: Iterable[ox.Triple], format_name: str, base: str) -> bytes:
    """Triples, such as a CONSTRUCT gives, in any of the formats."""
    quads = (ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return serialize(quads, format_name, base)


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    # A reader looks for the type of a thing first.
    predicate = "" if quad.predicate.value == _TYPE else quad.predicate.value
    return _text(quad.graph_name), _text(quad.subject), predicate, _text(quad.object)


def _text(term: Term | ox.DefaultGraph) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _write(quads: list[ox.Quad], chosen: Format, base: str) -> bytes:
    if chosen.syntax == ox.RdfFormat.JSON_LD:
        return write_jsonld(quads)
    if chosen.syntax in _WITHOUT_PREFIXES:
        # Sorted by line, as `sort` and a diff of two dumps expect.
        return b"".join(sorted(_native(quads, chosen, {}).splitlines(keepends=True)))
    if chosen.syntax == ox.RdfFormat.RDF_XML:
        return _rdf_xml(quads, chosen, base)
    return _native(quads, chosen, _used(for_base(base), quads))


def _native(quads: list[ox.Quad], chosen: Format, prefixes: dict[str, str]) -> bytes:
    statements: list[ox.Quad] | list[ox.Triple] = quads if chosen.quads else [quad.triple for quad in quads]
    try:
        return ox.serialize(statements, format=chosen.syntax, prefixes=prefixes) or b""
    except ValueError as error:
        raise DataError(
            f"the graph cannot be written as {chosen.name}", why=str(error), fix="choose another format"
        ) from error


def _used(prefixes: dict[str, str], quads: list[ox.Quad]) -> dict[str, str]:
    iris = {iri for quad in quads for iri in _iris(quad)}
    return {name: head for name, head in sorted(prefixes.items()) if any(iri.startswith(head) for iri in iris)}


def _iris(quad: ox.Quad) -> Iterator[str]:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, ox.NamedNode):
            yield term.value
        elif isinstance(term, ox.Literal) and not term.language:
            yield term.datatype.value


def _rdf_xml(quads: list[ox.Quad], chosen: Format, base: str) -> bytes:
    for quad in quads:
        _refuse_what_xml_lacks(quad)
    # A reader of XML takes a bare carriage return for a line feed (XML 1.0, section 2.11).
    return _native(quads, chosen, _used(for_base(base), quads)).replace(b"\r", b"&#xD;")


def _refuse_what_xml_lacks(quad: ox.Quad) -> None:
    """The library would write all of these, and no reader could read them."""
    named = quad.object if quad.predicate.value == _TYPE else quad.predicate
    if isinstance(named, ox.NamedNode) and not _ELEMENT_NAME.search(named.value):
        raise DataError(
            "RDF/XML cannot write this name",
            where=named.value,
            why="a property or class must end in an XML name",
            fix="choose another format",
        )
    if isinstance(quad.object, ox.Literal) and (found := _NOT_IN_XML.search(quad.object.value)):
        raise DataError(
            f"RDF/XML cannot write the character U+{ord(found[0]):04X}",
            where=_text(quad.subject),
            why="no XML document can hold it",
            fix="choose another format",
        )
