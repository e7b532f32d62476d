"""Names of the registry, ready to be found."""

from __future__ import annotations

import pytest

from kg.extract.lexicon import Lexicon, build_lexicon, whole
from tests.factory import registry

KINDS = [
    {"id": "hall", "broader": "kindUnit", "name_th": "จังหวัด"},
    {"id": "pencil-office", "broader": "kindUnit", "name_th": "สำนักงานดินสอจังหวัด", "abbr_th": "สดจ."},
]
AGENCIES = [
    {"id": "pencils", "name_th": "สำนักงานดินสอ (องค์การมหาชน)", "kind": "kindPublicOrganization", "abbr_th": "สดส."},
    {"id": "boats", "name_th": "กรมเรือพาย", "name_en": "Boats Department", "kind": "kindDepartment", "abbr_en": "BD"},
    {"id": "people", "name_th": "กรมผู้คน", "kind": "kindDepartment", "abbr_th": "คน."},
]


def lexicon() -> Lexicon:
    return build_lexicon(
        registry(
            agencies=AGENCIES,
            kinds=KINDS,
            local_governments=[
                {"id": "one", "kind": "th-tao", "name_th": "เทศบาลตำบลดิน", "district": "เมืองดิน", "province_id": "TH-1"}
            ],
            units=[{"id": "lead", "name_th": "กองไส้ดินสอ", "unit_of": "pencils"}],
            provinces=[
                {"id": "TH-1", "name_th": "ดินแดน", "administration_id": "p1", "administration_th": "จังหวัดดินแดน"}
            ],
            ambiguous=[
                {
                    "abbr": "กรพ.",
                    "candidates": "boats;pencils",
                    "how_to_tell": "boats, พาย -> boats; lead, ไส้ -> pencils",
                },
                {
                    "abbr": "สดส.",
                    "candidates": "pencils",
                    "other_meanings": "สมาชิกสภาดินสอ",
                    "how_to_tell": "ไส้ -> pencils",
                },
                {"abbr": "คน.", "candidates": "people", "other_meanings": "person", "how_to_tell": "avoid"},
            ],
        )
    )


def test_a_body_by_all_its_names() -> None:
    names = lexicon()
    assert [entry.ref for entry in names.bodies("สำนักงานดินสอ")] == ["agency/pencils"]
    assert [entry.ref for entry in names.bodies("Boats Department")] == ["agency/boats"]
    assert names.bodies("BD") == []
    (unit,) = names.bodies("กองไส้ดินสอ")
    assert (unit.ref, unit.parent) == ("unit/lead", "agency/pencils")
    (local,) = names.bodies("เทศบาลตำบลดิน")
    assert local.within == ("เมืองดิน", "ดินแดน")
    assert names.places == {"เมืองดิน", "ดินแดน"}


def test_a_province_is_one_body_and_has_offices() -> None:
    names = lexicon()
    assert [entry.ref for entry in names.bodies("จังหวัดดินแดน")] == ["agency/p1"]
    for name in ("สำนักงานดินสอจังหวัดดินแดน", "สำนักงานดินสอ จังหวัดดินแดน", "สดจ.ดินแดน", "สดจ. ดินแดน"):
        assert [entry.ref for entry in names.bodies(name)] == ["class/pencil-office-TH-1"]


def test_ambiguous_abbreviations() -> None:
    names = lexicon()
    assert [entry.ref for entry in names.bodies("กรพ.")] == ["agency/boats", "agency/pencils"]
    assert names.cues["กรพ."] == [("agency/boats", "พาย"), ("agency/pencils", "ไส้")]
    assert names.doubtful == {"สดส."}
    assert "คน." not in names.entries


def test_leftmost_longest() -> None:
    found = list(lexicon().find("โดยสำนักงานดินสอจังหวัดดินแดน และกรมเรือพาย"))
    assert [name for _, _, name in found] == ["สำนักงานดินสอจังหวัดดินแดน", "กรมเรือพาย"]


@pytest.mark.parametrize(
    ("text", "name", "is_whole"),
    [
        ("กรมพายุ", "กรมพาย", False), ("ABCD", "BCD", False), ("ก.พ.ร.", "พ.ร.", False), ("ก.พ.ค.", "ก.พ.", False),
        ("โดยกรมพาย", "กรมพาย", True), ("กพ. ได้", "กพ.", True),
    ],
)  # fmt: skip
def test_whole(text: str, name: str, is_whole: bool) -> None:
    start = text.index(name)
    assert whole(text, start, start + len(name)) is is_whole
