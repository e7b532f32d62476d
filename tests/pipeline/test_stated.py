import json
from typing import Any

import pytest

from kg.ingest.awardtable import RULE_DECLARED, RULE_HEADINGS
from kg.model.document import Document
from kg.model.registry import Registry
from kg.model.stated import Cell, Kind, Stated, Statement
from kg.pipeline.stated import StatementReader
from kg.terms.iris import Iris
from tests.factory import registry

KNOWN = registry(
    agencies=[
        {"id": "moc", "name_th": "กระทรวงพาณิชย์", "name_en": "Ministry of Commerce", "kind": "kindMinistry"},
        {"id": "moi", "name_th": "กระทรวงอุตสาหกรรม", "name_en": "Ministry of Industry", "kind": "kindMinistry"},
        {
            "id": "dbd", "name_th": "กรมพัฒนาธุรกิจการค้า", "name_en": "DBD", "kind": "kindDepartment",
            "parent_id": "moc", "wikidata": "Q77",
        },
        {"id": "x", "name_th": "กรมเอกซ์", "abbr_th": "กพร.", "kind": "kindDepartment", "parent_id": "moc"},
        {"id": "y", "name_th": "กรมวาย", "abbr_th": "กพร.", "kind": "kindDepartment", "parent_id": "moi"},
    ],
    provinces=[
        {
            "id": "TH-85", "name_th": "ระนอง", "name_en": "Ranong", "wikidata": "Q85",
            "administration_id": "province-85", "administration_th": "จังหวัดระนอง",
        },
    ],
    schemes=[{"id": "e", "name_th": "รางวัลทดสอบ", "name_en": "Test Awards", "awarder_id": "moc"}],
    categories=[
        {"id": "k", "scheme_id": "e", "name_th": "บริการภาครัฐดีเยี่ยม", "name_en": "Service"},
        {"id": "t", "scheme_id": "e", "name_th": "พัฒนาการบริการยอดเยี่ยม", "name_en": "Type", "broader_id": "k"},
    ],
    levels=[{"id": "l", "scheme_id": "e", "rank": "1", "name_th": "ดีเด่น", "name_en": "Outstanding"}],
    editions=[{"id": "e-2020", "scheme_id": "e", "year": "2020"}],
)  # fmt: skip
BASE = "https://w3id.org/award-kg/id/"


def document(
    *statements: tuple[Kind, dict[str, Any]], rule: str = RULE_DECLARED, keys: tuple[str, ...] = ()
) -> Document:
    """A document whose text is the cells one after the other; a cell is its words, or words and what they mean."""
    text = ""
    made: list[Statement] = []
    for number, (kind, said) in enumerate(statements):
        first, cells = len(text), list[tuple[str, Cell]]()
        for name, given in said.items():
            for words, *more in [given] if isinstance(given, tuple) else [(given,)]:
                cells.append((name, Cell(words, len(text), len(text) + len(words), *more)))
                text += words + "\t"
        made.append(Statement(kind, tuple(cells), first, len(text) - 1, keys[number] if keys else ""))
    return Document("t", text, "text/csv", "maker", "2021-01-05", "", Stated(tuple(made), rule, "ผล", "กรม"))


def read(given: Document, *, known: Registry = KNOWN, **options: bool) -> dict[str, Any]:
    assert given.stated is not None
    said = StatementReader(known, Iris()).as_json(given, given.stated, **options)
    assert json.loads(json.dumps(said)) == said
    return said


def award(recipient: Any, scheme: Any = "รางวัลทดสอบ", **more: Any) -> tuple[Kind, dict[str, Any]]:
    return "conferment", {"recipient": recipient, "scheme": scheme, **more}


def conferment(*args: Any, **more: Any) -> dict[str, Any]:
    (only,) = read(document(award(*args, **more)), everything=True)["conferments"]
    return dict(only)


