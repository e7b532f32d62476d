"""One thing, many documents: which things of the records are one, decided over all records at once.

Records keep the ids that they minted, so adding a document never rewrites the record of another. What is one is worked
out anew from the set of records, hence the same for every order in which they came. Two things of one document are two,
for a document that lists two awards means two.

Two descriptions are bound when they fit and neither fits anything that does not fit the other: a poor description that
fits two different ones stands alone until a curator says which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kg.model.judgement import Decision
from kg.model.record import Record, Thing
from kg.model.registry import Registry
from kg.model.vocabulary import EVENTS
from kg.resolve.fit import Entry, Fitting
from kg.resolve.judgements import Judgements
from kg.resolve.rewrite import rewritten
from kg.terms.iris import is_reference

_NO: Final = (Decision.DIFFERENT, Decision.UNSURE)
_TELLING: Final = ("edition", "recipient", "category", "level", "work", "placing")
_LAST: Final = "9999"  # behind every date of issue: a document without one is never the first


@dataclass(frozen=True)
class Merging:
    """Which references stand for which: what is missing stands for itself."""

    canonical: Mapping[str, str]

    def of(self, ref: str) -> str:
        """The reference under which a thing is published; each step leads to an earlier one, so steps end."""
        while (earlier := self.canonical.get(ref)) is not None:
            ref = earlier
        return ref


def plan(records: Sequence[Record], registry: Registry, judgements: Judgements) -> Merging:
    """Which things of the records are one, and under which reference each is published."""
    merging = _judged(records, registry, judgements)
    for group in (_conferments, _works, _events, _twins):
        merging = _chained(merging, group(records, registry, judgements, merging))
    return merging


def published(records: Iterable[Record], merging: Merging) -> list[Record]:
    """The records with every reference replaced by the one that stands for it."""
    return [rewritten(record, merging.of) if merging.canonical else record for record in records]


def _chained(first: Merging, second: Mapping[str, str]) -> Merging:
    return Merging({**second, **first.canonical})


def _judged(records: Sequence[Record], registry: Registry, judgements: Judgements) -> Merging:
    """What curators have said is the same: the registry's reference stands, else that of the earliest record."""
    rank = _ranks(records)
    canonical: dict[str, str] = {}
    for cluster in judgements.clusters():
        refs = [side for side in cluster if is_reference(side)]
        stated = [ref for ref in refs if ref in rank or ref in registry]
        if len(stated) < 2:
            continue
        first = min(stated, key=lambda ref: (ref not in registry, rank.get(ref, (True, _LAST, "")), ref))
        canonical.update({ref: first for ref in stated if ref != first and ref not in registry})
    return Merging(canonical)


Rank = tuple[bool, str, str]


def _ranks(records: Iterable[Record]) -> dict[str, Rank]:
    """How early each thing was stated: by a reviewed record first, then by date of issue, then by name of document."""
    ranks: dict[str, Rank] = {}
    for record in records:
        rank = (record.review_status != "reviewed", record.source.issued or _LAST, record.source.id)
        for thing in record.things:
            ranks[thing.ref] = min(rank, ranks.get(thing.ref, rank))
    return ranks


def _conferments(
    records: Sequence[Record], registry: Registry, judgements: Judgements, so_far: Merging
) -> dict[str, str]:
    fitting = Fitting(records, registry, so_far)
    return _bound(records, judgements, so_far, {"Conferment"}, fitting.key_of_conferment, fitting.conferments_fit)


def _works(records: Sequence[Record], registry: Registry, judgements: Judgements, so_far: Merging) -> dict[str, str]:
    """The works of one award are one work: two documents gave its title in two forms."""
    rank = _ranks(records)
    canonical: dict[str, str] = {}
    for entry in _entries(records, so_far, {"Conferment"}).values():
        works = sorted(entry.get("work"), key=lambda ref: (rank.get(ref, (True, _LAST, "")), ref))
        for work in works[1:]:
            if judgements.decided(works[0], work) not in _NO:
                canonical.setdefault(work, works[0])
    return canonical


def _twins(records: Sequence[Record], registry: Registry, judgements: Judgements, so_far: Merging) -> dict[str, str]:
    """Awards of which all is said alike once other things are one: two ids for them would be two awards."""
    rank = _ranks(records)
    alike: dict[tuple[frozenset[str], ...], list[str]] = {}
    for ref, entry in sorted(_entries(records, so_far, {"Conferment"}).items()):
        alike.setdefault(tuple(entry.get(name) for name in _TELLING), []).append(ref)
    canonical: dict[str, str] = {}
    for refs in alike.values():
        first, *others = sorted(refs, key=lambda ref: (rank[ref], ref))
        canonical.update({ref: first for ref in others if judgements.decided(first, ref) is not Decision.DIFFERENT})
    return canonical


def _events(records: Sequence[Record], registry: Registry, judgements: Judgements, so_far: Merging) -> dict[str, str]:
    fitting = Fitting(records, registry, so_far)
    return _bound(records, judgements, so_far, set(EVENTS), fitting.keys_of_event, fitting.events_fit)


def _bound(
    records: Sequence[Record],
    judgements: Judgements,
    so_far: Merging,
    classes: set[str],
    keys: Callable[[Entry], Iterable[str]],
    fit: Callable[[Entry, Entry], bool],
) -> dict[str, str]:
    """The canonical reference of each thing of some classes that is bound to another."""
    entries = _entries(records, so_far, classes)
    blocks: dict[str, list[str]] = {}
    for ref, entry in entries.items():
        for key in keys(entry):
            blocks.setdefault(key, []).append(ref)
    pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
    near: dict[str, set[str]] = {ref: set() for ref in entries}
    for left, right in pairs:
        decided = judgements.decided(left, right)
        if (
            decided not in _NO
            and not entries[left].sources & entries[right].sources
            and fit(entries[left], entries[right])
        ):
            near[left].add(right)
            near[right].add(left)
    rank = _ranks(records)
    canonical: dict[str, str] = {}
    for cluster in cliques(near):
        first = min(cluster, key=lambda ref: (rank[ref], ref))
        canonical.update({ref: first for ref in cluster if ref != first})
    return canonical


def cliques(near: Mapping[str, set[str]]) -> list[frozenset[str]]:
    """The groups in which all fit all, once those are left out that fit two which do not fit each other.

    What is left has no three of which two fit the third but not each other, so its connected parts are cliques.
    """
    clear = {
        ref for ref, others in near.items() if all(two in near[one] for one, two in combinations(sorted(others), 2))
    }
    groups = {frozenset((ref, *(other for other in near[ref] if other in clear))) for ref in clear}
    return sorted((group for group in groups if len(group) > 1), key=min)


def _entries(records: Sequence[Record], so_far: Merging, classes: set[str]) -> dict[str, Entry]:
    found: dict[str, list[tuple[str, Thing]]] = {}
    for record in records:
        for thing in record.things:
            if thing.cls in classes:
                found.setdefault(so_far.of(thing.ref), []).append((record.source.id, thing))
    return {ref: Entry.of(ref, said, so_far.of) for ref, said in found.items()}
