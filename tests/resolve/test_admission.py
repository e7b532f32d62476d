from typing import Any

import pytest

from kg.model.document import Document as Given
from kg.model.resolution import Link
from kg.resolve.admission import doubts, least
from kg.resolve.context import Document, Knowledge
from kg.resolve.judgements import Judgements
from kg.resolve.linker import Linker
from tests.factory import registry

KNOWN = registry(
    agencies=[
        {"id": "dbd", "name_th": "กรมพัฒนาธุรกิจการค้า", "name_en": "DBD", "kind": "kindDepartment"},
        {"id": "dga", "name_th": "สำนักงานทดสอบ", "name_en": "DGA", "kind": "kindPublicOrganization"},
    ],
    schemes=[
        {"id": "e", "name_th": "รางวัลทดสอบ", "name_en": "Test Awards", "awarder_id": "dga"},
        {"id": "f", "name_th": "รางวัลข้าราชการทดสอบดีเด่น", "name_en": "Other"},
    ],
)
KNOWLEDGE = Knowledge.of(KNOWN, Linker(KNOWN, Judgements()), 0.95, 0.45)
DBD = Link("bound", "agency/dbd")


def asked(text: str, name: str, link: Link = DBD, **more: Any) -> tuple[list[str], float]:
    """Doubts about an award, and the confidence that it needs."""
    start, award = text.index(name), text.index("รางวัลทดสอบ")
    row = {
        "recipient": name, "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2020, "confidence": 0.99, "rule": "list",
        "start": 0, "end": len(text),
        "spans": {"recipient": [start, start + len(name)], "scheme": [award, award + 11]}, **more,
    }  # fmt: skip
    given = Given("a", text, "text/plain")
    document = Document(KNOWLEDGE, "a", given.text, {"published": "2020-12-01"})
    return list(doubts(document, row, link)), least(document, row, link)


WON = "กรมพัฒนาธุรกิจการค้า (DBD) คว้ารางวัลทดสอบ"
NAME = "กรมพัฒนาธุรกิจการค้า"
NEW = Link("unknown")


def test_a_known_winner_of_a_known_award_is_not_doubted() -> None:
    assert asked(WON, NAME) == ([], 0.95)


def test_plain_words_need_less_confidence() -> None:
    assert asked(WON, NAME, rule="won") == ([], 0.6)
    assert asked(WON.replace("คว้า", "มอบ"), NAME, rule="won")[1] == 0.95
    assert asked(WON.replace("คว้า", "รับผู้ชนะ"), NAME, rule="won")[1] == 0.95
    assert asked(WON, NAME, NEW, rule="won")[1] == 0.95


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"scheme": "รางวัลที่ไม่มี"}, "new-scheme"),
        ({"link": Link("bound", "agency/dga")}, "giver"),
        ({"rule": "plain"}, "weak-rule"),
        ({"kind": "person", "confidence": 0.96}, "low-confidence"),
        ({"year": 2009}, "old-year"),
    ],
)
def test_what_speaks_against_an_award_is_named(changed: dict[str, Any], reason: str) -> None:
    assert asked(WON, NAME, **changed)[0] == [reason]


def test_a_verb_far_away_does_not_tie() -> None:
    far = WON.replace(" คว้า", " ประชุม" * 40 + " คว้า")
    assert asked(far, NAME, rule="won")[0] == ["far-apart"]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("กองทุนทดสอบ", "กองทุนทดสอบเฉพาะกิจ รางวัลทดสอบ", "agency"),
        ("ทีมทดสอบ", "ทีมทดสอบ studio รางวัลทดสอบ", "community"),
        ("สหกรณ์ทดสอบสถาบันวิจัย", "สหกรณ์ทดสอบสถาบันวิจัย รางวัลทดสอบ", "community"),
        ("สำนักงานคุมทดสอบ", "สำนักงานคุมทดสอบ สาขานาทวี รางวัลทดสอบ", "unit"),
        ("หญิง มานี ใจดี", "หญิง มานี ใจดี รางวัลทดสอบ", "person"),
        ("มานี", "มานี รางวัลทดสอบ", "person"),
        ("จอห์น ที", "จอห์น ที. ชิล รางวัลทดสอบ", "person"),
        ("มานี รางวัลชมเชย", "มานี รางวัลชมเชย รางวัลทดสอบ", "person"),
    ],
)
def test_names_that_were_cut_wrongly_are_odd_unless_the_registry_has_them(name: str, text: str, kind: str) -> None:
    assert asked(text, name, NEW, kind=kind)[0] == ["odd-name"]
    assert asked(text, name, DBD, kind=kind)[0] == []


