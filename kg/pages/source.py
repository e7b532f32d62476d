"""The page of a document: what it says in its own order, and its text with the claims marked where it is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.ingest.corpus import State
from kg.pages.excerpt import Excerpt, Segment, anchor, cut, segments
from kg.pages.paging import Pager, Wanted, pager, slice_of
from kg.pages.proof import Prover
from kg.pages.reader import Evidence, Things, Value
from kg.pages.show import Shower, Shown
from kg.pages.statements import Fact
from kg.pages.view import View
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, SCHEMA

SPANS: Final = "order"
ROWS: Final = 1000
"""Spans of one page of the list: a place in a document is linked to without knowing how many stand before it."""


@dataclass(frozen=True, slots=True)
class Supported:
    """What one span supports: a thing as a whole, or one value of one property of it."""

    thing: Shown
    property: Shown | None
    value: Shown | None
    verbatim: str
    wrong: str = ""


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
    total: int
    pager: Pager | None
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
    iri: str, evidence: Iterable[Evidence], things: Things, shower: Shower, prover: Prover, view: View
) -> SourceView:
    """What the document says, from its evidence; the view tells at which span to open, and which page of the list."""
    span = view.span
    found = prover.found(iri)
    by_span: dict[tuple[int, int], dict[Supported, None]] = {}
    for each in evidence:
        if each.source == iri:
            by_span.setdefault((each.start, each.end), {})[_supported(each, iri, shower, found.text or "")] = None
    places = sorted(by_span)
    wanted = _wanted(view, places)
    rows = tuple(
        SpanRow(anchor(*place), *place, place == span, _excerpt(found.text, place), tuple(by_span[place]))
        for place in slice_of(places, SPANS, wanted, ROWS)
    )
    reference = shower.iris.reference(iri) or ""
    length = things.integer(iri, AW.characters)
    return SourceView(
        state=found.state,
        language=things.text(iri, SCHEMA.inLanguage) or "th",
        segments=tuple(segments(found.text, by_span, span)) if found.text is not None else (),
        spans=rows,
        total=len(places),
        pager=pager(len(places), SPANS, wanted, view.links, f"/page/{reference}", ROWS),
        outside=span is not None and not 0 <= span[0] < span[1] <= length,
    )


def _wanted(view: View, places: list[tuple[int, int]]) -> Wanted:
    """The page of the list that is asked for, else the one with the span to open at."""
    if view.wanted.key == SPANS or view.span not in places:
        return view.wanted
    return Wanted(SPANS, places.index(view.span) // ROWS + 1)


def _supported(evidence: Evidence, source: str, shower: Shower, text: str) -> Supported:
    about = shower.iris.reference(evidence.thing)
    source_id = (shower.iris.reference(source) or "").partition("/")[2]
    return Supported(
        shower.label(source) if evidence.thing == source else shower.thing(evidence.thing),
        shower.label(evidence.property) if evidence.property else None,
        shower.value(evidence.value) if evidence.value else None,
        "" if evidence.verbatim == text[evidence.start : evidence.end] else evidence.verbatim,
        _doubt(evidence, about, source_id, shower) if about else "",
    )


def _doubt(evidence: Evidence, about: str, source_id: str, shower: Shower) -> str:
    value = evidence.value or Value()
    return shower.links.wrong(
        about,
        property=shower.curie(evidence.property) if evidence.property else "",
        value=shower.curie(value.iri) if value.iri else value.text[:300],
        at=f"{source_id},{evidence.start},{evidence.end}",
    )


def _excerpt(text: str | None, span: tuple[int, int]) -> Excerpt | None:
    if text is None or span[1] > len(text):
        return None
    return cut(text, *span, around=0)
