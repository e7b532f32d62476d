"""One announcement as JSON: spans in the text as given, the same bytes every time."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.announcement import bound, kind_of
from kg.extract.mentions import Mention
from tests.extract.reading import PRIZE, extract

TEXT = (
    f"\ufeffกรมทดสอบคว้า{PRIZE}\r\n\u200bวันที่ ๑๒ กันยายน ๒๕๖๖ นายสมชาย ใจดี อธิบดี"
    f"กรมทดสอบ เข้ารับ{PRIZE}\u00a0ประจำปี ๒๕๖๖ จำนวน ๑ รางวัล"
)


def test_spans_point_into_the_text_as_given() -> None:
    found = extract(TEXT).as_json()
    (row,) = found["conferments"]
    start, end = row["spans"]["recipient"]
    assert TEXT[start:end] == "กรมทดสอบ"
    start, end = row["spans"]["scheme"]
    assert TEXT[start:end] == PRIZE
    start, end = row["spans"]["year"]
    assert TEXT[start:end].endswith("๒๕๖๖")
    assert (row["recipient_id"], row["scheme_id"], row["year"], row["kind"]) == (
        "agency/test",
        "scheme/pencil",
        2023,
        "agency",
    )


def test_a_category_points_at_its_own_words() -> None:
    text = f"กรมทดสอบคว้า{PRIZE} ประจำปี 2566 สาขาการเขียนหนังสือ ประเภทจดหมายราชการ ระดับดี"
    (row,) = extract(text).as_json()["conferments"]
    start, end = row["spans"]["category"]
    assert text[start:end] == "สาขาการเขียนหนังสือ ประเภทจดหมายราชการ"


def test_wider_spaces_change_no_value() -> None:
    where = {"start", "end", "spans"}
    plain, wide = (
        [{key: row[key] for key in row if key not in where} for row in extract(text).as_json()["conferments"]]
        for text in (TEXT, TEXT.replace(" ", " \u00a0 "))
    )
    assert plain == wide


def test_no_words_of_the_text_unless_asked_for() -> None:
    assert '"quote"' not in json.dumps(extract(TEXT).as_json())
    (row,) = extract(TEXT).as_json(quote=True)["conferments"]
    assert row["quote"] == TEXT[row["start"] : row["end"]]


def test_what_is_not_sure_is_shown_only_when_asked_for() -> None:
    text = f"กรมทดสอบ เปิดเผยว่า ทุกฝ่ายร่วมพิธี\nนายสมชาย ใจดี ประธานในพิธี มอบหมายให้ผู้แทนได้รับ{PRIZE}"
    assert extract(text).as_json()["conferments"] == []
    assert extract(text).as_json(everything=True)["conferments"] != []


def test_a_body_of_several_stays_open() -> None:
    several = Mention(0, 3, "body", "สป.", "kindDepartment", ("agency/a", "agency/b"), surface="สป.")
    assert bound(several) == ""
    assert kind_of(Mention(0, 3, "body", "ก", "th-tao", ("agency/lao-1",))) == "local_government"


@settings(max_examples=60)
@given(st.text(alphabet=f"กรมทดสอบได้รับ{PRIZE} 256จำนวนแก่ดังนี้1)\n“”โดยนายสมชาย\u200b\u00a0", max_size=160))
def test_any_text_is_read_without_a_fault_and_spans_lie_inside(text: str) -> None:
    found = extract(text).as_json(everything=True)
    assert found == extract(text).as_json(everything=True)
    for part in ("conferments", "candidacies", "people", "events", "streaks", "counts"):
        for row in found[part]:
            assert 0 <= row["start"] <= row["end"] <= len(text)
            assert all(0 <= start <= end <= len(text) for start, end in row["spans"].values())
