"""What a row and a registry answer, without any file."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from kg.model.registry import TABLES, Registry, Row, references


def row(table: str, line: int = 2, **cells: str) -> Row:
    return Row(table, line, cells)


NAMES = "จ.เชียงใหม่;จังหวัดเชียงใหม่"
PROVINCE = row(
    "provinces",
    id="TH-50",
    name_th="เชียงใหม่",
    latitude="18.7904",
    aliases_th=NAMES,
    administration_id="province-50",
)
BANGKOK = row("provinces", id="TH-10", name_th="กรุงเทพมหานคร")
DBD = row("agencies", id="dbd", name_th="กรมพัฒนาธุรกิจการค้า", parent_id="")
EDITION = row("editions", id="dg-awards-2020", year="2020", held="unknown", ordinal="")
REGISTRY = Registry({"provinces": (BANGKOK, PROVINCE), "agencies": (DBD,), "editions": (EDITION,)})


def test_cells_are_read_by_type() -> None:
    assert DBD["name_th"] == "กรมพัฒนาธุรกิจการค้า"
    assert DBD.id == "dbd"
    assert EDITION.integer("year") == 2020
    assert PROVINCE.decimal("latitude") == Decimal("18.7904")
    assert PROVINCE.list("aliases_th") == ("จ.เชียงใหม่", "จังหวัดเชียงใหม่")


def test_empty_and_absent_cells() -> None:
    assert DBD["parent_id"] == ""
    assert DBD.get("no_such_column") == ""
    assert DBD.list("parent_id") == DBD.list("no_such_column") == ()
    with pytest.raises(KeyError):
        DBD["no_such_column"]
    with pytest.raises(ValueError, match="invalid literal"):
        EDITION.integer("ordinal")


@pytest.mark.parametrize(("held", "meant"), [("yes", True), ("no", False), ("unknown", None), ("", None)])
def test_booleans_have_a_third_answer(held: str, meant: bool | None) -> None:
    assert row("editions", held=held).boolean("held") is meant


def test_a_province_is_a_place_and_a_body() -> None:
    assert REGISTRY.row("place/TH-50") is PROVINCE
    assert REGISTRY.row("agency/province-50") is PROVINCE


def test_a_place_that_another_body_governs_has_no_administration_of_its_own() -> None:
    assert REGISTRY.row("place/TH-10") is BANGKOK
    assert REGISTRY.row("agency/province-10") is None


@pytest.mark.parametrize(
    ("table", "reference"),
    [
        ("kinds", "kind/x"),
        ("agencies", "agency/x"),
        ("local_governments", "agency/x"),
        ("posts", "post/x"),
        ("units", "unit/x"),
        ("persons", "person/x"),
        ("roles", "role/x"),
        ("places", "place/x"),
        ("schemes", "scheme/x"),
        ("categories", "category/x"),
        ("levels", "level/x"),
        ("editions", "edition/x"),
        ("criteria", "criterion/x"),
    ],
)
def test_every_table_has_its_kind_of_reference(table: str, reference: str) -> None:
    assert references(row(table, id="x")) == (reference,)


def test_nothing_refers_to_abbreviations() -> None:
    assert references(row("abbreviations")) == references(row("ambiguous")) == ()
    assert {"abbreviations", "ambiguous"} < set(TABLES)


def test_references_stand_in_the_order_of_tables_and_rows() -> None:
    assert list(REGISTRY.refs()) == [
        "agency/dbd",
        "place/TH-10",
        "place/TH-50",
        "agency/province-50",
        "edition/dg-awards-2020",
    ]
    assert "agency/dbd" in REGISTRY
    assert "agency/nobody" not in REGISTRY
    assert REGISTRY.row("agency/nobody") is None


def test_a_registry_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(REGISTRY)).row("agency/dbd") == DBD
