"""Puts what announcements assert in sum to the test: "two years running", "ten awards".

A claim is *supported* when the graph holds exactly what it asserts, *contradicted* when the graph holds more than it
allows, and *undecided* when evidence is missing: a graph that knows too little refutes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.model.record import Record, Thing
from kg.views.facts import ConfermentFact, Facts
from kg.views.runs import Calendar

RULES_VERSION: Final = "claims-2"

NOT_COUNTED: Final = "not-counted"
NO_LAST_YEAR: Final = "no-last-year"

SUPPORTED: Final = "supported"
CONTRADICTED: Final = "contradicted"
UNDECIDED: Final = "undecided"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the graph says of one claim: the verdict, the number found, and what evidence is missing.

    ``missing`` holds years without evidence, how many are missing of a number, or one of the reasons above;
    ``conferments`` are those that were counted.
    """

    claim: str
    verdict: str
    found: int | None = None
    missing: tuple[str, ...] = ()
    conferments: tuple[str, ...] = field(default=(), compare=False)


def check_claims(records: Iterable[Record], facts: Facts) -> Iterator[Verdict]:
    """A verdict for every claim of the records, in the order of their references."""
    claims = {thing.ref: thing for record in records for thing in record.by_class("StreakClaim", "CountClaim")}
    for _, claim in sorted(claims.items()):
        yield check_streak(claim, facts) if claim.cls == "StreakClaim" else check_count(claim, facts)


def check_streak(claim: Thing, facts: Facts) -> Verdict:
    """Whether the recipient, or a unit of it, won in each of the editions that end with ``claimedUntil``.

    Editions that were not held are stepped over (``kg.views.runs``). A year without evidence contradicts the claim
    only where the graph knows better: every award that documents declare for that edition is known and none of them
    is the recipient's, or the scheme was first held later.
    """
    length = int(claim.says["claimedYears"][0].value)
    until = claim.first("claimedUntil")
    if until is None:
        return Verdict(claim.ref, UNDECIDED, missing=(NO_LAST_YEAR,))
    wanted = _wanted(claim, length, int(until.value), facts)
    won: dict[int, set[str]] = {}
    for fact in _fitting(claim, facts):
        for year in _years(fact, facts):
            won.setdefault(year, set()).add(fact.ref)
    missing = [year for year in wanted if year not in won]
    counted = tuple(sorted({ref for year in wanted for ref in won.get(year, ())}))
    verdict = SUPPORTED if not missing else UNDECIDED
    if any(_refuted(claim, year, facts) for year in missing):
        verdict = CONTRADICTED
    return Verdict(claim.ref, verdict, length - len(missing), tuple(map(str, missing)), counted)


def _wanted(claim: Thing, length: int, last: int, facts: Facts) -> list[int]:
    """The years in which the recipient must have won, in order."""
    scheme = next(iter(claim.refs("scheme")), "")
    calendar = facts.calendars.get(scheme, Calendar.of(()))
    years = [last]
    while len(years) < length:
        years.append(calendar.before(years[-1]))
    return sorted(years)


def _refuted(claim: Thing, year: int, facts: Facts) -> bool:
    """Whether the graph shows that the recipient was given nothing in the scheme's edition of a year."""
    schemes, owners = set(claim.refs("scheme")), claim.refs("recipient")
    if not schemes:
        return False
    editions = [each for each in facts.editions.values() if each.scheme in schemes]
    if any(each.ordinal == 1 and each.year > year for each in editions):
        return True
    of_year = [each.ref for each in editions if each.year == year]
    return bool(of_year) and all(facts.complete(ref) and not _won_in(ref, owners, facts) for ref in of_year)


def _won_in(edition: str, owners: Iterable[str], facts: Facts) -> bool:
    return any(
        edition in fact.editions and any(facts.belongs(one, owner) for one in fact.recipients for owner in owners)
        for fact in facts.conferments
    )


def check_count(claim: Thing, facts: Facts) -> Verdict:
    """Whether the graph holds as many as the claim declares, of what it counts."""
    claimed = int(claim.says["claimedCount"][0].value)
    counted = _counted(claim, facts)
    if counted is None:
        return Verdict(claim.ref, UNDECIDED, missing=(NOT_COUNTED,))
    found, conferments = counted
    qualifiers = claim.refs("countQualifier")
    more_than = "qualifierMoreThan" in qualifiers
    needed = claimed + 1 if more_than else claimed
    if found < needed:
        return Verdict(claim.ref, UNDECIDED, found, (f"{needed - found}",), conferments)
    if found == needed or more_than:
        return Verdict(claim.ref, SUPPORTED, found, conferments=conferments)
    # A rough number is not refuted by one more than it says.
    verdict = UNDECIDED if "qualifierAbout" in qualifiers else CONTRADICTED
    return Verdict(claim.ref, verdict, found, conferments=conferments)


def _counted(claim: Thing, facts: Facts) -> tuple[int, tuple[str, ...]] | None:
    """The number that the graph yields, and the conferments that it rests on; None where nothing counts this."""
    what = claim.refs("countOf")[0]
    # Without an edition or a scheme the number could be of anything.
    anchored = bool(claim.refs("edition") or claim.refs("scheme"))
    if what in ("countConferments", "countRecipients") and anchored:
        fitting = list(_fitting(claim, facts))
        conferments = tuple(sorted(fact.ref for fact in fitting))
        recipients = {recipient for fact in fitting for recipient in fact.recipients}
        return (len(fitting) if what == "countConferments" else len(recipients)), conferments
    if what == "countStreakHolders" and claim.refs("edition"):
        return _streak_holders(claim, facts)
    if what == "countCriteria":
        listed = [
            facts.measured[ref] for ref in (*claim.refs("about"), *claim.refs("edition")) if ref in facts.measured
        ]
        return (len(frozenset[str]().union(*listed)), ()) if listed else None
    return None


def _streak_holders(claim: Thing, facts: Facts) -> tuple[int, tuple[str, ...]]:
    """Recipients of the claim's edition that also won in the edition before it, with the awards of both."""
    holders: set[str] = set()
    conferments: set[str] = set()
    for edition in filter(facts.editions.get, claim.refs("edition")):
        scheme, last = facts.schemes[edition], facts.years[edition]
        winners: dict[int, dict[str, set[str]]] = {last: {}, facts.calendars[scheme].before(last): {}}
        for fact in facts.conferments:
            for year in _years(fact, facts) & winners.keys():
                if any(facts.schemes.get(each) == scheme for each in fact.editions):
                    for recipient in fact.recipients:
                        winners[year].setdefault(recipient, set()).add(fact.ref)
        held = set.intersection(*(set(of_year) for of_year in winners.values()))
        holders |= held
        conferments.update(ref for of_year in winners.values() for each in held for ref in of_year[each])
    return len(holders), tuple(sorted(conferments))


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
