"""What announcements say, one line of JSON a document, in the order of the documents.

It reads the registry, never the records: what a document says does not depend on what is known already. The same
documents give the same bytes, whatever the number of processes, interrupted or not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg import __version__
from kg.errors import DataError, NotFound
from kg.ingest.intake import Intake
from kg.model.document import Document
from kg.model.registry import Registry
from kg.pipeline.draft import Draft
from kg.pipeline.workers import Maker, Outcome, Work, work_through
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its parts are done, and how many there are: here bytes of the inputs."""

_ROOMS: Final = ("extract", "text", "model", "resolve", "pipeline")  # what the lines depend on


def _unwatched(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


class Claims:
    """What documents claim, prose, table or graph alike; made once for a registry, used for many documents."""

    def __init__(self, registry: Registry, base: str = DEFAULT_BASE) -> None:
        """Builds the lexicon of the registry's names; ``base`` is that of our IRIs in graphs."""
        from kg.extract.announcement import Extractor
        from kg.pipeline.stated import StatementReader

        self._prose = Extractor(registry)
        self._statements = StatementReader(registry, Iris(base))

    def of(self, document: Document, *, quote: bool = False, everything: bool = False) -> dict[str, Any]:
        """One object in the shape of the annotation guidelines, offsets in the document's text."""
        if document.stated is not None:
            return self._statements.as_json(document, document.stated, quote=quote, everything=everything)
        return self._prose.extract(document).as_json(quote=quote, everything=everything)


@dataclass(frozen=True, slots=True)
class Rules:
    """Makes the extractor of a registry; it travels to each worker and is built there."""

    registry: Path
    quote: bool = False
    everything: bool = False
    base: str = DEFAULT_BASE

    def __call__(self) -> Work:
        """The work on one document: its line."""
        from kg.ingest.registry import load_registry

        claims = Claims(load_registry(self.registry), self.base)
        quote, everything = self.quote, self.everything
        return lambda document: written(claims.of(document, quote=quote, everything=everything))

    def fingerprint(self) -> str:
        """A hash of all that the lines depend on besides the documents."""
        package = Path(__file__).resolve().parents[1]
        said = hashlib.sha256(f"{__version__} {self.quote} {self.everything} {self.base}".encode())
        files = [
            path for room in _ROOMS for path in (package / room).rglob("*") if path.suffix in (".py", ".toml", ".json")
        ]
        for path in sorted([*files, *self.registry.glob("*.csv")]):
            said.update(f"\n{path.name} ".encode())
            said.update(hashlib.sha256(path.read_bytes()).digest())
        return said.hexdigest()


@dataclass(frozen=True, slots=True)
class Written:
    """What is in a finished file: its lines, and how many of them an earlier run had made."""

    lines: int
    resumed: int


@dataclass(frozen=True, slots=True)
class Run:
    """How documents are worked on: by what, in how many processes (0: one a core), and who is told."""

    maker: Maker
    intake: Intake
    workers: int = 0
    progress: Progress = _unwatched

    def lines(self, documents: Iterable[Document]) -> Iterator[bytes]:
        """The line of every document; one that fails is noted in the intake. NotFound when there is no document."""
        for outcome in self._outcomes(documents):
            if outcome.line is not None:
                yield outcome.line
        self._must_have_read()

    def file(self, documents: Iterable[Document], out: Path, fingerprint: str) -> Written:
        """The same lines into a file that appears whole; what an interrupted run has done is not done again."""
        draft = Draft(out, fingerprint)
        order: list[bytes] = []
        fresh = 0
        try:
            for outcome in self._outcomes(_undone(documents, draft, order)):
                fresh += 1
                if outcome.line is not None:
                    draft.add(key_of(outcome.document), outcome.line)
            self._must_have_read()
            lines = draft.finish(key for key in map(bytes.hex, order) if key in draft)
            return Written(lines, len(order) - fresh)
        finally:
            draft.close()

    def _outcomes(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        intake = self.intake
        self.progress("extract", 0, intake.size)
        for outcome in work_through(documents, self.maker, self.workers):
            if outcome.line is None:
                intake.skip(DataError("could not be extracted", where=outcome.document.id, why=outcome.fault))
            self.progress("extract", intake.done, intake.size)
            yield outcome
        self.progress("extract", intake.size, intake.size)

    def _must_have_read(self) -> None:
        if not self.intake.read:
            raise NotFound("no document could be read", fix="name files or folders with announcements")


def _undone(documents: Iterable[Document], draft: Draft, order: list[bytes]) -> Iterator[Document]:
    """The documents whose lines are missing; ``order`` takes the keys of all."""
    for document in documents:
        key = key_of(document)
        order.append(bytes.fromhex(key))
        if key not in draft:
            yield document


def key_of(document: Document) -> str:
    """What tells a document from another, and from itself before it changed."""
    said = [document.id, document.sha256, document.published, document.url, document.extractor]
    if document.stated is not None:
        said.append(repr(document.stated))  # the same table under another mapping
    return hashlib.sha256(json.dumps(said).encode("utf-8")).hexdigest()


def written(said: dict[str, Any]) -> bytes:
    """One object as one line: UTF-8, no line end."""
    return json.dumps(said, ensure_ascii=False, separators=(", ", ": ")).encode("utf-8")
