import random

from hypothesis import given
from hypothesis import strategies as st

from kg.text.collate import collation_key, initial

# In the order of the Royal Institute's dictionary, with Latin before Thai and numbers by value.
ORDERED = [
    "2nd Prize", "10 Prizes", "Agency", "bureau", "Zoo", "กก", "กฎ", "กรม", "กรมการแพทย์", "กรมการแพทย์แผนไทย",
    "กระทรวง", "กลาง", "กา", "กาก", "ก้าง", "เก", "เกม", "เก่า", "เก้า", "แก", "แก้ว", "โก", "ใกล้", "ไก่", "ขา", "ข่า", "ข้า",
    "เขต", "เขตสุขภาพที่ 2", "เขตสุขภาพที่ 10", "โครงการ", "จังหวัด", "สำนักงาน", "เอก", "ฮา",
]  # fmt: skip


def test_names_stand_as_in_a_dictionary() -> None:
    mixed = random.Random(1).sample(ORDERED, len(ORDERED))
    assert sorted(mixed, key=collation_key) == ORDERED


def test_marks_spaces_and_case_count_last() -> None:
    assert collation_key("กรมการแพทย์")[0] == collation_key("กรม การแพทย์")[0]
    assert collation_key("Bureau")[:2] == collation_key("bureau")[:2]
    assert collation_key("น้ำ") > collation_key("นำ")


def test_the_letter_that_a_name_stands_under() -> None:
    assert [initial(each) for each in ("เอก", "แก้ว", "bureau", "2nd", "“กรม”", "")] == ["อ", "ก", "B", "#", "ก", "#"]


@given(st.text())
def test_every_name_has_a_key_of_its_own(name: str) -> None:
    assert collation_key(name)[2] == name


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_go_by_their_value(one: int, other: int) -> None:
    keys = (collation_key(f"เขต {one}")[0], collation_key(f"เขต {other}")[0])
    assert (keys[0] < keys[1], keys[0] == keys[1]) == (one < other, one == other)
