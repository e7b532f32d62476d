from kg.model.curation import Claim, Correction, Ruling, Verdict
from kg.resolve.curated import RULE, corrected, ruled


def claim(recipient: str, year: int | None = 2020, **more: object) -> Claim:
    return {"recipient": recipient, "kind": "agency", "scheme": "รางวัล", "year": year, "start": 1, "end": 5, **more}


def read(*rows: Claim) -> dict[str, object]:
    return {"doc": "a", "conferments": [{"confidence": 0.5, "rule": "list", "spans": {}, **row} for row in rows]}


def ruling(verdict: Verdict, about: Claim, instead: Claim | None = None) -> Ruling:
    return Ruling("1", "2026-01-01", "x", "", "conferment", verdict, about, instead)


def names(said: dict[str, object]) -> list[tuple[str, float]]:
    return [(row["recipient"], row["confidence"]) for row in said["conferments"]]  # type: ignore[attr-defined]


def test_a_correction_stands_in_place_of_all_that_was_read() -> None:
    said = corrected(read(claim("ก"), claim("ข")), Correction("a", "", "2026-01-01", {"conferments": (claim("ค"),)}))
    assert names(said) == [("ค", 1.0)]
    assert said["people"] == said["counts"] == []
    assert said["conferments"][0]["rule"] == RULE


def test_co_winners_of_one_work_share_one_award_and_others_do_not() -> None:
    rows = (claim("ก", work="ผลงาน"), claim("ข", work="ผลงาน"), claim("ค"), claim("ง"))
    said = corrected({}, Correction("a", "", "2026-01-01", {"conferments": rows}))
    one, two, three, four = (row["award_id"] for row in said["conferments"])
    assert one == two
    assert len({one, three, four}) == 3


def test_what_was_accepted_stays_found_again_or_not() -> None:
    accept = ruling(Verdict.ACCEPT, claim("ก"))
    assert names(ruled(read(claim("ก"), claim("ข")), [accept], "a")) == [("ข", 0.5), ("ก", 1.0)]
    assert names(ruled(read(), [accept], "a")) == [("ก", 1.0)]


def test_what_was_rejected_is_gone_and_what_was_corrected_is_replaced() -> None:
    said = read(claim("ก"), claim("ข"), claim("ข", 2019))
    assert names(ruled(said, [ruling(Verdict.REJECT, claim("ก"))], "a")) == [("ข", 0.5), ("ข", 0.5)]
    right = ruling(Verdict.CORRECT, claim("ข", 2019), claim("ข", 2018))
    rows = ruled(said, [right], "a")["conferments"]
    assert [(row["recipient"], row["year"]) for row in rows] == [("ก", 2020), ("ข", 2020), ("ข", 2018)]
