"""Binds a name to a body of the registry, or leaves it open: never a silent pick.

Each candidate gets points for reasons that a curator can read. The best is taken where it reaches the threshold and is
ahead of the next by a margin; else the name stays open, with its candidates ranked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.model.registry import Registry
from kg.model.resolution import Candidate, Link, NameInContext, Reason
from kg.resolve.candidates import ABBREVIATION, ALIAS, EXACT, MISPRINT, Hit, Names, fits, group_of
from kg.resolve.judgements import Judgements
from kg.text.names import key_form

THRESHOLD: Final = 0.85
"""Score from which a name is bound."""
MARGIN: Final = 0.1
"""How far the best candidate must be ahead of the next."""
BODIES: Final = frozenset({"agency", "unit", "recipient", "committee"})

_POINTS: Final = {EXACT: 0.95, ALIAS: 0.93, ABBREVIATION: 0.85, MISPRINT: 0.93}
_EDIT: Final = -0.04  # for each edit of a misprint
_READ: Final = 0.15  # reading the text, with all it says, proposes this body
_PLACE: Final = 0.1
_OTHER_PLACE: Final = -0.5
_PARENT: Final = 0.1
_OTHER_PARENT: Final = -0.3
_COMPANY: Final = 0.15  # the document names the body above it, or one below
_RANKED: Final = 5  # candidates that a curator is shown


class Linker:
    """Binds names against a registry; read-only, made once."""

    def __init__(self, registry: Registry, judgements: Judgements | None = None) -> None:
        """``judgements`` win over every score."""
        self.names = Names.of(registry)
        self._judgements = judgements or Judgements()

    def link(self, name: NameInContext) -> Link:
        """What a name is bound to, with its candidates and the reasons of each."""
        forms = [form for form in dict.fromkeys((name.name, *name.surfaces)) if key_form(form)]
        for form in forms:
            if ref := self._judgements.meaning(form, name.source, BODIES):
                return Link("bound", ref, (Candidate(ref, 1.0, (Reason("judgement", 1.0, form),)),))
        hits = [
            hit for hit in self._hits(forms) if fits(group_of(name.kind), hit.known.group) or hit.known.ref in name.refs
        ]
        allowed = [hit for hit in hits if not self._refused(forms, name.source, hit.known.ref)]
        ranked = sorted((self._score(hit, name) for hit in allowed), key=lambda each: (-each.score, each.ref))[:_RANKED]
        if not ranked:
            return Link("open" if hits else "unknown", "", tuple(self._score(hit, name) for hit in hits[:_RANKED]))
        best = ranked[0]
        ahead = round(best.score - (ranked[1].score if len(ranked) > 1 else 0.0), 3)
        if best.score >= THRESHOLD and ahead >= MARGIN:
            return Link("bound", best.ref, tuple(ranked))
        return Link("open", "", tuple(ranked))

    def _hits(self, forms: list[str]) -> list[Hit]:
        """Bodies called by the full name as read; only where none is, by the name as written, or nearly so."""
        for form in forms:
            if found := self.names.called(form):
                return list(found)
        return list(self.names.nearly_called(forms[0])) if forms else []

    def _refused(self, forms: list[str], source: str, ref: str) -> bool:
        return any(self._judgements.excluded(form, source, ref) for form in forms)

    def _score(self, hit: Hit, name: NameInContext) -> Candidate:
        reasons = [Reason(hit.how, _POINTS[hit.how]), *self._around(hit, name)]
        if hit.edits:
            reasons.append(Reason("edits", _EDIT * hit.edits, str(hit.edits)))
        if hit.known.ref in name.refs:
            reasons.append(Reason("as read", _READ))
        total = sum(reason.points for reason in reasons)
        return Candidate(hit.known.ref, round(min(1.0, max(0.0, total)), 3), tuple(reasons))

    def _around(self, hit: Hit, name: NameInContext) -> Iterator[Reason]:
        """What the words around a name say for and against a body."""
        places = {key_form(place) for place in name.places}
        known = set(hit.known.places)
        if places and known:
            agree = places & known
            yield Reason("place", _PLACE if agree else _OTHER_PLACE, ", ".join(sorted(agree or places)))
        if name.parent and hit.known.parent:
            parents = {found.known.ref for found in self.names.called(name.parent)}
            if parents:
                points = _PARENT if hit.known.parent in parents else _OTHER_PARENT
                yield Reason("parent", points, name.parent)
        if hit.how == ABBREVIATION and (company := self._company(hit, name)):
            yield Reason("context", _COMPANY, company)

    def _company(self, hit: Hit, name: NameInContext) -> str:
        """A body of the document that stands above, below or beside a candidate."""
        for other in name.others:
            for found in self.names.called(other):
                same = found.known.ref == hit.known.ref and found.how != ABBREVIATION
                above = hit.known.parent and hit.known.parent == found.known.ref
                if same or above or (found.known.parent and found.known.parent == hit.known.ref):
                    return other
        return ""
