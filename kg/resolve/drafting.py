"""A record while it is drafted: what one document says, each thing and each value once, with all its spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.model.record import Record, SourceInfo, Span, Thing, Value
from kg.model.vocabulary import CLASSES, PROPERTIES, ValueKind
from kg.text.names import display_form

LONGEST: Final = 149  # shapes/evidence.ttl
"""Characters of a name or title: what is longer is a clause that was cut wrongly, and no name."""

_Key = tuple[str | int, str, str]


@dataclass(slots=True)
class _Said:
    spans: set[Span] = field(default_factory=set)
    confidence: float = 0.0


@dataclass(slots=True)
class _Open:
    cls: str
    spans: set[Span] = field(default_factory=set)
    says: dict[str, dict[_Key, _Said]] = field(default_factory=dict)


class Drafting:
    """Collects things and values of one document."""

    def __init__(self, text: str) -> None:
        """``text`` is what spans count in."""
        self._text = text
        self._things: dict[str, _Open] = {}

    def __contains__(self, ref: str) -> bool:
        """Whether a thing is there."""
        return ref in self._things

    def written(self, span: Span) -> str:
        """The words of a span as they are shown."""
        return display_form(self._text[span[0] : span[1]])

    def thing(self, ref: str, cls: str, *spans: Span) -> None:
        """A thing of a class; ``spans`` state it as a whole. The first class stands."""
        known = self._things.setdefault(ref, _Open(cls))
        known.spans.update(spans)

    def outcomes(self) -> Iterator[str]:
        """The awards, near-misses and rows of years that are there."""
        return (ref for ref, each in self._things.items() if each.cls in ("Conferment", "Candidacy", "StreakClaim"))

    def cls(self, ref: str) -> str:
        """Class of a thing that is there."""
        return self._things[ref].cls

    def say(
        self,
        ref: str,
        name: str,
        value: str | int,
        *spans: Span,
        confidence: float = 1.0,
        plain: str = "",
        whole: bool = False,
    ) -> bool:
        """One value of a property; False where the property has another value and takes but one, or cannot be here.

        ``plain`` is the form of the value in the text's words, to which what is written is held: it is kept as verbatim
        where it differs. ``whole``: the spans are those of a clause, whose words are never kept.
        """
        known = self._things[ref]
        if name not in CLASSES[known.cls].allowed or not spans:
            return False
        said = known.says.setdefault(name, {})
        single = not CLASSES[known.cls].may_repeat(name)
        if single and said and all(key[0] != value for key in said):
            return False
        for span in spans:
            key = (value, *self._forms(name, value, span, plain, whole))
            if single and said and key not in said:
                continue  # the same in other words, but a record has room for one form
            entry = said.setdefault(key, _Said())
            entry.spans.add(span)
            entry.confidence = max(entry.confidence, confidence)
        return True

    def record(self, source: SourceInfo) -> Record:
        """The record of all that was said, things that nothing is said of left out."""
        things = (
            Thing(ref, each.cls, _values(each.says), tuple(sorted(each.spans)))
            for ref, each in self._things.items()
            if each.says or each.spans
        )
        return Record(source, tuple(things))

    def _forms(self, name: str, value: str | int, span: Span, plain: str, whole: bool) -> tuple[str, str]:
        """Verbatim form and language of a value."""
        kind = PROPERTIES[name].kind
        language = language_of(str(value)) if kind is ValueKind.TEXT else ""
        written = "" if whole else self.written(span)
        shown = plain or (str(value) if kind is not ValueKind.REF else "")
        return ("" if written == shown or len(written) > LONGEST else written), language


def language_of(name: str) -> str:
    """The language that a name is marked as: Thai where it has a Thai letter, else English."""
    return "th" if any("ก" <= sign <= "๛" for sign in name) else "en"


def _values(says: Mapping[str, Mapping[_Key, _Said]]) -> dict[str, tuple[Value, ...]]:
    return {name: tuple(_in_order(entries.items())) for name, entries in says.items()}


def _in_order(entries: Iterable[tuple[_Key, _Said]]) -> list[Value]:
    values = [
        Value(value, tuple(sorted(said.spans)), verbatim, language, round(said.confidence, 2))
        for (value, verbatim, language), said in entries
    ]
    return sorted(values, key=lambda each: (each.spans, str(each.value), each.verbatim))
