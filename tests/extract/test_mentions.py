"""The names of a text, all together; and names that join."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.extract.lexicon import build_lexicon
from kg.extract.mentions import Finder, Mention
from tests.factory import registry

LEXICON = build_lexicon(
    registry(
        agencies=[
            {"id": "stationery", "name_th": "กระทรวงเครื่องเขียน", "kind": "kindMinistry", "abbr_th": "คข."},
            {
                "id": "office",
                "name_th": "สำนักงานปลัดกระทรวงเครื่องเขียน",
                "kind": "kindDepartment",
                "parent_id": "stationery",
            },
            {"id": "pencils", "name_th": "กรมดินสอและยางลบ", "kind": "kindDepartment", "abbr_th": "กดย."},
            {"id": "paper", "name_th": "กรมกระดาษสี", "kind": "kindDepartment", "abbr_th": "กกส."},
            {"id": "chalk", "name_th": "กรมชอล์กขาว", "kind": "kindDepartment"},
            {"id": "bank", "name_th": "ธนาคารเครื่องเขียน", "kind": "kindStateEnterprise", "aliases_th": "แบงก์เขียน"},
        ],
        units=[{"id": "lead", "name_th": "กองไส้ดินสอ", "unit_of": "pencils"}],
        provinces=[
            {
                "id": f"TH-{number}",
                "name_th": name,
                "administration_id": f"p{number}",
                "administration_th": f"จังหวัด{name}",
            }
            for number, name in enumerate(("ระนอง", "ลำปาง", "ยะลา"))
        ],
        local_governments=[
            {
                "id": "north",
                "kind": "th-tao",
                "name_th": "องค์การบริหารส่วนตำบลบ้านดินสอ",
                "district": "เหนือ",
                "province_id": "TH-1",
            },
            {
                "id": "south",
                "kind": "th-tao",
                "name_th": "องค์การบริหารส่วนตำบลบ้านดินสอ",
                "district": "ใต้",
                "province_id": "TH-2",
            },
        ],
        ambiguous=[
            {"abbr": "กสก.", "candidates": "pencils;paper", "how_to_tell": "ไส้ -> pencils; พับ -> paper"},
            {"abbr": "ดส.", "candidates": "pencils", "other_meanings": "ดาวเสาร์", "how_to_tell": "sky -> ดาวเสาร์"},
        ],
        schemes=[{"id": "gold", "name_th": "รางวัลดินสอทอง", "awarder_id": "stationery"}],
    )
)
FINDER = Finder(LEXICON)


def found(text: str, group: str = "body") -> list[Mention]:
    mentions = FINDER.mentions(text)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert all(text[mention.start : mention.end] == mention.surface for mention in mentions)
    return [mention for mention in mentions if mention.group == group]


def names(text: str, group: str = "body") -> list[str]:
    return [mention.name for mention in found(text, group)]


def test_bodies_people_and_awards_in_order() -> None:
    mentions = FINDER.mentions("นายสมชาย ใจดี อธิบดีกรมดินสอและยางลบ รับรางวัลดินสอทอง พร้อมโรงเรียนดอกแก้ว")
    assert [(mention.group, mention.name) for mention in mentions] == [
        ("person", "สมชาย ใจดี"), ("body", "กรมดินสอและยางลบ"), ("scheme", "รางวัลดินสอทอง"), ("body", "โรงเรียนดอกแก้ว")
    ]  # fmt: skip
    assert (mentions[1].refs, mentions[3].refs, mentions[3].kind) == (("agency/pencils",), (), "school")


def test_a_known_name_is_not_overrun() -> None:
    assert names("กรมดินสอและยางลบสามารถคว้ารางวัล") == ["กรมดินสอและยางลบ"]
    assert names("กรมกระดาษสีและหน่วยงานอื่น") == ["กรมกระดาษสี"]


def test_abbreviations_that_the_text_defines() -> None:
    text = "ศกด. ยินดี\nศูนย์กลั่นดินสอไทย (ศกด.) ได้รับรางวัล และ ศกด. ขอบคุณ"
    assert names(text) == ["ศูนย์กลั่นดินสอไทย"] * 4
    assert names("โรงเรียนดอกแก้ว (ลำปาง) กับ ลำปาง") == ["โรงเรียนดอกแก้ว"]


@pytest.mark.parametrize(
    "text", ["สำนักงานปลัดกระทรวง คข. ได้รับ", "สำนักงานปลัด คข. ได้รับ", "สำนักงานปลัดกระทรวงเครื่องเขียน ได้รับ"]
)
def test_an_office_of_an_abbreviated_ministry(text: str) -> None:
    (mention,) = found(text)
    assert (mention.name, mention.refs) == ("สำนักงานปลัดกระทรวงเครื่องเขียน", ("agency/office",))


def test_a_list_says_province_once() -> None:
    assert names("ได้แก่ จังหวัดระนอง ลำปาง และ ยะลา ตามลำดับ") == ["จังหวัดระนอง", "จังหวัดลำปาง", "จังหวัดยะลา"]


def test_a_province_behind_a_district_is_a_place() -> None:
    assert names("ณ ตำบลดิน จังหวัดระนอง") == []
    assert names("ณ ตำบลดิน จังหวัดระนอง", "place") == ["จังหวัดระนอง"]


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("โดย กองยางลบ กรมดินสอและยางลบ ผลงาน", "กองยางลบ", "กรมดินสอและยางลบ"),
        ("โดย กองยางลบ (กรมดินสอและยางลบ) ผลงาน", "กองยางลบ", "กรมดินสอและยางลบ"),
        ("โดย กองยางลบ สำนักงานปลัดกระทรวง คข. ผลงาน", "กองยางลบ", "สำนักงานปลัดกระทรวงเครื่องเขียน"),
        ("โดย ศูนย์ดินสอยะลา จังหวัดยะลา กรมดินสอและยางลบ ผล", "ศูนย์ดินสอยะลา", "กรมดินสอและยางลบ"),
        ("โดย กองไส้ดินสอ ผลงาน", "กองไส้ดินสอ", "กรมดินสอและยางลบ"),
        ("โดย แบงก์เขียน สาขายะลา ผลงาน", "ธนาคารเครื่องเขียน สาขายะลา", "ธนาคารเครื่องเขียน"),
    ],
)
def test_units_and_the_body_above(text: str, name: str, parent: str) -> None:
    (mention,) = found(text)
    assert (mention.name, mention.kind, mention.parent) == (name, "unit", parent)


def test_a_list_of_bodies_behind_a_unit_is_a_list() -> None:
    assert names("กองยางลบ กรมดินสอและยางลบ กรมกระดาษสี กรมชอล์กขาว") == [
        "กองยางลบ", "กรมดินสอและยางลบ", "กรมกระดาษสี", "กรมชอล์กขาว"
    ]  # fmt: skip


def test_an_abbreviation_of_several_bodies() -> None:
    (settled,) = found("กสก. ชวนพับดาว")
    assert (settled.name, settled.refs) == ("กรมกระดาษสี", ("agency/paper",))
    (open_,) = found("กสก. ได้รับรางวัล")
    assert (open_.name, open_.refs) == ("กสก.", ("agency/pencils", "agency/paper"))


def test_an_abbreviation_of_a_body_or_something_else() -> None:
    (mention,) = found("ดส. เคลื่อนผ่าน")
    assert (mention.name, mention.refs) == ("ดส.", ())
    assert found("วันที่ 3 ดส. 66") == []


def test_local_governments_short_and_of_one_name() -> None:
    (mention,) = found("อบต.บ้านดินสอ จ.ลำปาง ได้รับ")[:1]
    assert (mention.name, mention.refs) == ("องค์การบริหารส่วนตำบลบ้านดินสอ", ("agency/north",))
    (mention,) = found("อบต.บ้านดินสอได้รับ")
    assert mention.refs == ("agency/north", "agency/south")


def test_a_head_with_the_rest_left_out() -> None:
    assert names("โรงเรียนดอกแก้ว เปิดใหม่ และโรงเรียนฯ ได้รับรางวัล") == ["โรงเรียนดอกแก้ว"] * 2
    assert names("โรงเรียนฯ ได้รับรางวัล") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("โดยนายสมชาย ใจดี", "สมชาย ใจดี"),
        ("ศ.ดร.กอตอล กอริก ได้รับ", "กอตอล กอริก"),
        ("นางสาวสมหญิง ใจดี แอนเดอร์ (เจ้าของเพจ ดินสอ)", "สมหญิง ใจดี แอนเดอร์"),
    ],
)
def test_people(text: str, name: str) -> None:
    assert names(text, "person") == [name]


def test_the_prime_minister_is_no_name() -> None:
    assert names("นายกรัฐมนตรี มีความมุ่งมั่น", "person") == []
