"""Types that stand behind each name of a list."""

from __future__ import annotations

from kg.extract.apiece import apiece
from kg.extract.awards import Award
from kg.extract.mentions import Mention
from kg.extract.rows import Row, make_row
from tests.extract.reading import PRIZE, conferments, extract


def listed(text: str, *names: str, rule: str = "list") -> list[Row]:
    award = Award(0, 6, "scheme/pencil", PRIZE, 2023)
    places = [(text.index(name), text.index(name) + len(name)) for name in names]
    bodies = [Mention(*place, "body", name, surface=name) for place, name in zip(places, names, strict=True)]
    return [make_row(body, award, 0.9, rule, (0, body.end)) for body in bodies]


def test_each_winner_has_the_type_behind_his_name() -> None:
    text = f"ผู้ได้รับ{PRIZE} ประจำปี 2566 ประกอบด้วย นายสมชาย ใจดี สาขาลายมือไทย นางสมหญิง ดีใจ สาขาลายมืออังกฤษ"
    assert conferments(text, "recipient", "category") == [
        ("สมชาย ใจดี", "สาขาลายมือไทย"),
        ("สมหญิง ดีใจ", "สาขาลายมืออังกฤษ"),
    ]
    row = extract(text).as_json()["conferments"][0]
    start, end = row["spans"]["category"]
    assert text[start:end] == "สาขาลายมือไทย"
    assert row["end"] == end


def test_a_label_before_names_is_of_all_up_to_the_next() -> None:
    text = (
        f"ผู้ได้รับ{PRIZE} ประจำปี 2566 จำนวน 3 รางวัล คือ หน่วยงานขนาดใหญ่ ได้แก่ กรมทดสอบ และกรมตัวอย่าง "
        "และหน่วยงานขนาดเล็ก ได้แก่ จังหวัดทิวไม้"
    )
    assert conferments(text, "recipient", "category") == [
        ("กรมทดสอบ", "หน่วยงานขนาดใหญ่"),
        ("กรมตัวอย่าง", "หน่วยงานขนาดใหญ่"),
        ("จังหวัดทิวไม้", "หน่วยงานขนาดเล็ก"),
    ]
    start, end = extract(text).as_json()["conferments"][2]["spans"]["category"]
    assert text[start:end] == "หน่วยงานขนาดเล็ก"


def test_one_label_before_a_list_tells_nothing_apart() -> None:
    text = "รางวัล หน่วยงานขนาดใหญ่ ได้แก่ กรมทดสอบ และกรมตัวอย่าง"
    rows = listed(text, "กรมทดสอบ", "กรมตัวอย่าง")
    assert apiece(text, rows) == rows


def test_a_level_before_names_is_no_label() -> None:
    text = "รางวัล ระดับดีเด่น ได้แก่ กรมทดสอบ ระดับดี ได้แก่ กรมตัวอย่าง"
    rows = listed(text, "กรมทดสอบ", "กรมตัวอย่าง")
    assert apiece(text, rows) == rows


def test_a_type_behind_one_of_many_is_something_else() -> None:
    text = "รางวัล กรมทดสอบ สาขาลายมือไทย กรมตัวอย่าง กรมกระดาษ"
    rows = listed(text, "กรมทดสอบ", "กรมตัวอย่าง", "กรมกระดาษ")
    assert apiece(text, rows) == rows


def test_a_group_behind_a_name_is_no_type() -> None:
    text = "รางวัล กรมทดสอบ กลุ่มลายมือไทย"
    rows = listed(text, "กรมทดสอบ")
    assert apiece(text, rows) == rows


def test_only_lists_are_read_so() -> None:
    text = "รางวัล กรมทดสอบ สาขาลายมือไทย"
    rows = listed(text, "กรมทดสอบ", rule="won")
    assert apiece(text, rows) == rows
