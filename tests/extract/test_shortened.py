"""Short heads of names, in full."""

from __future__ import annotations

import pytest

from kg.extract.shortened import expand


@pytest.mark.parametrize(
    ("name", "kind", "full"),
    [
        ("รพ.สต.บ้านทดลอง", "hospital", "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านทดลอง"),
        ("รพ. ทดลอง", "hospital", "โรงพยาบาลทดลอง"),
        ("อบต.ทดลอง", "local_government", "องค์การบริหารส่วนตำบลทดลอง"),
        ("บมจ. ดินสอทอง", "company", "บริษัท ดินสอทอง จำกัด (มหาชน)"),
        ("หจก.ดินสอ", "company", "ห้างหุ้นส่วนจำกัด ดินสอ"),
        ("บริษัท ดิน– สอ  จำกัด(มหาชน)", "company", "บริษัท ดิน–สอ จำกัด (มหาชน)"),
        ("บริษัท ดินสอ จำกัดสาขาทดลอง", "company", "บริษัท ดินสอ จำกัด สาขาทดลอง"),
        ("โรงเรียนทดลอง", "school", "โรงเรียนทดลอง"),
    ],
)
def test_in_full(name: str, kind: str, full: str) -> None:
    assert expand(name, kind) == full
