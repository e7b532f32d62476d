"""Whom a name may mean: the bodies of the registry under every name they have, and those nearly so called.

Read-only. A name reaches a body by its key form (exact, alias, abbreviation), or, where nothing is called so, by few
edits. Edits never bridge a number, a place or another word that tells bodies apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from kg.model.registry import Registry, Row
from kg.resolve.words import words
from kg.text.names import key_form

EXACT: Final = "exact"
ALIAS: Final = "alias"
ABBREVIATION: Final = "abbreviation"
MISPRINT: Final = "misprint"

_GROUPS: Final[Mapping[str, str]] = {
    "kindMinistry": "ministry",
    "kindUniversity": "university",
    "kindHospital": "hospital",
    "kindSchool": "school",
    "kindCompany": "company",
    "kindMedia": "company",
    "kindAssociation": "association",
    "kindFoundation": "association",
    "kindProvinceAdministration": "province",
    "kindLocalGovernment": "local_government",
    "kindUnit": "unit",
}
# What reading calls a body, in the groups above; what is not here may be any public body.
_READ_AS: Final[Mapping[str, str]] = {"community": "association", "project": "project", "person": "person"}
# Groups whose members are what they are called: nothing else is ever one of them. A company may be a state enterprise,
# a hospital of the registry a public organization, so those are not held apart from public bodies.
_CLOSED: Final = frozenset("ministry university hospital school province local_government person project".split())
# Their names are little more than the name of a place, so two that differ in a letter are two places.
_NAMED_AFTER_PLACES: Final = frozenset("province local_government hospital school".split())
_SHORTEST: Final = 12  # characters of a key that may hold a misprint
_PER_EDIT: Final = 10  # characters of a key for each edit
_MOST_EDITS: Final = 3
_RUN: Final = 2  # edits side by side: more is another word


@dataclass(frozen=True, slots=True)
class Known:
    """A body of the registry as resolution sees it; ``places`` are the keys of its district and province."""

    ref: str
    group: str
    parent: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A body that a name reaches, how, and over how many edits."""

    known: Known
    how: str
    edits: int = 0


def group_of(kind: str) -> str:
    """The group of a kind, of the ontology's kinds, of ``kinds.csv`` or of the guidelines'."""
    if kind.startswith("th-"):
        return "local_government"
    return _GROUPS.get(kind) or _READ_AS.get(kind) or (kind if kind in _GROUPS.values() else "public")


def fits(read: str, known: str) -> bool:
    """Whether a name read as one group can mean a body of another: a school never is a ministry."""
    return read == known or not ({read, known} & _CLOSED)


