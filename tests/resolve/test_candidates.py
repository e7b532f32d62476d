import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.candidates import Names, fits, group_of, is_misprint
from tests.resolve.bodies import known

NAMES = Names.of(known())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("กรมเหมืองแร่ทดสอบแห่งชาติ", [("agency/mining", "exact")]),
        ("สำนักปฏิรูป", [("agency/reform", "alias")]),
        ("กพร", [("agency/mining", "abbreviation"), ("agency/reform", "abbreviation")]),
        ("จังหวัดเชียงใหม่", [("agency/province-50", "exact")]),
        ("กองทดลองกลาง", [("unit/lab", "exact")]),
        ("ไม่มีหน่วยงานนี้", []),
    ],
)
def test_bodies_are_found_by_every_name_they_have(name: str, found: list[tuple[str, str]]) -> None:
    assert [(hit.known.ref, hit.how) for hit in NAMES.called(name)] == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("กรมเหมืองแร่ทดสอบแห่งชาต", ["agency/mining"]),  # a letter missing
        ("กรมเหมืองแร่ทดสอบแห่งชาติ", []),  # no misprint at all
        ("สำนักงานเขตพื้นที่ทดสอบขนาดใหญ่ เขต 3", []),  # another number
        ("สำนักงานทดสอบสินค้าจังหวัดเชียงราย", []),  # another province
        ("องค์การบริหารส่วนตำบลบ้านใหม", []),  # named after a place: a letter makes another
        ("กองทดลอง", []),  # too short
    ],
)
def test_a_misprint_reaches_only_what_cannot_be_another_body(name: str, found: list[str]) -> None:
    assert [hit.known.ref for hit in NAMES.nearly_called(name)] == found


@given(st.integers(1, 99), st.integers(1, 99))
def test_names_that_differ_in_a_number_are_never_misprints(one: int, two: int) -> None:
    assert is_misprint(f"สำนักงานเขตพื้นที่{one}", f"สำนักงานเขตพื้นที่{two}") is (one == two)


def test_edits_side_by_side_are_another_word() -> None:
    assert is_misprint("กรมพัฒนาระบบกลไก", "กรมพัฒนาระบบกลมก")
    assert not is_misprint("กรมพัฒนาระบบกลไก", "กรมพัฒนาระบบสวนก")


def test_a_school_is_never_a_ministry_but_a_company_may_be_a_state_enterprise() -> None:
    assert not fits(group_of("school"), group_of("kindMinistry"))
    assert not fits(group_of("agency"), group_of("th-tao"))
    assert fits(group_of("company"), group_of("kindStateEnterprise"))
    assert fits(group_of("agency"), group_of("kindPublicOrganization"))
