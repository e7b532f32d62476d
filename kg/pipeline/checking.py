"""Validates source graphs: many in one run of the validator, over the cores, and none that was validated before.

A report depends on the graph, the registry, the shapes and this code, and on nothing else; so reports are kept under a
hash of these, in a file beside the store. Losing the file costs time, nothing more.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg import __version__
from kg.errors import KgError
from kg.graph.checks import check_source
from kg.graph.closure import RegistryIndex
from kg.graph.map_registry import map_registry
from kg.graph.shacl import Shapes
from kg.graph.store import nquads
from kg.ingest.registry import load_registry
from kg.model.report import Report, Violation
from kg.pipeline.workers import cores
from kg.settings import Settings
from kg.terms.iris import Iris

_BATCH: Final = 20  # sources in one run: more gain nothing
_FEW: Final = 60  # sources that are done sooner than processes start
_MOST_KEPT: Final = 50_000
_CODE: Final = ("batch", "checks", "closure", "convert", "shacl", "shapenames")

Told = Callable[[int, int], None]
"""Told how many graphs are validated, and how many there are."""


def unheard(done: int, total: int) -> None:
    """Progress that nobody watches."""


def ontology_files(settings: Settings) -> tuple[Path, ...]:
    """The ontology's files, in the order they are read."""
    return tuple(settings.ontology / name for name in ("award.ttl", "concepts.ttl"))


@dataclass
class Checker:
    """Validates the registry and sources against it; made once a run."""

    settings: Settings
    registry: tuple[ox.Quad, ...]
    cache: Path | None = None
    _kept: dict[str, Report] = field(init=False, default_factory=dict)
    _tools: _Tools | None = field(init=False, default=None)
    _base: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Reads what earlier runs have found out."""
        self._base = _fingerprint(self.settings, self.registry)
        if self.cache is not None:
            self._kept = dict(_read_kept(self.cache))

    def check_registry(self) -> Report:
        """The report of the registry."""
        key = f"registry-{self._base}"
        if key not in self._kept:
            self._keep({key: self._tool().shapes.validate_registry(self._tool().index)})
        return self._kept[key]

    def check_sources(self, sources: Mapping[str, Sequence[ox.Quad]], told: Told = unheard) -> dict[str, Report]:
        """The report of each source graph by its name: shapes and the checks of one document."""
        keys = {name: self._key(quads) for name, quads in sources.items()}
        missing = [name for name in sorted(sources) if keys[name] not in self._kept]
        done = len(sources) - len(missing)
        told(done, len(sources))
        batches = [
            [sources[name] for name in missing[start : start + _BATCH]] for start in range(0, len(missing), _BATCH)
        ]
        names = iter(missing)
        for reports in self._reports(batches, len(missing)) if missing else ():
            self._keep(
                {keys[name]: report for name, report in zip(names_of(names, len(reports)), reports, strict=True)}
            )
            done += len(reports)
            told(done, len(sources))
        return {name: self._kept[key] for name, key in keys.items()}

    def _reports(self, batches: list[list[Sequence[ox.Quad]]], size: int) -> Iterator[list[Report]]:
        """The reports of each batch, the shapes loaded only where there is one."""
        if size <= _FEW or cores() == 1:
            yield from (self._tool().reports(batch) for batch in batches)
            return
        try:
            with ProcessPoolExecutor(cores(), get_context("spawn"), _equip, (self.settings,)) as pool:
                yield from pool.map(_work, [nquads_of(batch) for batch in batches])
        except BrokenExecutor as error:
            fix = "try again; a program that calls this needs the guard of its main module (__main__)"
            raise KgError(
                "a process that validates has died", why="out of memory, or never started", fix=fix
            ) from error

    def _tool(self) -> _Tools:
        if self._tools is None:
            self._tools = _Tools.of(self.settings, self.registry)
        return self._tools

    def _key(self, quads: Iterable[ox.Quad]) -> str:
        return hashlib.sha256(self._base.encode("ascii") + nquads(quads)).hexdigest()

    def _keep(self, found: Mapping[str, Report]) -> None:
        self._kept.update(found)
        if self.cache is not None:
            _write_kept(self.cache, found)


@dataclass(frozen=True)
class _Tools:
    """What validates, in one process."""

    shapes: Shapes
    index: RegistryIndex
    things: str

    @classmethod
    def of(cls, settings: Settings, registry: Iterable[ox.Quad]) -> _Tools:
        shapes = Shapes.load(settings.shapes, ontology_files(settings))
        return cls(shapes, RegistryIndex.of(registry), f"{settings.base}id/")

    def reports(self, batch: list[Sequence[ox.Quad]]) -> list[Report]:
        by_shapes = self.shapes.validate_sources(batch, self.index, self.things)
        return [Report.merged((report, check_source(quads))) for report, quads in zip(by_shapes, batch, strict=True)]


def names_of(names: Iterator[str], count: int) -> list[str]:
    """The next names, as many as were worked on."""
    return [next(names) for _ in range(count)]


_equipped: list[_Tools] = []  # of a process of the pool, filled when it starts


def _equip(settings: Settings) -> None:
    registry = map_registry(load_registry(settings.data / "registry"), Iris(settings.base))
    _equipped.append(_Tools.of(settings, registry))


def nquads_of(batch: list[Sequence[ox.Quad]]) -> list[bytes]:
    """The graphs as they travel to another process."""
    return [nquads(quads) for quads in batch]


def _work(batch: list[bytes]) -> list[Report]:
    graphs = [tuple(ox.parse(data, format=ox.RdfFormat.N_QUADS)) for data in batch]
    return _equipped[0].reports(list(graphs))


def _fingerprint(settings: Settings, registry: Iterable[ox.Quad]) -> str:
    """A hash of all that a report depends on besides the graph itself."""
    said = hashlib.sha256(f"{__version__} {version('pyshacl')} {version('rdflib')} {settings.base}".encode())
    code = Path(__file__).resolve().parents[1] / "graph"
    files = [*sorted(settings.shapes.glob("*.ttl")), *ontology_files(settings)]
    files += [code / f"{name}.py" for name in _CODE] + sorted((code / "queries" / "checks").glob("*.rq"))
    for path in files:
        said.update(f"\n{path.name} ".encode() + (path.read_bytes() if path.is_file() else b""))
    said.update(nquads(registry))
    return said.hexdigest()


def _read_kept(cache: Path) -> Iterator[tuple[str, Report]]:
    """The reports that are kept; a line that cannot be read is one that is made anew."""
    try:
        lines = cache.read_bytes().splitlines()
    except OSError:
        return
    for line in lines[-_MOST_KEPT:]:
        try:
            key, found = json.loads(line)
            yield key, Report.of(Violation(**each) for each in found)
        except (ValueError, TypeError):
            continue


def _write_kept(cache: Path, found: Mapping[str, Report]) -> None:
    lines = (json.dumps([key, [asdict(each) for each in report.violations]]) for key, report in found.items())
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        with cache.open("a", encoding="ascii") as out:
            fcntl.flock(out, fcntl.LOCK_EX)
            out.write("".join(f"{line}\n" for line in lines))
    except OSError:
        return  # a disk that refuses a cache does not refuse a validation
