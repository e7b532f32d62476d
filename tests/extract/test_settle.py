"""Which of several bodies a name means."""

from __future__ import annotations

from kg.extract.lexicon import Entry, Lexicon
from kg.extract.settle import Settler

PENCILS = Entry("agency/pencils", "กรมดินสอและยางลบ", "body", "kindDepartment", parent="agency/school-ministry")
BOATS = Entry("agency/boats", "กรมเรือพายและเรือใบ", "body", "kindDepartment", parent="agency/sea-ministry")
SCHOOLS = Entry("agency/school-ministry", "กระทรวงเครื่องเขียน", "body", "kindMinistry")
SEA = Entry("agency/sea-ministry", "กระทรวงท้องทะเล", "body", "kindMinistry")
NORTH = Entry("agency/north", "เทศบาลตำบลบ้านดินสอ", "body", "municipality", within=("อำเภอหนึ่ง", "ระนอง"))
SOUTH = Entry("agency/south", "เทศบาลตำบลบ้านดินสอ", "body", "municipality", within=("อำเภอสอง", "ลำปาง"))


def choose(text: str, surface: str, *entries: Entry) -> str:
    lexicon = Lexicon(cues={"กพร.": [("agency/boats", "พายเรือ")]})
    for entry in (PENCILS, BOATS, SCHOOLS, SEA, NORTH, SOUTH):
        lexicon.add(entry.name, entry)
    at = text.index(surface)
    found = Settler(lexicon, text).choose(surface, [entry.ref for entry in entries], at, at + len(surface))
    return found.ref if found else ""


def test_a_full_name_in_the_text_settles() -> None:
    assert choose("กพร. ได้รับรางวัล กรมดินสอและยางลบจึงยินดี", "กพร.", PENCILS, BOATS) == PENCILS.ref


def test_the_body_above_settles() -> None:
    assert choose("กพร. กระทรวงท้องทะเล ได้รับรางวัล", "กพร.", PENCILS, BOATS) == BOATS.ref


def test_words_that_tell_settle() -> None:
    assert choose("กพร. จัดแข่งพายเรือ", "กพร.", PENCILS, BOATS) == BOATS.ref


def test_parts_of_the_name_settle() -> None:
    assert choose("กพร. ขายดินสอและยางลบ", "กพร.", PENCILS, BOATS) == PENCILS.ref


def test_nothing_said_nothing_chosen() -> None:
    assert choose("กพร. ได้รับรางวัล", "กพร.", PENCILS, BOATS) == ""
    assert choose("กพร. กระทรวงท้องทะเล กระทรวงเครื่องเขียน", "กพร.", PENCILS, BOATS) == ""


def test_a_commission_is_not_its_office() -> None:
    assert choose("คณะกรรมการ กพร. กรมดินสอและยางลบ", "กพร.", PENCILS) == ""


def test_local_governments_of_one_name_by_place() -> None:
    name = NORTH.name
    assert choose(f"{name} จ.ลำปาง และที่ระนอง", name, NORTH, SOUTH) == SOUTH.ref
    assert choose(f"{name} ได้รับรางวัล\nที่จังหวัดระนอง", name, NORTH, SOUTH) == NORTH.ref
    assert choose(f"{name} อำเภอสอง", name, NORTH, SOUTH) == SOUTH.ref
    assert choose(f"{name} ได้รับรางวัล", name, NORTH, SOUTH) == ""
