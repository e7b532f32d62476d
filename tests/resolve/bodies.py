"""A small registry for names that are alike."""

from kg.model.registry import Registry
from tests.factory import registry

PROVINCES = [
    {"id": "TH-50", "name_th": "เชียงใหม่", "name_en": "Chiang Mai", "administration_id": "province-50",
     "administration_th": "จังหวัดเชียงใหม่", "administration_en": "Chiang Mai Province"},
    {"id": "TH-57", "name_th": "เชียงราย", "name_en": "Chiang Rai", "administration_id": "province-57",
     "administration_th": "จังหวัดเชียงราย", "administration_en": "Chiang Rai Province"},
]  # fmt: skip


def agency(ref: str, name: str, kind: str = "kindDepartment", **more: str) -> dict[str, str]:
    return {"id": ref, "name_th": name, "name_en": ref.upper(), "kind": kind, **more}


def known() -> Registry:
    return registry(
        agencies=[
            agency("mmin", "กระทรวงทดสอบ", "kindMinistry"),
            agency("mining", "กรมเหมืองแร่ทดสอบแห่งชาติ", parent_id="mmin", abbr_th="กพร."),
            agency("reform", "สำนักงานปฏิรูประบบทดสอบ", abbr_th="กพร.", aliases_th="สำนักปฏิรูป"),
            agency("area1", "สำนักงานเขตพื้นที่ทดสอบขนาดใหญ่ เขต 1"),
            agency("area2", "สำนักงานเขตพื้นที่ทดสอบขนาดใหญ่ เขต 2"),
            agency("mai", "สำนักงานทดสอบสินค้าจังหวัดเชียงใหม่"),
        ],
        local_governments=[
            {"id": "l1", "kind": "th-tao", "name_th": "องค์การบริหารส่วนตำบลบ้านใหม่", "name_en": "L1",
             "district": "สารภี", "province_id": "TH-50"},
            {"id": "l2", "kind": "th-tao", "name_th": "องค์การบริหารส่วนตำบลบ้านใหม่", "name_en": "L2",
             "district": "เทิง", "province_id": "TH-57"},
        ],
        provinces=PROVINCES,
        units=[{"id": "lab", "name_th": "กองทดลองกลาง", "name_en": "Lab", "kind": "kindUnit", "unit_of": "mining"}],
        persons=[{"id": "somchai", "name_th": "สมชาย ใจดี", "name_en": "Somchai Jaidee"}],
        places=[{"id": "hall", "name_th": "หอประชุมทดสอบ", "name_en": "Test Hall"}],
        roles=[{"id": "dg", "name_th": "อธิบดี", "name_en": "Director-General"}],
        posts=[{"id": "pm", "name_th": "นายกทดสอบ", "name_en": "Test PM", "organization_id": "mmin"}],
        schemes=[{"id": "e", "name_th": "รางวัลทดสอบ", "name_en": "Test Awards"}],
        editions=[{"id": "e-2020", "scheme_id": "e", "year": "2020", "held": "yes"}],
        categories=[
            {"id": "e-wide", "scheme_id": "e", "name_th": "บริการ", "name_en": "Service"},
            {"id": "e-narrow", "scheme_id": "e", "broader_id": "e-wide", "name_th": "คิวเดียว", "name_en": "Queue"},
        ],
        levels=[{"id": "e-good", "scheme_id": "e", "rank": "1", "name_th": "ดี", "name_en": "Good"}],
    )  # fmt: skip