def test_a_line_has_the_shape_of_one_from_prose() -> None:
    given = document(award("กรมพัฒนาธุรกิจการค้า", year=("๒๕๖๓", "2020"), category="บริการ", level="ดีเด่น", work="ระบบ"))
    said = read(given, quote=True)
    (row,) = said.pop("conferments")
    assert said == {
        "doc": "t", "sha256": given.sha256, "published": "2021-01-05", "relevance": "conferral",
        "extractor": "award-kg statements 1", "candidacies": [], "people": [], "events": [], "streaks": [],
        "counts": [],
        "title": "ผล", "publisher": "กรม",
    }  # fmt: skip
    assert len(row.pop("award_id")) == 10
    assert {name: given.text[start:end] for name, (start, end) in row.pop("spans").items()} == {
        "recipient": "กรมพัฒนาธุรกิจการค้า", "scheme": "รางวัลทดสอบ", "year": "๒๕๖๓", "category": "บริการ",
        "level": "ดีเด่น", "work": "ระบบ",
    }  # fmt: skip
    assert row == {
        "recipient": "กรมพัฒนาธุรกิจการค้า", "surfaces": ["กรมพัฒนาธุรกิจการค้า"], "kind": "agency", "scheme": "รางวัลทดสอบ",
        "year": 2020, "category": "บริการ", "level": "ดีเด่น", "work": "ระบบ", "parent": None,
        "recipient_id": "agency/dbd", "scheme_id": "scheme/e", "start": 0, "end": len(given.text) - 1,
        "confidence": 0.95, "quote": given.text[:-1], "rule": RULE_DECLARED,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "name", "kind", "ref", "sure"),
    [
        ("กรมพัฒนาธุรกิจการค้า", "กรมพัฒนาธุรกิจการค้า", "agency", "agency/dbd", 0.95),
        ("กรมพัฒนาธุรกิจการค้า (พค.)", "กรมพัฒนาธุรกิจการค้า", "agency", "agency/dbd", 0.95),
        ("กรม\u200bพัฒนาธุรกิจการค้า", "กรมพัฒนาธุรกิจการค้า", "agency", "agency/dbd", 0.95),
        ("จังหวัดระนอง", "จังหวัดระนอง", "province", "agency/province-85", 0.95),
        ("กพร.", "กพร.", "agency", None, 0.9),
        ("โรงพยาบาลหนองกี่", "โรงพยาบาลหนองกี่", "hospital", None, 0.9),
        ("นายสมชาย ใจดี", "สมชาย ใจดี", "person", None, 0.95),
        ("The Winners", "The Winners", "other", None, 0.8),
    ],
)
def test_who_is_meant(said: str, name: str, kind: str, ref: str | None, sure: float) -> None:
    row = conferment(said)
    assert (row["recipient"], row["kind"], row.get("recipient_id"), row["confidence"]) == (name, kind, ref, sure)
    assert row["surfaces"] == [said]


def test_a_parent_tells_which_of_several_is_meant_and_a_column_the_kind() -> None:
    row = conferment("กพร.", parent="กระทรวงอุตสาหกรรม")
    assert (row["recipient"], row["recipient_id"], row["parent"]) == ("กรมวาย", "agency/y", "กระทรวงอุตสาหกรรม")
    assert conferment("The Winners", kind="school")["kind"] == "school"
    assert conferment("The Winners", kind="winner")["kind"] == "other"


def test_the_name_of_an_award_says_year_and_level_unless_a_cell_does() -> None:
    named = "รางวัลทดสอบ ประจำปี 2563 ระดับดีเด่น"
    row = conferment("กรมวาย", named)
    assert (row["scheme"], row["scheme_id"], row["year"], row["level"]) == ("รางวัลทดสอบ", "scheme/e", 2020, "ระดับดีเด่น")
    text = document(award("กรมวาย", named)).text
    assert {name: text[start:end] for name, (start, end) in row["spans"].items()} == {
        "recipient": "กรมวาย", "scheme": named, "year": "ประจำปี 2563", "level": "ระดับดีเด่น",
    }  # fmt: skip
    row = conferment("กรมวาย", named, year=("2562", "2019"), level="ดี")
    assert (row["year"], row["level"]) == (2019, "ดี")


def test_an_award_that_no_registry_lists_waits_where_only_a_heading_makes_it_one() -> None:
    row = conferment("กรมวาย", "ระดับหนึ่ง")
    assert (row["scheme"], "scheme_id" in row, row["confidence"]) == ("ระดับหนึ่ง", False, 0.9)
    by_heading = document(award("กรมวาย", "ระดับหนึ่ง"), rule=RULE_HEADINGS)
    assert (read(by_heading)["conferments"], read(by_heading)["relevance"]) == ([], "mention")
    (row,) = read(by_heading, everything=True)["conferments"]
    assert row["confidence"] == 0.4


