"""Terms and quads in the store's own types, with literals that carry their datatype."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.terms.foreign import XSD
from kg.text.dates import parse_iso

Object = NamedNode | Literal | BlankNode
Term = NamedNode | Literal | BlankNode | Triple


@lru_cache(maxsize=1 << 16)
def node(iri: str) -> NamedNode:
    """The node of an IRI; cached, because a build names the same few thousand terms over and over."""
    return NamedNode(iri)


def in_memory(quads: Iterable[Quad]) -> Store:
    """A database of these quads that no disk keeps."""
    store = Store()
    store.bulk_extend(quads)
    return store


def text(value: str, language: str = "") -> Literal:
    """A language-tagged text, or a plain string where the language is empty."""
    return Literal(value, language=language) if language else Literal(value)


def integer(value: int) -> Literal:
    """xsd:integer, for oa:start and oa:end too: the store keeps no type below it (nonNegativeInteger comes out so)."""
    return Literal(str(value), datatype=node(XSD.integer))


def decimal(value: float | str) -> Literal:
    """xsd:decimal in its shortest form: equal numbers are equal terms, and the store gives back what was put in."""
    return Literal(format(Decimal(str(value)).normalize(), "f"), datatype=node(XSD.decimal))


def boolean(value: bool) -> Literal:
    """xsd:boolean."""
    return Literal("true" if value else "false", datatype=node(XSD.boolean))


def year(value: int) -> Literal:
    """xsd:gYear of a year CE."""
    return Literal(f"{value:04}", datatype=node(XSD.gYear))


def time(value: str) -> Literal:
    """xsd:time."""
    return Literal(value, datatype=node(XSD.time))


_DATE_TYPES = {"day": XSD.date, "month": XSD.gYearMonth, "year": XSD.gYear}


def date(value: str) -> Literal:
    """xsd:date, xsd:gYearMonth or xsd:gYear, by what is known; raises ValueError for what no calendar has."""
    return Literal(value, datatype=node(_DATE_TYPES[parse_iso(value).precision]))


class GraphWriter:
    """Collects the quads of one named graph, each once, in the order they were first said."""

    def __init__(self, graph: str) -> None:
        """``graph`` is the IRI of the named graph."""
        self.graph = node(graph)
        self._quads: dict[Quad, None] = {}

    def add(self, subject: str, predicate: str, value: Object | str) -> None:
        """One statement; a text as value is an IRI."""
        term = node(value) if isinstance(value, str) else value
        self._quads[Quad(node(subject), node(predicate), term, self.graph)] = None

    def add_terms(self, subject: NamedNode, predicate: NamedNode, value: Object) -> None:
        """The same with terms at hand: evidence is most of a graph, and making its terms anew is most of the time."""
        self._quads[Quad(subject, predicate, value, self.graph)] = None

    def __iter__(self) -> Iterator[Quad]:
        """The quads."""
        return iter(self._quads)

    def __len__(self) -> int:
        """How many."""
        return len(self._quads)
