"""The algebra of judgements: what a log of lines says of two sides, whatever the order in which its lines stand.

A line that is undone says nothing; an undoing can be undone itself. Of lines on the same two sides the latest holds.
*Same* is transitive, and whoever is different from one of a cluster is different from all of it. A line that would
contradict what earlier lines make is reported and left aside, for a log must never say two things of one pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.model.judgement import Decision, Judgement, name_side
from kg.terms.iris import is_reference


@dataclass(frozen=True)
class Judgements:
    """What holds; made by ``of``."""

    _cluster_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _different: frozenset[frozenset[str]] = frozenset()
    _unsure: frozenset[frozenset[str]] = frozenset()
    conflicts: tuple[str, ...] = ()

    @classmethod
    def of(cls, lines: Iterable[Judgement]) -> Judgements:
        """The judgements of a log; ``conflicts`` says which lines were left aside, and why."""
        clusters = _Clusters()
        conflicts = list(_unknown_undone(lines := sorted(lines, key=_moment)))
        for line in _standing(lines):
            if fault := clusters.take(line):
                conflicts.append(fault)
        return cls(clusters.finished(), frozenset(clusters.different), frozenset(clusters.unsure), tuple(conflicts))

    def decided(self, left: str, right: str) -> Decision | None:
        """What holds between two sides (keys of sides); None when nobody has decided."""
        ours, theirs = self.cluster(left), self.cluster(right)
        if left == right or right in ours:
            return Decision.SAME
        pairs = {frozenset((one, other)) for one in ours for other in theirs}
        if pairs & self._different:
            return Decision.DIFFERENT
        return Decision.UNSURE if pairs & self._unsure else None

    def cluster(self, side: str) -> frozenset[str]:
        """All sides that are the same as this one, itself among them."""
        return self._cluster_of.get(side, frozenset((side,)))

    def clusters(self) -> Iterator[frozenset[str]]:
        """The clusters of more than one, in the order of their smallest sides."""
        yield from sorted(set(self._cluster_of.values()), key=min)

    def meaning(self, name: str, source: str, kinds: frozenset[str] = frozenset()) -> str:
        """The reference that a curator gave to a name, in this document first, else anywhere; empty without one.

        ``kinds`` limits which kinds of references count; none given, all do.
        """
        for side in (name_side(name, source), name_side(name)):
            refs = sorted(other for other in self.cluster(side) if is_reference(other))
            fitting = [ref for ref in refs if not kinds or ref.partition("/")[0] in kinds]
            if fitting:
                return fitting[0]
        return ""

    def excluded(self, name: str, source: str, ref: str) -> bool:
        """Whether a curator said that the name does not, or does not surely, mean this thing."""
        no = (Decision.DIFFERENT, Decision.UNSURE)
        return any(self.decided(side, ref) in no for side in (name_side(name, source), name_side(name)))


class _Clusters:
    def __init__(self) -> None:
        self._members: dict[str, set[str]] = {}
        self.different: set[frozenset[str]] = set()
        self.unsure: set[frozenset[str]] = set()

    def take(self, line: Judgement) -> str:
        """Apply a line; what is wrong with it, or nothing."""
        left, right = line.pair
        ours, theirs = self._of(left), self._of(right)
        if line.decision is Decision.SAME:
            if any(frozenset((one, other)) in self.different for one in ours for other in theirs):
                return f"{line.id}: {left} and {right} cannot be the same: others of theirs are judged different"
            ours |= theirs
            for member in theirs:
                self._members[member] = ours
        elif right in ours:
            return f"{line.id}: {left} and {right} are the same by other judgements"
        else:
            kept = self.different if line.decision is Decision.DIFFERENT else self.unsure
            kept.add(frozenset((left, right)))
        return ""

    def _of(self, side: str) -> set[str]:
        return self._members.setdefault(side, {side})

    def finished(self) -> dict[str, frozenset[str]]:
        return {side: frozenset(members) for side, members in self._members.items() if len(members) > 1}


def _moment(line: Judgement) -> tuple[str, str]:
    return line.when, line.id


def _alive(lines: list[Judgement]) -> Iterator[Judgement]:
    """The lines that no later line undoes, the latest first."""
    undone: set[str] = set()
    for line in reversed(lines):
        if line.id in undone:
            continue
        if line.decision is None:
            undone.add(line.undoes)
        yield line


def _standing(lines: list[Judgement]) -> list[Judgement]:
    """The decisions that hold, in the order of time: of each pair the latest."""
    latest: dict[tuple[str, str], Judgement] = {}
    for line in _alive(lines):
        if line.decision is not None:
            latest.setdefault(line.pair, line)
    return sorted(latest.values(), key=_moment)


def _unknown_undone(lines: list[Judgement]) -> Iterator[str]:
    seen: set[str] = set()
    for line in lines:
        if line.decision is None and line.undoes not in seen:
            yield f"{line.id}: undoes {line.undoes!r}, which is no earlier line"
        seen.add(line.id)
