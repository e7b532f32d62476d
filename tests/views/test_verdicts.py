from dataclasses import replace

from kg.views.verdicts import CheckedClaim, claims
from tests.views.making import awards, cells, choice, note, proofs

STREAK = CheckedClaim(
    "claim/a", "aw:StreakClaim", "source/s", 4, "aw:undecided", ("agency/dbd",), ("scheme/e",), until=2020, found=2,
    missing=("2017", "2018"), conferments=("conferment/1",),
)  # fmt: skip
COUNT = CheckedClaim(
    "claim/b", "aw:CountClaim", "source/s", 9, "aw:contradicted", editions=("edition/e-2021",),
    counted="aw:countConferments", found=10,
)  # fmt: skip


def test_what_is_claimed_found_and_missing() -> None:
    result = claims(awards(), choice(), [STREAK, COUNT])
    assert cells(result) == [
        ("claim/b", "aw:CountClaim", "source/s", (), ("edition/e-2021",), "aw:countConferments", 9, None, 10,
         "aw:contradicted", (), None, None),
        ("claim/a", "aw:StreakClaim", "source/s", ("agency/dbd",), ("scheme/e",), None, 4, 2020, 2,
         "aw:undecided", (2017, 2018), None, None),
    ]  # fmt: skip
    assert proofs(result) == [("claim/b",), ("claim/a", "conferment/1")]


def test_a_number_that_is_missing_and_a_reason() -> None:
    some = replace(COUNT, verdict="aw:undecided", missing=("3",))
    assert cells(claims(awards(), choice(), [some]))[0][10:] == ((), 3, None)
    why = replace(COUNT, verdict="aw:undecided", missing=("nothing counts this",))
    assert cells(claims(awards(), choice(), [why]))[0][10:] == ((), None, "nothing counts this")


def test_filters_by_the_years_and_schemes_of_claims() -> None:
    assert [row[0] for row in cells(claims(awards(), choice(from_=2021), [STREAK, COUNT]))] == ["claim/b"]
    assert [row[0] for row in cells(claims(awards(), choice(to=2020), [STREAK, COUNT]))] == ["claim/a"]
    nothing = claims(awards(), choice(scheme="f"), [STREAK, COUNT])
    assert (nothing.rows, note(nothing, "empty")) == ((), "no claim fits, or no document makes one")
