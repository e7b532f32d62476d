"""Runs queries under a limit of time: in worker processes, because the engine cannot be told to stop.

A query that passes its limit is ended with its process, and another process takes its place. Measured on two cores: a
small query costs less than a millisecond more than in this process, a new worker half a second in the background.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, Protocol

from kg.errors import KgError, QueryRefused
from kg.graph.store import Store
from kg.server.evaluate import Answer, Job, evaluate
from kg.server.refusals import TooLong

SECONDS: Final = 10.0
MOST_BYTES: Final = 20_000_000
WORKERS: Final = 2
_MEMORY: Final = 4 << 30  # address space of a worker: a query that would take the machine down ends its worker instead
_WAITING: Final = 12  # requests that may wait for a worker; each holds a thread that pages need as well
_START_SECONDS: Final = 60.0
_GRACE: Final = 2.0


class QueryRunner(Protocol):
    """Runs queries; ``close`` ends what it holds."""

    def run(self, job: Job) -> Answer:
        """The result of a query."""

    def close(self) -> None:
        """End what it holds."""


class InThread:
    """Runs queries where it is called, without a limit of time: for a store in memory, which no other process sees."""

    def __init__(self, store: Store, most_bytes: int = MOST_BYTES) -> None:
        """``most_bytes`` is the largest result."""
        self._store, self._most_bytes = store, most_bytes

    def run(self, job: Job) -> Answer:
        """The result of a query."""
        try:
            return evaluate(self._store, job, self._most_bytes)
        except KgError as error:
            failed = error
        # Results may only be dropped by the thread that made them, and a traceback holds on to them.
        failed.__cause__ = failed.__context__ = None
        raise failed.with_traceback(None)

    def close(self) -> None:
        """Nothing to end."""


class Pool:
    """Worker processes that each hold the store of a folder open; start and end it with the application."""

    def __init__(
        self, folder: Path, *, workers: int = WORKERS, seconds: float = SECONDS, most_bytes: int = MOST_BYTES
    ) -> None:
        """The workers start at once and get ready in the background."""
        self._folder, self._seconds, self._most_bytes = folder, seconds, most_bytes
        self._free: queue.Queue[_Worker] = queue.Queue()
        self._room = threading.BoundedSemaphore(workers + _WAITING)
        self._lock = threading.Lock()
        self._all: set[_Worker] = set()
        self._closed = False
        for _ in range(workers):
            self._hire()

    def run(self, job: Job) -> Answer:
        """The result of a query; raises TooLong where it passed its limit or no worker came free."""
        if not self._room.acquire(blocking=False):
            raise _busy()
        try:
            worker = self._free.get(timeout=self._seconds)
        except queue.Empty:
            raise _busy() from None
        finally:
            self._room.release()
        try:
            return worker.ask(job, self._seconds)
        finally:
            if worker.alive:
                self._free.put(worker)
            else:
                self._dismiss(worker)
                self._hire()

    def close(self) -> None:
        """End all workers, busy or not."""
        with self._lock:
            self._closed = True
            workers = list(self._all)
            self._all.clear()
        for worker in workers:
            worker.end()

    def _hire(self) -> None:
        with self._lock:
            if self._closed:
                return
            worker = _Worker(self._folder, self._seconds, self._most_bytes)
            self._all.add(worker)
        self._free.put(worker)

    def _dismiss(self, worker: _Worker) -> None:
        worker.end()
        with self._lock:
            self._all.discard(worker)


class _Worker:
    """One process and the line to it."""

    def __init__(self, folder: Path, seconds: float, most_bytes: int) -> None:
        spawning = multiprocessing.get_context("spawn")
        self._line, theirs = spawning.Pipe()
        self._process = spawning.Process(
            target=_work, args=(theirs, folder, seconds, most_bytes), name="kg-query", daemon=True
        )
        self._process.start()
        theirs.close()
        self._ready = False
        self.alive = True

    def ask(self, job: Job, seconds: float) -> Answer:
        """Have a query run; the worker is ended where it does not answer in time."""
        try:
            self._await_ready()
            self._line.send(job)
            if not self._line.poll(seconds):
                self.end()
                raise TooLong(
                    "the query ran too long", why=f"it passed {seconds:g} seconds", fix="ask for less or add a LIMIT"
                )
            said = self._line.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise TooLong("the query took too much memory or time", fix="ask for less, or more precisely") from error
        if isinstance(said, Answer):
            return said
        raise said if isinstance(said, KgError) else QueryRefused("the query cannot be run")

    def end(self) -> None:
        """End the process at once."""
        self.alive = False
        with suppress(ValueError):
            self._process.kill()
            self._process.join(_GRACE)
        self._line.close()

    def _await_ready(self) -> None:
        if not self._ready:
            if not self._line.poll(_START_SECONDS):
                raise EOFError
            said = self._line.recv()
            if isinstance(said, KgError):
                self.end()
                raise said
            self._ready = True


def _busy() -> TooLong:
    return TooLong("the server is busy with other queries", fix="try again in a few seconds")


def _work(line: Connection, folder: Path, seconds: float, most_bytes: int) -> None:
    """The life of a worker: open the store, then answer until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the server ends its workers itself
    _limit_memory()
    try:
        store = Store.open(folder)
    except KgError as error:
        line.send(error)
        return
    line.send("ready")
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            job = line.recv()
            # Should the server itself be killed, nobody would end a query that runs on: the alarm's default does.
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
            line.send(_answer(store, job, most_bytes))
            signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(store: Store, job: Job, most_bytes: int) -> Answer | KgError:
    try:
        return evaluate(store, job, most_bytes)
    except KgError as error:
        return error
    except MemoryError:
        return TooLong("the query took too much memory", fix="ask for less, or more precisely")
    except Exception as error:
        return QueryRefused("the query cannot be run", why=type(error).__name__)


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
