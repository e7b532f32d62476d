"""One document under resolution: its text, its draft, the bodies it names, and what has to wait."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg.model.record import Span
from kg.model.registry import Registry
from kg.model.resolution import Candidate
from kg.model.review import Queued
from kg.resolve.drafting import LONGEST, Drafting
from kg.resolve.linker import Linker
from kg.resolve.schemes import Editions, Schemes
from kg.resolve.words import words
from kg.text.names import display_form, key_form

Row = Mapping[str, Any]
"""One claim as extraction writes it."""

_SINGULAR: Final = {
    "conferments": "conferment",
    "candidacies": "candidacy",
    "streaks": "streak",
    "counts": "count",
    "events": "event",
    "people": "person",
}
_REACH: Final = 90  # characters behind a name in which its district and province stand


@dataclass(frozen=True)
class Knowledge:
    """What resolution knows before it reads; made once, used for many documents."""

    registry: Registry
    linker: Linker
    schemes: Schemes
    threshold: float
    told: float
    provinces: Mapping[str, str]
    """Reference of a province by its name."""

    @classmethod
    def of(cls, registry: Registry, linker: Linker, threshold: float, told: float) -> Knowledge:
        """Index a registry; claims are accepted from a confidence: awards from ``threshold``, others from ``told``."""
        provinces = {row["name_th"]: f"place/{row.id}" for row in registry.tables.get("provinces", ())}
        return cls(registry, linker, Schemes(registry), threshold, told, provinces)


@dataclass
class Document:
    """The state of one resolution."""

    knowledge: Knowledge
    id: str
    text: str
    said: Row
    draft: Drafting = field(init=False)
    editions: Editions = field(init=False)
    queued: list[Queued] = field(default_factory=list)
    refs: dict[str, str] = field(default_factory=dict)
    """Reference of each body that the record names, by the key of its name."""

    def __post_init__(self) -> None:
        """Opens an empty draft."""
        self.draft = Drafting(self.text)
        self.editions = Editions(self.knowledge.schemes, self.draft)
        rows = [*self.said.get("conferments", ()), *self.said.get("people", ()), *self.said.get("events", ())]
        names = (row.get(key) for row in rows for key in ("recipient", "parent", "agency", "organizer"))
        self.others = tuple(dict.fromkeys(name for name in names if name))

    def accepted(self, kind: str) -> Iterator[Row]:
        """Claims of a kind, other than awards, that reading is sure of; the others wait."""
        for row in self.said.get(kind, ()):
            if row["confidence"] >= self.knowledge.told:
                yield row
            else:
                self.wait(kind, row, "low-confidence")

    def wait(self, kind: str, row: Row, *reasons: str, candidates: tuple[Candidate, ...] = ()) -> None:
        """Put a claim into the queue, without any text that runs on beyond a name."""
        kept = {key: value for key, value in row.items() if value not in (None, [], {}) and not _runs_on(value)}
        self.queued.append(Queued(_SINGULAR[kind], kept, reasons, candidates))

    def places_behind(self, span: Span) -> list[tuple[str, Span]]:
        """Districts and provinces that stand right behind a name, each with where it stands."""
        pattern = _marked()
        found, at = [], span[1]
        while (match := pattern.match(self.text, at)) and match.end() <= span[1] + _REACH:
            found.append((match[1], match.span(1)))
            at = match.end()
        return found


def span_of(row: Row, field_name: str = "") -> Span:
    """Where a field of a claim stands, or the claim as a whole."""
    found = row.get("spans", {}).get(field_name)
    start, end = found or (row["start"], row["end"])
    return int(start), int(end)


def same_name(left: str, right: str) -> bool:
    """Whether two names are one."""
    return key_form(left) == key_form(right)


def shown(text: str) -> str:
    """A name as it is shown."""
    return display_form(text)


def _runs_on(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST


def _marked() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark) for mark in (*words("province_marks"), *words("district_marks")))
    return re.compile(rf"[\s\u00a0]*(?:{marks})[\s\u00a0]*([ก-๛]+?)(?=[\s\u00a0,)]|{marks}|$)")
