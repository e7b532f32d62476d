"""Conferments and near-misses of a document: bound, with ids that come from what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from kg.model.identity import mint
from kg.model.record import Span
from kg.model.resolution import Link
from kg.resolve.admission import doubts, least
from kg.resolve.bodies import Bodies, is_public
from kg.resolve.context import Document, Row, span_of
from kg.resolve.drafting import LONGEST
from kg.terms.iris import split
from kg.text.names import key_form

_TELLING: Final = 20  # characters of a title's key that tell it from the works of others


@dataclass(frozen=True, slots=True)
class Given:
    """An award of the draft: its reference, edition and recipients, and where its words begin and end."""

    ref: str
    scheme: str
    edition: str
    recipients: tuple[str, ...]
    span: Span


class Awards:
    """States the awards of one document in its draft."""

    def __init__(self, document: Document, bodies: Bodies) -> None:
        """Writes into the document's draft."""
        self._of, self._bodies = document, bodies
        self.given: list[Given] = []
        self._waiting: list[Row] = []

    def editions(self) -> list[str]:
        """The editions that the document tells of: of its awards, or the one that all that wait for a curator name."""
        if self.given:
            return sorted({each.edition for each in self.given})
        known = [row for row in self._waiting if row.get("scheme_id") and row["year"]]
        known = [row for row in known if row["confidence"] >= self._of.knowledge.told]
        if len({(row["scheme_id"], row["year"]) for row in known}) != 1:
            return []
        first = max(known, key=lambda row: row["confidence"])
        spans, sure = {name: span_of(first, name) for name in first["spans"]}, first["confidence"]
        scheme = self._of.editions.scheme(first["scheme"], first["scheme_id"], spans, span_of(first), sure)
        return [self._of.editions.edition(scheme, first["year"], spans, span_of(first), sure)]

    def conferments(self) -> None:
        """Every accepted conferment whose recipient and year are known; co-winners of one award share it."""
        groups: dict[str, list[tuple[Row, Link]]] = {}
        for row in self._of.said.get("conferments", ()):
            link = self._bodies.link(row, row["recipient"], row["kind"], "recipient")
            if row["confidence"] < least(self._of, row, link):
                self._of.wait("conferments", row, "low-confidence")
                self._waiting.append(row)
            elif reasons := [*_missing(row, link), *doubts(self._of, row, link)]:
                self._of.wait("conferments", row, *reasons, candidates=link.candidates)
                self._waiting.append(row)
            else:
                groups.setdefault(row["award_id"], []).append((row, link))
        for members in groups.values():
            self._conferment(members)

    def _conferment(self, members: list[tuple[Row, Link]]) -> None:
        first = members[0][0]
        spans = {name: span_of(first, name) for name in first["spans"]}
        sure = first["confidence"]
        scheme = self._of.editions.scheme(first["scheme"], first.get("scheme_id") or "", spans, span_of(first), sure)
        edition = self._of.editions.edition(scheme, first["year"], spans, span_of(first), sure)
        recipients = {self._recipient(row, link): row for row, link in members}
        parts = {
            kind: self._of.editions.part(kind, scheme, first[kind], spans, span_of(first), sure)
            for kind in ("category", "level")
            if first.get(kind)
        }
        work = self._work(first, sorted(recipients), spans)
        told = [part for part in (parts.get("category"), parts.get("level"), work) if part]
        # The edition stands in the id already; an absent part must not make room for another of its kind.
        ref = mint("conferment", edition, *sorted(recipients), *told, prefix=split(edition)[1])
        draft = self._of.draft
        draft.thing(ref, "Conferment", *(span_of(row) for row, _ in members))
        for recipient, row in recipients.items():
            said = span_of(row, "recipient")
            draft.say(ref, "recipient", recipient, said, confidence=row["confidence"], plain=row["recipient"])
        # Where a curator's claim names no words of its own for a value, the words of the claim as a whole say it.
        where = spans.get("scheme", span_of(first))
        told_whole = "scheme" not in spans
        draft.say(
            ref,
            "edition",
            edition,
            where,
            *_only(spans, "year"),
            confidence=sure,
            plain=first["scheme"],
            whole=told_whole,
        )
        for kind, part in parts.items():
            if part:
                clause = told_whole and kind not in spans
                draft.say(ref, kind, part, spans.get(kind, where), confidence=sure, plain=first[kind], whole=clause)
        if work:
            draft.say(ref, "work", work, spans["work"], confidence=sure, plain=first["work"])
        self.given.append(Given(ref, scheme, edition, tuple(sorted(recipients)), span_of(first)))

    def _recipient(self, row: Row, link: Link) -> str:
        span, name = span_of(row, "recipient"), row["recipient"]
        if row["kind"] == "person":
            return self._bodies.person(name, span, None, row["confidence"])
        if link.state == "bound":
            return self._bodies.state(link.ref, name, span, row["kind"], row["confidence"])
        parent = self._parent(row)
        ref = self._bodies.new(row, name, row["kind"], parent, span)
        if parent:
            self._of.draft.say(ref, "unitOf", parent, span, confidence=row["confidence"], plain=row["parent"])
        return ref

    def _parent(self, row: Row) -> str:
        """The body above a unit, where the registry has it: the words that name it stand by the unit."""
        if not row.get("parent") or row["kind"] != "unit":
            return ""
        hits = {hit.known.ref for hit in self._of.knowledge.linker.names.called(row["parent"])}
        ref = hits.pop() if len(hits) == 1 else ""
        if ref.startswith("agency/") and self._bodies.is_agency(ref):
            return ref
        return ""

    def _work(self, row: Row, recipients: list[str], spans: dict[str, Span]) -> str:
        title = row.get("work")
        if not title or len(title) > LONGEST or "work" not in spans:
            return ""
        key = key_form(title)
        if not key:
            return ""
        ref = mint("work", title) if len(key) >= _TELLING else mint("work", title, *recipients)
        self._of.draft.thing(ref, "Work")
        self._of.draft.say(ref, "name", title, spans["work"], confidence=row["confidence"])
        return ref

    def candidacies(self) -> None:
        """Every accepted near-miss of a body and a programme that are known."""
        for row in self._of.accepted("candidacies"):
            if reasons := self._candidacy(row):
                self._of.wait("candidacies", row, *reasons)

    def _candidacy(self, row: Row) -> list[str]:
        recipient, scheme = known_body(self._of, self._bodies, row), known_scheme(self._of, self.given, row)
        wanted = {"no-recipient": recipient, "no-scheme": scheme, "no-year": row.get("year")}
        if reasons := [reason for reason, found in wanted.items() if not found]:
            return reasons
        span, sure = span_of(row), row["confidence"]
        edition = self._of.editions.edition(scheme, row["year"], {}, span, sure)
        ref = mint("candidacy", edition, recipient, row["status"], prefix=split(edition)[1])
        draft = self._of.draft
        draft.thing(ref, "Candidacy", span)
        for name, value in (("recipient", recipient), ("edition", edition), ("status", row["status"])):
            draft.say(ref, name, value, span, confidence=sure, whole=True)
        return []


