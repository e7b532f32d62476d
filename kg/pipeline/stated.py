"""What a table or a graph states, as the same line that an announcement in prose gives.

Only the names are still to be understood (``kg.pipeline.statednames``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kg.extract.announcement import THRESHOLD, bound, kind_of
from kg.extract.mentions import Mention
from kg.ingest.awardtable import RULE_HEADINGS
from kg.model.document import Document
from kg.model.identity import mint
from kg.model.registry import Registry
from kg.model.stated import Cell, Stated, Statement
from kg.pipeline.statednames import SURE, Named, Names, Span, words
from kg.terms.iris import Iris

EXTRACTOR: Final = "award-kg statements 1"
KINDS: Final = frozenset(
    "ministry agency state_enterprise public_organization local_government province unit hospital school university"
    " company community person project other".split()
)
"""Kinds of recipients in the words of the annotation guidelines; a column may give one."""

# How much less sure an award is that no registry lists; one that only a heading makes one waits for a curator.
_UNLISTED: Final = 0.05
_UNLISTED_BY_HEADING: Final = 0.55

Json = dict[str, Any]


class StatementReader:
    """Reads what documents state against a registry; made once, used for many."""

    def __init__(self, registry: Registry, iris: Iris) -> None:
        """Nothing is built before the first document."""
        self._names = Names(registry, iris)

    def as_json(self, document: Document, stated: Stated, *, quote: bool = False, everything: bool = False) -> Json:
        """One object in the shape of ``Extraction.as_json``; every value has the place where it stands."""
        writer = _Writer(document, quote, 0.0 if everything else THRESHOLD)
        rows: dict[str, list[Json]] = {kind: [] for kind in _MAKERS}
        for statement in stated.statements:
            row, spans, confidence = _MAKERS[statement.kind](self, document, stated, statement)
            rows[statement.kind].append(
                row | writer.place(statement, spans, confidence) | _tail(statement, row, stated)
            )
        kept = {kind: writer.kept(found) for kind, found in rows.items()}
        conferred = any(row["confidence"] >= THRESHOLD for row in kept["conferment"])
        talked_of = rows["conferment"] or rows["candidacy"] or rows["count"]
        said: Json = {
            "doc": document.id,
            "sha256": document.sha256,
            "published": document.published or None,
            "relevance": "conferral" if conferred else "mention" if talked_of else "none",
            "extractor": EXTRACTOR,
            "conferments": kept["conferment"],
            "candidacies": kept["candidacy"],
            "people": kept["person"],
            "events": kept["event"],
            "streaks": kept["streak"],
            "counts": kept["count"],
        }
        return said | {key: value for key, value in (("title", stated.title), ("publisher", stated.publisher)) if value}

    # --- each kind of statement ---------------------------------------------------------------------------------

    def conferment(self, document: Document, stated: Stated, said: Statement) -> tuple[Json, dict[str, Span], float]:
        """An award given."""
        spans = _spans(said)
        recipient, sure = self._names.recipient(said)
        award = self._names.award(said)
        spans |= {name: span for name, span in award.spans.items() if name not in spans}
        categories = tuple(self._names.category(cell) for cell in said.all("category")) or award.categories
        level, work = words(said.first("level")) or award.level, words(said.first("work"))
        shared = said.key or work or recipient.name
        parts = (award.scheme, str(award.year), "/".join(categories), level, shared)
        row: Json = {
            "recipient": recipient.name,
            "surfaces": [recipient.surface],
            "kind": _kind(said.first("kind"), recipient),
            "scheme": award.scheme,
            "year": award.year,
            "category": " / ".join(categories) or None,
            "level": level or None,
            "work": work or None,
            "parent": recipient.parent or None,
            "award_id": mint("conferment", document.id, *parts).partition("/")[2],
        }
        if identifier := bound(recipient):
            row["recipient_id"] = identifier
        if award.ref:
            row["scheme_id"] = award.ref
        return row, _only(spans, row), sure - _doubt(award, stated)

    def candidacy(self, document: Document, stated: Stated, said: Statement) -> tuple[Json, dict[str, Span], float]:
        """A near-miss."""
        recipient, sure = self._names.recipient(said)
        award = self._names.award(said)
        status = said.first("status")
        row: Json = {
            "recipient": recipient.name,
            "scheme": award.scheme,
            "year": award.year,
            "status": f"status{status.meaning}" if status else None,
        }
        if identifier := bound(recipient):
            row["recipient_id"] = identifier
        if award.ref:
            row["scheme_id"] = award.ref
        return row, _only(_spans(said) | award.spans, row), sure - _doubt(award, stated)

    def person(self, document: Document, stated: Stated, said: Statement) -> tuple[Json, dict[str, Span], float]:
        """Somebody with a part."""
        row = {name: words(said.first(name)) or None for name in ("name", "title", "post", "agency", "part")}
        return row, _only(_spans(said), row), SURE

    def event(self, document: Document, stated: Stated, said: Statement) -> tuple[Json, dict[str, Span], float]:
        """A ceremony."""
        row = {name: words(said.first(name)) or None for name in ("name", "date", "place", "organizer")}
        if organizer := said.first("organizer"):
            row["organizer"] = self._names.body(organizer)[0].name
        return row, _only(_spans(said), row), SURE

    def streak(self, document: Document, stated: Stated, said: Statement) -> tuple[Json, dict[str, Span], float]:
        """A claim of winning several times."""
        recipient, sure = self._names.recipient(said)
        years, until = said.first("years"), said.first("until")
        row: Json = {
            "recipient": recipient.name,
            "scheme": self._names.award(said).scheme or None,
            "years": int(years.meaning) if years else None,
            "until": int(until.meaning) if until else None,
        }
        return row, _only(_spans(said), row), sure

    def count(self, document: Document, stated: Stated, said: Statement) -> tuple[Json, dict[str, Span], float]:
        """A declared total."""
        row: Json = {name: words(said.first(name)) or None for name in ("what", "n", "counted", "qualifier")}
        row["n"] = int(row["n"])
        row["what"] = row["what"] or row["counted"]
        return row, _only(_spans(said), row), SURE


_MAKERS: Final = {
    "conferment": StatementReader.conferment,
    "candidacy": StatementReader.candidacy,
    "person": StatementReader.person,
    "event": StatementReader.event,
    "streak": StatementReader.streak,
    "count": StatementReader.count,
}


@dataclass(frozen=True, slots=True)
class _Writer:
    document: Document
    quote: bool
    floor: float

    def place(self, said: Statement, spans: Mapping[str, Span], confidence: float) -> Json:
        placed: Json = {"start": said.start, "end": said.end, "confidence": round(confidence, 2)}
        placed["spans"] = {name: list(span) for name, span in spans.items()}
        if self.quote:
            placed["quote"] = self.document.text[said.start : said.end]
        return placed

    def kept(self, rows: Iterable[Json]) -> list[Json]:
        """The rows that are sure enough, in the order of the text."""
        return sorted(
            (row for row in rows if row["confidence"] >= self.floor), key=lambda row: (row["start"], row["end"])
        )


def _tail(said: Statement, row: Json, stated: Stated) -> Json:
    """What stands at the end of a conferment's row."""
    return {"rule": stated.rule} if said.kind == "conferment" else {}


def _spans(said: Statement) -> dict[str, Span]:
    """The place of each field, of one with several cells from the first to the last."""
    found: dict[str, Span] = {}
    for name, cell in said.cells:
        start, end = found.get(name, (cell.start, cell.end))
        found[name] = (min(start, cell.start), max(end, cell.end))
    return found


def _only(spans: Mapping[str, Span], row: Mapping[str, Any]) -> dict[str, Span]:
    """The spans of the fields that a row has, in its order."""
    return {name: spans[name] for name, value in row.items() if name in spans and value is not None}


def _kind(cell: Cell | None, recipient: Mention) -> str:
    if cell and cell.said in KINDS:
        return cell.said
    return recipient.kind if recipient.kind in KINDS else kind_of(recipient)


def _doubt(award: Named, stated: Stated) -> float:
    if award.ref:
        return 0.0
    return _UNLISTED_BY_HEADING if stated.rule == RULE_HEADINGS else _UNLISTED
