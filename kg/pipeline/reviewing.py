"""The curator's desk: what waits, the words it stands in, and what is decided about it.

Decisions about a claim go to ``data/decisions/ID.jsonl``, those about a name to ``data/judgements``; both are logs that
only grow, and an undoing is a line too. Records change when their documents are ingested again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from kg.errors import DataError, KgError, UsageError
from kg.ingest import judgements, rulings
from kg.ingest.corpus import Corpus
from kg.ingest.corrections import check_claim
from kg.ingest.review import FOLDER, Waiting, read_queue
from kg.model.curation import KINDS, Claim, Ruling, Verdict, telling
from kg.model.judgement import NAME, Decision, Judgement
from kg.pipeline.anchoring import Words, forms
from kg.settings import Settings
from kg.terms.iris import digest, is_reference

_AROUND: Final = 160  # characters shown on each side of a claim
_UNPLACED: Final = frozenset({"year", "kind", "part", "recipient_id", "unlisted", "status", "years", "until", "n"})
_NUMBERS: Final = frozenset({"year", "years", "until", "n"})
_WANTING: Final = {"no-year": "year", "no-recipient": "recipient", "no-scheme": "scheme"}
_UNPROMPTED: Final = frozenset({"start", "end", "spans", "confidence", "rule", "award_id", "surfaces"})


@dataclass(frozen=True)
class Item:
    """One claim that waits, with the document it is of."""

    doc: str
    title: str
    sha256: str
    kind: str
    claim: Claim
    reasons: tuple[Mapping[str, str], ...]
    candidates: tuple[Mapping[str, Any], ...] = ()
    details: tuple[str, ...] = ()

    @property
    def rules(self) -> frozenset[str]:
        """The reasons by name."""
        return frozenset(reason["rule"] for reason in self.reasons)

    @property
    def values(self) -> dict[str, Any]:
        """What the claim says, without where it stands and how it was read."""
        return {name: value for name, value in self.claim.items() if name not in _UNPROMPTED}

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What tells it from others of its document."""
        listed = KINDS.get(self.kind)
        return (self.doc, self.kind, *(telling(listed, self.claim) if listed else ()))


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a claim and what stands around them; ``note`` says why where there are none."""

    before: str = ""
    words: str = ""
    after: str = ""
    note: str = ""


@dataclass
class Desk:
    """One sitting of a curator over a data folder."""

    settings: Settings
    who: str
    skip: Callable[[KgError], None]
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _made: int = 0
    _done: list[tuple[str, Ruling | Judgement]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Opens the corpus; nothing of it is read before a text is wanted."""
        self._corpus = Corpus.open(self.settings.corpus)
        self._texts: dict[str, str | None] = {}

    def items(self) -> Iterator[Item]:
        """Every claim that waits and was not decided, document by document; broken files are told and passed over."""
        for waiting in read_queue(self.settings.data / FOLDER, self.skip):
            log = rulings.path_of(self.settings.data, waiting.id)
            held = [each for each in rulings.read_rulings(log, self.skip) if each.sha256 == waiting.sha256]
            decided = {(each.kind, *telling(KINDS[each.kind], each.claim)) for each in held}
            yield from (item for item in _items(waiting) if item.key[1:] not in decided)

    def context(self, item: Item) -> Context:
        """The words of a claim as its document has them, where its text is at hand and unchanged."""
        found = self._corpus.find(item.doc, item.sha256)
        spans = item.claim.get("spans") or {}
        start, end = item.claim.get("start"), item.claim.get("end")
        if start is None and spans.get("claim"):
            start, end = spans["claim"][0]
        if found.text is None:
            changed = "the text has changed since it was read: ingest the document again"
            return Context(
                note=changed if found.state == "changed" else "the text is not at hand: name it with --corpus"
            )
        if not isinstance(start, int) or not isinstance(end, int):
            return Context(note="it has no place of its own")
        before, after = found.text[max(0, start - _AROUND) : start], found.text[end : end + _AROUND]
        return Context(before, found.text[start:end], after)

    def accept(self, item: Item) -> None:
        """It is so. UsageError where something is missing that only a correction can add."""
        for rule, name in _WANTING.items():
            if rule in item.rules and not item.claim.get(name):
                raise UsageError(f"{name} is missing", where=item.doc, fix=f"correct it: {name}=…")
        unlisted = {"unlisted": True} if "open-binding" in item.rules else {}
        if unlisted:
            self._rule(item, Verdict.CORRECT, {**item.claim, **unlisted})
        else:
            self._rule(item, Verdict.ACCEPT)

    def reject(self, item: Item) -> None:
        """It is not so."""
        self._rule(item, Verdict.REJECT)

    def correct(self, item: Item, values: Mapping[str, str]) -> Claim:
        """It is so with other values, each of which must stand in the text; an empty value takes one away.

        Returns the claim as it is now. UsageError where a value does not stand there or cannot be.
        """
        right = {**item.claim, "spans": dict(item.claim.get("spans") or {})}
        for name, value in values.items():
            right["spans"].pop(name, None)
            right.pop(name, None)
            if not value:
                continue
            right[name] = _number(name, value) if name in _NUMBERS else value
            if name not in _UNPLACED:
                right["spans"][name] = self._place(item, name, value)
        for name in ("award_id", "recipient_id", "scheme_id"):
            if name not in values and name.removesuffix("_id") in {*values, "award"}:
                right.pop(name, None)
        self._rule(item, Verdict.CORRECT, right)
        return right

    def judge(self, item: Item, ref: str, decision: Decision) -> None:
        """The name of a claim means this thing, or does not. UsageError for what is no reference."""
        name = item.claim.get("recipient")
        if not isinstance(name, str) or not is_reference(ref):
            fix = "write a reference like agency/dbd"
            raise UsageError(f"{ref!r} cannot be judged against {name!r}", where=item.doc, fix=fix)
        side = f"{NAME}{name}@{item.doc}"
        when = self.now().isoformat(timespec="milliseconds")
        self._made += 1
        line = Judgement(
            f"{self._initials()}-{digest(f'{side} {ref} {when} {self._made}')}", when, self.who, side, ref, decision
        )
        judgements.append_judgement(self._log(), line)
        self._done.append((item.doc, line))

    def undo(self) -> str:
        """Take the last decision of this sitting back by a line of its own; the document it was about."""
        if not self._done:
            raise UsageError("there is nothing to undo", why="no decision was made in this sitting")
        doc, line = self._done.pop()
        when = self.now().isoformat(timespec="milliseconds")
        undoing = f"{line.id}-undo"
        if isinstance(line, Ruling):
            rulings.append_ruling(self.settings.data, doc, Ruling(undoing, when, self.who, line.sha256, undoes=line.id))
        else:
            judgements.append_judgement(self._log(), Judgement(undoing, when, self.who, undoes=line.id))
        return doc

    def _rule(self, item: Item, verdict: Verdict, instead: Claim | None = None) -> None:
        listed = KINDS.get(item.kind)
        if listed is None:
            fix = "mend the record, the correction or the registry, and ingest the document again"
            raise UsageError(f"a {item.kind} cannot be decided here", where=item.doc, fix=fix)
        if verdict is not Verdict.REJECT:
            check_claim(dict(instead or item.claim), listed, item.doc)
        when = self.now().isoformat(timespec="milliseconds")
        self._made += 1
        identifier = f"{self._initials()}-{digest(' '.join((*item.key, when, str(self._made))))}"
        line = Ruling(identifier, when, self.who, item.sha256, item.kind, verdict, item.claim, instead)
        rulings.append_ruling(self.settings.data, item.doc, line)
        self._done.append((item.doc, line))

    def _place(self, item: Item, name: str, value: str) -> list[int]:
        text = self._corpus.find(item.doc, item.sha256).text
        if text is None:
            raise UsageError("the text is not at hand", where=item.doc, fix="name the folder with --corpus")
        claim = (int(item.claim.get("start") or 0), int(item.claim.get("end") or 0))
        span = Words.of(text).nearest(forms(value), claim)
        if span is None:
            fix = "write it as the document does"
            raise UsageError(f"{name}: {value!r} does not stand in the text", where=item.doc, fix=fix)
        return list(span)

    def _log(self) -> Path:
        return self.settings.data / judgements.FOLDER / f"{self._initials()}.csv"

    def _initials(self) -> str:
        plain = "".join(sign for sign in self.who.casefold() if sign.isascii() and sign.isalnum())
        return plain or f"curator-{digest(self.who)}"


def _items(waiting: Waiting) -> Iterator[Item]:
    for each in waiting.claims:
        reasons, candidates = tuple(each["reasons"]), tuple(each.get("candidates", ()))
        about = (waiting.id, waiting.title, waiting.sha256, each["kind"], each.get("claim") or {})
        yield Item(*about, reasons, candidates, tuple(each.get("details", ())))


def _number(name: str, value: str) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise DataError(f"{name}: {value!r} is no number", fix="write a number; years in the common era") from error
