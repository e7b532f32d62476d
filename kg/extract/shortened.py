"""Heads of names that are written short, in full."""

from __future__ import annotations

import re
from typing import Final

_SHORT_COMPANY: Final = {
    "บมจ.": ("บริษัท ", " จำกัด (มหาชน)"),
    "บจก.": ("บริษัท ", " จำกัด"),
    "หจก.": ("ห้างหุ้นส่วนจำกัด ", ""),
}
_SHORT: Final = {
    "รพ.สต.": "โรงพยาบาลส่งเสริมสุขภาพตำบล",
    "รพ.": "โรงพยาบาล",
    "รร.": "โรงเรียน",
    "สนง.": "สำนักงาน",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "ทต.": "เทศบาลตำบล",
    "ทม.": "เทศบาลเมือง",
    "ทน.": "เทศบาลนคร",
}


def expand(name: str, kind: str = "") -> str:
    """The name in full: short heads written out, one space where there are several, none round a dash."""
    name = re.sub(r"\s*([–—])\s*", r"\1", " ".join(name.split()))
    for short, (before, after) in _SHORT_COMPANY.items():
        if kind == "company" and name.startswith(short):
            return before + name.removeprefix(short).strip() + after
    for short, full in _SHORT.items():
        if name.startswith(short):
            return full + name.removeprefix(short).strip()
    return re.sub(r"จำกัด\s*(?=\(มหาชน\))", "จำกัด ", re.sub(r"จำกัด\s*(?=สาขา)", "จำกัด ", name))
