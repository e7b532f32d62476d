"""From what extraction read in one document to its record, and to what must wait for a curator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from kg.model.document import Document as Given
from kg.model.record import SourceInfo
from kg.model.registry import Registry
from kg.model.review import Resolved
from kg.resolve.awards import Awards
from kg.resolve.bodies import Bodies
from kg.resolve.claims import Claims
from kg.resolve.context import Document, Knowledge
from kg.resolve.drafting import language_of
from kg.resolve.events import Events
from kg.resolve.judgements import Judgements
from kg.resolve.linker import Linker
from kg.resolve.people import People
from kg.terms.iris import IDENTIFIER, digest
from kg.text.names import display_form

_LONGEST_TITLE: Final = 139  # shapes/source.ttl
_HEAD: Final = 8  # lines at the top in which the headline stands again
_SHORTEST_HEADLINE: Final = 12


class Resolver:
    """Makes records; made once for a registry and its judgements, used for many documents."""

    def __init__(self, registry: Registry, judgements: Judgements, threshold: float, told: float | None = None) -> None:
        """``threshold`` is the confidence, 0 to 1, from which an award is accepted, ``told`` any other claim."""
        least = threshold if told is None else told
        self._knowledge = Knowledge.of(registry, Linker(registry, judgements), threshold, least)

    def resolve(self, given: Given, said: Mapping[str, Any]) -> Resolved:
        """The record of a document and what waits; ``said`` is the document's extraction with all its claims."""
        source = source_of(given, str(said.get("published") or ""))
        document = Document(self._knowledge, source.id, given.text, said)
        bodies = Bodies(document)
        awards = Awards(document, bodies)
        awards.conferments()
        awards.candidacies()
        claims = Claims(document, bodies, awards.given)
        claims.streaks()
        stated = any(document.draft.outcomes())
        if not stated and not document.queued:
            return Resolved(source, None)
        editions = awards.editions()
        claims.counts(editions)
        events = Events(document, bodies, awards.given, editions)
        events.write()
        if stated:
            People(document, bodies, awards.given, events.stated).write()
        record = document.draft.record(source) if stated else None
        return Resolved(source, record, tuple(document.queued))


def source_of(given: Given, published: str) -> SourceInfo:
    """What is known of the document itself."""
    return SourceInfo(
        id=source_id(given.id),
        title=title_of(given.text),
        language=language_of(given.text[:2000]),
        sha256=given.sha256,
        characters=len(given.text),
        media_type=given.media_type,
        issued=given.published or published,
        url=given.url,
        extractor=given.extractor,
    )


def source_id(identifier: str) -> str:
    """The id of a document as identifiers are written: itself where it can be, else made of its letters and a hash."""
    if re.fullmatch(IDENTIFIER, identifier):
        return identifier
    plain = re.sub(r"[^A-Za-z0-9_.\-]+", "-", identifier).strip("-._")
    return f"{plain}-{digest(identifier)}" if plain else f"document-{digest(identifier)}"


def title_of(text: str) -> str:
    """The headline: the first line, or what of it a line below repeats alone (sites put their name before it)."""
    lines = [display_form(line) for line in text[:5000].splitlines()]
    lines = [line for line in lines if line]
    first = lines[0] if lines else "-"
    repeated = [line for line in lines[1:_HEAD] if len(line) >= _SHORTEST_HEADLINE and first.endswith(line)]
    title = repeated[0] if repeated else first
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"
