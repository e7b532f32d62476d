from typing import Any

import pytest

from kg.model.document import Document
from kg.model.record import Record, Thing
from kg.resolve.announcement import Resolver, source_id, title_of
from kg.resolve.judgements import Judgements
from tests.resolve.bodies import known

TEXT = (
    "เว็บไซต์ข่าว-กรมเหมืองแร่รับรางวัลทดสอบ\n"
    "กรมเหมืองแร่รับรางวัลทดสอบ\n"
    "นายสมชาย ใจดี อธิบดีกรมเหมืองแร่ทดสอบแห่งชาติ ประธานพิธีมอบรางวัลทดสอบ วันที่ 3 ธันวาคม 2563 ณ หอประชุมทดสอบ "
    "กรมเหมืองแร่ทดสอบแห่งชาติ และชุมชนบ้านทดสอบ อำเภอสารภี จังหวัดเชียงใหม่ ได้รับรางวัลทดสอบ ระดับดี ประเภทคิวเดียว "
    "ผลงาน ระบบคิวเดียวทั้งจังหวัด รวมสำรวจ 120 หน่วยงาน เป็นปีที่ 2 ติดต่อกัน"
)
RESOLVER = Resolver(known(), Judgements(), 0.7)


def at(words: str) -> list[int]:
    start = TEXT.rindex(words)
    return [start, start + len(words)]


def claim(words: str, confidence: float = 0.9, **spans: str) -> dict[str, Any]:
    start, end = at(words)
    found = {name: at(said) for name, said in spans.items()}
    return {"start": start, "end": end, "confidence": confidence, "spans": found}


def conferment(recipient: str, kind: str, award_id: str = "a", **more: Any) -> dict[str, Any]:
    return {
        "recipient": recipient, "surfaces": [recipient], "kind": kind, "scheme": "รางวัลทดสอบ",
        "scheme_id": "scheme/e", "year": 2020, "category": "คิวเดียว", "level": "ระดับดี",
        "work": "ระบบคิวเดียวทั้งจังหวัด", "parent": None, "award_id": award_id,
        **claim("ได้รับรางวัลทดสอบ ระดับดี", recipient=recipient, scheme="รางวัลทดสอบ", level="ระดับดี",
                category="ประเภทคิวเดียว", work="ระบบคิวเดียวทั้งจังหวัด"),
        **more,
    }  # fmt: skip


def said(**claims: Any) -> dict[str, Any]:
    empty = {kind: [] for kind in ("conferments", "candidacies", "people", "events", "streaks", "counts")}
    return {"published": "2020-12-04", **empty, **claims}


def resolve(**claims: Any) -> Any:
    return RESOLVER.resolve(Document("doc_1", TEXT, "text/plain"), said(**claims))


def one(record: Record | None, cls: str) -> Thing:
    assert record is not None
    (found,) = record.by_class(cls)
    return found


def values(thing: Thing) -> dict[str, list[str | int]]:
    return {name: [value.value for value in found] for name, found in thing.says.items()}


BOTH = [conferment("กรมเหมืองแร่ทดสอบแห่งชาติ", "agency"), conferment("ชุมชนบ้านทดสอบ", "community")]
EVENT = {
    "name": "พิธีมอบรางวัลทดสอบ", "date": "2020-12-03", "place": "หอประชุมทดสอบ", "organizer": None,
    **claim("พิธีมอบรางวัลทดสอบ วันที่ 3 ธันวาคม 2563", name="พิธีมอบรางวัลทดสอบ", date="3 ธันวาคม 2563",
            place="หอประชุมทดสอบ"),
}  # fmt: skip
PERSON = {
    "name": "สมชาย ใจดี", "title": "นาย", "post": "อธิบดีกรมเหมืองแร่ทดสอบแห่งชาติ", "agency": "กรมเหมืองแร่ทดสอบแห่งชาติ",
    "part": "chair",
    **claim("นายสมชาย ใจดี", name="สมชาย ใจดี", title="นาย", post="อธิบดีกรมเหมืองแร่ทดสอบแห่งชาติ"),
}  # fmt: skip


def test_co_winners_of_one_award_share_one_conferment_that_is_bound_to_the_registry() -> None:
    resolved = resolve(conferments=BOTH)
    award = one(resolved.record, "Conferment")
    community = one(resolved.record, "Community")
    assert values(award) == {
        "recipient": ["agency/mining", community.ref],
        "edition": ["edition/e-2020"],
        "category": ["category/e-narrow"],
        "level": ["level/e-good"],
        "work": [one(resolved.record, "Work").ref],
    }
    assert award.ref.startswith("conferment/e-2020-")
    assert values(community) == {"name": ["ชุมชนบ้านทดสอบ"], "place": ["place/TH-50"]}
    assert resolved.queued == ()


def test_the_id_of_an_award_comes_from_what_is_said_not_from_the_document_or_the_order() -> None:
    first = one(resolve(conferments=BOTH).record, "Conferment").ref
    other = Document("other", TEXT, "text/plain")
    assert one(RESOLVER.resolve(other, said(conferments=BOTH[::-1])).record, "Conferment").ref == first
    plain = [{**row, "level": None} for row in BOTH]
    assert one(resolve(conferments=plain).record, "Conferment").ref != first


