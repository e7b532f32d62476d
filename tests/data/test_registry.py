"""The real registry is what its schemas and its README say."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import frictionless
import pytest

from kg.ingest.registry import load_registry
from kg.model.registry import TABLES, Registry

FOLDER = Path(__file__).parents[2] / "data" / "registry"
SORTED_BY = {"abbreviations": ("abbr", "full_name"), "ambiguous": ("abbr",)}
TEXT_COLUMNS = ("abbr_th", "abbr_en", "abbr", "aliases_th", "aliases_en")


@cache
def registry() -> Registry:
    return load_registry(FOLDER)


def test_counts() -> None:
    tables = registry().tables
    assert len(tables["local_governments"]) == 7850
    assert len(tables["provinces"]) == 77
    assert len(tables["agencies"]) > 630
    assert len(tables["schemes"]) > 440
    assert len(tables["categories"]) > 190


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_and_have_a_source(table: str) -> None:
    rows = registry().tables[table]
    keys = [tuple(row[column] for column in SORTED_BY.get(table, ("id",))) for row in rows]
    assert keys == sorted(keys)
    assert all(row["source"] for row in rows)


@pytest.mark.parametrize("table", TABLES)
def test_files_are_plain(table: str) -> None:
    said = (FOLDER / f"{table}.csv").read_bytes()
    assert b"\r" not in said
    assert said.endswith(b"\n")
    assert not re.search("[\u00a0\u200b-\u200f\u2060\ufeff]", said.decode("utf-8"))
    assert b"://" not in said


def test_frictionless_agrees() -> None:
    resources = [
        frictionless.Resource(name=table, path=f"{table}.csv", schema=f"{table}.schema.json", basepath=str(FOLDER))
        for table in TABLES
    ]
    report = frictionless.Package(resources=resources, basepath=str(FOLDER)).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:10]


def test_schemas_are_the_tables_and_no_more() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.csv")) == sorted(TABLES)
    assert sorted(path.name for path in FOLDER.glob("*.json")) == sorted(f"{table}.schema.json" for table in TABLES)


def test_bodies_are_told_apart() -> None:
    known = registry()
    opdc, psdc, bdi = (known.row(f"agency/{name}") for name in ("opdc", "psdc", "bdi"))
    assert opdc is not None
    assert psdc is not None
    assert bdi is not None
    assert (psdc["abbr_th"], psdc["kind"], psdc["parent_id"]) == ("ก.พ.ร.", "kindCollegiateBody", "opm")
    assert opdc["abbr_th"] != psdc["abbr_th"]
    assert "สถาบันส่งเสริมการวิเคราะห์และบริหารข้อมูลขนาดใหญ่ภาครัฐ" not in bdi.list("aliases_th")


def test_no_name_means_two_agencies_unless_the_table_of_the_ambiguous_says_so() -> None:
    known = registry()
    ambiguous = {row["abbr"] for row in known.tables["ambiguous"]}
    owner: dict[str, str] = {}
    for row in known.tables["agencies"]:
        names = {row["name_th"], row["name_en"], *(name for column in TEXT_COLUMNS for name in row.list(column))}
        for name in names - ambiguous - {""}:
            assert owner.setdefault(name, row.id) == row.id, name


def test_no_name_means_two_schemes_nor_a_scheme_and_a_body() -> None:
    known = registry()
    bodies = {row[column]: row.id for row in known.tables["agencies"] for column in ("name_th", "name_en")}
    bodies |= {name: row.id for row in known.tables["agencies"] for column in TEXT_COLUMNS for name in row.list(column)}
    owner: dict[str, str] = {}
    for row in known.tables["schemes"]:
        names = {row["name_th"], row["name_en"], *(name for column in TEXT_COLUMNS for name in row.list(column))}
        for name in names - {""}:
            assert owner.setdefault(name, row.id) == row.id, name
            assert owner.setdefault(name.removeprefix("รางวัล").strip(), row.id) == row.id, name
            assert name not in bodies, (name, row.id)


@pytest.mark.parametrize("table", ["agencies", "schemes"])
def test_an_alias_says_something_new(table: str) -> None:
    for row in registry().tables[table]:
        names = [row["name_th"], row["name_en"], *(name for column in TEXT_COLUMNS for name in row.list(column))]
        aliases = [*row.list("aliases_th"), *row.list("aliases_en")]
        assert len(set(aliases)) == len(aliases), row.id
        assert all(names.count(alias) == 1 for alias in aliases), row.id


def test_coordinates_lie_in_thailand() -> None:
    for table in ("provinces", "local_governments", "places"):
        for row in registry().tables[table]:
            if row["latitude"]:
                assert 5.5 < row.decimal("latitude") < 20.6, row.id
                assert 97.2 < row.decimal("longitude") < 105.8, row.id


def test_readme_names_every_table() -> None:
    said = (FOLDER / "README.md").read_text(encoding="utf-8")
    for table in TABLES:
        with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file))
        assert f"`{table}.csv`" in said


def test_kinds_are_those_of_the_ontology() -> None:
    said = (FOLDER.parents[1] / "ontology" / "concepts.ttl").read_text(encoding="utf-8")
    core = frozenset(re.findall(r"^aw:(kind\w+)", said, flags=re.MULTILINE))
    load_registry(FOLDER, core)
