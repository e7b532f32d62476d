"""From claims that a person wrote down to a correction: every value gets its place, what has none is told.

The claims have the shape of the annotation guidelines. The document is read by the extractor too, for what it knows
better than a person would write: where a value stands, and what exactly a total counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from kg.errors import DataError, KgError
from kg.model.curation import Claim, Correction
from kg.model.document import Document
from kg.model.registry import Registry
from kg.pipeline.anchoring import Span, Words, nearest, place_of, spans_of
from kg.pipeline.extract import Claims
from kg.pipeline.likeness import scheme_name
from kg.resolve.announcement import source_id
from kg.resolve.drafting import LONGEST

_NEEDED: Final = {"conferments": ("recipient",), "people": ("name",), "events": (), "streaks": (), "counts": ()}
_KEPT: Final = {
    "conferments": ("recipient", "surfaces", "kind", "scheme", "year", "category", "level", "work", "parent"),
    "people": ("name", "title", "post", "agency", "part"),
    "events": ("name", "date", "place", "organizer"),
    "streaks": ("recipient", "scheme", "years", "until"),
    "counts": ("what", "n", "counted", "qualifier"),
}
_MORE: Final = ("recipient_id", "unlisted")

Skip = Callable[[KgError], None]


class Correcting:
    """Makes corrections against a registry; made once, used for many documents."""

    def __init__(self, registry: Registry, skip: Skip) -> None:
        """``skip`` is told of every claim or value that has no place in its document."""
        self._claims, self._skip = Claims(registry), skip
        self._registry = registry
        self._schemes: dict[str, set[str]] = {}
        self._names: dict[str, list[str]] = {}
        for row in registry.tables.get("schemes", ()):
            names = [row["name_th"], row["name_en"], row["abbr"], *row.list("aliases_th"), *row.list("aliases_en")]
            self._names[f"scheme/{row.id}"] = [name for name in names if name]
            for name in self._names[f"scheme/{row.id}"]:
                self._schemes.setdefault(scheme_name(name), set()).add(f"scheme/{row.id}")

    def correction(self, document: Document, said: Mapping[str, Any], on: str) -> Correction:
        """The correction of a document whose claims a person wrote down."""
        return _One(self, document, said, self._claims.of(document, everything=True), self._skip).correction(on)

    def scheme(self, name: str) -> str:
        """The programme of the registry that a name means, where it is one."""
        found = self._schemes.get(scheme_name(name), set())
        return next(iter(found)) if len(found) == 1 else ""

    def names(self, scheme: str) -> list[str]:
        """All names of a programme of the registry."""
        return self._names.get(scheme, [])

    def known(self, ref: str) -> bool:
        """Whether the registry has a thing."""
        return ref in self._registry


class _One:
    def __init__(
        self, of: Correcting, document: Document, said: Mapping[str, Any], read: Mapping[str, Any], skip: Skip
    ) -> None:
        self._of, self._document, self._said, self._read, self._skip = of, document, said, read, skip
        self._words = Words.of(document.text)
        self._published = document.published or str(said.get("published") or read.get("published") or "")

    def correction(self, on: str) -> Correction:
        claims = {listed: tuple(self._rows(listed)) for listed in _KEPT}
        return Correction(source_id(self._document.id), self._document.sha256, on, claims)

    def _rows(self, listed: str) -> Iterator[Claim]:
        for number, row in enumerate(self._said.get(listed) or ()):
            claim = place_of(row, self._words)
            if claim is None:
                self._tell(listed, number, "has no place in the document", "mend its quote, or give start and end")
                continue
            made = self._count(row, claim) if listed == "counts" else self._row(listed, row, claim)
            if missing := [name for name in _NEEDED[listed] if name not in made.get("spans", {})]:
                self._tell(listed, number, f"its {missing[0]} does not stand in the document", "write it as it stands")
            elif made:
                yield made

    def _row(self, listed: str, row: Mapping[str, Any], claim: Span) -> dict[str, Any]:
        scheme = self._of.scheme(str(row.get("scheme") or ""))
        names = [str(row.get("scheme") or ""), *self._of.names(scheme)]
        spans = spans_of(row, claim, self._words, names, self._published)
        spans |= self._read_spans(row, claim, scheme, spans)
        kept = {name: row.get(name) for name in (*_KEPT[listed], *_MORE)}
        kept["surfaces"] = [name for name in row.get("surfaces") or () if len(name) <= LONGEST] or None
        if not self._of.known(str(row.get("recipient_id") or "")):
            kept["recipient_id"] = None
        if scheme and listed == "conferments":
            kept["scheme_id"] = scheme
        # A value of a person or an event that stands nowhere could have no evidence.
        for name in ("title", "post", "place", "organizer", "date", *(("name",) if listed == "events" else ())):
            if name not in spans:
                kept[name] = None
        return _filled(kept) | _placed(claim, {name: span for name, span in spans.items() if kept.get(name)})

    def _read_spans(
        self, row: Mapping[str, Any], claim: Span, scheme: str, known: Mapping[str, Span]
    ) -> dict[str, Span]:
        """Where the extractor saw the award's name, for a claim whose words for it we did not find."""
        if "scheme" in known or not row.get("scheme"):
            return {}
        wanted = scheme_name(row["scheme"])
        found = [
            (each["spans"]["scheme"][0], each["spans"]["scheme"][1])
            for each in self._read["conferments"]
            if "scheme" in each["spans"]
            and (scheme_name(each["scheme"]) == wanted or (scheme and each.get("scheme_id") == scheme))
        ]
        place = nearest(found, claim)
        return {"scheme": place} if place else {}

    def _count(self, row: Mapping[str, Any], claim: Span) -> dict[str, Any]:
        """The total that the extractor found in the same words: it says what is counted, and where."""
        same = [
            each
            for each in self._read["counts"]
            if each["n"] == row.get("n") and each["start"] < claim[1] and claim[0] < each["end"]
        ]
        if not same:
            return {}
        best = max(same, key=lambda each: float(each["confidence"]))
        return _filled({name: best.get(name) for name in _KEPT["counts"]}) | {
            "start": best["start"],
            "end": best["end"],
            "spans": best["spans"],
        }

    def _tell(self, listed: str, number: int, what: str, fix: str) -> None:
        self._skip(DataError(what, where=f"{self._document.id}: {listed}[{number}]", fix=fix))


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a claim says, without clauses that are no names: words of a document do not belong in the data."""
    said = {name: value for name, value in row.items() if value not in (None, "", [])}
    return {name: value for name, value in said.items() if not isinstance(value, str) or len(value) <= LONGEST}


def _placed(claim: Span, spans: Mapping[str, Span]) -> dict[str, Any]:
    return {"start": claim[0], "end": claim[1], "spans": {name: list(span) for name, span in spans.items()}}


def corrections(
    documents: Iterable[Document], said: Mapping[str, Mapping[str, Any]], correcting: Correcting, on: str
) -> Iterator[Correction]:
    """The correction of every document that a person has read; others are passed over."""
    for document in documents:
        if document.id in said:
            yield correcting.correction(document, said[document.id], on)
