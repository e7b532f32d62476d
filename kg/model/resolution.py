"""A name in its context, whom it may mean, and what was decided: values of the resolution, without files or RDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

State = Literal["bound", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class NameInContext:
    """A name as a document writes it, and what the document says around it.

    ``name`` is the full form as read, ``surfaces`` the forms as written, ``kind`` the kind in the words of the
    annotation guidelines (agency, ministry, school …), ``parent`` the body above as the document names it, ``places``
    provinces and districts beside the name, ``others`` names of other bodies in the document, ``refs`` what reading the
    text proposes.
    """

    name: str
    surfaces: tuple[str, ...] = ()
    kind: str = ""
    parent: str = ""
    places: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: which rule, and how much it gave or took."""

    rule: str
    points: float
    said: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing of the registry that a name may mean; ``score`` from 0 to 1 is the sum of its reasons, cut to bounds."""

    ref: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What a name is bound to.

    ``bound``: to ``ref``. ``open``: there are candidates, but none is good enough or far enough ahead. ``unknown``: no
    candidate, the registry does not have it. ``candidates`` are ranked, the chosen one first, then the runners-up.
    """

    state: State
    ref: str = ""
    candidates: tuple[Candidate, ...] = field(default=())

    @property
    def score(self) -> float:
        """Score of the best candidate; 0 without any."""
        return self.candidates[0].score if self.candidates else 0.0
