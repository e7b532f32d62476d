"""Writes the site to a folder: things in several processes, all else in this one, then swaps the folder in whole."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import KgError, UsageError
from kg.graph.store import Store, earlier_version
from kg.ingest.catalog import FILE, read_catalog
from kg.ingest.corpus import Corpus
from kg.model.catalog import Catalog
from kg.pages.render import Pages
from kg.settings import Settings
from kg.site.documents import File, Site
from kg.site.whole import dumps_and_catalogue, once, site_map

Progress = Callable[[str, int, int], None]

MARK: Final = ".award-kg-site"
_CHUNK: Final = 40  # things that a process writes before it tells how far it is


def write_site(settings: Settings, out: Path, progress: Progress, workers: int = 0) -> int:
    """Write the whole site of the current store to ``out``; gives the number of files.

    ``workers`` is the number of processes, 0 for one a core. What stood in ``out`` is replaced in one step once all is
    written. Raises UsageError where ``out`` holds anything but a site of ours, KgError where the disk refuses.
    """
    _check(out)
    store = Store.open(settings.store)
    catalog = read_catalog(settings.data / FILE)
    site = _site(store, settings, catalog)
    references = sorted(_references(store, site))
    with _draft(out) as draft:
        count = _write(draft, once(site, settings, catalog, _earlier(settings, store)))
        progress("whole", 1, 1)
        done = 0
        for files in _things(settings, catalog, references, draft, workers or os.cpu_count() or 1):
            count += files
            done += _CHUNK
            progress("things", min(done, len(references)), len(references))
        count += _write(draft, dumps_and_catalogue(site, settings, catalog, draft))
        count += sum(1 for each in (draft / "dumps").rglob("*") if each.is_file())
        count += _write(draft, site_map(references, site, settings))
        progress("dumps", 1, 1)
    return count


def _site(store: Store, settings: Settings, catalog: Catalog) -> Site:
    return Site(Pages(store, settings.base, Corpus.open(settings.corpus), catalog), settings.prefix)


def _references(store: Store, site: Site) -> set[str]:
    """Everything that has an IRI of ours and of which anything is said."""
    subjects = {getattr(quad.subject, "value", "") for quad in store.quads()}
    return {reference for each in subjects if (reference := site.pages.iris.reference(each))}


def _earlier(settings: Settings, store: Store) -> Store | None:
    name = earlier_version(settings.store, store.version)
    try:
        return Store.open_version(settings.store, name) if name else None
    except KgError:
        return None


def _things(settings: Settings, catalog: Catalog, references: list[str], draft: Path, workers: int) -> Iterator[int]:
    """The number of files of each chunk of things, as they are written."""
    chunks = [references[first : first + _CHUNK] for first in range(0, len(references), _CHUNK)]
    if workers == 1 or len(chunks) < workers:
        _begin(settings, catalog, draft)
        yield from map(_chunk, chunks)
        return
    # A store that is open must not be forked: each process opens it for itself.
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers, _begin, (settings, catalog, draft)) as pool:
        yield from pool.imap_unordered(_chunk, chunks)


_SITE: list[tuple[Site, Path]] = []
"""The site of this process: what a pool starts with can be handed on in no other way."""


def _begin(settings: Settings, catalog: Catalog, draft: Path) -> None:
    _SITE[:] = [(_site(Store.open(settings.store), settings, catalog), draft)]


def _chunk(references: Iterable[str]) -> int:
    site, draft = _SITE[0]
    return sum(_write(draft, site.thing(reference)) for reference in references)


def _write(folder: Path, files: Iterable[File]) -> int:
    count = 0
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    return count


def _check(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise UsageError("the site needs a folder", where=str(out), why="a file of that name is there")
    if any(out.iterdir()) and not (out / MARK).is_file():
        raise UsageError(
            "this folder holds something else",
            where=str(out),
            why="a site replaces all that its folder holds",
            fix="name a new or empty folder",
        )


@contextmanager
def _draft(out: Path) -> Iterator[Path]:
    """A folder beside ``out`` that takes its place at the end; nothing of it is left where that is not reached."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise _refused(out, error) from error
    try:
        (draft / MARK).write_text("written by kg site; the next one replaces it\n", "utf-8")
        yield draft
        draft.chmod(0o755)
        _swap(draft, out)
    except OSError as error:
        raise _refused(out, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _swap(draft: Path, out: Path) -> None:
    if out.exists():
        old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
        out.replace(old / out.name)
        draft.replace(out)
        shutil.rmtree(old, ignore_errors=True)
    else:
        draft.replace(out)


def _refused(out: Path, error: OSError) -> KgError:
    return KgError("the site cannot be written", where=str(out), why=str(error), fix="check the folder and free space")