def known_body(document: Document, bodies: Bodies, row: Row) -> str:
    """The body that a claim without spans of its own names: one of the record, or of the registry."""
    name = row.get("recipient") or ""
    if ref := document.refs.get(key_form(name)):
        return ref
    link = bodies.link(row, name, "", "") if name else Link("unknown")
    if link.state != "bound":
        return ""
    return bodies.state(link.ref, name, span_of(row), "", row["confidence"], whole=True)


def known_scheme(document: Document, given: Iterable[Given], row: Row) -> str:
    """The programme that a claim names: one of the registry, or one whose awards the record has."""
    name = row.get("scheme") or ""
    found = document.knowledge.schemes.scheme(name) if name else ""
    return found if found and (document.knowledge.schemes.known(found) or found in document.draft) else ""


def _missing(row: Row, link: Link) -> Iterable[str]:
    if row.get("year") is None:
        yield "no-year"
    if len(row["recipient"]) > LONGEST or len(row["scheme"]) > LONGEST:
        yield "name-too-long"
    # A curator may say that a body is one that the registry does not have.
    unsettled = row["kind"] != "person" and link.state == "open" and not row.get("unlisted")
    if unsettled and (is_public(row["kind"]) or link.candidates):
        yield "open-binding"


def _only(spans: dict[str, Span], name: str) -> list[Any]:
    return [spans[name]] if name in spans else []
