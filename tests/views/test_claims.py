from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.record import Record, Thing
from kg.views.claims import Verdict, check_claims, check_count, check_streak
from kg.views.facts import Facts, gather
from tests.factory import record, registry, thing

YEARS = range(2018, 2023)
REGISTRY = registry(
    editions=[{"id": f"{scheme}-{year}", "scheme_id": scheme, "year": str(year)} for scheme in "ef" for year in YEARS],
    categories=[
        {"id": "c", "scheme_id": "e"},
        {"id": "c-a", "scheme_id": "e", "broader_id": "c"},
        {"id": "d", "scheme_id": "e"},
    ],
    units=[{"id": "u", "unit_of": "dbd"}],
)


def won(recipient: str, year: int, category: str = "", scheme: str = "e", level: str = "") -> Thing:
    more = {name: said for name, said in (("category", category), ("level", level)) if said}
    ref = f"conferment/{recipient.replace('/', '-')}-{scheme}-{year}-{category.rpartition('/')[2]}"
    return thing(ref, "Conferment", recipient=recipient, edition=f"edition/{scheme}-{year}", **more)


def facts(*things: Thing) -> Facts:
    return gather([record(*things)], REGISTRY)


def streak(years: int, until: int | None = 2020, **more: Any) -> Thing:
    last = {} if until is None else {"claimedUntil": until}
    return thing(
        "claim/s", "StreakClaim", recipient="agency/dbd", scheme="scheme/e", claimedYears=years, **last, **more
    )


def counted(number: int, of: str = "countConferments", **more: Any) -> Thing:
    return thing("claim/c", "CountClaim", claimedCount=number, countOf=of, **more)


def verdict(name: str, found: int | None = None, *missing: str, of: str = "claim/c") -> Verdict:
    return Verdict(of, name, found, missing)


DBD = [won("agency/dbd", 2019), won("agency/dbd", 2020)]


@pytest.mark.parametrize(
    ("claim", "known", "expected"),
    [
        (streak(2), DBD, verdict("supported", 2, of="claim/s")),
        (streak(1), DBD, verdict("supported", 1, of="claim/s")),
        (streak(4), DBD, verdict("undecided", 2, "2017", "2018", of="claim/s")),
        (streak(2, 2021), DBD, verdict("undecided", 1, "2021", of="claim/s")),
        (streak(2), [], verdict("undecided", 0, "2019", "2020", of="claim/s")),
        (streak(2, None), DBD, verdict("undecided", None, "no-last-year", of="claim/s")),
        # Awards of others, and of other schemes, do not count; those of a unit do.
        (streak(2), [DBD[0], won("agency/dga", 2020)], verdict("undecided", 1, "2020", of="claim/s")),
        (streak(2), [DBD[0], won("agency/dbd", 2020, scheme="f")], verdict("undecided", 1, "2020", of="claim/s")),
        (streak(2), [DBD[0], won("unit/u", 2020)], verdict("supported", 2, of="claim/s")),
        # A claim of one category asks for it, or for what lies below it, each year.
        (streak(2, category="category/c"), DBD, verdict("undecided", 0, "2019", "2020", of="claim/s")),
        (
            streak(2, category="category/c"),
            [won("agency/dbd", 2019, "category/c"), won("agency/dbd", 2020, "category/c-a")],
            verdict("supported", 2, of="claim/s"),
        ),
        (
            streak(2, category="category/c-a"),
            [won("agency/dbd", 2019, "category/c"), won("agency/dbd", 2020, "category/c-a")],
            verdict("undecided", 1, "2019", of="claim/s"),
        ),
    ],
)
def test_years_running(claim: Thing, known: list[Thing], expected: Verdict) -> None:
    assert check_streak(claim, facts(*known)) == expected


THREE = [
    won("agency/dbd", 2020, "category/c"),
    won("agency/dga", 2020, "category/c-a"),
    won("agency/dga", 2020, "category/d"),
]
IN_2020 = {"edition": "edition/e-2020"}


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (counted(3, **IN_2020), verdict("supported", 3)),
        (counted(4, **IN_2020), verdict("undecided", 3, "1")),
        (counted(2, **IN_2020), verdict("contradicted", 3)),
        (counted(2, countQualifier="qualifierExactly", **IN_2020), verdict("contradicted", 3)),
        (counted(2, countQualifier="qualifierMoreThan", **IN_2020), verdict("supported", 3)),
        (counted(3, countQualifier="qualifierMoreThan", **IN_2020), verdict("undecided", 3, "1")),
        (counted(3, countQualifier="qualifierAbout", **IN_2020), verdict("supported", 3)),
        (counted(2, countQualifier="qualifierAbout", **IN_2020), verdict("undecided", 3)),
        (counted(3, scheme="scheme/e"), verdict("supported", 3)),
        (counted(0, scheme="scheme/f"), verdict("supported", 0)),
        (counted(2, category="category/c", **IN_2020), verdict("supported", 2)),
        (counted(1, category="category/c-a", **IN_2020), verdict("supported", 1)),
        (counted(2, category=["category/c-a", "category/d"], **IN_2020), verdict("supported", 2)),
        (counted(2, recipient="agency/dga", **IN_2020), verdict("supported", 2)),
        (counted(2, "countRecipients", **IN_2020), verdict("supported", 2)),
        (counted(1, level="level/best", **IN_2020), verdict("undecided", 0, "1")),
        # Of what nothing here is known, or what hangs on nothing, no count can say anything.
        (counted(3), verdict("undecided", None, "not-counted")),
        (counted(60, "countWorks", **IN_2020), verdict("undecided", None, "not-counted")),
        (counted(6, "countCriteria", about="event/none"), verdict("undecided", None, "not-counted")),
    ],
)
def test_numbers(claim: Thing, expected: Verdict) -> None:
    assert check_count(claim, facts(*THREE)) == expected


