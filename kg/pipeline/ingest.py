"""Takes announcements in: read → resolve → record → validate → accept or queue. Then the store is built anew.

Every document is whole in itself: its record and its review file are written together with no other's, so a run can be
interrupted at any document, and the next one goes on. Which things of several records are one is for the build to say.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final

from kg.errors import DataError, KgError, NotFound
from kg.graph.map_record import map_record
from kg.ingest import redirects
from kg.ingest.intake import Intake
from kg.ingest.intakelog import Taken, read_intake_log, write_intake_log
from kg.ingest.records import parse_record
from kg.ingest.redirects import add_redirects, read_redirects
from kg.ingest.review import queued_json, review_json
from kg.ingest.writing import laid_out, record_json
from kg.model.curation import KINDS, telling
from kg.model.document import Document
from kg.model.record import Record
from kg.model.report import Report
from kg.model.retirement import GONE, Retirement
from kg.model.review import Queued
from kg.pipeline.extract import key_of
from kg.pipeline.ground import Ground
from kg.pipeline.ledger import Ledger
from kg.pipeline.resolving import Resolving
from kg.pipeline.shelf import Shelf, changes, differences
from kg.pipeline.workers import Outcome, work_through
from kg.resolve.announcement import source_id
from kg.terms.iris import Iris, split

_TOGETHER: Final = 200  # documents validated and written at a time: what an interrupt may lose
_UNSAID: Final = "its document says so no longer"
_OWN: Final = frozenset({"conferment", "candidacy", "work", "event", "claim", "membership", "finding", "committee"})
"""Kinds of things whose ids records mint: when no record states one any longer, it is gone."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are taken in: in how many processes (0: one a core); ``dry``: only what would change is told."""

    workers: int = 0
    dry: bool = False


@dataclass
class Ingested:
    """What became of the documents of a run."""

    intake: Intake
    counts: Counter[str] = field(default_factory=Counter)
    changes: dict[str, list[str]] = field(default_factory=dict)
    """Of a dry run: by document, what its record would say otherwise."""

    def summary(self) -> str:
        """The figures in one line."""
        if self.changes or self.counts["changed"]:
            return f"{self.intake.summary()}; {self.counts['changed']:,} would change; nothing is written"
        named = [f"{self.counts[what]:,} {what}" for what in ("accepted", "queued", "unchanged", "without awards")]
        if self.counts["retracted"]:
            named.append(f"{self.counts['retracted']:,} retracted before and left out")
        return f"{self.intake.summary()}; {', '.join(named)}"


@dataclass
class _Reading:
    """One document between reading and writing."""

    document: Document
    id: str
    source: dict[str, Any]
    record: Record | None
    waiting: list[dict[str, Any]]
    taken: Taken
    corrected: bool
    rejected: frozenset[tuple[str, ...]]


def ingest(
    ground: Ground, documents: Iterable[Document], intake: Intake, progress: Progress, run: Options = Options()
) -> Ingested:
    """Accepted records to ``announcements``, the rest to ``review``; the store is not touched.

    What cannot be read, and files that are broken, are noted in ``intake``. Raises NotFound where no document could be
    read at all or the data folder is missing, DataError where the registry is not as it must be.
    """
    settings = ground.settings
    resolving = Resolving(ground.registry, settings.data, settings.base, settings.threshold)
    books = _Run(ground, intake, progress, resolving, dry=run.dry)
    for outcomes in _in_parts(work_through(books.new(documents), resolving, run.workers), _TOGETHER):
        books.take([reading for outcome in outcomes if (reading := books.read(outcome)) is not None])
    if not intake.read:
        raise NotFound("no document could be read", fix="name files or folders with announcements")
    progress("extract", intake.size, intake.size)
    books.retire()
    return books.result


