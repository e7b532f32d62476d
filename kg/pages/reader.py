"""What the pages read of the store: a few named queries, and plain values of their rows.

Each method is one query however many things it is asked about, so the number of queries of a page does not grow with
the number of its awards (``asked`` counts them).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.quads import Term, node
from kg.graph.query import Rows, ask_file
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import RDF, RDFS, SKOS

_LABEL: Final = frozenset({str(RDFS.label), str(SKOS.prefLabel)})


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """An IRI, or a literal with its language or datatype."""

    iri: str = ""
    text: str = ""
    language: str = ""
    datatype: str = ""

    @classmethod
    def of(cls, term: Term | None) -> Value:
        """From a term of the store."""
        if isinstance(term, NamedNode):
            return cls(iri=term.value)
        if isinstance(term, Literal):
            return cls(text=term.value, language=term.language or "", datatype=term.datatype.value)
        return cls(text=str(term) if isinstance(term, BlankNode | Triple) else "")


@dataclass(frozen=True, slots=True)
class Statement:
    """One property of a thing with one value, and the graphs that state it."""

    property: str
    value: Value
    graphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a source that says a thing as a whole, or one value of one of its properties."""

    thing: str
    source: str
    start: int
    end: int
    property: str = ""
    value: Value | None = None
    verbatim: str = ""
    confidence: float = 1.0


class Things:
    """Statements by thing."""

    def __init__(self, statements: Mapping[str, tuple[Statement, ...]]) -> None:
        """Use ``Reader.about``."""
        self._statements = statements

    def __contains__(self, thing: object) -> bool:
        """Whether anything is stated of it."""
        return thing in self._statements

    def __add__(self, more: Things) -> Things:
        """Both together; what is in both is the same."""
        return Things({**self._statements, **more._statements})

    def of(self, thing: str) -> tuple[Statement, ...]:
        """All statements of a thing."""
        return self._statements.get(thing, ())

    def values(self, thing: str, *properties: str) -> list[Value]:
        """The values of some properties, each once."""
        wanted = {str(name) for name in properties}
        return list(dict.fromkeys(each.value for each in self.of(thing) if each.property in wanted))

    def iris(self, thing: str, *properties: str) -> list[str]:
        """The values that are IRIs."""
        return [value.iri for value in self.values(thing, *properties) if value.iri]

    def text(self, thing: str, prop: str) -> str:
        """The first literal value, or nothing."""
        return next((value.text for value in self.values(thing, prop) if not value.iri), "")

    def integer(self, thing: str, prop: str, default: int = 0) -> int:
        """The first value as a number."""
        said = self.text(thing, prop)
        return int(said) if said.lstrip("-").isdigit() else default

    def classes(self, thing: str) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.iris(thing, RDF.type))

    def mentioned(self) -> set[str]:
        """Every IRI that is a thing or a value here."""
        values = {each.value.iri for said in self._statements.values() for each in said if each.value.iri}
        return values | set(self._statements)


@dataclass(frozen=True, slots=True)
class Link:
    """Something that points at a thing."""

    thing: str
    property: str
    other: str


@dataclass(slots=True)
class TermInfo:
    """A term of the ontology."""

    iri: str
    labels: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    above: set[str] = field(default_factory=set)