def test_criteria_that_a_survey_measured() -> None:
    known = facts(thing("event/s", "Survey", measures=[f"criterion/{name}" for name in "abc"]))
    assert check_count(counted(3, "countCriteria", about="event/s"), known) == verdict("supported", 3)
    assert check_count(counted(2, "countCriteria", about="event/s"), known) == verdict("contradicted", 3)


def test_holders_of_a_streak_won_in_the_year_before_too() -> None:
    known = facts(
        *DBD,
        won("agency/dga", 2020),
        won("agency/bma", 2019, scheme="f"),
        won("agency/bma", 2020),
        won("agency/x", 2018),
    )
    claim = counted(1, "countStreakHolders", **IN_2020)
    assert check_count(claim, known) == verdict("supported", 1)
    assert check_count(counted(1, "countStreakHolders"), known).verdict == "undecided"


def test_every_claim_gets_a_verdict_in_the_order_of_references() -> None:
    records = [record(streak(2), *DBD, source_id="b"), record(counted(2, **IN_2020), source_id="a")]
    assert list(check_claims(records, gather(records, REGISTRY))) == [
        verdict("undecided", 1, "1"),
        verdict("supported", 2, of="claim/s"),
    ]


_RECORDS = [
    record(each, source_id=f"doc_{number}")
    for number, each in enumerate([*THREE, *DBD, streak(3), counted(4, **IN_2020)])
]


@given(st.permutations(_RECORDS))
def test_the_order_of_records_makes_no_difference(shuffled: list[Record]) -> None:
    assert list(check_claims(shuffled, gather(shuffled, REGISTRY))) == [
        verdict("supported", 4),
        verdict("undecided", 2, "2018", of="claim/s"),
    ]


# --- what the calendar and complete editions add -----------------------------------------------------------------

OTHER = registry(
    editions=[
        {"id": f"e-{year}", "scheme_id": "e", "year": str(year), "held": "no" if year == 2019 else "yes"}
        for year in range(2017, 2022)
    ],
    categories=[{"id": "old", "scheme_id": "e"}, {"id": "new", "scheme_id": "e", "replaces_id": "old"}],
)


def other(*things: Thing) -> Facts:
    return gather([record(*things)], OTHER)


def test_an_edition_that_was_not_held_breaks_no_streak() -> None:
    known = other(won("agency/dbd", 2018), won("agency/dbd", 2020))
    assert check_streak(streak(2), known) == verdict("supported", 2, of="claim/s")
    assert check_streak(streak(3), known) == verdict("undecided", 2, "2017", of="claim/s")


def test_a_streak_goes_on_in_a_renamed_category() -> None:
    known = other(won("agency/dbd", 2020, "category/old"), won("agency/dbd", 2021, "category/new"))
    for category in ("category/old", "category/new"):
        assert check_streak(streak(2, 2021, category=category), known) == verdict("supported", 2, of="claim/s")


def total(number: int, **more: Any) -> Thing:
    return thing(
        "claim/t", "CountClaim", claimedCount=number, countOf="countConferments", edition="edition/e-2020", **more
    )


def test_a_complete_edition_without_the_recipient_contradicts_a_streak() -> None:
    known = [won("agency/dbd", 2021), won("agency/dga", 2020)]
    wanting = verdict("undecided", 1, "2020", of="claim/s")
    assert check_streak(streak(2, 2021), other(*known)) == wanting
    refuted = verdict("contradicted", 1, "2020", of="claim/s")
    assert check_streak(streak(2, 2021), other(*known, total(1))) == refuted
    # As long as an award of that edition is wanting, or their number is rough, it could be the recipient's.
    assert check_streak(streak(2, 2021), other(*known, total(2))) == wanting
    assert check_streak(streak(2, 2021), other(*known, total(1, countQualifier="qualifierAbout"))) == wanting


def test_a_streak_from_before_the_first_edition_is_contradicted() -> None:
    first = thing("edition/e-2020", "AwardEdition", scheme="scheme/e", year=2020, ordinal=1)
    known = other(first, won("agency/dbd", 2020), won("agency/dbd", 2021))
    assert check_streak(streak(2, 2021), known) == verdict("supported", 2, of="claim/s")
    assert check_streak(streak(3, 2021), known) == verdict("contradicted", 2, "2018", of="claim/s")


def test_a_verdict_names_the_awards_that_it_rests_on() -> None:
    two = other(won("agency/dbd", 2020), won("agency/dbd", 2021), won("agency/dga", 2021))
    mine = tuple(fact.ref for fact in two.conferments if "agency/dbd" in fact.recipients)
    assert (check_streak(streak(2, 2021), two).conferments, len(mine)) == (mine, 2)
    everyone = check_count(counted(2, edition="edition/e-2021"), two)
    assert everyone.conferments == tuple(fact.ref for fact in two.conferments if "edition/e-2021" in fact.editions)
