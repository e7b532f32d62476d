"""The stages of a build as functions, and the one list that orders them.

read → map → check → derive → check the whole → publish. Each stage takes values and gives values; files are opened at
the two ends. Nothing is written before everything has passed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad

from kg import __version__
from kg.errors import InvalidGraph, NotFound
from kg.graph.checks import check_source, run_checks
from kg.graph.closure import RegistryIndex
from kg.graph.labels import choose_labels, labels_in
from kg.graph.map_derived import Check, map_derived
from kg.graph.map_record import map_record
from kg.graph.map_registry import map_registry
from kg.graph.ontology import ontology_quads
from kg.graph.query import select
from kg.graph.shacl import Shapes
from kg.graph.store import Store, publish
from kg.ingest.records import read_records
from kg.ingest.registry import load_registry
from kg.model.fingerprint import fingerprint
from kg.model.record import Record
from kg.model.registry import Registry
from kg.model.report import Report, Violation
from kg.settings import Settings
from kg.terms.award import AW
from kg.terms.iris import Iris
from kg.views.claims import RULES_VERSION, check_claims
from kg.views.derived import derived_views
from kg.views.facts import gather

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its parts are done, and how many there are."""

CORE_KINDS = frozenset(name for name in AW.__annotations__ if name.startswith("kind"))


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
    """Everything that a build would publish, with the report of its validation."""

    graphs: dict[str, tuple[Quad, ...]]
    report: Report
    seconds: dict[str, float]

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


def build(settings: Settings, progress: Progress = silent) -> Built:
    """Registry, announcements and judgements to a validated store, swapped in whole.

    Raises DataError or InvalidGraph when the data is not as it must be; the store then stays as it was.
    """
    assembly = assemble(settings, progress)
    if not assembly.report.conforms:
        raise refusal(assembly.report)
    start = time.perf_counter()
    progress("publish", 0, 1)
    derived = derived_views(settings.base, lambda done, total: progress("views", done, total))
    version = publish(assembly.quads(), settings.store, derived)
    progress("publish", 1, 1)
    assembly.seconds["publish"] = time.perf_counter() - start
    return Built(version, assembly)


def assemble(settings: Settings, progress: Progress = silent) -> Assembly:
    """All graphs in memory with their report, nothing written.

    Raises DataError for what cannot be read, NotFound without a data folder.
    """
    clock, iris = Clock(), Iris(settings.base)
    with clock.stage("read"):
        registry, records = _read(settings, progress)
    with clock.stage("map"):
        registry_quads = tuple(map_registry(registry, iris))
        sources = {iris.source_graph(record.source.id): tuple(map_record(record, registry, iris)) for record in records}
    with clock.stage("shacl"):
        shapes = Shapes.load(settings.shapes, ontology_files(settings))
        reports = list(_validate(shapes, registry_quads, sources, progress))
    with clock.stage("derive"):
        derived = _derive(records, registry, registry_quads, iris)
    graphs = {
        iris.graph("ontology"): tuple(ontology_quads(ontology_files(settings), iris.graph("ontology"))),
        iris.graph("registry"): registry_quads,
        iris.graph("derived"): derived,
        **sources,
    }
    with clock.stage("checks"):
        reports.append(_check_whole(graphs, settings.base, progress))
    return Assembly(graphs, Report.merged(reports), clock.seconds)


def ontology_files(settings: Settings) -> tuple[Path, ...]:
    """The ontology's files, in the order they are read."""
    return tuple(settings.ontology / name for name in ("award.ttl", "concepts.ttl"))


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


def _read(settings: Settings, progress: Progress) -> tuple[Registry, tuple[Record, ...]]:
    if not settings.data.is_dir():
        raise NotFound("is not a folder", where=str(settings.data), fix="name the data folder with --data")
    progress("read", 0, 2)
    registry = load_registry(settings.data / "registry", core_kinds=CORE_KINDS)
    progress("read", 1, 2)
    records = tuple(read_records(settings.data / "announcements"))
    progress("read", 2, 2)
    return registry, records


def _validate(
    shapes: Shapes, registry: tuple[Quad, ...], sources: dict[str, tuple[Quad, ...]], progress: Progress
) -> Iterator[Report]:
    total = len(sources) + 1
    progress("validate", 0, total)
    yield shapes.validate_registry(registry)
    index = RegistryIndex.of(registry)
    for done, (_, quads) in enumerate(sorted(sources.items()), 1):
        progress("validate", done, total)
        yield shapes.validate_source(quads, index)
        yield check_source(quads)
    progress("validate", total, total)


def _derive(
    records: tuple[Record, ...], registry: Registry, registry_quads: tuple[Quad, ...], iris: Iris
) -> tuple[Quad, ...]:
    labels = choose_labels(records, labels_in(registry_quads, iris))
    verdicts = check_claims(records, gather(records, registry))
    check = Check(RULES_VERSION, fingerprint(registry, records), __version__)
    return tuple(map_derived(labels, verdicts, check, iris))


def _check_whole(graphs: dict[str, tuple[Quad, ...]], base: str, progress: Progress) -> Report:
    progress("check", 0, 1)
    store = Store.in_memory(quad for quads in graphs.values() for quad in quads)
    report = run_checks(lambda text: select(store, text, base=base), "whole")
    progress("check", 1, 1)
    return report
