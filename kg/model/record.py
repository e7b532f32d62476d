"""What one announcement says, as its record holds it: things, their properties, and where the text says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]
"""Start and end in code points of the document's text; the end is exclusive."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one property, the spans that say it, and the raw form where it differs."""

    value: str | int
    spans: tuple[Span, ...]
    verbatim: str = ""
    language: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that the announcement speaks of; ``spans`` are the words that state it as a whole."""

    ref: str
    cls: str
    says: Mapping[str, tuple[Value, ...]]
    spans: tuple[Span, ...] = ()
    also: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    def first(self, name: str) -> Value | None:
        """The first value of a property, or None."""
        values = self.says.get(name, ())
        return values[0] if values else None

    def refs(self, name: str) -> tuple[str, ...]:
        """The references that a property holds."""
        return tuple(str(value.value) for value in self.says.get(name, ()))


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The document: who published it, when and where, and the text that offsets count in."""

    id: str
    title: str
    language: str
    sha256: str
    characters: int
    media_type: str = "text/plain"
    issued: str = ""
    publisher: str = ""
    publisher_role: str = ""
    url: str = ""
    license: str = ""
    extractor: str = ""

    @property
    def ref(self) -> str:
        """Reference of the document."""
        return f"source/{self.id}"


@dataclass(frozen=True, slots=True)
class Record:
    """One source document with all that it says."""

    source: SourceInfo
    things: tuple[Thing, ...]
    review_status: str = "unreviewed"
    reviewed_on: str = ""

    def by_class(self, *classes: str) -> Iterator[Thing]:
        """The things of the given classes, in the order of the record."""
        return (thing for thing in self.things if thing.cls in classes)

    def thing(self, ref: str) -> Thing | None:
        """The thing with this reference, or None."""
        return next((thing for thing in self.things if thing.ref == ref), None)
