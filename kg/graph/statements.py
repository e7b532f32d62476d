"""What a graph that somebody hands in states of awards, and which of its statements say so.

The text that evidence counts in is the graph as sorted N-Quads, one statement a line; blank nodes are numbered in the
order in which the file has them. SPARQL queries say what is an award: ours for our own terms, or those of a mapping.
Each variable that is called like a field of a statement is that field; a value must stand in the graph as it is, so
that the statement that says it can be pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, cast

import pyoxigraph as ox

from kg.errors import DataError, KgError, SyntaxFault
from kg.graph.locate import Lines, Place
from kg.graph.query import run, text_of
from kg.graph.store import Store
from kg.model.stated import FIELDS, NEEDED, PARTS, STATUSES, Cell, Kind, Stated, Statement, once
from kg.terms.award import AW
from kg.terms.foreign import FOAF, RDFS, SCHEMA, SKOS
from kg.terms.prefixes import DEFAULT_BASE
from kg.text.values import day, shortened, year

SYNTAXES: Final[Mapping[str, ox.RdfFormat]] = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
RULE_OWN: Final = "graph in our terms"
RULE_DECLARED: Final = "graph by mapping"

# Much of the web writes schema.org with http.
_LABELS: Final = (
    *(str(each) for each in (SKOS.prefLabel, RDFS.label, SCHEMA.name, FOAF.name, AW.nameAsWritten)),
    str(SCHEMA.name).replace("https:", "http:", 1),
)
_LANGUAGES: Final = ("th", "", "en")
_PARTS: Final = {"acceptedBy": "receiver", "recipient": "winner"}
_NUMBER: Final = re.compile(r"\+?[0-9]{1,9}")
_NO_CONTEXT: Final = "LoadDocumentCallback"

Row = Mapping[str, ox.NamedNode | ox.BlankNode | ox.Literal]


@dataclass(slots=True)
class Reading:
    """The text of a graph, what it states, and the rows that say too little."""

    text: str
    stated: Stated
    faults: list[DataError] = field(default_factory=list)


def read_graph(
    data: bytes,
    syntax: ox.RdfFormat,
    queries: Mapping[Kind, str],
    names: Mapping[str, str],
    base: str = DEFAULT_BASE,
) -> Reading:
    """What the bytes of an RDF file state, by the queries of a mapping, or by ours where it has none.

    ``names`` are those of things that the registry knows, by IRI. Raises SyntaxFault with line and column (``where`` is
    ``:3:5``), and DataError for a graph without any award.
    """
    quads = list(_numbered(_parsed(data, syntax)))
    lines = Lines.of(quads)
    store = Store.in_memory(quads)
    namer = _Namer(quads, names)
    own = {kind: text_of(f"statements/{kind}") for kind in FIELDS}
    reading = Reading(lines.text, Stated((), RULE_DECLARED if queries else RULE_OWN))
    found: list[Statement] = []
    for kind, query in (queries or own).items():
        reader = _Solutions(kind, lines, namer, reading.faults)
        found += reader.statements(_solutions(store, query, kind, base))
    if not any(each.kind in ("conferment", "candidacy") for each in found) and not reading.faults:
        why = "no row came of the queries" if queries else "it has no aw:Conferment with a recipient"
        raise DataError("states no award", why=why, fix="give --mapping FILE with a query that finds its awards")
    reading.stated = Stated(tuple(once(found)), reading.stated.rule)
    return reading


def _parsed(data: bytes, syntax: ox.RdfFormat) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(data, format=syntax, base_iri=_BASE)
    except SyntaxError as error:
        if _NO_CONTEXT in str(error):
            fix = "put the context into the document"
            raise DataError("names a JSON-LD context elsewhere", why="nothing is fetched", fix=fix) from error
        where = f":{error.lineno}:{error.offset}" if error.lineno else ""
        why = " ".join(str(error.msg).split())[:200]
        raise SyntaxFault(f"this is not {syntax.name}", where=where, why=why, fix="mend the syntax there") from error
    except (OSError, ValueError) as error:
        raise DataError("cannot be read as RDF", why=str(error)[:200]) from error


# What relative addresses are resolved against: the place of the file would make other bytes on another machine.
_BASE: Final = "file:///"


def _numbered(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads with blank nodes numbered as they come: the parser's own labels are other ones each time."""
    labels: dict[ox.BlankNode, ox.BlankNode] = {}

    def term(each: object) -> object:
        if isinstance(each, ox.Triple):
            raise DataError("has a triple in place of a term", why="RDF 1.2 is not read", fix="state it as a resource")
        if isinstance(each, ox.BlankNode):
            return labels.setdefault(each, ox.BlankNode(f"b{len(labels)}"))
        return each

    for quad in quads:
        parts = (quad.subject, quad.predicate, quad.object, quad.graph_name)
        yield ox.Quad(*(term(part) for part in parts))  # type: ignore[arg-type]


