"""The work on one document of an ingest: read it, resolve it, and give its record and what waits as one line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.extract.announcement import THRESHOLD as TOLD
from kg.ingest.review import queued_json
from kg.ingest.writing import record_json, source_json
from kg.model.curation import KINDS
from kg.model.registry import Registry
from kg.model.review import Queued
from kg.pipeline.curation import Curated, Curation
from kg.pipeline.extract import Claims, Rules
from kg.pipeline.workers import Work
from kg.settings import THRESHOLD
from kg.terms.prefixes import DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Resolving:
    """Makes what reads and resolves documents against a data folder; it travels to each worker and is built there."""

    registry: Registry
    data: Path
    base: str = DEFAULT_BASE
    threshold: float = THRESHOLD

    def __call__(self) -> Work:
        """The work on one document."""
        from kg.model.document import Document
        from kg.pipeline.build import judgements_of
        from kg.resolve.announcement import Resolver

        judgements, _ = judgements_of(self.data)
        claims, resolver = Claims(self.registry, self.base), Resolver(self.registry, judgements, self.threshold, TOLD)
        curation = Curation(self.data)

        def work(document: Document) -> bytes:
            curated = curation.of(document, claims.of(document, everything=True))
            resolved = resolver.resolve(document, curated.said)
            record = curated.marked(resolved.record)
            said = {
                "id": resolved.source.id,
                "source": source_json(resolved.source),
                "record": record_json(record) if record else None,
                "waiting": [queued_json(each) for each in resolved.queued],
                "taken": _taken(curated, resolved.queued),
                "corrected": curated.corrected,
                "rejected": [[kind, *key] for kind, key in sorted(curated.rejected)],
                "faults": [_fault(each) for each in curated.faults],
            }
            return json.dumps(said, ensure_ascii=False).encode("utf-8")

        return work

    def fingerprint(self) -> str:
        """A hash of all that a line depends on besides the document and what curators said of it."""
        rules = Rules(self.data / "registry", everything=True, base=self.base).fingerprint()
        said = hashlib.sha256(f"{rules} {self.threshold}".encode("ascii"))
        resolve = Path(__file__).resolve().parents[1] / "resolve"
        for path in (*sorted(resolve.glob("*.toml")), *sorted((self.data / "judgements").glob("*.csv"))):
            said.update(path.name.encode("utf-8") + hashlib.sha256(path.read_bytes()).digest())
        return said.hexdigest()


def _taken(curated: Curated, queued: Sequence[Queued]) -> tuple[int, ...]:
    said = curated.said
    awards = [each for each in queued if each.kind == "conferment"]
    claims = sum(len(said[listed]) for listed in KINDS.values())
    return claims, len(queued), len(said["conferments"]), len(awards), 0, len(curated.rejected)


def _fault(error: KgError) -> dict[str, str]:
    return {"what": error.what, "where": error.where, "why": error.why, "fix": error.fix}
