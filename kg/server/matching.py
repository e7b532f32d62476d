"""Which things a description may mean: what the JSON API and reconciliation share.

Where candidates come from is one interface, ``Finder``; scores are those of its search, and of what is said beside the
name: a property that agrees raises a score, one that does not lowers it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

from kg.pages.plain import values_of
from kg.pages.reader import Reader
from kg.terms.iris import Iris, is_reference
from kg.text.names import key_form
from kg.views.names import Match, Named

Quantifier = Literal["any", "all", "none"]

_NAME_COUNTS: Final = 0.8  # of the score, where properties are given as well
_SURE: Final = 0.95
_AHEAD: Final = 0.05  # how far the best must be ahead of the second to be taken for the one
_LOOKED_AT: Final = 30


class Finder(Protocol):
    """Finds things by name."""

    def search(
        self, text: str, *, kinds: Collection[str] = (), classes: Collection[str] = (), limit: int = 20
    ) -> list[Match]:
        """The things that fit a text, best first, with scores from 0 to 1."""

    def thing(self, reference: str) -> Named | None:
        """What is known of a reference."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A property with its values: names, texts, numbers or references; ``required`` makes it a filter."""

    property: str
    values: tuple[str, ...]
    required: bool = False
    quantifier: Quantifier = "any"


@dataclass(frozen=True, slots=True)
class Example:
    """What is known of the thing that is looked for; without a name, it may be an id among its names."""

    name: str
    kinds: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    properties: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be meant; ``features`` are the parts of the score, ``match`` says that it is the one."""

    thing: Named
    score: float
    match: bool
    name: str
    features: Mapping[str, float] = field(default_factory=dict)


class Matcher:
    """Matches examples against one version of the graph."""

    def __init__(self, finder: Finder, reader: Reader, iris: Iris) -> None:
        """``finder`` gives candidates, ``reader`` what the graph says of them."""
        self._finder, self._reader, self._iris = finder, reader, iris

    def match(self, example: Example, limit: int) -> list[Candidate]:
        """The candidates for an example, best first."""
        found = self._by_id(example.name) or self._finder.search(
            example.name, kinds=example.kinds, classes=example.classes, limit=max(limit, _LOOKED_AT)
        )
        held = [(match, {"name": match.score}) for match in found]
        if example.properties:
            held = list(self._holding(found, example.properties))
        ranked = sorted(
            ((_total(features, bool(example.properties)), match, features) for match, features in held),
            key=lambda each: (-each[0], -each[1].thing.conferments, each[1].thing.reference),
        )
        best = _the_one([score for score, _, _ in ranked])
        return [
            Candidate(match.thing, round(score, 4), best and not place, match.name, features)
            for place, (score, match, features) in enumerate(ranked[:limit])
        ]

    def _by_id(self, name: str) -> list[Match]:
        reference = self._iris.reference(name) or (name if is_reference(name) else "")
        thing = self._finder.thing(reference) if reference else None
        return [Match(thing, 1.0, reference, exact=True)] if thing else []

    def _holding(
        self, found: Sequence[Match], properties: Iterable[Wanted]
    ) -> Iterable[tuple[Match, dict[str, float]]]:
        values = values_of(self._reader, self._iris, [match.thing.reference for match in found])
        for match in found:
            said = {each: _holds(values[match.thing.reference].get(each.property, []), each) for each in properties}
            if all(holds for each, holds in said.items() if each.required):
                features = {each.property: float(holds) for each, holds in said.items()}
                yield match, {"name": match.score, **features}


def _total(features: Mapping[str, float], with_properties: bool) -> float:
    if not with_properties:
        return features["name"]
    others = [value for name, value in features.items() if name != "name"]
    return _NAME_COUNTS * features["name"] + (1 - _NAME_COUNTS) * (sum(others) / len(others))


def _the_one(scores: Sequence[float]) -> bool:
    return bool(scores) and scores[0] >= _SURE and (len(scores) == 1 or scores[0] - scores[1] >= _AHEAD)


def _holds(values: Iterable[Mapping[str, Any]], wanted: Wanted) -> bool:
    known = {key for value in values for key in _keys(value)}
    agreeing = [key_form(each) in known or each in known for each in wanted.values]
    if wanted.quantifier == "none":
        return not any(agreeing)
    return all(agreeing) if wanted.quantifier == "all" else any(agreeing)


def _keys(value: Mapping[str, Any]) -> Iterable[str]:
    """All that a value may be called: its reference, its IRI and its labels, or its text."""
    if "iri" not in value:
        return (key_form(value["text"]), value["text"])
    return (value.get("id", ""), value["iri"], *(key_form(label) for label in value["labels"].values()))
