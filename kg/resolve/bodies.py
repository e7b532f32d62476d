"""The bodies and people of a document: bound to the registry, or new and unreviewed with an id minted once."""

from __future__ import annotations

from typing import Final

from kg.model.identity import mint
from kg.model.record import Span
from kg.model.resolution import Link, NameInContext
from kg.model.vocabulary import CLASS_OF_KIND
from kg.resolve.candidates import group_of
from kg.resolve.context import Document, Row, span_of
from kg.resolve.curated import RULE
from kg.resolve.drafting import LONGEST, language_of
from kg.resolve.words import words
from kg.terms.iris import split
from kg.text.names import key_form, split_honorific

# Class of a body that the registry does not have, by the kind that reading gives it.
_CLASSES: Final = {
    "unit": "Unit",
    "school": "School",
    "company": "Company",
    "community": "Community",
    "project": "Project",
    "other": "Community",  # teams, programmes of a broadcaster, places: whoever won, no public body
}
_KINDS: Final = {"Unit": "unit", "Agency": "agency", "Person": "person"}
_CLASS_OF_REF: Final = {"agency": "Agency", "unit": "Unit", "person": "Person"}
_SHORT: Final = 8  # letters of an abbreviation in Latin capitals


class Bodies:
    """Names the bodies of one document in its draft."""

    def __init__(self, document: Document) -> None:
        """Writes into the document's draft."""
        self._of = document

    def link(self, row: Row, name: str, kind: str, field: str) -> Link:
        """What a name of a claim is bound to."""
        named = row.get("recipient_id") or ""
        if field == "recipient" and row.get("rule") == RULE and named in self._of.knowledge.registry:
            return Link("bound", named)  # a curator said which body it is
        span = span_of(row, field)
        written = (self._of.draft.written(span),) if field in row["spans"] else ()
        found = NameInContext(
            name=name,
            surfaces=tuple(row.get("surfaces", ())) or tuple(each for each in written if len(each) <= LONGEST),
            kind=kind,
            parent=row.get("parent") or "",
            places=tuple(place for place, _ in self._of.places_behind(span)) if written else (),
            others=tuple(other for other in self._of.others if other != name),
            refs=tuple(filter(None, (row.get("recipient_id"),))),
            source=self._of.id,
        )
        return self._of.knowledge.linker.link(found)

    def state(self, ref: str, name: str, span: Span, kind: str, confidence: float, *, whole: bool = False) -> str:
        """State a body in the draft under a reference, bound or new, with its name as written.

        ``whole``: the span is that of a clause that names it somewhere.
        """
        draft = self._of.draft
        draft.thing(ref, self._class(ref, name, kind))
        written = name if whole else draft.written(span)
        known = ref in self._of.knowledge.registry
        called = written if known and 0 < len(written) <= LONGEST else name
        abbreviated = known and is_abbreviation(called)
        draft.say(ref, "abbreviation" if abbreviated else "name", called, span, confidence=confidence, whole=whole)
        self._of.refs.setdefault(key_form(name), ref)
        return ref

    def new(self, row: Row, name: str, kind: str, parent: str, span: Span) -> str:
        """State a body that the registry does not have: its id comes from kind, name, parent and place."""
        cls = _class_of_new(name, kind)
        if cls == "Unit" and not parent:
            cls = "Agency"  # a unit is one of a body that is known; an office whose body is not named stands by itself
        places = self._of.places_behind(span)
        province = next((place for place, _ in reversed(places) if place in self._of.knowledge.provinces), "")
        parts = [cls, name, *filter(None, (parent if cls == "Unit" else "", province))]
        ref = mint(_KINDS.get(cls, "recipient"), *parts)
        self.state(ref, name, span, kind, row["confidence"])
        if province:
            where = next(at for place, at in places if place == province)
            place = self._of.knowledge.provinces[province]
            self._of.draft.say(ref, "place", place, where, confidence=row["confidence"], plain=province)
        return ref

    def person(self, name: str, span: Span, title: Span | None, confidence: float) -> str:
        """State a person: one of the registry by name, else a new one whose id comes from the name."""
        plain = split_honorific(name)[1] or name
        ref = self._person(plain)
        self._of.draft.thing(ref, "Person")
        self._of.draft.say(ref, "name", plain, span, confidence=confidence)
        if title and 0 < title[1] - title[0] <= LONGEST:
            self._of.draft.say(ref, "honorific", self._of.draft.written(title), title, confidence=confidence)
        return ref

    def is_agency(self, ref: str) -> bool:
        """Whether a reference is of an agency, as the class goes: only those have units."""
        return self._class(ref, "", "") == "Agency"

    def _person(self, name: str) -> str:
        key = key_form(name)
        for row in self._of.knowledge.registry.tables.get("persons", ()):
            if key in (key_form(each) for each in (row["name_th"], row["name_en"], *row.list("aliases_th")) if each):
                return f"person/{row.id}"
        return mint("person", name)

    def _class(self, ref: str, name: str, kind: str) -> str:
        row = self._of.knowledge.registry.row(ref)
        if row is not None:
            return "Unit" if row.table == "units" else CLASS_OF_KIND.get(row.get("kind"), "Agency")
        return _CLASS_OF_REF.get(split(ref)[0]) or _class_of_new(name, kind)


def is_abbreviation(name: str) -> bool:
    """Whether a name is written as an abbreviation: dots behind Thai letters, or few capitals."""
    if language_of(name) == "th":
        return name.endswith(".") and " " not in name
    return name.isupper() and len(name) <= _SHORT and " " not in name


def is_public(kind: str) -> bool:
    """Whether a kind, in the words of the guidelines, is one of public bodies, which the registry should have."""
    return group_of(kind) in ("public", "ministry", "province", "local_government", "university", "hospital")


def _class_of_new(name: str, kind: str) -> str:
    if kind == "community" and any(
        name.startswith(word) or name.casefold().endswith(word) for word in words("associations")
    ):
        return "Association"
    return _CLASSES.get(kind, "Agency")