def test_whole_names_are_not_odd() -> None:
    assert asked("มานี ใจดี และคณะ รางวัลทดสอบ", "มานี ใจดี", NEW, kind="person")[0] == []
    assert asked("ชุมชนทดสอบได้รับรางวัลทดสอบ", "ชุมชนทดสอบ", NEW, kind="community")[0] == []


def test_what_a_curator_has_read_is_not_asked() -> None:
    assert asked(WON, NAME, rule="reviewed", year=1999, scheme="รางวัลที่ไม่มี")[0] == []


def test_plain_words_begin_the_clause() -> None:
    assert asked(f"รองผู้ว่า {WON}", NAME, rule="won")[1] == 0.95
    assert asked(f"อธิบดี เปิดเผยว่า {WON}", NAME, rule="won")[1] == 0.6


def test_what_is_got_must_be_an_award() -> None:
    assert asked(WON.replace("คว้า", "ได้รับมอบหมายให้จัด"), NAME, rule="won")[0] == ["weak-rule"]


def test_a_list_for_two_years_does_not_say_which() -> None:
    text = f"รางวัลทดสอบ ประจำปี 2563 และประจำปี 2564 ได้แก่ {NAME}"
    for year in ("ประจำปี 2563", "ประจำปี 2564"):
        start = text.index(year)
        spans = {"recipient": [text.index(NAME), len(text)], "scheme": [0, 11], "year": [start, start + len(year)]}
        assert asked(text, NAME, spans=spans)[0] == ["two-years"]


def test_a_body_before_a_person_and_a_province_behind_a_name_are_no_winners() -> None:
    assert asked(f"{NAME} นายมานี ใจดี รางวัลทดสอบ", NAME)[0] == ["odd-name"]
    province = Link("bound", "agency/province-50")
    text = "โรงเรียนทดสอบ จังหวัดเชียงใหม่ ได้รับรางวัลทดสอบ"
    assert asked(text, "จังหวัดเชียงใหม่", province, rule="won")[0] == ["odd-name"]
    assert asked(text.replace("โรงเรียนทดสอบ", "จังหวัดลำพูน และ"), "จังหวัดเชียงใหม่", province, rule="won")[0] == []
    assert asked(text.removeprefix("โรงเรียนทดสอบ "), "จังหวัดเชียงใหม่", province, rule="won")[0] == []


def test_two_years_in_one_span_do_not_say_which() -> None:
    text = f"รางวัลทดสอบ ประจำปี 2563 และประจำปี 2564 ได้แก่ {NAME}"
    spans = {"recipient": [text.index(NAME), len(text)], "scheme": [0, 11], "year": [12, text.index(" ได้แก่")]}
    assert asked(text, NAME, spans=spans)[0] == ["two-years"]


def test_a_body_that_counts_people_or_stands_behind_a_dash_is_no_winner() -> None:
    assert asked(f"รางวัลทดสอบ {NAME} จำนวน 2 คน ได้แก่", NAME)[0] == ["odd-name"]
    assert asked(f"รางวัลทดสอบ เงินทุนหมุนเวียน – {NAME}", NAME)[0] == ["odd-name"]
    assert asked(f"รางวัลทดสอบ {NAME} จำนวน 2 รางวัล", NAME)[0] == []


def test_a_number_behind_a_new_name_is_part_of_it_unless_it_counts_on() -> None:
    assert asked("รางวัลทดสอบ โรงพยาบาลทดสอบ 2 และ", "โรงพยาบาลทดสอบ", NEW, kind="hospital")[0] == ["odd-name"]
    assert asked("รางวัลทดสอบ โรงพยาบาลทดสอบ 2. กรม", "โรงพยาบาลทดสอบ", NEW, kind="hospital")[0] == []


def test_a_winner_behind_the_name_of_another_award_is_doubted() -> None:
    text = f"รางวัลทดสอบ ได้แก่ กรมอื่น 2) ข้าราชการทดสอบดีเด่น (ชนะเลิศ) ได้แก่ {NAME}"
    assert asked(text, NAME)[0] == ["other-award"]
    assert asked(text.replace("ทดสอบดีเด่น", "คนหนึ่ง"), NAME)[0] == []
