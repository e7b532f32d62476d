"""Takes a source back: its record goes, and the ids that only it stated are gone for good."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import NotFound, UsageError
from kg.ingest import redirects
from kg.ingest.records import read_records
from kg.ingest.redirects import add_redirects
from kg.model.retirement import GONE, Retirement
from kg.pipeline.ground import Ground
from kg.pipeline.shelf import Shelf
from kg.settings import Settings


@dataclass(frozen=True, slots=True)
class Retracted:
    """What went with a source: the ids that nothing states any longer."""

    source: str
    gone: tuple[str, ...]


def retract(settings: Settings, identifier: str, reason: str) -> Retracted:
    """Remove the record and the review file of a source, and write its ids to the redirects as gone.

    The line of the source there keeps a later ingest from taking it in again. Raises NotFound where the data has no
    such source, UsageError without a reason.
    """
    identifier = identifier.removeprefix("source/")
    if not reason.strip():
        raise UsageError("a source is taken back for a reason", fix="say it with --reason")
    shelf = Shelf(settings.data)
    record, queued = shelf.record(identifier), shelf.review_of(identifier)
    if record is None and not queued.exists():
        raise NotFound("is no source of the data", where=identifier, fix="name the document's id, as in its record")
    registry = Ground(settings).registry
    others = (each for each in read_records(settings.data / "announcements") if each.source.id != identifier)
    stated = {thing.ref for each in others for thing in each.things} | set(registry.refs())
    own = {thing.ref for thing in record.things} if record else set()
    gone = sorted({f"source/{identifier}", *(own - stated)})
    # First the redirects: were the run cut off behind them, the record would still say what is there.
    add_redirects(settings.data / redirects.FILE, [Retirement(ref, GONE, reason.strip()) for ref in gone])
    shelf.put_review(identifier, None)
    shelf.drop(identifier)
    return Retracted(identifier, tuple(gone))
