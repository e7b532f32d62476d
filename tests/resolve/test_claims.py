"""Whose awards a total counts: those of an edition, or those of one winner."""

from __future__ import annotations

import pytest

from kg.model.document import Document
from kg.model.record import Thing
from kg.resolve.announcement import Resolver
from kg.resolve.judgements import Judgements
from tests.resolve.bodies import known

MINING, VILLAGE = "กรมเหมืองแร่ทดสอบแห่งชาติ", "ชุมชนบ้านทดสอบ"
PRIZE = "รางวัลทดสอบ"


def count_in(told: str, *winners: str) -> list[Thing]:
    """The claims of totals in a text that names winners, then tells of 7 awards."""
    text = f"{' และ'.join(winners)} ได้รับ{PRIZE} ระดับดี ปี 2563\n{told}"

    def spans(**words: str) -> dict[str, list[int]]:
        return {name: [text.rindex(said), text.rindex(said) + len(said)] for name, said in words.items()}

    conferments = [
        {"recipient": name, "surfaces": [name], "kind": kind, "scheme": PRIZE, "scheme_id": "scheme/e", "year": 2020,
         "category": None, "level": "ระดับดี", "work": None, "parent": None, "award_id": name, "start": 0,
         "end": text.index("\n"), "confidence": 0.9, "spans": spans(recipient=name, scheme=PRIZE, level="ระดับดี")}
        for name, kind in zip(winners, ("agency", "community"), strict=False)
    ]  # fmt: skip
    found = spans(n="7", what="รางวัล")
    total = {"what": "รางวัล", "n": 7, "counted": "countConferments", "qualifier": "qualifierExactly",
             "start": found["n"][0], "end": found["what"][1], "confidence": 0.9, "spans": found}  # fmt: skip
    said = {"published": "2020-12-04", "conferments": conferments, "counts": [total]}
    empty = {kind: [] for kind in ("candidacies", "people", "events", "streaks")}
    record = Resolver(known(), Judgements(), 0.7).resolve(Document("doc_1", text, "text/plain"), said | empty).record
    assert record is not None
    return list(record.by_class("CountClaim"))


@pytest.mark.parametrize("told", ["ปีนี้กวาด 7 รางวัล", "รวมกวาด 7 รางวัล", "คว้าทั้งหมด 7 รางวัล"])
def test_what_somebody_won_in_all_is_his_where_nobody_else_is_told_of(told: str) -> None:
    (claim,) = count_in(told, MINING)
    assert claim.refs("recipient") == ("agency/mining",)
    assert claim.refs("edition") == ("edition/e-2020",)


def test_of_several_winners_nobody_knows_whose_it_is() -> None:
    assert count_in("รวมกวาด 7 รางวัล", MINING, VILLAGE) == []


def test_a_total_of_all_is_that_of_the_edition() -> None:
    (claim,) = count_in("ปีนี้มีทั้งสิ้น 7 รางวัล", MINING)
    assert claim.refs("recipient") == ()
    assert claim.refs("edition") == ("edition/e-2020",)