class _Run:
    """One run: what it knows, and what it has written."""

    def __init__(self, ground: Ground, intake: Intake, progress: Progress, resolving: Resolving, *, dry: bool) -> None:
        settings = ground.settings
        self._ground, self._settings, self._intake, self._progress, self._dry = ground, settings, intake, progress, dry
        self._iris = Iris(settings.base)
        self._shelf = Shelf(settings.data)
        ledger = settings.store.with_name(f"{settings.store.name}.ingested")
        self._ledger = Ledger(ledger, f"{resolving.fingerprint()} {settings.data.resolve()}")
        self._log = read_intake_log(settings.data, intake.skip)
        self._redirects = settings.data / redirects.FILE
        self._retracted = {each.old for each in read_redirects(self._redirects) if each.new == GONE}
        self._unsaid: set[str] = set()
        self.result = Ingested(intake)

    def new(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents that must be worked on: not those that were retracted or are done."""
        for document in documents:
            self._progress("extract", self._intake.done, self._intake.size)
            identifier = source_id(document.id)
            if f"source/{identifier}" in self._retracted:
                self.result.counts["retracted"] += 1
                self._log.pop(identifier, None)
            elif self._ledger.holds(key_of(document), self._shelf.files(identifier)):
                self.result.counts["unchanged"] += 1
            else:
                yield document

    def read(self, outcome: Outcome) -> _Reading | None:
        """What a worker found in a document; None where it failed."""
        if outcome.line is None:
            self._skip(DataError("could not be read", where=outcome.document.id, why=outcome.fault))
            return None
        said = json.loads(outcome.line)
        for fault in said["faults"]:
            self._skip(DataError(**fault))
        record = parse_record(json.dumps(said["record"]), said["id"]) if said["record"] else None
        taken, rejected = Taken(*said["taken"]), frozenset(map(tuple, said["rejected"]))
        about = (said["waiting"], taken, said["corrected"], rejected)
        return _Reading(outcome.document, said["id"], said["source"], record, *about)

    def take(self, readings: list[_Reading]) -> None:
        """Validate some documents together, and write each."""
        reports = self._reports([reading.record for reading in readings if reading.record])
        for reading in readings:
            try:
                self._write(reading, reports.get(reading.id, Report()))
            except KgError as error:
                self._skip(error)
        if not self._dry:
            write_intake_log(self._settings.data, self._log)

    def retire(self) -> None:
        """Ids that a replaced record minted and no record states now are gone, and say so from now on."""
        if self._unsaid and not self._dry:
            stated = {thing.ref for record in self._standing() for thing in record.things}
            gone = sorted(self._unsaid - stated)
            add_redirects(self._redirects, (Retirement(ref, GONE, _UNSAID) for ref in gone))

    def _standing(self) -> Iterator[Record]:
        for path in sorted((self._settings.data / "announcements").glob("*/*.json")):
            try:
                if (record := self._shelf.record(path.stem)) is not None:
                    yield record
            except DataError:
                continue

    def _reports(self, records: list[Record]) -> dict[str, Report]:
        if not records:
            return {}
        names = {self._iris.source_graph(record.source.id): record for record in records}
        graphs = {name: tuple(map_record(record, self._ground.registry, self._iris)) for name, record in names.items()}
        return {names[name].source.id: report for name, report in self._ground.checker.check_sources(graphs).items()}

    def _write(self, reading: _Reading, report: Report) -> None:
        stands = self._shelf.record(reading.id)
        kept = stands is not None and stands.review_status == "reviewed" and not reading.corrected
        if self._dry:
            self._note_changes(reading, stands, stands if kept else reading.record if report.conforms else None)
            return
        refused = not kept and reading.record is not None and not report.conforms
        self._log[reading.id] = replace(reading.taken, refused=int(refused))
        if kept and stands is not None:
            found = differences(stands, reading.record, str(reading.source["sha256"]))
            waiting = [queued_json(each) for each in found if _key(each) not in reading.rejected]
            changed = self._put_review(reading, waiting)
            self._count(bool(waiting), changed=changed, accepted=False)
        elif reading.record is not None and report.conforms:
            changed = self._shelf.put(reading.record, laid_out(record_json(reading.record)))
            changed |= self._put_review(reading, reading.waiting)
            self._count(bool(reading.waiting), changed=changed, accepted=True)
            self._note_unsaid(stands, reading.record)
        else:
            self._refuse(reading, report)
            self._note_unsaid(stands, None)
        self._ledger.note(key_of(reading.document), self._shelf.files(reading.id))

    def _note_changes(self, reading: _Reading, before: Record | None, after: Record | None) -> None:
        said = changes(before, after)
        self.result.counts["changed" if said else "unchanged"] += 1
        if said:
            self.result.changes[reading.id] = said

    def _refuse(self, reading: _Reading, report: Report) -> None:
        """No record: nothing was accepted, or what was breaks a rule; then the record waits as a whole."""
        changed = self._shelf.drop(reading.id)
        waiting, record = reading.waiting, None
        if reading.record is not None:
            found = [each for each in report.violations if each.severity == "Violation"]
            details = tuple(f"{each.focus.rpartition('/id/')[2]}: {each.message('en')}" for each in found)
            waiting = [queued_json(Queued("record", {"id": reading.id}, ("invalid",), (), details)), *waiting]
            record = record_json(reading.record)
        changed |= self._put_review(reading, waiting, record)
        self._count(bool(waiting), changed=changed, accepted=False)

    def _put_review(
        self, reading: _Reading, waiting: list[dict[str, Any]], record: dict[str, Any] | None = None
    ) -> bool:
        content = review_json(reading.id, reading.source, waiting, record) if waiting else None
        return self._shelf.put_review(reading.id, content)

    def _count(self, queued: bool, *, changed: bool, accepted: bool) -> None:
        counts = self.result.counts
        if not changed:
            counts["unchanged" if accepted or queued else "without awards"] += 1
            return
        counts["accepted"] += accepted
        counts["queued"] += queued
        counts["without awards"] += not accepted and not queued

    def _note_unsaid(self, before: Record | None, after: Record | None) -> None:
        old = {thing.ref for thing in before.things} if before else set()
        new = {thing.ref for thing in after.things} if after else set()
        self._unsaid |= {ref for ref in old - new if split(ref)[0] in _OWN}

    def _skip(self, error: KgError) -> None:
        self._intake.skip(error)


def _key(queued: Queued) -> tuple[str, ...]:
    return (queued.kind, *telling(KINDS[queued.kind], queued.claim)) if queued.kind in KINDS else (queued.kind,)


def _in_parts(outcomes: Iterator[Outcome], size: int) -> Iterator[list[Outcome]]:
    while part := list(islice(outcomes, size)):
        yield part