class Reader:
    """Asks one store; labels of the ontology's terms are read once."""

    def __init__(self, store: Store, base: str) -> None:
        """Nothing is read yet."""
        self._store, self._base = store, base
        self._terms: dict[str, TermInfo] | None = None
        self.asked = 0

    def ask(self, name: str, parameter: str = "", things: Collection[str] = ()) -> Rows:
        """Rows of a query of ``queries/pages``; none where its parameter has no values."""
        if parameter and not things:
            return []
        self.asked += 1
        bound = {parameter: [node(iri) for iri in sorted(set(things))]} if parameter else {}
        return ask_file(self._store, f"pages/{name}", bound, base=self._base)

    def about(self, things: Collection[str]) -> Things:
        """Everything stated of some things."""
        found: dict[str, dict[tuple[str, Value], list[str]]] = {}
        for row in self.ask("about", "thing", things):
            thing, graph = Value.of(row["thing"]).iri, Value.of(row["graph"]).iri
            key = (Value.of(row["property"]).iri, Value.of(row["value"]))
            found.setdefault(thing, {}).setdefault(key, []).append(graph)
        return Things(
            {
                thing: tuple(
                    Statement(name, value, tuple(sorted(graphs))) for (name, value), graphs in sorted(said.items())
                )
                for thing, said in found.items()
            }
        )

    def links(self, things: Collection[str], awards: bool = True) -> list[Link]:
        """What points at some things; without ``awards``, what these say of their own is left aside."""
        rows = self.ask("links" if awards else "around", "thing", things)
        return sorted(
            (Link(*(Value.of(row[name]).iri for name in ("thing", "property", "other"))) for row in rows),
            key=lambda link: (link.thing, link.property, link.other),
        )

    def labels(self, things: Iterable[str]) -> dict[str, dict[str, str]]:
        """Labels by thing and language, those of the ontology's own terms among them."""
        wanted = set(things)
        found = {iri: info.labels for iri, info in self.terms().items() if iri in wanted}
        for row in self.ask("labels", "thing", wanted - set(found)):
            label = Value.of(row["label"])
            found.setdefault(Value.of(row["thing"]).iri, {})[label.language] = label.text
        return found

    def terms(self) -> dict[str, TermInfo]:
        """The terms of the ontology."""
        if self._terms is None:
            terms: dict[str, TermInfo] = {}
            for row in self.ask("terms"):
                iri = Value.of(row["term"]).iri
                _add_to_term(
                    terms.setdefault(iri, TermInfo(iri)), Value.of(row["property"]).iri, Value.of(row["value"])
                )
            self._terms = terms
        return self._terms

    def evidence(self, things: Collection[str]) -> list[Evidence]:
        """The evidence for some things, in the order of the sources."""
        return _evidence(self.ask("evidence", "thing", things))

    def said(self, sources: Collection[str]) -> list[Evidence]:
        """All that some sources say, in their own order."""
        return _evidence(self.ask("said", "source", sources))


def _add_to_term(term: TermInfo, prop: str, value: Value) -> None:
    if prop in _LABEL:
        term.labels[value.language] = value.text
    elif prop == str(SKOS.definition):
        term.definitions[value.language] = value.text
    elif prop == str(RDF.type):
        term.classes.add(value.iri)
    else:
        term.above.add(value.iri)


def _evidence(rows: Rows) -> list[Evidence]:
    places: dict[tuple[str, str], tuple[str, str, int, int]] = {}
    said: dict[tuple[str, str], dict[str, Value]] = {}
    for row in rows:
        thing, iri, source = (Value.of(row[name]).iri for name in ("thing", "evidence", "source"))
        start, end = (int(Value.of(row[name]).text) for name in ("start", "end"))
        places[thing, iri] = (thing, source, start, end)
        said.setdefault((thing, iri), {})[Value.of(row["property"]).iri] = Value.of(row["value"])
    found = [_one(*place, said[key]) for key, place in places.items()]
    return sorted(
        found, key=lambda each: (each.source, each.start, each.end, each.thing, each.property, str(each.value))
    )


def _one(thing: str, source: str, start: int, end: int, said: Mapping[str, Value]) -> Evidence:
    nothing = Value()
    return Evidence(
        thing,
        source,
        start,
        end,
        property=said.get(str(AW.supportsProperty), nothing).iri,
        value=said.get(str(AW.supportsValue)),
        verbatim=said.get(str(AW.verbatim), nothing).text,
        confidence=float(said.get(str(AW.confidence), Value(text="1")).text),
    )
