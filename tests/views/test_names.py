"""Finding things by name: parts, short forms, misprints, in Thai and in English."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.map_registry import map_registry
from kg.graph.store import Store
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.names import NameIndex
from tests.factory import registry

NAMES = {
    "dbd": ("กรมพัฒนาธุรกิจการค้า", "Department of Business Development", "พค.", "กรมพัฒน์ฯ"),
    "rd": ("กรมสรรพากร", "The Revenue Department", "", ""),
    "excise": ("กรมสรรพสามิต", "The Excise Department", "", ""),
    "opdc": ("สำนักงานคณะกรรมการพัฒนาระบบราชการ", "Office of the Public Sector Development Commission", "ก.พ.ร.", ""),
    "dga": ("สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)", "Digital Government Development Agency", "สพร.", ""),
}


def index() -> NameIndex:
    rows = registry(
        agencies=[
            {
                "id": name, "name_th": th, "name_en": en, "abbr_th": short, "aliases_th": alias,
                "kind": "kindDepartment", "abbr_en": name.upper(),
            }
            for name, (th, en, short, alias) in NAMES.items()
        ],
        persons=[{"id": "somchai", "name_th": "สมชาย ใจดี", "name_en": "Somchai Jaidee"}],
    )  # fmt: skip
    return NameIndex(Store.in_memory(map_registry(rows, Iris())), DEFAULT_BASE)


INDEX = index()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("กรมพัฒนาธุรกิจการค้า", "agency/dbd"),
        ("พัฒนาธุรกิจ", "agency/dbd"),
        ("กรมพัฒน์ฯ", "agency/dbd"),
        ("พค", "agency/dbd"),
        ("DBD", "agency/dbd"),
        ("dbd", "agency/dbd"),
        ("business develop", "agency/dbd"),
        ("Busines Developement", "agency/dbd"),
        ("กรมพัฒนาธุระกิจการค้า", "agency/dbd"),
        ("กรมสรรพากรณ์", "agency/rd"),
        ("ก.พ.ร.", "agency/opdc"),
        ("กพร", "agency/opdc"),
        ("รัฐบาลดิจิตัล", "agency/dga"),
        ("นายสมชาย ใจดี", "person/somchai"),
        ("somchai jaide", "person/somchai"),
        ("สำนักงาน พัฒนา รัฐบาล ดิจิทัล", "agency/dga"),
    ],
)
def test_what_people_type_finds_what_they_mean(text: str, first: str) -> None:
    found = INDEX.search(text)
    assert found[0].thing.reference == first
    assert all(0.5 <= each.score <= 1 for each in found)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_scores_tell_how_the_name_fits() -> None:
    best = {text: INDEX.search(text)[0] for text in ("กรมสรรพากร", "กรมพัฒน์ฯ", "สพร.", "สรรพากร")}
    assert [each.score for each in best.values()][:3] == [1.0, 0.99, 0.96]
    assert [each.exact for each in best.values()] == [True, True, True, False]
    assert 0.6 < best["สรรพากร"].score < 0.95
    assert best["กรมพัฒน์ฯ"].name == "กรมพัฒน์ฯ"


def test_kinds_classes_and_limits() -> None:
    assert [each.thing.kind for each in INDEX.search("สมชาย", kinds=["person"])] == ["person"]
    assert INDEX.search("สมชาย", kinds=["agency"]) == []
    assert len(INDEX.search("กรม", limit=2)) == 2
    assert INDEX.search("กรม", classes=["urn:none"]) == []


def test_exact_names() -> None:
    assert INDEX.called("กรมสรรพากร", "agency") == ["agency/rd"]
    assert INDEX.called("กรมสรรพากร", "person") == []
    assert INDEX.called("กรมสรรพากร") == ["agency/rd"]
    thing = INDEX.thing("agency/rd")
    assert thing is not None
    assert (thing.label("th"), thing.label("en"), thing.conferments) == ("กรมสรรพากร", "The Revenue Department", 0)
    assert INDEX.thing("agency/none") is None


@pytest.mark.parametrize(
    "text",
    ["", "   ", "ฯ", '"', "'; DROP TABLE name; --", "NEAR(", "*", "a" * 10_000, "\x00", "กร\x00ม", "\ud800กร", "xyzzy"],
)
def test_odd_texts_find_nothing_and_break_nothing(text: str) -> None:
    assert [each for each in INDEX.search(text) if each.exact] == []


@given(st.text(max_size=40))
def test_any_text_gives_scores_in_order(text: str) -> None:
    found = INDEX.search(text)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({each.thing.reference for each in found}) == len(found)


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(["NFC", "NFD", "NFKC"]))
def test_forms_of_unicode_make_no_difference(name: str, form: str) -> None:
    text = unicodedata.normalize(form, NAMES[name][0])
    assert INDEX.search(text)[0].thing.reference == f"agency/{name}"
    assert INDEX.search(text)[0].exact


def test_an_empty_store_has_no_names() -> None:
    empty = NameIndex(Store.in_memory([]), DEFAULT_BASE)
    assert (empty.search("กรม"), empty.called("กรม")) == ([], [])
