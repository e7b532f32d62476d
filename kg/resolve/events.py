"""Ceremonies, surveys and assessments of a document, where the edition they belong to is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kg.model.identity import mint
from kg.model.record import Span
from kg.model.registry import Registry
from kg.resolve.awards import Given
from kg.resolve.bodies import Bodies
from kg.resolve.context import Document, Row, span_of
from kg.resolve.drafting import LONGEST
from kg.resolve.words import words
from kg.terms.iris import split
from kg.text.names import key_form

_CLASSES: Final = (("Survey", "survey"), ("Assessment", "assessment"), ("Ceremony", "ceremony"))


class Events:
    """States the events of one document in its draft."""

    def __init__(self, document: Document, bodies: Bodies, given: Iterable[Given], editions: Sequence[str]) -> None:
        """``given`` are the awards that the record has, ``editions`` those that the document tells of."""
        self._of, self._bodies, self._given = document, bodies, list(given)
        self._editions = editions
        self._places = _places(document.knowledge.registry)
        self.stated: list[str] = []

    def write(self) -> None:
        """Every accepted event of one edition; the ceremony of an edition's only event is that of its awards."""
        for row in self._of.accepted("events"):
            edition = self._editions[0] if len(self._editions) == 1 else ""
            if not edition:
                self._of.wait("events", row, "no-edition")
            else:
                self._event(row, edition)
        ceremonies = [ref for ref in self.stated if self._of.draft.cls(ref) == "Ceremony"]
        if len(ceremonies) == 1:
            for each in self._given:
                self._tie(each, ceremonies[0])

    def _event(self, row: Row, edition: str) -> None:
        span, sure, draft = span_of(row, "name"), row["confidence"], self._of.draft
        name = row.get("name") or ""
        cls = kind_of_event(name)
        ref = mint("event", cls, row.get("date") or name, edition, prefix=split(edition)[1])
        draft.thing(ref, cls, span_of(row))
        if name and len(name) <= LONGEST:
            draft.say(ref, "name", name, span, confidence=sure)
        # The name of a ceremony says which award it is for; where it has none, the words of the ceremony do.
        draft.say(ref, "edition", edition, span, confidence=sure, whole=True)
        if row.get("date"):
            draft.say(ref, "startDate", row["date"], span_of(row, "date"), confidence=sure)
        self._place(ref, row)
        self._organizer(ref, row)
        if ref not in self.stated:
            self.stated.append(ref)

    def _place(self, ref: str, row: Row) -> None:
        place = row.get("place") or ""
        if not place or len(place) > LONGEST or place.casefold().startswith(words("no_places")):
            return
        span = span_of(row, "place")
        found = self._places.get(key_form(place)) or mint("place", place)
        self._of.draft.thing(found, "Place")
        self._of.draft.say(found, "name", place, span, confidence=row["confidence"])
        self._of.draft.say(ref, "location", found, span, confidence=row["confidence"], plain=place)

    def _organizer(self, ref: str, row: Row) -> None:
        name = row.get("organizer") or ""
        link = self._bodies.link(row, name, "", "organizer") if name else None
        if link is not None and link.state == "bound":
            span = span_of(row, "organizer")
            self._bodies.state(link.ref, name, span, "", row["confidence"])
            self._of.draft.say(ref, "organizer", link.ref, span, confidence=row["confidence"], plain=name)

    def _tie(self, given: Given, ceremony: str) -> None:
        for span in self._named(ceremony):
            self._of.draft.say(given.ref, "event", ceremony, span)

    def _named(self, ceremony: str) -> list[Span]:
        rows = [row for row in self._of.said.get("events", ()) if row["confidence"] >= self._of.knowledge.told]
        return [
            span_of(row, "name") for row in rows if kind_of_event(row.get("name") or "") == self._of.draft.cls(ceremony)
        ]


def kind_of_event(name: str) -> str:
    """Class of an event by the words of its name; a ceremony where none tells."""
    plain = name.casefold()
    return next((cls for cls, listed in _CLASSES if any(word in plain for word in words(listed))), "Ceremony")


def _places(registry: Registry) -> dict[str, str]:
    found: dict[str, str] = {}
    for table in ("places", "provinces"):
        for row in registry.tables.get(table, ()):
            for name in (row["name_th"], row["name_en"], *row.list("aliases_th")):
                found.setdefault(key_form(name), f"place/{row.id}")
    found.pop("", None)
    return found
