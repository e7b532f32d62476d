"""The store: an Oxigraph database that a build writes whole and everyone else only reads.

On disk a store is a folder with ``CURRENT``, a file that names one of ``versions/NAME``. A build writes a new version
beside the old one and then replaces ``CURRENT`` in one step, so a reader sees the old graph or the new one, never half
of either, and a build that fails or is interrupted leaves the old one in place. A version is named after the hash of
its N-Quads, sorted: the same data give the same name on every machine.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore

from kg.errors import KgError, NotFound
from kg.graph.changedcopy import Before, changed_copy
from kg.graph.quads import in_memory, node

_CURRENT = "CURRENT"
_VERSIONS = "versions"
_LOCK = "LOCK"
_NQUADS = "graph.nq"
_DATABASE = "database"
_DERIVED = "derived"
_KEPT = 2  # the version in use and the one before it, which a running server may still read


class Store:
    """A read-only view of one version of the graph."""

    def __init__(self, inner: ox.Store, version: str, nquads: Path | None = None) -> None:
        """Use ``open`` or ``in_memory``."""
        self.inner = inner
        self.version = version
        self.nquads = nquads

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The current version of a store folder; raises NotFound where nothing was built."""
        return cls.open_version(folder, current_version(folder))

    @classmethod
    def open_version(cls, folder: Path, version: str) -> Store:
        """One version of a store folder, by its name."""
        return cls._at(folder / _VERSIONS / version)

    @classmethod
    def open_any(cls, path: Path) -> Store:
        """The current version of a store folder, or a version by its own folder; raises NotFound where neither is."""
        return cls._at(path) if (path / _DATABASE).is_dir() else cls.open(path)

    @classmethod
    def _at(cls, home: Path) -> Store:
        version = home.name
        try:
            return cls(ox.Store.read_only(str(home / _DATABASE)), version, home / _NQUADS)
        except OSError as error:
            raise KgError(
                "the store cannot be opened", where=str(home), why=str(error), fix="build it again: kg build"
            ) from error

    @classmethod
    def in_memory(cls, quads: Iterable[ox.Quad]) -> Store:
        """A store of these quads alone, for checks and tests; its version is the hash that a build would give it."""
        inner = in_memory(quads)
        lines = _canonical(iter(inner))
        return cls(inner, _hash(lines))

    @property
    def built(self) -> float | None:
        """When this version was written, in seconds since 1970; None for a store in memory."""
        return self.nquads.stat().st_mtime if self.nquads is not None else None

    def __len__(self) -> int:
        """Number of quads."""
        return len(self.inner)

    def graphs(self) -> list[str]:
        """IRIs of the named graphs, sorted."""
        return sorted(graph.value for graph in self.inner.named_graphs() if isinstance(graph, ox.NamedNode))

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        value: ox.NamedNode | None = None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        """Quads that fit a pattern; None fits everything."""
        return self.inner.quads_for_pattern(
            node(subject) if subject else None,
            node(predicate) if predicate else None,
            value,
            node(graph) if graph else None,
        )

    def as_rdflib(self) -> rdflib.Dataset:
        """The store as an rdflib dataset, for notebooks and for libraries that know rdflib only."""
        return rdflib.Dataset(store=OxigraphStore(store=self.inner), default_union=True)

    def derived(self, folder: str, name: str) -> bytes | None:
        """A file that the build derived from this version; None where there is none, as for a store in memory."""
        if self.nquads is None:
            return None
        try:
            return (self.nquads.parent / _DERIVED / folder / name).read_bytes()
        except OSError:
            return None

    def has_graph(self, graph: str) -> bool:
        """Whether a named graph exists."""
        return self.inner.contains_named_graph(node(graph))


@dataclass(frozen=True, slots=True)
class Derived:
    """Files to derive from a version before it is put in place: their folder, and names with contents."""

    folder: str
    files: Callable[[Store], Iterable[tuple[str, bytes]]]


def current_version(folder: Path) -> str:
    """Name of the current version; raises NotFound where nothing was built."""
    try:
        return (folder / _CURRENT).read_text("ascii").strip()
    except OSError as error:
        raise NotFound("no graph has been built here", where=str(folder), fix="run: kg build") from error


def earlier_version(folder: Path, version: str) -> str | None:
    """Name of the newest version that is kept beside this one; None where there is none."""
    try:
        homes = [home for home in (folder / _VERSIONS).iterdir() if (home / _DATABASE).is_dir()]
        others = [home for home in homes if home.name != version and not home.name.startswith(".")]
        return max(others, key=lambda home: (home.stat().st_mtime, home.name)).name if others else None
    except OSError:
        return None


