import random

from kg.graph.map_registry import map_registry
from kg.model.registry import Registry
from kg.terms.iris import Iris
from tests.factory import registry
from tests.graph.golden import golden

ROWS: dict[str, list[dict[str, str]]] = {
    "kinds": [{"id": "th-pao", "broader": "kindLocalGovernment", "name_th": "อบจ.", "name_en": "PAO"}],
    "agencies": [
        {"id": "opm", "name_th": "สปน.", "name_en": "OPM", "kind": "kindMinistry", "parent_id": "pm"},
        {
            "id": "dbd", "name_th": "กรม", "name_en": "Department", "kind": "kindDepartment", "parent_id": "opm",
            "abbr_th": "พค.", "abbr_en": "DBD", "aliases_th": "กรม;กรมฯ", "aliases_en": "BizDev", "wikidata": "Q1",
            "valid_from": "1952", "valid_to": "2002-10",
        },
        {"id": "press", "name_th": "สื่อ", "name_en": "Press", "kind": "kindMedia"},
        {"id": "club", "name_th": "สมาคม", "name_en": "Club", "kind": "kindAssociation"},
    ],
    "posts": [{"id": "pm", "name_th": "นายกรัฐมนตรี", "name_en": "Prime Minister", "organization_id": "opm"}],
    "units": [
        {
            "id": "dbd-x", "name_th": "กอง", "name_en": "Division", "kind": "kindUnit", "unit_of": "dbd",
            "place_id": "TH-50", "replaced_by": "opm",
        }
    ],
    "persons": [{"id": "a-b", "name_th": "ก ข", "name_en": "A B"}],
    "roles": [{"id": "director", "name_th": "ผู้อำนวยการ", "name_en": "Director"}],
    "provinces": [
        {
            "id": "TH-50", "name_th": "เชียงใหม่", "name_en": "Chiang Mai", "latitude": "18.790", "longitude": "99",
            "administration_id": "province-50", "administration_th": "จังหวัดเชียงใหม่",
            "administration_en": "Chiang Mai Province", "administration_parent_id": "opm",
        },
        {"id": "TH-10", "name_th": "กรุงเทพฯ", "name_en": "Bangkok"},
    ],
    "local_governments": [
        {
            "id": "lao-50-pao", "kind": "th-pao", "name_th": "อบจ.เชียงใหม่", "name_en": "Chiang Mai PAO",
            "district": "เมือง", "province_id": "TH-50", "latitude": "18.5", "longitude": "98.5",
        }
    ],
    "places": [{"id": "hall", "name_th": "หอประชุม", "name_en": "Hall", "within": "TH-50"}],
    "schemes": [{"id": "e", "name_th": "รางวัลทดสอบ", "name_en": "Test Awards", "abbr": "TA", "awarder_id": "dbd"}],
    "categories": [
        {"id": "e-a", "scheme_id": "e", "name_th": "สาขา", "name_en": "Branch", "replaces_id": "e-b"},
        {"id": "e-b", "scheme_id": "e", "broader_id": "e-a", "name_th": "ประเภท", "name_en": "Type"},
    ],
    "levels": [
        {"id": "good", "scheme_id": "e", "rank": "2", "name_th": "ดี", "name_en": "Good"},
        {"id": "best", "scheme_id": "e", "rank": "1", "name_th": "ดีเด่น", "name_en": "Excellent"},
    ],
    "editions": [
        {"id": "e-2020", "scheme_id": "e", "year": "2020", "ordinal": "3", "held": "yes"},
        {"id": "e-2021", "scheme_id": "e", "year": "2021", "held": "no"},
        {"id": "e-2022", "scheme_id": "e", "year": "2022", "held": "unknown"},
    ],
    "criteria": [{"id": "c", "scheme_id": "e", "position": "1", "name_th": "เกณฑ์", "name_en": "Criterion"}],
    "abbreviations": [
        {"abbr": "กพค.", "full_name": "กรม", "type": "agency", "agency_id": "dbd"},
        {"abbr": "XX", "full_name": "other", "type": "x"},
        {"abbr": "YY", "full_name": "unknown", "type": "x", "agency_id": "not-there"},
    ],
}  # fmt: skip


def test_one_row_of_each_table_as_a_whole() -> None:
    assert set(map_registry(registry(**ROWS), Iris())) == golden("registry", "registry")


def test_the_order_of_rows_and_tables_makes_no_difference() -> None:
    shuffle = random.Random(7).sample
    shuffled = registry(**{table: shuffle(rows, len(rows)) for table, rows in shuffle(sorted(ROWS.items()), len(ROWS))})
    assert set(map_registry(shuffled, Iris())) == golden("registry", "registry")


def test_another_base_moves_things_and_graph_but_no_term() -> None:
    base = "http://localhost:8000/"
    moved = map_registry(registry(persons=ROWS["persons"]), Iris(base))
    assert {str(quad) for quad in moved} == {
        str(quad)
        .replace("https://w3id.org/award-kg/id/", f"{base}id/")
        .replace("https://w3id.org/award-kg/graph/", f"{base}graph/")
        for quad in map_registry(registry(persons=ROWS["persons"]), Iris())
    }


def test_no_rows_no_quads() -> None:
    assert list(map_registry(Registry({}), Iris())) == []
