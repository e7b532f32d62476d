"""The records and review files of a data folder, by document: where they lie, and how a new reading changes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.errors import KgError
from kg.ingest import corrections, review, rulings
from kg.ingest.records import read_record, record_files
from kg.ingest.writing import laid_out, write_whole
from kg.model.record import Record, Thing
from kg.model.review import Queued

_CLAIMS: Final = ("Conferment", "Candidacy", "StreakClaim", "CountClaim")
_TELLING: Final = (
    "recipient",
    "edition",
    "scheme",
    "status",
    "claimedYears",
    "claimedUntil",
    "claimedCount",
    "countOf",
)
_FINER: Final = ("category", "level")


@dataclass
class Shelf:
    """A data folder as ingest sees it."""

    data: Path

    def __post_init__(self) -> None:
        """Finds every record; they are read when they are needed."""
        self._paths: dict[str, Path] = {path.stem: path for path in record_files(self.data / "announcements")}

    def path_of(self, identifier: str) -> Path | None:
        """Where the record of a document lies."""
        return self._paths.get(identifier)

    def review_of(self, identifier: str) -> Path:
        """Where the review file of a document lies, or would."""
        return self.data / review.FOLDER / f"{identifier}.json"

    def files(self, identifier: str) -> list[Path]:
        """The files of a document: what a second run must find as the first one left it."""
        record = self.path_of(identifier)
        curated = (corrections.path_of(self.data, identifier), rulings.path_of(self.data, identifier))
        return [*([record] if record else []), self.review_of(identifier), *curated]

    def record(self, identifier: str) -> Record | None:
        """The record that stands; raises DataError where it is broken."""
        path = self.path_of(identifier)
        return read_record(path) if path else None

    def put(self, record: Record, text: str) -> bool:
        """Write a record in place of the one that stands; False where nothing changes."""
        path = self.data / "announcements" / year_of(record) / f"{record.source.id}.json"
        before = self.path_of(record.source.id)
        changed = write_whole(path, text)
        if before is not None and before != path:
            _remove(before)
            changed = True
        self._paths[record.source.id] = path
        return changed

    def drop(self, identifier: str) -> bool:
        """Remove the record of a document; False where there is none."""
        path = self._paths.pop(identifier, None)
        if path is not None:
            _remove(path)
        return path is not None

    def put_review(self, identifier: str, content: dict[str, Any] | None) -> bool:
        """Write a review file, or remove it where nothing waits; False where nothing changes.

        Raises DataError where a broken one stands: a curator may have been at work in it.
        """
        path = self.review_of(identifier)
        if path.exists():
            review.read_review(path)
        if content is not None:
            return write_whole(path, laid_out(content))
        if not path.exists():
            return False
        _remove(path)
        return True


def year_of(record: Record) -> str:
    """The folder of a record: the year of issue, else of its first dated event, else of its latest edition."""
    if record.source.issued:
        return record.source.issued[:4]
    dates = sorted(str(value.value)[:4] for thing in record.things for value in thing.says.get("startDate", ()))
    editions = sorted(ref[-4:] for thing in record.things for ref in thing.refs("edition"))
    return dates[0] if dates else editions[-1] if editions else "0000"


def differences(stands: Record, found: Record | None, sha256: str) -> list[Queued]:
    """What a new reading says otherwise than a reviewed record: claims that it does not have, and a changed text."""
    changed = ("the text of the document has changed since the review",) if sha256 != stands.source.sha256 else ()
    things = found.things if found else ()
    known = [thing for thing in stands.things if thing.cls in _CLAIMS]
    new = [thing for thing in things if thing.cls in _CLAIMS and not any(_says(old, thing) for old in known)]
    queued = [Queued(_kind(thing), _plain(thing), ("reviewed-record",), (), changed) for thing in new]
    if changed and not queued:
        queued.append(Queued("document", {"sha256": sha256}, ("reviewed-record",), (), changed))
    return queued


def changes(before: Record | None, after: Record | None) -> list[str]:
    """What claims a new record of a document would take away (``-``) and add (``+``), a line each."""
    old, new = ({_in_words(thing) for thing in _claims(record)} for record in (before, after))
    return [*(f"- {each}" for each in sorted(old - new)), *(f"+ {each}" for each in sorted(new - old))]


def _claims(record: Record | None) -> list[Thing]:
    return [thing for thing in record.things if thing.cls in _CLAIMS] if record else []


def _in_words(thing: Thing) -> str:
    said = [f"{name} {', '.join(sorted(_values(thing, name)))}" for name in (*_TELLING, *_FINER) if name in thing.says]
    return f"{_kind(thing)}: {'; '.join(said)}"


def _says(old: Thing, new: Thing) -> bool:
    """Whether a reviewed claim says what a new one does, or more."""
    if old.cls != new.cls:
        return False
    exact = all(_values(new, name) <= _values(old, name) for name in _TELLING)
    return exact and all(not _values(new, name) or not _values(old, name) or _finer(old, new, name) for name in _FINER)


def _finer(old: Thing, new: Thing, name: str) -> bool:
    return bool(_values(old, name) & _values(new, name))


def _values(thing: Thing, name: str) -> set[str]:
    return {str(value.value) for value in thing.says.get(name, ())}


def _plain(thing: Thing) -> dict[str, Any]:
    said = {name: [value.value for value in values] for name, values in thing.says.items()}
    return {"id": thing.ref, **said, "spans": {"claim": [list(span) for span in thing.spans]}}


def _kind(thing: Thing) -> str:
    return {"StreakClaim": "streak", "CountClaim": "count"}.get(thing.cls, thing.cls.casefold())


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise KgError("cannot be removed", where=str(path), why=error.strerror or str(error)) from error
