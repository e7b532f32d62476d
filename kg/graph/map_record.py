"""What one announcement says, as quads of ``graph:source/ID``: its things, their properties, and the evidence."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from pyoxigraph import NamedNode

from kg.graph.quads import GraphWriter, Object, date, decimal, integer, node, text, time, year
from kg.model.record import Record, SourceInfo, Span, Thing, Value
from kg.model.registry import Registry
from kg.model.vocabulary import OUTCOMES, PROPERTIES, ValueKind
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, OA, ORG, RDF, SCHEMA, TIME
from kg.terms.iris import Iris, digest
from kg.text.dates import parse_iso, to_be

# Names of a record that are terms of other vocabularies, or of ours under another name; all others are aw:NAME.
_FOREIGN: Final[dict[str, str]] = {
    "name": AW.nameAsWritten,
    "place": DCTERMS.spatial,
    "startDate": SCHEMA.startDate,
    "startTime": SCHEMA.startTime,
    "location": SCHEMA.location,
    "organizer": SCHEMA.organizer,
    "unitOf": ORG.unitOf,
    "parent": ORG.subOrganizationOf,
    "member": ORG.member,
    "organization": ORG.organization,
    "role": ORG.role,
}
_CLASSES: Final[dict[str, str]] = {"Role": ORG.Role, "Post": ORG.Post, "Membership": ORG.Membership}

_TYPE, _EVIDENCE, _SPECIFIC, _POSITION = map(
    node, (RDF.type, AW.Evidence, OA.SpecificResource, OA.TextPositionSelector)
)
_HAS_TARGET, _HAS_SOURCE, _HAS_SELECTOR = map(node, (OA.hasTarget, OA.hasSource, OA.hasSelector))
_START, _END = map(node, (OA.start, OA.end))
_SUPPORTS, _SUPPORTS_PROPERTY, _SUPPORTS_VALUE, _CONFIDENCE, _VERBATIM = map(
    node, (AW.supports, AW.supportsProperty, AW.supportsValue, AW.confidence, AW.verbatim)
)


@cache
def property_iri(name: str) -> str:
    """IRI of a property as records name it."""
    return _FOREIGN.get(name) or str(AW[name])


def evidence_ref(source_id: str, span: Span, subject: str, predicate: str, value: Value | None) -> str:
    """Reference of the evidence for one value of ``subject`` (a reference), or for the thing as a whole."""
    # From the reference and the value, not from IRIs of things: an identifier is the same under every base.
    said = f"{value.value}@{value.language}" if value else ""
    return f"evidence/{source_id}-{span[0]}-{span[1]}-{digest(subject, predicate, said, length=8)}"


def term_of(name: str, value: Value, iris: Iris) -> Object:
    """A value of a property as the store has it."""
    said = value.value
    match PROPERTIES[name].kind:
        case ValueKind.REF:
            return node(iris.thing(str(said)))
        case ValueKind.TEXT:
            return text(str(said), value.language)
        case ValueKind.STRING:
            return text(str(said))
        case ValueKind.DATE:
            return date(str(said))
        case ValueKind.TIME:
            return time(str(said))
        case ValueKind.YEAR:
            return year(int(said))
        case ValueKind.INTEGER:
            return integer(int(said))
        case ValueKind.CONCEPT:
            return node(AW[str(said)])


class RecordMapper:
    """Writes one record; the registry tells the scheme of an edition that the record does not describe."""

    def __init__(self, record: Record, registry: Registry, iris: Iris) -> None:
        """Nothing is written until ``write``."""
        self._record, self._registry, self._iris = record, registry, iris
        self._source = record.source
        self._out = GraphWriter(iris.source_graph(record.source.id))
        self._targets: dict[Span, NamedNode] = {}

    def write(self) -> GraphWriter:
        """The quads of the record, in the order of the record."""
        self._write_source(self._source)
        for thing in self._record.things:
            self._write_thing(thing)
        return self._out

    def _write_source(self, source: SourceInfo) -> None:
        iri = self._iris.thing(source.ref)
        add = self._out.add
        add(iri, RDF.type, AW.Source)
        add(iri, DCTERMS.identifier, text(source.id))
        add(iri, DCTERMS.title, text(source.title, source.language))
        add(iri, SCHEMA.inLanguage, text(source.language))
        add(iri, DCTERMS["format"], text(source.media_type))
        add(iri, AW.sha256, text(source.sha256))
        add(iri, AW.characters, integer(source.characters))
        add(iri, AW.reviewStatus, AW[self._record.review_status])
        if source.issued:
            add(iri, DCTERMS.issued, date(source.issued))
        if source.publisher:
            add(iri, DCTERMS.publisher, self._iris.thing(source.publisher))
        if source.publisher_role:
            add(iri, AW.publisherRole, AW[source.publisher_role])
        if source.url:
            add(iri, SCHEMA.url, source.url)
        if source.license:
            add(iri, DCTERMS.license, source.license)
        if source.extractor:
            add(iri, AW.extractor, text(source.extractor))

    def _write_thing(self, thing: Thing) -> None:
        iri = self._iris.thing(thing.ref)
        for cls in filter(None, (thing.cls, thing.also)):
            self._out.add(iri, RDF.type, _CLASSES.get(cls) or str(AW[cls]))
        for start, end in thing.spans:
            self._evidence((start, end), iri)
        for name, values in thing.says.items():
            for value in values:
                self._write_value(iri, name, value)
        if thing.cls in OUTCOMES:
            self._write_scheme(iri, thing)
        if thing.cls == "AwardEdition":
            self._write_years(iri, thing)
        if thing.cls == "Membership":
            self._write_interval(thing)

    def _write_value(self, subject: str, name: str, value: Value) -> None:
        predicate = property_iri(name)
        term = term_of(name, value, self._iris)
        self._out.add(subject, predicate, term)
        for span in value.spans:
            self._evidence(span, subject, predicate, term, value)

    def _write_scheme(self, iri: str, thing: Thing) -> None:
        """The edition's scheme on the outcome itself, so that a shape can hold category and level against it."""
        for edition in thing.refs("edition"):
            if scheme := self._scheme_of(edition):
                self._out.add(iri, AW.scheme, self._iris.thing(scheme))

    def _scheme_of(self, edition: str) -> str:
        said = self._record.thing(edition)
        if said is not None:
            return next(iter(said.refs("scheme")), "")
        row = self._registry.row(edition)
        return f"scheme/{row['scheme_id']}" if row else ""

    def _write_years(self, iri: str, thing: Thing) -> None:
        stated = thing.first("year")
        if stated is not None:
            ce = int(stated.value)
            self._out.add(iri, AW.yearCE, integer(ce))
            self._out.add(iri, AW.yearBE, integer(to_be(ce)))

    def _write_interval(self, thing: Thing) -> None:
        """A post attested on a date was held during some interval that has the date inside (OWL-Time, time:inside)."""
        dates = sorted({str(value.value) for value in thing.says.get("attestedOn", ())})
        days = [when for when in dates if parse_iso(when).precision == "day"]
        if not days:
            return
        during = self._iris.part(thing.ref, "during")
        add = self._out.add
        add(self._iris.thing(thing.ref), ORG.memberDuring, during)
        add(during, RDF.type, TIME.ProperInterval)
        for when in days:
            instant = self._iris.part(thing.ref, f"attested-{when}")
            add(during, TIME.inside, instant)
            add(instant, RDF.type, TIME.Instant)
            add(instant, TIME.inXSDDate, date(when))

    def _evidence(
        self, span: Span, subject: str, predicate: str = "", term: Object | None = None, value: Value | None = None
    ) -> None:
        about = self._iris.reference(subject) or subject
        iri = node(self._iris.thing(evidence_ref(self._source.id, span, about, predicate, value)))
        add = self._out.add_terms
        add(iri, _TYPE, _EVIDENCE)
        add(iri, _HAS_TARGET, self._target(span))
        add(iri, _SUPPORTS, node(subject))
        if predicate and term is not None and value is not None:
            add(iri, _SUPPORTS_PROPERTY, node(predicate))
            add(iri, _SUPPORTS_VALUE, term)
            add(iri, _CONFIDENCE, _confidence(value.confidence))
            if value.verbatim:
                add(iri, _VERBATIM, text(value.verbatim))

    def _target(self, span: Span) -> NamedNode:
        """The words of a span, described once however much they show."""
        if (known := self._targets.get(span)) is not None:
            return known
        start, end = span
        target = NamedNode(self._iris.span(self._source.id, start, end))
        selector = NamedNode(self._iris.position(self._source.id, start, end))
        add = self._out.add_terms
        add(target, _TYPE, _SPECIFIC)
        add(target, _HAS_SOURCE, node(self._iris.thing(self._source.ref)))
        add(target, _HAS_SELECTOR, selector)
        add(selector, _TYPE, _POSITION)
        add(selector, _START, integer(start))
        add(selector, _END, integer(end))
        self._targets[span] = target
        return target


@lru_cache(maxsize=256)
def _confidence(value: float) -> Object:
    return decimal(value)


def map_record(record: Record, registry: Registry, iris: Iris) -> GraphWriter:
    """All quads of one source graph."""
    return RecordMapper(record, registry, iris).write()
