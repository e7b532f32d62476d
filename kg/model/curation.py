"""What a curator has decided about what one document says: all its claims anew, or single ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from kg.text.names import key_form

Claim = Mapping[str, Any]
"""One claim in the words of the annotation guidelines, with ``start``, ``end`` and ``spans``."""

KINDS: Final[Mapping[str, str]] = {
    "conferment": "conferments",
    "candidacy": "candidacies",
    "person": "people",
    "event": "events",
    "streak": "streaks",
    "count": "counts",
}
"""Kinds of claims, and the list of an extraction in which each stands."""

_TELLING: Final = {
    "conferments": ("recipient", "scheme", "year", "category", "level", "work"),
    "candidacies": ("recipient", "scheme", "year", "status"),
    "people": ("name", "post", "agency", "part"),
    "events": ("name", "date", "place"),
    "streaks": ("recipient", "scheme", "years", "until"),
    "counts": ("what", "n"),
}


class Verdict(Enum):
    """What a curator says of one claim."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Correction:
    """A document read by a person: these are its claims, whatever the extractor finds.

    ``sha256`` is of the text that was read; ``on`` is the day. ``claims`` are by the lists of an extraction.
    """

    doc: str
    sha256: str
    on: str
    claims: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line of a document's log of decisions: about one claim, or the undoing of an earlier line.

    ``claim`` is the claim as it stood when it was decided, ``instead`` the right one where it was corrected.
    ``verdict`` is None where the line undoes the one that ``undoes`` names.
    """

    id: str
    when: str
    who: str
    sha256: str
    kind: str = ""
    verdict: Verdict | None = None
    claim: Claim = field(default_factory=dict)
    instead: Claim | None = None
    undoes: str = ""


def telling(listed: str, claim: Claim) -> tuple[str, ...]:
    """What tells a claim from others of its list: its values as names are compared, not its place or confidence."""
    return tuple(key_form(str(claim.get(name) or "")) for name in _TELLING[listed])
