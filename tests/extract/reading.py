"""Announcements of a made-up world: two departments, a hospital, a prize with branches and levels."""

from __future__ import annotations

from functools import cache
from typing import Any

from kg.extract.announcement import Extraction, Extractor
from kg.model.document import Document
from kg.model.registry import Registry
from tests.factory import registry

PRIZE = "รางวัลดินสอทอง"
OTHER = "รางวัลยางลบเงิน"


@cache
def world() -> Registry:
    """The registry of the made-up world."""
    named = [("test", "กรมทดสอบ", "กทส."), ("sample", "กรมตัวอย่าง", "กตย."), ("board", "สำนักงานดินสอแห่งชาติ", "สดช.")]
    return registry(
        agencies=[
            {"id": id_, "name_th": name, "name_en": f"The {id_} department", "abbr_th": abbr, "kind": "kindDepartment"}
            for id_, name, abbr in named
        ],
        provinces=[
            {
                "id": f"TH-{code}", "name_th": name, "name_en": f"Province {code}", "geocode": code,
                "administration_id": f"province-{code}", "administration_th": f"จังหวัด{name}",
                "administration_en": f"Province {code}",
            }
            for code, name in (("91", "ทิวไม้"), ("92", "ธารใส"), ("93", "ภูเขียว"))
        ],
        schemes=[
            {"id": "pencil", "name_th": PRIZE, "name_en": "Golden Pencil Awards", "awarder_id": "board"},
            {"id": "eraser", "name_th": OTHER, "name_en": "Silver Eraser Awards"},
        ],
        categories=[
            {"id": "pencil-writing", "scheme_id": "pencil", "name_th": "สาขาการเขียนหนังสือ", "name_en": "Writing"},
            {
                "id": "pencil-letters", "scheme_id": "pencil", "broader_id": "pencil-writing",
                "name_th": "ประเภทจดหมายราชการ", "name_en": "Letters",
            },
        ],
    )  # fmt: skip


@cache
def extractor() -> Extractor:
    """Made once: its lexicon serves every test."""
    return Extractor(world())


def extract(text: str, published: str = "2023-09-12") -> Extraction:
    """All claims of a text."""
    return extractor().extract(Document("doc", text, "text/plain", published=published))


def conferments(text: str, *fields: str) -> list[tuple[Any, ...]]:
    """Accepted conferments, each as a tuple of the fields asked for (recipient, scheme and year by default)."""
    rows = extract(text).as_json()["conferments"]
    return [tuple(row[field] for field in fields or ("recipient", "scheme", "year")) for row in rows]
