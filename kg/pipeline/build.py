"""The stages of a build as functions, and the one list that orders them.

read → map → check → derive → check the whole → publish. Each stage takes values and gives values; files are opened at
the two ends. Nothing is written before everything has passed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, Store

from kg import __version__
from kg.errors import InvalidGraph, KgError
from kg.graph.checks import query_of, run_checks
from kg.graph.labels import choose_labels, labels_in
from kg.graph.map_derived import Check, map_contradictions, map_derived, map_retired
from kg.graph.map_record import map_record
from kg.graph.ontology import ontology_quads
from kg.graph.quads import in_memory
from kg.graph.store import publish
from kg.ingest import redirects
from kg.ingest.judgements import FOLDER, read_judgements
from kg.ingest.records import read_records
from kg.ingest.redirects import read_redirects
from kg.model.fingerprint import fingerprint
from kg.model.record import Record
from kg.model.registry import Registry
from kg.model.report import Report, Violation
from kg.model.retirement import Retirement
from kg.pipeline.checking import ontology_files
from kg.pipeline.ground import Ground
from kg.resolve.judgements import Judgements
from kg.resolve.merge import Merging, plan, published
from kg.terms.iris import Iris
from kg.views.claims import RULES_VERSION, check_claims
from kg.views.contradictions import contradictions
from kg.views.derived import derived_views
from kg.views.facts import gather

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its parts are done, and how many there are."""

