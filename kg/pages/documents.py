"""The documents that a page rests on: who published each, in what role, when, and under which licence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from kg.pages.proof import Prover
from kg.pages.reader import Evidence, Things
from kg.pages.show import Shower, Shown
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS

MOST: Final = 40


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document; ``state`` tells whether its text is at hand, where that was looked up."""

    thing: Shown
    publisher: tuple[Shown, ...]
    role: tuple[Shown, ...]
    issued: str
    licence: tuple[Shown, ...]
    state: str = ""


def document_lines(
    evidence: Iterable[Evidence], things: Things, shower: Shower, prover: Prover
) -> tuple[DocumentLine, ...]:
    """The documents of some evidence, newest first, at most ``MOST``."""
    sources = {each.source for each in evidence}
    return tuple(
        replace(document_line(iri, things, shower), state=prover.found(iri).state)
        for iri in newest_first(sources, things)[:MOST]
    )


def newest_first(sources: Iterable[str], things: Things) -> list[str]:
    """Documents by date of publication; those without a date come last."""
    return sorted(sources, key=lambda iri: (things.text(iri, DCTERMS.issued), iri), reverse=True)


def document_line(iri: str, things: Things, shower: Shower) -> DocumentLine:
    """One document."""
    return DocumentLine(
        shower.thing(iri),
        tuple(shower.thing(each) for each in things.iris(iri, DCTERMS.publisher)),
        tuple(shower.label(each) for each in things.iris(iri, AW.publisherRole)),
        shower.date(things.text(iri, DCTERMS.issued)),
        tuple(shower.value(each) for each in things.values(iri, DCTERMS.license)),
    )
