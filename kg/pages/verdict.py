"""Why a claim was judged as it was: what it asserts, what the graph holds, what is missing, by which rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.pages.reader import Things
from kg.pages.show import Shower, Shown
from kg.terms.award import AW
from kg.terms.foreign import PROV

MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Reasons:
    """The verdict with its grounds; ``why`` is a key of the words of the interface.

    ``more`` conferments than the first ``MOST`` bear it out.
    """

    verdict: Shown
    why: str
    claimed: str
    found: str
    missing: tuple[Shown, ...]
    rests_on: tuple[Shown, ...]
    more: int
    rules: tuple[Shown, ...]


def reasons(things: Things, claim: str, shower: Shower) -> Reasons | None:
    """The grounds of a verdict; None where the claim was not checked."""
    verdicts = things.iris(claim, AW.verdict)
    if not verdicts:
        return None
    claimed = things.values(claim, AW.claimedCount, AW.claimedYears)
    found = things.values(claim, AW.foundCount)
    return Reasons(
        shower.label(verdicts[0]),
        _why(verdicts[0], bool(found)),
        shower.value(claimed[0]).text if claimed else "",
        shower.value(found[0]).text if found else "",
        tuple(shower.value(value) for value in things.values(claim, AW.missing)),
        tuple(shower.thing(each) for each in things.iris(claim, PROV.wasDerivedFrom)[:MOST]),
        max(len(things.iris(claim, PROV.wasDerivedFrom)) - MOST, 0),
        tuple(shower.thing(each) for each in things.iris(claim, PROV.wasInfluencedBy, PROV.wasGeneratedBy)),
    )


def _why(verdict: str, counted: bool) -> str:
    if verdict == str(AW.supported):
        return "why_supported"
    if verdict == str(AW.contradicted):
        return "why_contradicted"
    return "why_undecided" if counted else "why_not_counted"