MERGED: Final = "the same thing under another id, first stated by an earlier document or a reviewed record"


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(slots=True)
class Clock:
    """Seconds spent in each stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Adds the time of the block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything that a build would publish, with the report of its validation; ``faults`` are judgements left out.

    ``memory`` holds the same quads, to be asked.
    """

    graphs: dict[str, tuple[Quad, ...]]
    memory: Store
    report: Report
    seconds: dict[str, float]
    faults: tuple[str, ...] = ()

    def quads(self) -> Iterator[Quad]:
        """All quads of all graphs."""
        for name in sorted(self.graphs):
            yield from self.graphs[name]

    def counts(self) -> dict[str, int]:
        """Number of quads in each graph."""
        return {name: len(quads) for name, quads in sorted(self.graphs.items())}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build published."""

    version: str
    assembly: Assembly


def build(ground: Ground, progress: Progress = silent) -> Built:
    """Registry, announcements and judgements to a validated store, swapped in whole.

    ``ground`` may be what an ingest just before stood on. Raises DataError or InvalidGraph when the data is not as it
    must be; the store then stays as it was.
    """
    settings, assembly = ground.settings, assemble(ground, progress)
    if not assembly.report.conforms:
        raise refusal(assembly.report)
    start = time.perf_counter()
    progress("publish", 0, 1)
    derived = derived_views(settings.base, lambda done, total: progress("views", done, total))
    version = publish(assembly.quads(), settings.store, derived, assembly.memory)
    progress("publish", 1, 1)
    assembly.seconds["publish"] = time.perf_counter() - start
    return Built(version, assembly)


def assemble(ground: Ground, progress: Progress = silent) -> Assembly:
    """All graphs in memory with their report; nothing is written but the reports of the validator, to be used again.

    Raises DataError for what cannot be read, NotFound without a data folder.
    """
    settings, clock, iris = ground.settings, Clock(), Iris(ground.settings.base)
    with clock.stage("read"):
        data = read_data(ground, progress)
    registry = data.registry
    with clock.stage("merge"):
        merging = plan(data.records, registry, data.judgements)
        records = published(data.records, merging)
    with clock.stage("map"):
        registry_quads = ground.quads
        sources = {iris.source_graph(record.source.id): tuple(map_record(record, registry, iris)) for record in records}
    with clock.stage("shacl"):
        progress("validate", 0, len(sources) + 1)
        reports = [ground.checker.check_registry()]
        found = ground.checker.check_sources(sources, lambda done, total: progress("validate", done + 1, total + 1))
        reports.extend(found.values())
    with clock.stage("derive"):
        derived = _derive(records, data, merging, registry_quads, iris)
    graphs = {
        iris.graph("ontology"): tuple(ontology_quads(ontology_files(settings), iris.graph("ontology"))),
        iris.graph("registry"): registry_quads,
        iris.graph("derived"): derived,
        **sources,
    }
    with clock.stage("checks"):
        progress("check", 0, 1)
        memory = in_memory(quad for quads in graphs.values() for quad in quads)
        reports.append(run_checks(query_of(memory), "whole"))
        progress("check", 1, 1)
    return Assembly(graphs, memory, Report.merged(reports), clock.seconds, data.faults)


def refusal(report: Report) -> InvalidGraph:
    """The error for a report that does not conform: the first violation, with the others as details."""
    found = [violation for violation in report.violations if violation.severity == "Violation"]
    # What one document or the registry breaks comes before what follows from it over the whole.
    faults = sorted(found, key=lambda violation: not violation.graph)
    first = faults[0]
    return InvalidGraph(
        first.message("en"),
        where=_place(first),
        why=f"given: {first.value}" if first.value else "",
        fix="mend the data and build again; `kg validate` shows the whole report",
        details=[f"{_place(fault)}: {fault.message('en')}" for fault in faults[1:]],
    )


def _place(violation: Violation) -> str:
    head, _, thing = violation.focus.rpartition("/id/")
    _, _, graph = violation.graph.rpartition("/graph/")
    named = thing if head else violation.focus
    return f"{graph}: {named}" if graph else named


@dataclass(frozen=True, slots=True)
class Data:
    """What the data folder holds; ``faults`` are lines of the log of judgements that say nothing."""

    registry: Registry
    records: tuple[Record, ...]
    judgements: Judgements
    retired: tuple[Retirement, ...]
    faults: tuple[str, ...] = ()


def read_data(ground: Ground, progress: Progress = silent) -> Data:
    """Registry, announcements, judgements and redirects of the data folder.

    Raises DataError for what cannot be read, NotFound without a data folder; a faulty judgement is noted, not raised.
    """
    settings = ground.settings
    progress("read", 0, 2)
    registry = ground.registry
    progress("read", 1, 2)
    records = tuple(read_records(settings.data / "announcements"))
    judgements, faults = judgements_of(settings.data)
    retired = tuple(read_redirects(settings.data / redirects.FILE))
    progress("read", 2, 2)
    return Data(registry, records, judgements, retired, faults)


def judgements_of(data: Path) -> tuple[Judgements, tuple[str, ...]]:
    """The judgements of a data folder, and what is wrong with lines that were left out."""
    faults: list[KgError] = []
    judgements = Judgements.of(read_judgements(data / FOLDER, faults.append))
    return judgements, (*map(str, faults), *judgements.conflicts)


def _derive(
    records: list[Record], data: Data, merging: Merging, registry_quads: tuple[Quad, ...], iris: Iris
) -> tuple[Quad, ...]:
    known = labels_in(registry_quads, iris)
    labels = choose_labels(records, known)
    facts = gather(records, data.registry)
    every = {ref: {**known.get(ref, {}), **labels.get(ref, {})} for ref in {*known, *labels}}
    alive = {thing.ref for record in records for thing in record.things} | set(data.registry.refs())
    check = Check(RULES_VERSION, fingerprint(data.registry, tuple(records)), __version__)
    return (
        *map_derived(labels, check_claims(records, facts), check, iris),
        *map_contradictions(contradictions(records, facts), every, iris),
        *map_retired(_retired(merging, data.retired, alive), iris),
    )


def _retired(merging: Merging, before: Iterable[Retirement], alive: set[str]) -> list[Retirement]:
    """Every id that nothing bears now: merged by this build, or retired before."""
    merged = {ref: Retirement(ref, merging.of(ref), MERGED) for ref in merging.canonical}
    found = {**{each.old: each for each in before}, **merged}
    return [each for ref, each in sorted(found.items()) if ref not in alive]
