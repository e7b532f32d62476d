from typing import Any

from kg.errors import KgError
from kg.model.document import Document
from kg.pipeline.correcting import Correcting, corrections
from tests.factory import registry

TEXT = (
    "กรมพัฒนาธุรกิจการค้า (DBD) คว้ารางวัลทดสอบ ประจำปี 2563 รวม 2 รางวัล\n"
    "พิธีมอบรางวัลทดสอบ วันที่ 3 ธันวาคม 2563 นายสมชาย ใจดี อธิบดี รับมอบ"
)
KNOWN = registry(
    agencies=[{"id": "dbd", "name_th": "กรมพัฒนาธุรกิจการค้า", "name_en": "DBD", "kind": "kindDepartment"}],
    schemes=[{"id": "e", "name_th": "รางวัลทดสอบ", "name_en": "Test Awards"}],
)
ROW = {
    "recipient": "กรมพัฒนาธุรกิจการค้า", "surfaces": ["DBD"], "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2020,
    "category": None, "level": None, "work": None, "parent": None, "quote": "คว้ารางวัลทดสอบ ประจำปี 2563",
    "recipient_id": "agency/dbd",
}  # fmt: skip
PERSON = {"name": "สมชาย ใจดี", "title": "ดร.", "post": "อธิบดี", "agency": None, "part": "receiver", "quote": "ใจดี"}
EVENT = {"name": "Test Ceremony", "date": "2020-12-03", "place": None, "organizer": None, "quote": "พิธีมอบรางวัล"}


def made(**said: Any) -> tuple[dict[str, tuple[Any, ...]], list[str]]:
    told: list[KgError] = []
    document = Document("a", TEXT, "text/plain", published="2020-12-04")
    correcting = Correcting(KNOWN, told.append)
    (found,) = corrections([document, Document("b", "x", "text/plain")], {"a": said}, correcting, "2026-01-02")
    assert (found.doc, found.sha256, found.on) == ("a", document.sha256, "2026-01-02")
    return dict(found.claims), [str(each) for each in told]


def words(row: dict[str, Any]) -> dict[str, str]:
    return {name: TEXT[start:end] for name, (start, end) in row["spans"].items()}


def test_a_row_becomes_a_claim_with_the_place_of_every_value_and_no_words() -> None:
    claims, told = made(conferments=[ROW])
    (row,) = claims["conferments"]
    assert told == []
    assert words(row) == {"recipient": "DBD", "scheme": "รางวัลทดสอบ", "year": "ประจำปี 2563"}
    assert {name: row[name] for name in ("recipient", "recipient_id", "scheme_id", "year")} == {
        "recipient": "กรมพัฒนาธุรกิจการค้า", "recipient_id": "agency/dbd", "scheme_id": "scheme/e", "year": 2020,
    }  # fmt: skip
    assert "quote" not in row
    assert "category" not in row


def test_people_and_events_keep_what_stands_in_the_text() -> None:
    claims, told = made(people=[PERSON], events=[EVENT])
    (person,), (event,) = claims["people"], claims["events"]
    assert words(person) == {"name": "สมชาย ใจดี", "post": "อธิบดี"}
    assert "title" not in person
    assert "name" not in event
    assert "3 ธันวาคม 2563" in words(event)["date"]
    assert told == []


def test_a_total_says_what_is_counted_as_the_extractor_read_it() -> None:
    claims, _ = made(counts=[{"what": "รางวัล", "n": 2, "quote": "2 รางวัล"}, {"what": "คน", "n": 9, "quote": "ใจดี"}])
    assert [(row["n"], row["counted"]) for row in claims["counts"]] == [(2, "countConferments")]


def test_what_has_no_place_in_the_document_is_told() -> None:
    claims, told = made(conferments=[ROW | {"quote": "ไม่มีคำนี้"}, ROW | {"recipient": "กรมอื่น", "surfaces": []}])
    assert claims["conferments"] == ()
    assert [each.partition(": ")[2].partition(";")[0] for each in told] == [
        "conferments[0]: has no place in the document",
        "conferments[1]: its recipient does not stand in the document",
    ]


def test_an_id_that_the_registry_does_not_have_is_left_out() -> None:
    claims, _ = made(conferments=[ROW | {"recipient_id": "agency/nobody"}])
    assert "recipient_id" not in claims["conferments"][0]
