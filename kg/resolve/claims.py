"""Claims in sum of a document: rows of years, and declared totals whose object is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kg.model.identity import mint
from kg.model.record import Span
from kg.resolve.awards import Given, known_body, known_scheme
from kg.resolve.bodies import Bodies
from kg.resolve.context import Document, Row, span_of
from kg.resolve.words import words
from kg.text.names import key_form

_NEAR: Final = 20  # characters between a recipient and the number of its awards
_BEFORE: Final = 25  # characters before a number in which the word for a total stands
_OF_EDITION: Final = frozenset({"countSurveyed", "countEntrants"})
_SHORTEST_STREAK: Final = 2


class Claims:
    """States the claims of one document in its draft."""

    def __init__(self, document: Document, bodies: Bodies, given: Iterable[Given]) -> None:
        """``given`` are the awards that the record has."""
        self._of, self._bodies, self._given = document, bodies, list(given)

    def streaks(self) -> None:
        """Every accepted row of years of a body and a programme that are known."""
        for row in self._of.accepted("streaks"):
            recipient = known_body(self._of, self._bodies, row)
            scheme = known_scheme(self._of, self._given, row)
            wanted = {"no-recipient": recipient, "no-scheme": scheme}
            reasons = [reason for reason, found in wanted.items() if not found]
            if reasons or row["years"] < _SHORTEST_STREAK:
                self._of.wait("streaks", row, *(reasons or ["not-anchored"]))
                continue
            self._streak(row, recipient, scheme)

    def _streak(self, row: Row, recipient: str, scheme: str) -> None:
        span, sure, draft = span_of(row), row["confidence"], self._of.draft
        ref = mint("claim", recipient, scheme, str(row["years"]), str(row.get("until")), prefix=self._of.id)
        draft.thing(ref, "StreakClaim", span)
        said = {
            "recipient": recipient,
            "scheme": scheme,
            "claimedYears": row["years"],
            "claimedUntil": row.get("until"),
        }
        for name, value in said.items():
            if value:
                draft.say(ref, name, value, span, confidence=sure, whole=True)

    def counts(self, editions: Sequence[str]) -> None:
        """Every accepted total that is clearly of one body's awards, or of one edition: the one that is told of."""
        for row in self._of.accepted("counts"):
            edition = editions[0] if len(editions) == 1 else ""
            owner = self._owner(row)
            if edition and (owner or row["counted"] in _OF_EDITION or self._total(row)):
                self._count(row, edition, owner)
            else:
                self._of.wait("counts", row, "not-anchored" if edition else "no-edition")

    def _owner(self, row: Row) -> str:
        """The recipient that stands right before the number of awards, or the only winner, where somebody won them."""
        if row["counted"] != "countConferments":
            return ""
        if self._says(row, "won"):
            winners = {ref for given in self._given for ref in given.recipients}
            if len(winners) == 1:
                return winners.pop()
        if self._total(row):
            return ""
        window = self._of.text[max(0, row["start"] - _NEAR) : row["start"]]
        if "\n" in window:
            window = window.rpartition("\n")[2]
        found = {
            ref
            for claim in self._of.said.get("conferments", ())
            for name in claim["surfaces"]
            if name in window and (ref := self._of.refs.get(key_form(claim["recipient"])))
        }
        return found.pop() if len(found) == 1 else ""

    def _total(self, row: Row) -> bool:
        """Whether a number is the total of an edition; what somebody won in all is his."""
        return self._says(row, "totals") and not self._says(row, "won")

    def _says(self, row: Row, listed: str) -> bool:
        """Whether one of these words stands a little before a number."""
        number = span_of(row, "n")
        before = self._of.text[max(0, number[0] - _BEFORE) : number[0]].rpartition("\n")[2]
        return bool(re.search("|".join(re.escape(word) for word in words(listed)), before))

    def _count(self, row: Row, edition: str, owner: str) -> None:
        number, sure, draft = span_of(row, "n"), row["confidence"], self._of.draft
        span: Span = span_of(row)
        told = [edition, *([owner] if owner else []), row["counted"], str(row["n"])]
        ref = mint("claim", *told, prefix=self._of.id)
        draft.thing(ref, "CountClaim", span)
        draft.say(ref, "claimedCount", row["n"], number, confidence=sure)
        draft.say(ref, "countOf", row["counted"], span_of(row, "what"), confidence=sure)
        exact = row.get("qualifier") == "qualifierExactly"
        said = {"countQualifier": "" if exact else row.get("qualifier"), "edition": edition, "recipient": owner}
        for name, value in said.items():
            if value:
                draft.say(ref, name, value, span, confidence=sure, whole=True)