def _solutions(store: Store, query: str, kind: Kind, base: str) -> list[Row]:
    """The rows of a query in an order of their own: an engine may give them in any."""
    try:
        results = run(store, query, base=base)
    except KgError as error:
        where = f"[queries] {kind}, {error.where}".rstrip(", ")
        raise type(error)(error.what, where=where, why=error.why, fix=error.fix) from error
    if not isinstance(results, ox.QuerySolutions):
        raise DataError("is no SELECT", where=f"[queries] {kind}", fix="ask for a row for each recipient")
    names = [variable.value for variable in results.variables]
    if unknown := [name for name in NEEDED[kind] if name not in names and kind != "event"]:
        fix = f"SELECT {' '.join(f'?{name}' for name in NEEDED[kind])}"
        raise DataError(f"has no variable ?{unknown[0]}", where=f"[queries] {kind}", fix=fix)
    rows = [{name: row[name] for name in names if row[name] is not None} for row in results]
    return sorted(rows, key=lambda row: [str(row.get(name, "")) for name in names])


class _Namer:
    """What things are called: in the graph itself, else in the registry."""

    def __init__(self, quads: Iterable[ox.Quad], known: Mapping[str, str]) -> None:
        self._known = known
        self._labels: dict[str, tuple[tuple[int, int, str], str]] = {}
        for quad in quads:
            label = quad.object
            if isinstance(label, ox.Literal) and quad.predicate.value in _LABELS and label.value.strip():
                language = (label.language or "").partition("-")[0]
                place = _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
                rank = (place, _LABELS.index(quad.predicate.value), label.value)
                subject = str(quad.subject)
                if subject not in self._labels or rank < self._labels[subject][0]:
                    self._labels[subject] = (rank, label.value)

    def knows(self, term: ox.NamedNode) -> bool:
        """Whether the registry has the thing."""
        return term.value in self._known

    def name(self, term: ox.NamedNode | ox.BlankNode) -> str:
        """The name of a thing, or the empty text."""
        known = self._known.get(term.value, "") if isinstance(term, ox.NamedNode) else ""
        return known or self._labels.get(str(term), ((0, 0, ""), ""))[1]


@dataclass(slots=True)
class _Solutions:
    """Turns the rows of one query into statements."""

    kind: Kind
    lines: Lines
    namer: _Namer
    faults: list[DataError]

    def statements(self, rows: Iterable[Row]) -> Iterator[Statement]:
        for number, row in enumerate(rows, 1):
            where = f"row {number} of the query {self.kind}"
            try:
                if statement := self._statement(row, where):
                    yield statement
            except DataError as error:
                self.faults.append(DataError(error.what, where=where, why=error.why, fix=error.fix))

    def _statement(self, row: Row, where: str) -> Statement | None:
        bound = [str(term) for term in row.values()]
        cells: list[tuple[str, Cell]] = []
        at: Place | None = None
        for name in sorted(FIELDS[self.kind] & row.keys(), key=lambda name: (name not in NEEDED[self.kind], name)):
            place = self.lines.find(row[name], bound)
            at = at or place
            cells.append((name, self._cell(name, row[name], place)))
        said = {name for name, _ in cells}
        missing = [name for name in NEEDED[self.kind] if name not in said and not self._may_lack(name, row)]
        if missing or at is None:
            raise DataError(f"it has no {', '.join(missing)}", fix="state it in the graph, or mend the query")
        if self.kind == "event" and not said & {"date", "place", "organizer"}:
            return None
        key = str(row["key"]) if "key" in row else ""
        return Statement(self.kind, tuple(cells), *self.lines.line(at.start), key, where)

    def _may_lack(self, name: str, row: Row) -> bool:
        """Whether a field may be missing: either of an event's, the scheme of a streak or of a known edition."""
        if name == "scheme":
            edition = row.get("edition")
            return self.kind == "streak" or (isinstance(edition, ox.NamedNode) and self.namer.knows(edition))
        return self.kind == "event" and bool(row.keys() & set(NEEDED["event"]))

    def _cell(self, name: str, term: ox.NamedNode | ox.BlankNode | ox.Literal, place: Place) -> Cell:
        if isinstance(term, ox.Literal):
            return Cell(term.value, place.start, place.end, _meaning(name, term.value))
        iri = term.value if isinstance(term, ox.NamedNode) else ""
        if name in _CONCEPTS:
            return Cell(iri, place.start, place.end, _concept(name, iri), iri)
        said = self.namer.name(term)
        if not said and name != "edition":
            raise DataError(f"the {name} {term} has no name", fix="give it a label in the graph")
        return Cell(said or iri, place.start, place.end, "", iri)


_CONCEPTS: Final = frozenset({"status", "part", "counted", "qualifier"})


def _meaning(name: str, said: str) -> str:
    """What a literal means; DataError where it cannot be in this field."""
    if name in ("year", "until"):
        return str(year(said.removesuffix("Z")))
    if name == "date":
        return day(said)
    if name in ("n", "years"):
        if not _NUMBER.fullmatch(said.strip()):
            raise DataError(f"{shortened(said)} is no number", fix=f"select a whole number as ?{name}")
        return str(int(said))
    return _concept(name, said) if name in _CONCEPTS else ""


def _concept(name: str, said: str) -> str:
    """The word for a status or a part, from our concept, our property, or the word itself."""
    local = said.rpartition("#")[2]
    if name == "part":
        found = _PARTS.get(local, local)
        known = found in PARTS
    elif name == "status":
        found = local.removeprefix("status")
        known = found in STATUSES
    else:
        found, known = local, bool(local)
    if not known:
        raise DataError(
            f"{shortened(said)} is no {name}",
            fix=f"one of {', '.join(sorted(cast('set[str]', PARTS if name == 'part' else STATUSES)))}",
        )
    return found