def test_things_named_by_address() -> None:
    row = conferment(
        ("<a>", "", f"{BASE}agency/dbd"), ("<e>", "", f"{BASE}scheme/e"),
        category=("<t>", "", f"{BASE}category/t"), level="ดีเด่น",
    )  # fmt: skip
    assert (row["recipient"], row["recipient_id"], row["scheme"]) == ("กรมพัฒนาธุรกิจการค้า", "agency/dbd", "รางวัลทดสอบ")
    assert row["category"] == "บริการภาครัฐดีเยี่ยม / พัฒนาการบริการยอดเยี่ยม"
    entity = "http://www.wikidata.org/entity/"
    assert conferment(("DBD", "", f"{entity}Q77"))["recipient_id"] == "agency/dbd"
    assert conferment(("Ranong", "", f"{entity}Q85"))["recipient_id"] == "agency/province-85"


def test_an_edition_of_the_registry_tells_award_and_year() -> None:
    given = document(("conferment", {"recipient": "กรมวาย", "edition": ("<e>", "", f"{BASE}edition/e-2020")}))
    (row,) = read(given)["conferments"]
    assert (row["scheme_id"], row["year"]) == ("scheme/e", 2020)
    assert row["spans"]["scheme"] == row["spans"]["year"] == [7, 10]


def test_rows_that_are_one_award() -> None:
    three = [award("กรมวาย", work="ระบบ"), award("กรมเอกซ์", work="ระบบ"), award("กรมเอกซ์", work="อื่น")]
    one, two, other = (row["award_id"] for row in read(document(*three))["conferments"])
    assert (one == two, one == other) == (True, False)
    alone = [
        row["award_id"] for row in read(document(award("กรมวาย"), award("กรมเอกซ์"), award("กรมวาย")))["conferments"]
    ]
    assert (alone[0] == alone[1], alone[0] == alone[2]) == (False, True)
    keyed = [award("กรมวาย"), award("กรมเอกซ์"), award("กรมเอกซ์")]
    one, two, other = (row["award_id"] for row in read(document(*keyed, keys=("c", "c", "d")))["conferments"])
    assert (one == two, one == other) == (True, False)


def test_the_other_kinds_of_statements() -> None:
    given = document(
        ("candidacy", {"recipient": "กรมวาย", "scheme": "รางวัลทดสอบ", "status": ("เข้ารอบ", "Shortlisted")}),
        ("person", {"name": "ก ข", "title": "นาย", "part": ("ประธาน", "chair")}),
        ("event", {"name": "พิธี", "date": ("3 ธ.ค. 63", "2020-12-03"), "organizer": "กรมพัฒนาธุรกิจการค้า (พค.)"}),
        ("streak", {"recipient": "กรมวาย", "scheme": "รางวัลทดสอบ", "years": "2", "until": ("2563", "2020")}),
        ("count", {"n": "33", "counted": ("<c>", "countConferments")}),
    )
    said = read(given)
    assert said["relevance"] == "mention"
    kinds = ("candidacies", "people", "events", "streaks", "counts")
    placed = ("start", "end", "confidence", "spans")
    rows = [{name: value for name, value in said[kind][0].items() if name not in placed} for kind in kinds]
    assert rows == [
        {
            "recipient": "กรมวาย", "scheme": "รางวัลทดสอบ", "year": None, "status": "statusShortlisted",
            "recipient_id": "agency/y", "scheme_id": "scheme/e",
        },
        {"name": "ก ข", "title": "นาย", "post": None, "agency": None, "part": "chair"},
        {"name": "พิธี", "date": "2020-12-03", "place": None, "organizer": "กรมพัฒนาธุรกิจการค้า"},
        {"recipient": "กรมวาย", "scheme": "รางวัลทดสอบ", "years": 2, "until": 2020},
        {"what": "countConferments", "n": 33, "counted": "countConferments", "qualifier": None},
    ]  # fmt: skip
    for kind in kinds:
        assert all(given.text[start:end] for start, end in said[kind][0]["spans"].values())


def test_rows_come_in_the_order_of_the_text() -> None:
    given = document(award("กรมวาย"), award("กรมเอกซ์"))
    assert given.stated is not None
    turned = Stated(given.stated.statements[::-1], RULE_DECLARED)
    said = StatementReader(KNOWN, Iris()).as_json(given, turned)
    assert [row["recipient"] for row in said["conferments"]] == ["กรมวาย", "กรมเอกซ์"]
