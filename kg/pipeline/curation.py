"""What curators decided about documents, laid over what the extractor reads in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kg.errors import DataError, KgError
from kg.ingest import corrections, rulings
from kg.model.curation import KINDS, Correction, Ruling, Verdict, telling
from kg.model.document import Document
from kg.model.record import Record
from kg.resolve.announcement import source_id
from kg.resolve.curated import corrected, ruled

Key = tuple[str, tuple[str, ...]]
"""A kind of claim, and what tells one from others."""


@dataclass(frozen=True)
class Curated:
    """The claims of one document after its curators."""

    said: Mapping[str, Any]
    corrected: bool = False
    """Whether a person has read all of it."""
    on: str = ""
    rejected: frozenset[Key] = frozenset()
    faults: tuple[KgError, ...] = field(default=())

    def marked(self, record: Record | None) -> Record | None:
        """The record, marked reviewed where a person has read the document."""
        if record is None or not self.corrected:
            return record
        return replace(record, review_status="reviewed", reviewed_on=self.on)


class Curation:
    """The corrections and decisions of a data folder; those of a document are read when it comes."""

    def __init__(self, data: Path) -> None:
        """Nothing is read yet."""
        self._data = data

    def of(self, document: Document, said: Mapping[str, Any]) -> Curated:
        """What a document says: its correction where it has one, then its decisions in their order.

        A correction or decision made on another text is left aside and told in ``faults``.
        """
        faults: list[KgError] = []
        identifier = source_id(document.id)
        correction = self._correction(identifier, document, faults)
        if correction is not None:
            said = corrected(said, correction)
        decided = self._rulings(identifier, document, faults)
        if decided:
            said = ruled(said, decided, identifier)
        rejected = frozenset(
            (each.kind, telling(KINDS[each.kind], each.claim)) for each in decided if each.verdict is Verdict.REJECT
        )
        on = correction.on if correction else ""
        return Curated(said, correction is not None, on, rejected, tuple(faults))

    def _correction(self, identifier: str, document: Document, faults: list[KgError]) -> Correction | None:
        path = corrections.path_of(self._data, identifier)
        if not path.exists():
            return None
        try:
            correction = corrections.read_correction(path)
        except DataError as error:
            faults.append(error)
            return None
        if correction.sha256 != document.sha256:
            faults.append(_unfit("the correction", str(path)))
            return None
        ends = [end for rows in correction.claims.values() for row in rows for end in _ends(row)]
        if max(ends, default=0) > len(document.text):
            fix = "give spans within the text"
            faults.append(DataError("a span lies outside the document", where=str(path), fix=fix))
            return None
        return correction

    def _rulings(self, identifier: str, document: Document, faults: list[KgError]) -> list[Ruling]:
        path = rulings.path_of(self._data, identifier)
        found = rulings.read_rulings(path, faults.append)
        stale = [each for each in found if each.sha256 != document.sha256]
        if stale:
            faults.append(_unfit(f"the decision {stale[0].id}", str(path)))
        return [each for each in found if each.sha256 == document.sha256 and _within(each, document.text)]


def _within(ruling: Ruling, text: str) -> bool:
    claims = [each for each in (ruling.claim, ruling.instead) if each and "end" in each]
    return all(end <= len(text) for claim in claims for end in _ends(claim))


def _ends(row: Mapping[str, Any]) -> list[int]:
    return [int(row["end"]), *(int(span[1]) for span in row.get("spans", {}).values())]


def _unfit(what: str, where: str) -> DataError:
    return DataError(
        f"{what} no longer fits its document",
        where=where,
        why="the text has changed since it was read",
        fix="read the document again and correct it anew",
    )
