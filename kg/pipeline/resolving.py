"""The work on one document of an ingest: read it, resolve it, and give its record and what waits as one line."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from kg.ingest.review import queued_json
from kg.ingest.writing import record_json, source_json
from kg.pipeline.extract import Claims, Rules
from kg.pipeline.workers import Work
from kg.terms.prefixes import DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Resolving:
    """Makes what reads and resolves documents against a data folder; it travels to each worker and is built there."""

    data: Path
    base: str = DEFAULT_BASE

    def __call__(self) -> Work:
        """The work on one document."""
        from kg.extract.announcement import THRESHOLD
        from kg.ingest.registry import load_registry
        from kg.model.document import Document
        from kg.pipeline.build import judgements_of
        from kg.resolve.announcement import Resolver

        registry = load_registry(self.data / "registry")
        judgements, _ = judgements_of(self.data)
        claims, resolver = Claims(registry, self.base), Resolver(registry, judgements, THRESHOLD)

        def work(document: Document) -> bytes:
            resolved = resolver.resolve(document, claims.of(document, everything=True))
            said = {
                "id": resolved.source.id,
                "source": source_json(resolved.source),
                "record": record_json(resolved.record) if resolved.record else None,
                "waiting": [queued_json(each) for each in resolved.queued],
            }
            return json.dumps(said, ensure_ascii=False).encode("utf-8")

        return work

    def fingerprint(self) -> str:
        """A hash of all that a line depends on besides the document."""
        rules = Rules(self.data / "registry", everything=True, base=self.base).fingerprint()
        said = hashlib.sha256(rules.encode("ascii"))
        resolve = Path(__file__).resolve().parents[1] / "resolve"
        for path in (*sorted(resolve.glob("*.toml")), *sorted((self.data / "judgements").glob("*.csv"))):
            said.update(path.name.encode("utf-8") + hashlib.sha256(path.read_bytes()).digest())
        return said.hexdigest()
