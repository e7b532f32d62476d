"""The awards of one version of the graph, held in memory by whom and what they concern.

An agency may have thousands of awards: a page must know how many there are, of which years and levels, and which of
them stand on the page asked for, without reading them all from the store. They are read once, when the first page needs
them or when the server warms up.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.graph.store import Store
from kg.views.awards import Award, Awards
from kg.views.read import Reader, read_awards

_LAST: Final = 99
CONFERMENT: Final = "conferment"
CANDIDACY: Final = "candidacy"


class Holdings:
    """Awards and near-misses by reference of the thing that they concern."""

    def __init__(self, store: Store, base: str) -> None:
        """Nothing is read yet."""
        self._reader = Reader(store, base)
        self._lock = threading.Lock()
        self._awards: Awards | None = None
        self._given: dict[str, list[Award]] = {}
        self._missed: dict[str, list[Award]] = {}
        self._units: dict[str, list[str]] = {}
        self._ranks: dict[str, int] = {}

    @property
    def awards(self) -> Awards:
        """All of them."""
        with self._lock:
            if self._awards is None:
                self._awards = self._read()
            return self._awards

    def given(self, reference: str) -> list[Award]:
        """The awards given that concern a thing, those of an agency's units among them, in the order of a page."""
        return self._concerning(reference, self.awards, self._given)

    def missed(self, reference: str) -> list[Award]:
        """The near-misses, likewise."""
        return self._concerning(reference, self.awards, self._missed)

    def large(self, least: int) -> Iterator[tuple[str, list[Award]]]:
        """The things that so many awards concern, with these."""
        if self.awards:
            references = {*self._given, *self._units}
            yield from ((each, given) for each in sorted(references) if len(given := self.given(each)) >= least)

    def only(self, awards: Iterable[Award]) -> Awards:
        """The same graph with these awards alone: what the views compute over it concerns nothing else."""
        return replace(self.awards, given=tuple(awards), missed=(), declared=())

    def units(self, reference: str) -> list[str]:
        """The units of an agency, however deep."""
        return self._units.get(reference, []) if self.awards else []

    def rank(self, level: str) -> int:
        """The place of a level among those of its scheme; the highest is 1, one without a place comes last."""
        return self._ranks.get(level, _LAST)

    def year(self, award: Award) -> int | None:
        """The year (CE) of an award, of several the first."""
        return min(self.awards.years(award), default=None)

    def _concerning(self, reference: str, awards: Awards, index: dict[str, list[Award]]) -> list[Award]:
        references = [reference, *self._units.get(reference, ())] if reference.startswith("agency/") else [reference]
        found = {award.ref: award for each in references for award in index.get(each, ())}
        if len(references) == 1:
            return list(found.values())
        return sorted(found.values(), key=lambda award: self._order(award, awards))

    def _read(self) -> Awards:
        awards = read_awards(self._reader)
        self._ranks = {level: int(rank) for level, rank in self._reader.ask("ranks")}
        for unit in awards.bodies.unit_of:
            self._units.setdefault(awards.bodies.body_of(unit), []).append(unit)
        for outcomes, index in ((awards.given, self._given), (awards.missed, self._missed)):
            for award in sorted(outcomes, key=lambda award: self._order(award, awards)):
                for reference in set(_concerned(award, awards)):
                    index.setdefault(reference, []).append(award)
        return awards

    def _order(self, award: Award, awards: Awards) -> tuple[object, ...]:
        """Newest first, then by edition and category, the highest level first."""
        year = max(awards.years(award), default=0)
        rank = min((self.rank(level) for level in award.levels), default=_LAST)
        return -year, award.editions, award.categories, rank, award.ref


def _concerned(award: Award, awards: Awards) -> Iterator[str]:
    for references in (award.recipients, award.editions, award.levels, award.works, award.events):
        yield from references
    yield from awards.schemes(award)
    # A branch shows what was won in the categories under it.
    yield from awards.categories.all_above(award.categories)
    yield from award.categories
