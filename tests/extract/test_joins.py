"""Names that stand together and are one."""

from __future__ import annotations

from kg.extract.joins import Joiner, located
from kg.extract.lexicon import Entry, Lexicon
from kg.extract.mention import Mention

OFFICE = Entry("agency/office", "สำนักงานปลัดกระทรวงเครื่องเขียน", "body", "kindDepartment")
MINISTRY = Entry("agency/ministry", "กระทรวงเครื่องเขียน", "body", "kindMinistry")
PROVINCE = Entry("agency/p1", "จังหวัดยะลา", "body", "province")


def lexicon() -> Lexicon:
    names = Lexicon(provinces={"ยะลา"})
    for entry in (OFFICE, MINISTRY, PROVINCE):
        names.add(entry.name, entry)
    return names


def mention(text: str, surface: str, entry: Entry | None = None, kind: str = "unit") -> Mention:
    at = text.index(surface)
    if entry:
        return Mention(at, at + len(surface), "body", entry.name, entry.kind, (entry.ref,), surface=surface)
    return Mention(at, at + len(surface), "body", surface, kind, surface=surface)


def test_a_branch_takes_the_name_in_full() -> None:
    text = "คข. สาขาภาคใต้ตอนบน ได้รับ"
    (branch,) = Joiner(lexicon(), text).branches([mention(text, "คข.", MINISTRY)])
    assert (branch.name, branch.kind, branch.parent) == (
        "กระทรวงเครื่องเขียน สาขาภาคใต้ตอนบน", "unit", "กระทรวงเครื่องเขียน"
    )  # fmt: skip
    text = "คข. สาขาบริการ ได้รับ"
    plain = mention(text, "คข.", MINISTRY)
    assert Joiner(lexicon(), text).branches([plain]) == [plain]


def test_an_office_and_its_ministry() -> None:
    text = "สำนักงานปลัดกระทรวง คข."
    (office,) = Joiner(lexicon(), text).secretariats([mention(text, "คข.", MINISTRY)])
    assert (office.start, office.name, office.refs) == (0, OFFICE.name, (OFFICE.ref,))
    text = "ณ กระทรวง คข."
    (ministry,) = Joiner(lexicon(), text).secretariats([mention(text, "คข.", MINISTRY)])
    assert (ministry.surface, ministry.refs) == ("กระทรวง คข.", (MINISTRY.ref,))


def test_provinces_of_a_list() -> None:
    text = "จังหวัดยะลา ยะลา ดอกแก้ว"
    (province,) = Joiner(lexicon(), text).provinces([mention(text, "จังหวัดยะลา", PROVINCE)])
    assert (province.start, province.name) == (12, "จังหวัดยะลา")


def test_a_unit_and_the_body_above_it() -> None:
    text = "กองดินสอ สังกัดกระทรวงเครื่องเขียน"
    (unit,) = Joiner(lexicon(), text).with_parents([mention(text, "กองดินสอ"), mention(text, MINISTRY.name, MINISTRY)])
    assert (unit.end, unit.name, unit.parent) == (len(text), "กองดินสอ", MINISTRY.name)
    text = "กองดินสอ มอบให้ กระทรวงเครื่องเขียน"
    both = [mention(text, "กองดินสอ"), mention(text, MINISTRY.name, MINISTRY)]
    assert Joiner(lexicon(), text).with_parents(both) == both
    text = "กองทุนดินสอ กระทรวงเครื่องเขียน"
    both = [mention(text, "กองทุนดินสอ"), mention(text, MINISTRY.name, MINISTRY)]
    assert Joiner(lexicon(), text).with_parents(both) == both


def test_where_something_is() -> None:
    text = "อำเภอเมือง จังหวัดยะลา"
    assert located(text, mention(text, "จังหวัดยะลา", PROVINCE)).group == "place"
    text = "ได้แก่ จังหวัดยะลา"
    assert located(text, mention(text, "จังหวัดยะลา", PROVINCE)).group == "body"


def test_a_faculty_in_front_of_its_university() -> None:
    university = Entry("agency/u", "มหาวิทยาลัยดินสอ", "body", "kindUniversity")
    text = "คณะวาดเขียนศาสตร์ มหาวิทยาลัยดินสอ"
    (faculty,) = Joiner(lexicon(), text).faculties([mention(text, university.name, university)])
    assert (faculty.start, faculty.end, faculty.name, faculty.kind, faculty.parent) == (
        0, len(text), text, "unit", university.name
    )  # fmt: skip
    for before in ("คณะกรรมการ ", "คณะนักศึกษา ", "พบคณะ ที่ "):
        text = f"{before}มหาวิทยาลัยดินสอ"
        plain = mention(text, university.name, university)
        assert Joiner(lexicon(), text).faculties([plain]) == [plain]