def publish(
    quads: Iterable[ox.Quad], folder: Path, derived: Derived | None = None, memory: ox.Store | None = None
) -> str:
    """Write a new version of the store, with the files derived from it, and make it the current one; gives its name.

    ``memory`` holds the same quads, where it is at hand: files are derived sooner from it than from the disk. Nothing
    of an earlier version changes. Raises KgError where the disk refuses.
    """
    lines = _canonical(quads)
    version = _hash(lines)
    try:
        (folder / _VERSIONS).mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _write_version(lines, folder, version, derived, memory)
            _switch(folder, version)
            _forget_old(folder, version)
    except OSError as error:
        raise KgError(
            "the store cannot be written", where=str(folder), why=str(error), fix="check the folder and free space"
        ) from error
    return version


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Holds the lock that publishing takes: of two builds at once the second waits, then swaps in its own."""
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def nquads(quads: Iterable[ox.Quad]) -> bytes:
    """The quads as N-Quads in code-point order of their lines, each once: the bytes that a version is named after."""
    return b"".join(_canonical(quads))


def _canonical(quads: Iterable[ox.Quad]) -> list[bytes]:
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    return sorted(set((written or b"").splitlines(keepends=True)))


def _hash(lines: list[bytes]) -> str:
    said = hashlib.sha256()
    for line in lines:
        said.update(line)
    return said.hexdigest()[:16]


def _write_version(
    lines: list[bytes], folder: Path, version: str, derived: Derived | None, memory: ox.Store | None
) -> None:
    home = folder / _VERSIONS / version
    if (home / _DATABASE).is_dir():
        # The same data; but the program may derive by newer rules than the one that wrote it.
        if derived and not (home / _DERIVED / derived.folder).is_dir():
            database = ox.Store.read_only(str(home / _DATABASE))
            _derive(derived, Store(database, version, home / _NQUADS), home)
        return
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder / _VERSIONS))
    try:
        (draft / _NQUADS).write_bytes(b"".join(lines))
        copied = changed_copy(_before(folder), draft / _DATABASE, lines)
        database = _loaded(draft) if copied is None else copied
        del copied
        database.flush()
        if derived:
            _derive(derived, Store(database if memory is None else memory, version, draft / _NQUADS), draft)
        del database
        draft.chmod(0o755)
        shutil.rmtree(home, ignore_errors=True)
        draft.replace(home)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _loaded(draft: Path) -> ox.Store:
    """The database of a draft, read from its N-Quads."""
    shutil.rmtree(draft / _DATABASE, ignore_errors=True)
    database = ox.Store(str(draft / _DATABASE))
    database.bulk_load(path=str(draft / _NQUADS), format=ox.RdfFormat.N_QUADS)
    database.optimize()
    return database


def _before(folder: Path) -> Before | None:
    """The version in use; None where there is none that can be read."""
    try:
        home = folder / _VERSIONS / current_version(folder)
        lines = (home / _NQUADS).read_bytes().splitlines(keepends=True)
    except (OSError, NotFound):
        return None
    return Before(home / _DATABASE, lines)


def _derive(derived: Derived, store: Store, home: Path) -> None:
    """Write the derived files of one version; the folder appears once all are written."""
    (home / _DERIVED).mkdir(exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=home / _DERIVED))
    try:
        for name, content in derived.files(store):
            (draft / name).write_bytes(content)
        draft.chmod(0o755)
        draft.replace(home / _DERIVED / derived.folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _switch(folder: Path, version: str) -> None:
    handle, name = tempfile.mkstemp(prefix=".current-", dir=folder)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(version + "\n")
        out.flush()
        os.fsync(out.fileno())
    Path(name).replace(folder / _CURRENT)
    os.utime(folder / _VERSIONS / version)


def _forget_old(folder: Path, version: str) -> None:
    """Remove all but the newest versions, and drafts that a killed build left behind."""
    homes = sorted((folder / _VERSIONS).iterdir(), key=lambda home: home.stat().st_mtime, reverse=True)
    kept = 0
    for home in homes:
        if home.name == version or (not home.name.startswith(".") and kept < _KEPT - 1):
            kept += home.name != version
            continue
        shutil.rmtree(home, ignore_errors=True)
