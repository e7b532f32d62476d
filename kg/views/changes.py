"""What changed between two builds: awards that are new, awards that were corrected, awards that are gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.graph.quads import node
from kg.graph.store import Store
from kg.terms.award import AW
from kg.views.read import Reader

NEW: Final = "new"
CORRECTED: Final = "corrected"
GONE: Final = "gone"
KINDS: Final = (NEW, CORRECTED, GONE)

# What is said of an award; the names are those of the JSON-LD context and of the records.
_PROPERTIES: Final[Mapping[str, str]] = {
    "recipient": AW.recipient,
    "edition": AW.edition,
    "category": AW.category,
    "level": AW.level,
    "work": AW.work,
    "event": AW.event,
    "presenter": AW.presenter,
    "acceptedBy": AW.acceptedBy,
}

Said = Mapping[str, frozenset[str]]
"""Values (references) by name of the property."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The values of one property that are there no longer, and those that are new; references, sorted."""

    property: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One award that is ``new``, ``corrected`` or ``gone``, with the values in which it differs."""

    award: str
    kind: str
    differences: tuple[Difference, ...]


def changes(old: Store | None, new: Store, base: str) -> tuple[Change, ...]:
    """The changes from one store to the other, by kind and then by reference; without an old one every award is new.

    ``base`` is that of the IRIs in both.
    """
    before, after = _awards(old, base) if old else {}, _awards(new, base)
    found = [_change(award, before.get(award), after.get(award)) for award in sorted(before.keys() | after.keys())]
    return tuple(sorted((each for each in found if each), key=lambda each: (KINDS.index(each.kind), each.award)))


def _awards(store: Store, base: str) -> dict[str, Said]:
    reader = Reader(store, base)
    given = {award for (award,) in reader.ask("members", **{"class": node(AW.Conferment)})}
    found: dict[str, dict[str, set[str]]] = {}
    for name, term in _PROPERTIES.items():
        for award, value in reader.ask("outcomes", property=node(term)):
            if award in given:
                found.setdefault(award, {}).setdefault(name, set()).add(value)
    return {award: {name: frozenset(values) for name, values in said.items()} for award, said in found.items()}


def _change(award: str, before: Said | None, after: Said | None) -> Change | None:
    differences = tuple(_differences(before or {}, after or {}))
    if not differences:
        return None
    return Change(award, NEW if before is None else GONE if after is None else CORRECTED, differences)


def _differences(before: Said, after: Said) -> Iterator[Difference]:
    nothing: frozenset[str] = frozenset()
    for name in _PROPERTIES:
        old, new = before.get(name, nothing), after.get(name, nothing)
        if old != new:
            yield Difference(name, tuple(sorted(old - new)), tuple(sorted(new - old)))
