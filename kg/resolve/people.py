"""People of a document: their posts, and their parts in its events and awards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.model.identity import mint
from kg.model.record import Span
from kg.model.registry import Registry
from kg.resolve.awards import Given
from kg.resolve.bodies import Bodies
from kg.resolve.context import Document, Row, span_of
from kg.resolve.drafting import LONGEST
from kg.text.names import key_form, split_honorific

_PARTS: Final = {"chair": "chair", "presenter": "presenter", "attendee": "attendee", "speaker": "speaker"}
_LONGEST_ROLE: Final = 80


class People:
    """States the people of one document in its draft: those whose post or part is known."""

    def __init__(self, document: Document, bodies: Bodies, given: Iterable[Given], events: list[str]) -> None:
        """``given`` are the awards of the record, ``events`` its events."""
        self._of, self._bodies = document, bodies
        self._given, self._events = list(given), events
        registry = document.knowledge.registry
        self._posts, self._roles = _names(registry, "posts"), _names(registry, "roles")

    def write(self) -> None:
        """Every accepted person with a post or a part that the graph can say."""
        for row in self._of.accepted("people"):
            name = split_honorific(row["name"])[1]
            if not key_form(name) or len(name) > LONGEST:
                self._of.wait("people", row, "name-too-long")
                continue
            part, post = self._part(row), self._post(row)
            won = row["part"] == "winner" and mint("person", name) in self._of.draft
            if not (part or post or won):
                continue
            title = span_of(row, "title") if "title" in row["spans"] else None
            ref = self._bodies.person(row["name"], span_of(row, "name"), title, row["confidence"])
            for thing, said in part:
                self._of.draft.say(thing, said, ref, span_of(row, "name"), confidence=row["confidence"], plain=name)
            if post:
                self._membership(row, ref, *post)

    def _part(self, row: Row) -> list[tuple[str, str]]:
        """Which thing of the draft a person has a part in, and which."""
        if said := _PARTS.get(row["part"]):
            return [(self._events[0], said)] if len(self._events) == 1 else []
        if row["part"] != "receiver":
            return []
        body = self._organization(row)
        mine = [each for each in self._given if body and body in each.recipients]
        chosen = mine or (self._given if len(self._given) == 1 else [])
        return [(each.ref, "acceptedBy") for each in chosen]

    def _organization(self, row: Row) -> str:
        name = row.get("agency") or ""
        if not name:
            return ""
        if ref := self._of.refs.get(key_form(name)):
            return ref
        link = self._bodies.link(row, name, "", "agency")
        return link.ref if link.state == "bound" else ""

    def _post(self, row: Row) -> tuple[str, str, str, str] | None:
        """Organization, property (post or role), its reference and its name; None where one is not known."""
        named = row.get("post") or ""
        if not named or "post" not in row["spans"]:
            return None
        if found := self._posts.get(key_form(named)):
            organization = self._of.knowledge.registry.row(found)
            ref = f"agency/{organization['organization_id']}" if organization else ""
            return (ref, "post", found, named) if ref in self._of.knowledge.registry else None
        role = _role(named, row.get("agency") or "", self._of.draft.written(span_of(row, "agency")))
        organization_ref = self._organization(row) if role else ""
        if not organization_ref or not role:
            return None
        return organization_ref, "role", self._roles.get(key_form(role)) or mint("role", role), role

    def _membership(self, row: Row, person: str, organization: str, said: str, post: str, name: str) -> None:
        draft, sure = self._of.draft, row["confidence"]
        where, held = span_of(row, "agency" if "agency" in row["spans"] else "post"), span_of(row, "post")
        if organization not in draft and organization not in self._of.knowledge.registry:
            return
        draft.thing(post, "Post" if said == "post" else "Role")
        draft.say(post, "name", name, self._role_span(held, name), confidence=sure)
        ref = mint("membership", person, organization, post)
        draft.thing(ref, "Membership", (min(span_of(row, "name")[0], held[0]), max(span_of(row, "name")[1], held[1])))
        draft.say(ref, "member", person, span_of(row, "name"), confidence=sure, plain=split_honorific(row["name"])[1])
        draft.say(ref, "organization", organization, where, confidence=sure, plain=row.get("agency") or "")
        draft.say(ref, said, post, self._role_span(held, name), confidence=sure, plain=name)
        for when, span in self._dates():
            draft.say(ref, "attestedOn", when, span)

    def _role_span(self, span: Span, name: str) -> Span:
        """The words of the role alone, where the post begins with them."""
        written = self._of.text[span[0] : span[1]]
        return (span[0], span[0] + len(name)) if written.startswith(name) else span

    def _dates(self) -> list[tuple[str, Span]]:
        """The day of the document's only event, with its words."""
        sure = [row for row in self._of.said.get("events", ()) if row["confidence"] >= self._of.knowledge.told]
        dated = {row["date"]: span_of(row, "date") for row in sure if row.get("date") and "date" in row["spans"]}
        return list(dated.items()) if len(dated) == 1 and len(self._events) == 1 else []


def _role(post: str, *agencies: str) -> str:
    """A post without the body in whose name it ends; nothing where only the body is left, or where none is named."""
    for agency in agencies:
        if agency and post.endswith(agency) and (role := post.removesuffix(agency).strip()):
            return role if len(role) <= _LONGEST_ROLE else ""
    return ""


def _names(registry: Registry, table: str) -> dict[str, str]:
    kind = table.removesuffix("s")
    found: dict[str, str] = {}
    for row in registry.tables.get(table, ()):
        for name in (row["name_th"], row["name_en"], *row.list("aliases_th")):
            found.setdefault(key_form(name), f"{kind}/{row.id}")
    found.pop("", None)
    return found