@dataclass(frozen=True)
class Names:
    """Every name of the registry's bodies by its key; made by ``of``."""

    known: Mapping[str, Known]
    _by_key: Mapping[str, tuple[tuple[str, str], ...]]
    places: tuple[str, ...]
    _long: tuple[str, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, registry: Registry) -> Names:
        """Index a registry."""
        known = {each.ref: each for each in _bodies(registry)}
        found: dict[str, dict[str, str]] = {}
        for ref, name, how in _names(registry):
            if ref in known and (key := key_form(name)):
                found.setdefault(key, {}).setdefault(ref, how)
        by_key = {key: tuple(refs.items()) for key, refs in found.items()}
        long = sorted(key for key, refs in by_key.items() if _may_be_misprinted(key, refs, known))
        return cls(known, by_key, tuple(sorted(set(_places(registry)))), tuple(long))

    def called(self, name: str) -> tuple[Hit, ...]:
        """The bodies that bear a name."""
        return tuple(Hit(self.known[ref], how) for ref, how in self._by_key.get(key_form(name), ()))

    def nearly_called(self, name: str) -> tuple[Hit, ...]:
        """The bodies whose names differ from a name by a misprint; none where it is too short to tell."""
        key = key_form(name)
        most = min(_MOST_EDITS, len(key) // _PER_EDIT)
        if len(key) < _SHORTEST or not most:
            return ()
        near = process.extract(key, self._long, scorer=Levenshtein.distance, score_cutoff=most, limit=10)
        hits: dict[str, Hit] = {}
        for other, edits, _ in near:
            if edits and is_misprint(key, other, self.places):
                for ref, _ in self._by_key[other]:
                    hits.setdefault(ref, Hit(self.known[ref], MISPRINT, int(edits)))
        return tuple(hits.values())


def is_misprint(key: str, other: str, places: Iterable[str] = ()) -> bool:
    """Whether two keys may be one name with a letter wrong: the same numbers, places and telling words in both."""
    if re.findall(r"[0-9]+", key) != re.findall(r"[0-9]+", other):
        return False
    if any((word in key) != (word in other) for word in (*words("distinguishing"), *places)):
        return False
    # An edit that stands alone is a slip; several side by side write another word.
    places_of = [edit.src_pos for edit in Levenshtein.editops(key, other)]
    return all(after - before > _RUN for before, after in zip(places_of, places_of[_RUN:], strict=False))


def _may_be_misprinted(key: str, refs: Iterable[tuple[str, str]], known: Mapping[str, Known]) -> bool:
    return len(key) >= _SHORTEST - _MOST_EDITS and any(
        how != ABBREVIATION and known[ref].group not in _NAMED_AFTER_PLACES for ref, how in refs
    )


def _bodies(registry: Registry) -> Iterator[Known]:
    provinces = {row.id: row["name_th"] for row in registry.tables.get("provinces", ())}
    for row in registry.tables.get("agencies", ()):
        yield Known(
            f"agency/{row.id}", group_of(row["kind"]), f"agency/{row['parent_id']}" if row.get("parent_id") else ""
        )
    for row in registry.tables.get("local_governments", ()):
        around = (row.get("district"), provinces.get(row["province_id"], ""))
        yield Known(f"agency/{row.id}", "local_government", places=tuple(key_form(place) for place in around if place))
    for row in registry.tables.get("units", ()):
        yield Known(f"unit/{row.id}", "unit", f"agency/{row['unit_of']}" if row.get("unit_of") else "")
    for row in registry.tables.get("provinces", ()):
        if administration := row.get("administration_id"):
            place = key_form(row["name_th"])
            yield Known(f"agency/{administration}", "province", places=(place,))


def _names(registry: Registry) -> Iterator[tuple[str, str, str]]:
    """Reference, name, and how the name is one: names in full first, for the first way of two counts."""
    for table, kind in (("agencies", "agency"), ("local_governments", "agency"), ("units", "unit")):
        for row in registry.tables.get(table, ()):
            yield from _names_of(f"{kind}/{row.id}", row)
    for row in registry.tables.get("provinces", ()):
        if administration := row.get("administration_id"):
            for column in ("administration_th", "administration_en"):
                yield f"agency/{administration}", row.get(column), EXACT
            yield f"agency/{administration}", row["name_th"], ALIAS
    for row in registry.tables.get("abbreviations", ()):
        if row.get("agency_id"):
            yield f"agency/{row['agency_id']}", row["abbr"], ABBREVIATION
    for row in registry.tables.get("ambiguous", ()):
        for candidate in row.list("candidates"):
            yield f"agency/{candidate}", row["abbr"], ABBREVIATION


def _names_of(ref: str, row: Row) -> Iterator[tuple[str, str, str]]:
    for column in ("name_th", "name_en"):
        yield ref, row.get(column), EXACT
    for column in ("aliases_th", "aliases_en"):
        for alias in row.list(column):
            yield ref, alias, ALIAS
    for column in ("abbr_th", "abbr_en"):
        yield ref, row.get(column), ABBREVIATION


def _places(registry: Registry) -> Iterator[str]:
    for row in registry.tables.get("provinces", ()):
        yield key_form(row["name_th"])
