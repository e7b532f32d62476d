"""Works on documents in several processes and gives the outcomes in the order of the documents.

Own processes, not a ready-made pool, because each answers document by document over a line of its own: when one dies,
it is known on which document, that document alone is lost, and another process goes on with the rest of its chunk. A
process whose parent dies finds its line closed and ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import Final

from kg.errors import KgError
from kg.model.document import Document

Work = Callable[[Document], bytes]
Maker = Callable[[], Work]
"""Builds what works, once in each process; it travels there, so it is a class or function of a module."""

SECONDS: Final = 300
"""A document that takes longer is given up."""
_CHUNK_DOCUMENTS: Final = 16
_CHUNK_CHARACTERS: Final = 400_000
_AHEAD: Final = 2000  # how far the others may run ahead of a slow document
_FEW: Final = 8  # documents that are done sooner than a process starts
_GRACE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a document: a line, or the reason why there is none."""

    document: Document
    line: bytes | None
    fault: str = ""


_Numbered = tuple[int, Document]
_Answer = tuple[bytes | None, str]


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_through(documents: Iterable[Document], maker: Maker, workers: int = 0) -> Iterator[Outcome]:
    """The outcome of every document, in order, whatever the number of workers; 0 stands for one a core.

    Few documents, or one worker, are worked on in this process.
    """
    coming = iter(documents)
    first = list(islice(coming, _FEW + 1))
    if not first:
        return
    if workers == 1 or len(first) <= _FEW:
        work = maker()
        for document in chain(first, coming):
            yield Outcome(document, *_answer(work, document))
        return
    team = _Team(chain(first, coming), maker, workers or cores())
    try:
        yield from team.outcomes()
    finally:
        team.end()


class _Team:
    """The processes, what is still to be done, and what is done but not yet due."""

    def __init__(self, documents: Iterator[Document], maker: Maker, size: int) -> None:
        self._coming = enumerate(documents)
        self._maker = maker
        self._waiting: deque[list[_Numbered]] = deque()
        self._done: dict[int, Outcome] = {}
        self._due = self._given = 0
        self._all = [_Worker(maker) for _ in range(size)]

    def outcomes(self) -> Iterator[Outcome]:
        while self._hand_out():
            for worker in self._answering():
                self._take(worker)
            while (outcome := self._done.pop(self._due, None)) is not None:
                self._due += 1
                yield outcome

    def end(self) -> None:
        for worker in self._all:
            worker.end()

    def _hand_out(self) -> bool:
        """Give the idle something to do; False when nothing is left."""
        while len(self._waiting) < len(self._all) and self._given - self._due < _AHEAD:
            if not (chunk := _chunk(self._coming)):
                break
            self._given = chunk[-1][0] + 1
            self._waiting.append(chunk)
        for worker in self._all:
            if worker.idle and self._waiting:
                worker.give(self._waiting.popleft())
        return bool(self._waiting) or any(worker.chunk for worker in self._all)

    def _answering(self) -> list[_Worker]:
        by_line = {worker.line: worker for worker in self._all if worker.chunk or not worker.ready}
        return [by_line[line] for line in wait(list(by_line)) if isinstance(line, Connection)]

    def _take(self, worker: _Worker) -> None:
        try:
            answer = worker.answer()
        except (EOFError, OSError):
            self._replace(worker)
            return
        if answer is not None:
            number, document = worker.chunk.popleft()
            self._done[number] = Outcome(document, *answer)

    def _replace(self, worker: _Worker) -> None:
        """Another process for one that died: the document it was at is lost, what else it had comes first."""
        worker.end()
        if not worker.ready:
            raise KgError("a worker process could not start", fix="see above; try again with fewer processes")
        if worker.chunk and worker.heard:
            number, document = worker.chunk.popleft()
            fault = f"its process died, out of memory or over {SECONDS} seconds"
            self._done[number] = Outcome(document, None, fault)
        if worker.chunk:
            self._waiting.appendleft(list(worker.chunk))
        self._all[self._all.index(worker)] = _Worker(self._maker)


class _Worker:
    """One process, the line to it, and what it has still to answer."""

    def __init__(self, maker: Maker) -> None:
        spawning = multiprocessing.get_context("spawn")  # a fork of a process with threads may hang
        self.line, theirs = spawning.Pipe()
        self.chunk: deque[_Numbered] = deque()
        self.ready = self.heard = False
        self._process = spawning.Process(target=_live, args=(theirs, maker), name="kg-worker", daemon=True)
        self._process.start()
        theirs.close()

    @property
    def idle(self) -> bool:
        return self.ready and not self.chunk

    def give(self, chunk: list[_Numbered]) -> None:
        self.chunk.extend(chunk)
        try:
            self.line.send([document for _, document in chunk])
            self.heard = True
        except OSError:  # it died idle, which is no document's fault; found out when its answer is asked for
            self.heard = False

    def answer(self) -> _Answer | None:
        """What it says: None when it reports for work."""
        said: _Answer | KgError | None = self.line.recv()
        if isinstance(said, KgError):
            raise said
        self.ready = True
        return said

    def end(self) -> None:
        with suppress(ValueError):
            self._process.kill()
            self._process.join(_GRACE)
        self.line.close()


def _chunk(coming: Iterator[_Numbered]) -> list[_Numbered]:
    chunk: list[_Numbered] = []
    characters = 0
    while len(chunk) < _CHUNK_DOCUMENTS and characters < _CHUNK_CHARACTERS and (item := next(coming, None)):
        chunk.append(item)
        characters += len(item[1].text)
    return chunk


def _live(line: Connection, maker: Maker) -> None:
    """The life of a process: build what works, then answer until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its workers
    with suppress(EOFError, OSError):
        try:
            work = maker()
        except KgError as error:
            line.send(error)
            return
        line.send(None)
        while True:
            for document in line.recv():
                _set_alarm(SECONDS)
                answer = _answer(work, document)
                _set_alarm(0)
                line.send(answer)


def _set_alarm(seconds: float) -> None:
    """The alarm's default ends the process, which no rule that runs on can catch."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(work: Work, document: Document) -> _Answer:
    try:
        return work(document), ""
    except KgError as error:
        return None, str(error)
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"[:300]
