"""Columns that several views have, with their headings in both languages."""

from __future__ import annotations

from typing import Final

from kg.model.answer import Column, Kind

_HEADINGS: Final[dict[str, tuple[str, str]]] = {
    "recipient": ("ผู้ได้รับรางวัล", "recipient"),
    "scheme": ("โครงการรางวัล", "scheme"),
    "schemes": ("โครงการรางวัล", "schemes"),
    "category": ("สาขาหรือประเภท", "category"),
    "level": ("ระดับ", "level"),
    "edition": ("รางวัลประจำปี", "edition"),
    "editions": ("จำนวนรางวัลประจำปี", "editions"),
    "year": ("ปี", "year"),
    "awards": ("จำนวนรางวัล", "awards"),
    "works": ("จำนวนผลงาน", "works"),
    "first": ("ปีแรก", "first"),
    "last": ("ปีล่าสุด", "last"),
    "source": ("แหล่งข้อมูล", "source"),
    "person": ("บุคคล", "person"),
    "events": ("จำนวนงาน", "events"),
}


def column(name: str, kind: Kind) -> Column:
    """A column under its usual heading; raises KeyError for a name that has none."""
    th, en = _HEADINGS[name]
    return Column(name, kind, {"th": th, "en": en})