def test_a_scheme_that_nobody_knows_is_stated_with_edition_category_and_level() -> None:
    row = conferment("กรมเหมืองแร่ทดสอบแห่งชาติ", "agency", scheme="รางวัลใหม่", scheme_id=None)
    assert [each.reasons for each in resolve(conferments=[row]).queued] == [("new-scheme",)]
    record = resolve(conferments=[row | {"rule": "reviewed"}]).record
    scheme, edition = one(record, "AwardScheme"), one(record, "AwardEdition")
    assert values(scheme) == {"name": ["รางวัลใหม่"]}
    assert values(edition) == {"scheme": [scheme.ref], "year": [2020]}
    assert edition.ref == f"edition/{scheme.ref.partition('/')[2]}-2020"
    assert values(one(record, "Level")) == {"name": ["ระดับดี"], "ofScheme": [scheme.ref]}
    assert values(one(record, "Category"))["ofScheme"] == [scheme.ref]


def test_events_people_and_their_posts_stand_around_the_awards() -> None:
    record = resolve(conferments=BOTH, events=[EVENT], people=[PERSON]).record
    event, post = one(record, "Ceremony"), one(record, "Membership")
    assert values(event) == {
        "name": ["พิธีมอบรางวัลทดสอบ"],
        "edition": ["edition/e-2020"],
        "startDate": ["2020-12-03"],
        "location": ["place/hall"],
        "chair": ["person/somchai"],
    }
    assert values(post) == {
        "member": ["person/somchai"],
        "organization": ["agency/mining"],
        "role": ["role/dg"],
        "attestedOn": ["2020-12-03"],
    }
    assert one(record, "Conferment").refs("event") == (event.ref,)
    assert values(one(record, "Person")) == {"name": ["สมชาย ใจดี"], "honorific": ["นาย"]}


def test_totals_and_rows_of_years_are_claims() -> None:
    count = {"what": "หน่วยงาน", "n": 120, "counted": "countSurveyed", "qualifier": "qualifierExactly",
             **claim("สำรวจ 120 หน่วยงาน", n="120", what="หน่วยงาน")}  # fmt: skip
    streak = {"recipient": "กรมเหมืองแร่ทดสอบแห่งชาติ", "scheme": "รางวัลทดสอบ", "years": 2, "until": 2020,
              **claim("เป็นปีที่ 2 ติดต่อกัน")}  # fmt: skip
    record = resolve(conferments=BOTH, counts=[count], streaks=[streak]).record
    assert values(one(record, "CountClaim")) == {
        "claimedCount": [120],
        "countOf": ["countSurveyed"],
        "edition": ["edition/e-2020"],
    }
    assert values(one(record, "StreakClaim")) == {
        "recipient": ["agency/mining"],
        "scheme": ["scheme/e"],
        "claimedYears": [2],
        "claimedUntil": [2020],
    }


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"confidence": 0.5}, "low-confidence"),
        ({"year": None}, "no-year"),
        ({"scheme": "รางวัล" * 40}, "name-too-long"),
        ({"recipient": "กพร.", "surfaces": ["กพร."]}, "open-binding"),
    ],
)
def test_what_is_not_sure_waits_with_its_reason_and_nothing_is_lost(change: dict[str, Any], reason: str) -> None:
    row = {**conferment("กรมเหมืองแร่ทดสอบแห่งชาติ", "agency"), **change}
    resolved = resolve(conferments=[row])
    assert resolved.record is None
    (waiting,) = resolved.queued
    assert (waiting.kind, waiting.reasons) == ("conferment", (reason,))
    assert bool(waiting.candidates) == (reason == "open-binding" or reason in ("no-year", "name-too-long"))


def test_a_near_miss_is_a_candidacy_and_its_clause_is_not_kept() -> None:
    row = {"recipient": "กรมเหมืองแร่ทดสอบแห่งชาติ", "scheme": "รางวัลทดสอบ", "year": 2020, "status": "statusNominated",
           **claim("กรมเหมืองแร่ทดสอบแห่งชาติ และชุมชนบ้านทดสอบ")}  # fmt: skip
    record = resolve(candidacies=[row]).record
    assert values(one(record, "Candidacy")) == {
        "recipient": ["agency/mining"],
        "edition": ["edition/e-2020"],
        "status": ["statusNominated"],
    }
    kept = {value.verbatim for thing in record.things for found in thing.says.values() for value in found}
    assert kept == {""}


def test_nothing_said_of_awards_is_no_record_and_nothing_waits() -> None:
    resolved = resolve(events=[EVENT], people=[PERSON])
    assert (resolved.record, resolved.queued) == (None, ())


def test_the_source_is_described_without_its_text() -> None:
    source = resolve(conferments=BOTH).source
    assert (source.title, source.issued, source.characters) == ("กรมเหมืองแร่รับรางวัลทดสอบ", "2020-12-04", len(TEXT))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", "-"),
        ("\n\n ข่าว \n", "ข่าว"),
        ("ก" * 200, "ก" * 138 + "…"),
        ("ชื่อเว็บ-ข่าวใหญ่ของวันนี้\nข่าวใหญ่ของวันนี้\n", "ข่าวใหญ่ของวันนี้"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("given", "begins"), [("doc-1", "doc-1"), ("ข่าว 1", "1-"), ("ข่าว", "document-"), ("a b", "a-b-")]
)
def test_source_ids_are_ascii(given: str, begins: str) -> None:
    assert source_id(given).startswith(begins)
    assert source_id(given) == source_id(given)
    assert source_id("a b") != source_id("a-b")
