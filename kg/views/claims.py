"""Puts what announcements assert in sum to the test: "two years running", "ten awards".

A claim is *supported* when the graph holds exactly what it asserts, *contradicted* when the graph holds more than it
allows, and *undecided* when evidence is missing: a graph that knows too little refutes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kg.model.record import Record, Thing
from kg.views.facts import ConfermentFact, Facts

RULES_VERSION: Final = "claims-1"

NOT_COUNTED: Final = "not-counted"
NO_LAST_YEAR: Final = "no-last-year"

SUPPORTED: Final = "supported"
CONTRADICTED: Final = "contradicted"
UNDECIDED: Final = "undecided"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the graph says of one claim: the verdict, the number found, and what evidence is missing.

    ``missing`` holds years without evidence, how many are missing of a number, or one of the reasons above.
    """

    claim: str
    verdict: str
    found: int | None = None
    missing: tuple[str, ...] = ()


def check_claims(records: Iterable[Record], facts: Facts) -> Iterator[Verdict]:
    """A verdict for every claim of the records, in the order of their references."""
    claims = {thing.ref: thing for record in records for thing in record.by_class("StreakClaim", "CountClaim")}
    for _, claim in sorted(claims.items()):
        yield check_streak(claim, facts) if claim.cls == "StreakClaim" else check_count(claim, facts)


def check_streak(claim: Thing, facts: Facts) -> Verdict:
    """Whether the recipient won in each of the years that end with ``claimedUntil``."""
    length = int(claim.says["claimedYears"][0].value)
    until = claim.first("claimedUntil")
    if until is None:
        return Verdict(claim.ref, UNDECIDED, missing=(NO_LAST_YEAR,))
    last = int(until.value)
    years = {year for fact in _fitting(claim, facts) for year in _years(fact, facts)}
    wanted = range(last - length + 1, last + 1)
    missing = tuple(str(year) for year in wanted if year not in years)
    return Verdict(claim.ref, UNDECIDED if missing else SUPPORTED, length - len(missing), missing)


def check_count(claim: Thing, facts: Facts) -> Verdict:
    """Whether the graph holds as many as the claim declares, of what it counts."""
    claimed = int(claim.says["claimedCount"][0].value)
    found = _found(claim, facts)
    if found is None:
        return Verdict(claim.ref, UNDECIDED, missing=(NOT_COUNTED,))
    qualifiers = claim.refs("countQualifier")
    more_than = "qualifierMoreThan" in qualifiers
    needed = claimed + 1 if more_than else claimed
    if found < needed:
        return Verdict(claim.ref, UNDECIDED, found, (f"{needed - found}",))
    if found == needed or more_than:
        return Verdict(claim.ref, SUPPORTED, found)
    # A rough number is not refuted by one more than it says.
    return Verdict(claim.ref, UNDECIDED if "qualifierAbout" in qualifiers else CONTRADICTED, found)


def _found(claim: Thing, facts: Facts) -> int | None:
    counted = claim.refs("countOf")[0]
    fitting = list(_fitting(claim, facts))
    # Without an edition or a scheme the number could be of anything.
    anchored = bool(claim.refs("edition") or claim.refs("scheme"))
    if counted == "countConferments" and anchored:
        return len(fitting)
    if counted == "countRecipients" and anchored:
        return len({recipient for fact in fitting for recipient in fact.recipients})
    if counted == "countStreakHolders" and claim.refs("edition"):
        return _streak_holders(claim, facts)
    if counted == "countCriteria":
        listed = [
            facts.measured[ref] for ref in (*claim.refs("about"), *claim.refs("edition")) if ref in facts.measured
        ]
        return len(frozenset[str]().union(*listed)) if listed else None
    return None


def _streak_holders(claim: Thing, facts: Facts) -> int:
    """Recipients of the claim's edition that also won in the year before, in the same scheme."""
    holders: set[str] = set()
    for edition in claim.refs("edition"):
        scheme, last = facts.schemes.get(edition), facts.years.get(edition, 0)
        winners: dict[int, set[str]] = {last: set(), last - 1: set()}
        for fact in facts.conferments:
            for year in _years(fact, facts):
                if year in winners and any(facts.schemes.get(each) == scheme for each in fact.editions):
                    winners[year] |= fact.recipients
        holders |= winners[last] & winners[last - 1]
    return len(holders)


def _fitting(claim: Thing, facts: Facts) -> Iterator[ConfermentFact]:
    editions, schemes = claim.refs("edition"), claim.refs("scheme")
    for fact in facts.conferments:
        if editions and not fact.editions & set(editions):
            continue
        if schemes and not any(facts.schemes.get(edition) in schemes for edition in fact.editions):
            continue
        if _fits(claim, fact, facts):
            yield fact


def _fits(claim: Thing, fact: ConfermentFact, facts: Facts) -> bool:
    categories, levels, owners = claim.refs("category"), claim.refs("level"), claim.refs("recipient")
    return (
        (not categories or any(facts.covers(wide, narrow) for wide in categories for narrow in fact.categories))
        and (not levels or bool(fact.levels & set(levels)))
        and (not owners or any(facts.belongs(one, owner) for one in fact.recipients for owner in owners))
    )


def _years(fact: ConfermentFact, facts: Facts) -> set[int]:
    return {facts.years[edition] for edition in fact.editions if edition in facts.years}
