"""One announcement from text to claims: every reader once, offsets brought back to the text as given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg.extract.events import EventRow
from kg.extract.figures import CountRow, counts
from kg.extract.language import language_of
from kg.extract.languages import Language, language
from kg.extract.mentions import Mention
from kg.extract.nearby import Page
from kg.extract.nearmiss import CandidacyRow, near_misses
from kg.extract.normal import Text
from kg.extract.people import PersonRow
from kg.extract.rows import Row
from kg.extract.streaks import StreakRow, streaks
from kg.model.document import Document
from kg.model.identity import mint
from kg.model.registry import Registry
from kg.text.dates import PartialDate, parse_iso
from kg.text.datespans import published_on

EXTRACTOR: Final = "award-kg rules 1"
THRESHOLD: Final = 0.45
"""Confidence from which a claim is accepted; below it waits for a curator."""
CONFERRED: Final = 0.30
"""The same for conferments: cross-validation over the gold that may be read has their best F1 between 0.3 and 0.4."""
_TELLS: Final = 0.15
"""From here a row makes it likelier than not that its announcement tells of a conferment: the likeliest is told."""

_KINDS: Final = {
    "kindMinistry": "ministry",
    "kindStateEnterprise": "state_enterprise",
    "kindPublicOrganization": "public_organization",
    "kindUniversity": "university",
    "kindHospital": "hospital",
    "kindSchool": "school",
    "kindCompany": "company",
    "kindMedia": "company",
    "kindUnit": "unit",
    "kindAssociation": "community",
    "kindFoundation": "community",
}
_NATIVE_KINDS: Final = frozenset(
    "hospital school university company community local_government province unit person ministry project".split()
)

Json = dict[str, Any]


@dataclass(frozen=True)
class Extraction:
    """All claims of one document, over its normalised text."""

    document: Document
    text: Text
    conferments: list[Row]
    candidacies: list[CandidacyRow] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    streaks: list[StreakRow] = field(default_factory=list)
    counts: list[CountRow] = field(default_factory=list)
    published: str = ""

    def as_json(self, *, quote: bool = False, everything: bool = False) -> Json:
        """One object in the shape of the annotation guidelines, offsets in the text as given.

        ``everything`` adds what lies below the threshold; ``quote`` the words themselves, for use where the text may be
        shown.
        """
        writer = _Writer(self, quote=quote, everything=everything)
        conferments = writer.conferments()
        return {
            "doc": self.document.id,
            "sha256": self.document.sha256,
            "published": self.published or None,
            "relevance": self._relevance(conferments),
            "extractor": EXTRACTOR,
            "conferments": conferments,
            "candidacies": writer.candidacies(),
            "people": writer.people(),
            "events": writer.events(),
            "streaks": writer.streaks(),
            "counts": writer.counts(),
        }

    def _relevance(self, conferments: list[Json]) -> str:
        if any(row["confidence"] >= _TELLS for row in conferments):
            return "conferral"
        return "mention" if self.conferments or self.candidacies or self.counts else "none"


class Extractor:
    """Reads announcements against a registry; made once, used for many documents."""

    def __init__(self, registry: Registry) -> None:
        """The readers of a language are made when the first document in it comes."""
        self._registry, self._languages = registry, dict[str, Language]()

    def extract(self, document: Document) -> Extraction:
        """All claims of one document; the same document gives the same claims, whatever came before."""
        text, published = _opened(document)
        spoken = self._language(text)
        text = spoken.lines(text)
        year = published.year if published else None
        reader = spoken.reader(text.norm, year)
        mentions = reader.mentions
        page = Page(text.norm, mentions, reader.awards)
        missed = near_misses(page, reader.topic, year)
        rows = list(_without(spoken.titles(text.norm, reader.rows()), missed))
        accepted = [row for row in rows if row.confidence >= CONFERRED]
        winners = {row.recipient.name for row in accepted if row.recipient.group == "person"}
        return Extraction(
            document,
            text,
            rows,
            missed,
            spoken.people(page, winners, bool(accepted)),
            spoken.events(page, published, bool(accepted)),
            streaks(page, reader.topic, year),
            counts(page),
            published.isoformat() if published else "",
        )

    def seen(self, document: Document) -> list[tuple[Json, frozenset[str]]]:
        """The conferments that rules find in a document, and what can be seen of each: what weights are fitted to."""
        text, published = _opened(document)
        spoken = self._language(text)
        reader = spoken.reader(spoken.lines(text).norm, published.year if published else None)
        return [
            ({"recipient": row.recipient.name, "scheme": row.award.scheme_name, "year": row.year}, features)
            for row, features in reader.seen()
        ]

    def _language(self, text: Text) -> Language:
        code = language_of(text.norm)
        if code not in self._languages:
            self._languages[code] = language(code, self._registry)
        return self._languages[code]


def _opened(document: Document) -> tuple[Text, PartialDate | None]:
    """The text as it is matched, and the day from which it reckons."""
    text = Text.of(document.text)
    if document.published:
        return text, parse_iso(document.published)
    dateline = published_on(text.norm)
    return text, dateline.date if dateline else None


def _without(rows: Iterable[Row], missed: list[CandidacyRow]) -> Iterable[Row]:
    """The conferments whose only words are not those of a near-miss."""
    for row in rows:
        award = row.award
        if not any(
            miss.confidence >= THRESHOLD and miss.start <= award.start and award.end <= miss.end for miss in missed
        ):
            yield row


class _Writer:
    """Writes rows as JSON with spans in the text as given."""

    def __init__(self, extraction: Extraction, *, quote: bool, everything: bool) -> None:
        self._of, self._quote, self._everything = extraction, quote, everything

    def conferments(self) -> list[Json]:
        every = self._of.conferments
        rows = self._kept(every, CONFERRED) or sorted(self._kept(every, _TELLS), key=lambda row: -row.confidence)[:1]
        rows.sort(key=lambda row: (row.start, row.end, row.recipient.start))
        return [self._conferment(row) for row in rows]

    def _conferment(self, row: Row) -> Json:
        award, name = row.award, row.recipient
        spans = {"recipient": (name.start, name.end), "scheme": (award.start, award.end)}
        if award.year_span:
            spans["year"] = award.year_span
        if award.level_span:
            spans["level"] = award.level_span
        if award.categories:
            spans["category"] = award.category_span or (award.start, award.end)
        if row.title:
            spans["work"] = (row.title.start, row.title.end)
        found: Json = {
            "recipient": name.name,
            "surfaces": [name.surface],
            "kind": kind_of(name),
            "scheme": award.scheme_name,
            "year": row.year,
            "category": " / ".join(award.categories) or None,
            "level": award.level or None,
            "work": row.work or None,
            "parent": name.parent or None,
            "award_id": self._award_id(row),
            **self._place(row.start, row.end, spans, row.confidence),
            "rule": row.rule,
        }
        if identifier := bound(name):
            found["recipient_id"] = identifier
        if award.scheme:
            found["scheme_id"] = award.scheme
        return found

    def _award_id(self, row: Row) -> str:
        """The same on rows that are one award: co-winners of one work share it."""
        award = row.award
        shared = row.work or f"{row.recipient.name}@{award.start}"
        parts = (award.scheme_name, str(row.year), "/".join(award.categories), award.level, shared)
        return mint("conferment", self._of.document.id, *parts).partition("/")[2]

    def candidacies(self) -> list[Json]:
        return [
            {
                "recipient": row.recipient.name if row.recipient else None,
                "scheme": row.scheme,
                "year": row.year,
                "status": row.status,
                **self._place(row.start, row.end, {}, row.confidence),
            }
            for row in self._kept(self._of.candidacies)
        ]

    def people(self) -> list[Json]:
        return [
            {
                "name": row.name,
                "title": row.title or None,
                "post": row.post or None,
                "agency": row.agency or None,
                "part": row.part,
                **self._place(row.start, row.end, row.spans, row.confidence),
            }
            for row in self._kept(self._of.people)
        ]

    def events(self) -> list[Json]:
        return [
            {
                "name": row.name,
                "date": row.date,
                "place": row.place,
                "organizer": row.organizer,
                **self._place(row.start, row.end, row.spans, row.confidence),
            }
            for row in self._kept(self._of.events)
        ]

    def streaks(self) -> list[Json]:
        return [
            {
                "recipient": row.recipient.name if row.recipient else None,
                "scheme": row.scheme,
                "years": row.years,
                "until": row.until,
                **self._place(row.start, row.end, {}, row.confidence),
            }
            for row in self._kept(self._of.streaks)
        ]

    def counts(self) -> list[Json]:
        return [
            {
                "what": row.what,
                "n": row.n,
                "counted": row.counted,
                "qualifier": row.qualifier,
                **self._place(row.start, row.end, {"n": row.number_span, "what": row.what_span}, row.confidence),
            }
            for row in self._kept(self._of.counts)
        ]

    def _kept(self, rows: Iterable[Any], least: float = THRESHOLD) -> list[Any]:
        return [row for row in rows if self._everything or row.confidence >= least]

    def _place(self, start: int, end: int, spans: Mapping[str, tuple[int, int]], confidence: float) -> Json:
        first, last = self._of.text.span(start, end)
        placed: Json = {"start": first, "end": last, "confidence": round(confidence, 2)}
        placed["spans"] = {name: list(self._of.text.span(*span)) for name, span in spans.items()}
        if self._quote:
            placed["quote"] = self._of.document.text[first:last]
        return placed


def kind_of(name: Mention) -> str:
    """Kind of a recipient in the words of the guidelines."""
    if name.kind in _NATIVE_KINDS:
        return name.kind
    if name.kind.startswith("th-"):
        return "local_government"
    return _KINDS.get(name.kind, "agency")


def bound(name: Mention) -> str:
    """The registry's identifier, where exactly one body fits: a choice among several is left to a curator."""
    bodies = [ref for ref in name.refs if ref.startswith("agency/")]
    return bodies[0] if len(bodies) == 1 == len([ref for ref in name.refs if not ref.startswith("class/")]) else ""
