"""The page of a document: what it says in its own order, and its text with the claims marked where it is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.ingest.corpus import State
from kg.pages.excerpt import Excerpt, Segment, anchor, cut, segments
from kg.pages.proof import Prover
from kg.pages.reader import Evidence, Things
from kg.pages.show import Shower, Shown
from kg.pages.statements import Fact
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, SCHEMA


@dataclass(frozen=True, slots=True)
class Supported:
    """What one span supports: a thing as a whole, or one value of one property of it."""

    thing: Shown
    property: Shown | None
    value: Shown | None
    verbatim: str


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One span of the document, with all that it supports."""

    anchor: str
    start: int
    end: int
    here: bool
    excerpt: Excerpt | None
    supports: tuple[Supported, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """The document: the state of its text, the text itself, and its spans in order."""

    state: State
    language: str
    segments: tuple[Segment, ...]
    spans: tuple[SpanRow, ...]
    outside: bool


def source_facts(things: Things, iri: str, shower: Shower) -> tuple[Fact, ...]:
    """What is known of the document; where its address or licence is not, it says so."""
    lines = [
        ("publisher", things.values(iri, DCTERMS.publisher)),
        ("publisher_role", things.values(iri, AW.publisherRole)),
        ("issued", things.values(iri, DCTERMS.issued)),
        ("address", things.values(iri, SCHEMA.url)),
        ("licence", things.values(iri, DCTERMS.license)),
        ("reviewed", things.values(iri, AW.reviewStatus)),
        ("characters", things.values(iri, AW.characters)),
        ("extractor", things.values(iri, AW.extractor)),
    ]
    unknown = {"address": "address_unknown", "licence": "licence_unknown", "issued": "issued_unknown"}
    found = []
    for key, values in lines:
        shown = tuple(shower.value(value) for value in values)
        if not shown and key in unknown:
            shown = (Shown(shower.word(unknown[key])),)
        if shown:
            found.append(Fact(Shown(shower.word(key)), shown))
    return tuple(found)


def source_view(
    iri: str, evidence: Iterable[Evidence], things: Things, shower: Shower, prover: Prover, span: tuple[int, int] | None
) -> SourceView:
    """What the document says, from its evidence; ``span`` is the one to open at."""
    found = prover.found(iri)
    by_span: dict[tuple[int, int], dict[Supported, None]] = {}
    for each in evidence:
        if each.source == iri:
            by_span.setdefault((each.start, each.end), {})[_supported(each, iri, shower, found.text or "")] = None
    rows = tuple(
        SpanRow(anchor(*place), *place, place == span, _excerpt(found.text, place), tuple(supports))
        for place, supports in sorted(by_span.items())
    )
    length = things.integer(iri, AW.characters)
    return SourceView(
        state=found.state,
        language=things.text(iri, SCHEMA.inLanguage) or "th",
        segments=tuple(segments(found.text, by_span, span)) if found.text is not None else (),
        spans=rows,
        outside=span is not None and not 0 <= span[0] < span[1] <= length,
    )


def _supported(evidence: Evidence, source: str, shower: Shower, text: str) -> Supported:
    return Supported(
        shower.label(source) if evidence.thing == source else shower.thing(evidence.thing),
        shower.label(evidence.property) if evidence.property else None,
        shower.value(evidence.value) if evidence.value else None,
        "" if evidence.verbatim == text[evidence.start : evidence.end] else evidence.verbatim,
    )


def _excerpt(text: str | None, span: tuple[int, int]) -> Excerpt | None:
    if text is None or span[1] > len(text):
        return None
    return cut(text, *span, around=0)
