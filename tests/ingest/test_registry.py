"""Every fault of a registry is one clear sentence with file and line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.ingest.registry import load_registry
from kg.model.registry import TABLES

REAL = Path(__file__).parents[2] / "data" / "registry"
CORE = frozenset({"kindDepartment", "kindMinistry", "kindLocalGovernment", "kindUnit"})


class Tiny:
    """A registry of a few rows in a temporary folder; a test adds the row or the file that is wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for table in TABLES:
            shutil.copy(REAL / f"{table}.schema.json", folder)
            self.write(table, ",".join(self.columns(table)) + "\n")
        self.add("kinds", id="th-tao", broader="kindLocalGovernment", name_th="อบต.", name_en="TAO")
        self.add(
            "provinces", id="TH-50", name_th="เชียงใหม่", name_en="Chiang Mai", administration_id="province-50", **PLACE
        )
        self.add("agencies", id="moc", name_th="กระทรวงพาณิชย์", name_en="Ministry of Commerce", kind="kindMinistry")
        self.add("agencies", id="dbd", name_th="กรมพัฒน์ฯ", name_en="DBD", kind="kindDepartment", parent_id="moc")
        self.add("schemes", id="dg-awards", name_th="รางวัลรัฐบาลดิจิทัล", name_en="DG Awards", awarder_id="dbd")

    def columns(self, table: str) -> list[str]:
        said = json.loads((self.folder / f"{table}.schema.json").read_text(encoding="utf-8"))
        return [field["name"] for field in said["fields"]]

    def write(self, table: str, text: str) -> None:
        (self.folder / f"{table}.csv").write_text(text, encoding="utf-8")

    def add(self, table: str, **cells: str) -> None:
        """One row more; columns that are not named are empty, but every row has a source."""
        known: Mapping[str, str] = {"source": "a test"} | cells
        line = ",".join(known.get(column, "") for column in self.columns(table))
        with (self.folder / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def fault(self, core_kinds: frozenset[str] | None = None) -> str:
        """What is said, the folder left out."""
        with pytest.raises(DataError) as caught:
            load_registry(self.folder, core_kinds)
        return self.short(str(caught.value))

    def short(self, text: str) -> str:
        return text.replace(self.folder.as_posix() + "/", "")


PLACE = {"region_th": "ภาคเหนือ", "region_en": "North", "geocode": "50", "latitude": "18.79", "longitude": "98.98"}
EDITION = {"scheme_id": "dg-awards", "held": "yes"}


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path)


def test_a_good_registry_loads(tiny: Tiny) -> None:
    registry = load_registry(tiny.folder, CORE)
    assert [row.id for row in registry.tables["agencies"]] == ["moc", "dbd"]
    assert [row.line for row in registry.tables["agencies"]] == [2, 3]
    assert tuple(registry.tables) == TABLES


def test_a_row_over_several_lines_is_named_by_its_first(tiny: Tiny) -> None:
    tiny.add("roles", id="head", name_th='"หัวหน้า\nงาน"', name_en="Head")
    tiny.add("roles", id="deputy", name_th="รอง", name_en="Deputy")
    assert [row.line for row in load_registry(tiny.folder).tables["roles"]] == [2, 4]


def test_missing_table(tiny: Tiny) -> None:
    (tiny.folder / "posts.csv").unlink()
    assert tiny.fault() == (
        "posts.csv: the table is missing: every table of the registry must be there, if only with its header;"
        " restore it"
    )


def test_missing_schema(tiny: Tiny) -> None:
    (tiny.folder / "posts.schema.json").unlink()
    assert tiny.fault() == "posts.schema.json: the table schema is missing; restore it"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ('{"fields": [', "Expecting value: line 1 column 13 (char 12)"),
        ('{"title": "Posts"}', "'fields' is missing"),
        ('{"fields": [{"name": "id", "type": "string", "constraints": {"pattern": "["}}], "primaryKey": ["id"]}',
         "unterminated character set at position 0"),
    ],
)  # fmt: skip
def test_broken_schema(tiny: Tiny, said: str, why: str) -> None:
    (tiny.folder / "posts.schema.json").write_text(said, encoding="utf-8")
    assert tiny.fault() == (
        f"posts.schema.json: is not a table schema: {why}; restore it, or mend it after the Table Schema standard"
    )


def test_unreadable_bytes(tiny: Tiny) -> None:
    with (tiny.folder / "roles.csv").open("ab") as file:
        file.write("head,หัวหน้า,Head,,x\n".encode("cp874"))
    assert tiny.fault() == (
        "roles.csv:2: byte 0xCB is not UTF-8: invalid continuation byte; save the file as CSV in UTF-8"
    )


def test_a_folder_in_place_of_a_table(tiny: Tiny) -> None:
    (tiny.folder / "roles.csv").unlink()
    (tiny.folder / "roles.csv").mkdir()
    assert tiny.fault() == "roles.csv: cannot be read: Is a directory"


def test_open_quote(tiny: Tiny) -> None:
    tiny.add("roles", id="head", name_th='"หัวหน้า', name_en="Head")
    assert tiny.fault() == (
        "roles.csv:2: is not CSV: unexpected end of data;"
        ' close the quotes of the cell; a quote inside a cell is written twice ("")'
    )


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("id,name_th,aliases_th,source", "column 'name_en' is missing"),
        ("id,name_th,name_en,aliases_th,source,colour", "column 'colour' is unknown"),
        ("id,name_en,name_th,aliases_th,source", "columns stand twice or in another order"),
        ("", "column 'id' is missing"),
    ],
)
def test_wrong_header(tiny: Tiny, header: str, what: str) -> None:
    tiny.write("roles", header)
    assert tiny.fault() == f"roles.csv:1: {what}; the columns are id,name_th,name_en,aliases_th,source"


def test_byte_order_mark(tiny: Tiny) -> None:
    tiny.write("roles", "\ufeffid,name_th,name_en,aliases_th,source\n")
    assert tiny.fault() == "roles.csv:1: a byte-order mark stands before the header; save as UTF-8 without it"


def test_wrong_number_of_cells(tiny: Tiny) -> None:
    tiny.add("roles", id="head", name_th="หัวหน้า", name_en="Head, acting")
    assert tiny.fault() == (
        "roles.csv:2: the row has 6 cells, the header 5; a cell with a comma inside needs quotes around it"
    )


def test_blank_line(tiny: Tiny) -> None:
    with (tiny.folder / "roles.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert tiny.fault() == "roles.csv:2: the line is blank; delete it"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"name_en": ""}, "name_en is empty; every row needs it"),
        ({"source": ""}, "source is empty; every row needs it"),
        ({"name_en": "Head "}, "name_en 'Head ' has spaces around it; delete them"),
        ({"id": "Head"}, "id 'Head' has not the form [a-z0-9][a-z0-9_.-]*; ids are lower-case ASCII letters,"
         " digits, '-', '_' and '.', beginning with a letter or digit"),
        ({"aliases_th": "ก;;ข"}, "aliases_th 'ก;;ข' has an empty item or spaces around one;"
         " separate the items by ';' alone"),
    ],
)  # fmt: skip
def test_bad_cells(tiny: Tiny, cells: dict[str, str], said: str) -> None:
    tiny.add("roles", **({"id": "head", "name_th": "หัวหน้า", "name_en": "Head"} | cells))
    assert tiny.fault() == f"roles.csv:2: {said}"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"wikidata": "q42"}, "wikidata 'q42' has not the form Q[1-9][0-9]*"),
        ({"valid_to": "2021-02-30"}, "valid_to '2021-02-30' is not a date: day is out of range for month;"
         " write YYYY, YYYY-MM or YYYY-MM-DD of the common era"),
        ({"valid_from": "2564"}, "valid_from '2564' is not a date: the year 2564 lies outside 1941 to 2100 CE;"
         " 2564 may be a Buddhist year, 2021 CE; write YYYY, YYYY-MM or YYYY-MM-DD of the common era"),
        ({"valid_from": "8 Jan"}, "valid_from '8 Jan' has not the form [0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
    ],
)  # fmt: skip
def test_bad_facts_of_an_agency(tiny: Tiny, cells: dict[str, str], said: str) -> None:
    tiny.add("agencies", id="x", name_th="ก", name_en="X", kind="kindDepartment", **cells)
    assert tiny.fault() == f"agencies.csv:4: {said}"


@pytest.mark.parametrize(
    ("table", "cells", "said"),
    [
        ("editions", EDITION | {"id": "dg-awards-2563", "year": "2563"},
         "year '2563' lies outside its limits: it looks like a Buddhist year; write 2020, the year of the common era"),
        ("editions", EDITION | {"id": "dg-awards-1820", "year": "1820"},
         "year '1820' lies outside its limits: it must be 1900 to 2100"),
        ("editions", EDITION | {"id": "dg-awards-2020", "year": "๒๐๒๐"},
         "year '๒๐๒๐' is not a whole number; digits 0-9 only"),
        ("editions", EDITION | {"id": "dg-awards-2020", "year": "2020", "held": "true"},
         "held 'true' is not one of yes, no, unknown"),
        ("levels", {"id": "gold", "scheme_id": "dg-awards", "name_th": "ทอง", "name_en": "Gold", "rank": "0"},
         "rank '0' lies outside its limits: it must be 1 or more"),
        ("places", {"id": "hall", "name_th": "หอ", "name_en": "Hall", "latitude": "13,7"}, ""),
        ("places", {"id": "hall", "name_th": "หอ", "name_en": "Hall", "latitude": "north"},
         "latitude 'north' is not a number; digits 0-9 only"),
        ("places", {"id": "hall", "name_th": "หอ", "name_en": "Hall", "latitude": "98.98"},
         "latitude '98.98' lies outside its limits: it must be -90 to 90"),
    ],
)  # fmt: skip
def test_bad_numbers(tiny: Tiny, table: str, cells: dict[str, str], said: str) -> None:
    tiny.add(table, **cells)
    expected = said or "the row has 10 cells, the header 9; a cell with a comma inside needs quotes around it"
    assert tiny.fault() == f"{table}.csv:2: {expected}"


def test_an_edition_is_called_after_scheme_and_year(tiny: Tiny) -> None:
    tiny.add("editions", id="dg-2020", year="2020", **EDITION)
    assert tiny.fault() == (
        "editions.csv:2: id 'dg-2020' does not fit the row: an edition is called SCHEME-YEAR, of the common era;"
        " write 'dg-awards-2020'"
    )


def test_duplicate_id(tiny: Tiny) -> None:
    tiny.add("agencies", id="dbd", name_th="กรมอื่น", name_en="Another", kind="kindDepartment")
    assert tiny.fault() == (
        "agencies.csv:4: id 'dbd' is given twice: it stands already at agencies.csv:3;"
        " give it another id, or merge the two rows"
    )


def test_one_body_in_two_tables(tiny: Tiny) -> None:
    tiny.add(
        "local_governments", id="dbd", kind="th-tao", name_th="อบต.", name_en="TAO", province_id="TH-50",
        same_name_count="1",
    )  # fmt: skip
    assert tiny.fault() == (
        "local_governments.csv:2: id 'dbd' (agency/dbd) is given twice: it stands already at agencies.csv:3;"
        " give it another id, or merge the two rows"
    )


def test_an_agency_may_not_take_the_name_of_a_province(tiny: Tiny) -> None:
    tiny.add("agencies", id="province-50", name_th="จังหวัด", name_en="Province", kind="kindDepartment")
    assert "id 'TH-50' (agency/province-50) is given twice: it stands already at agencies.csv:4" in tiny.fault()


def test_the_same_pair_of_abbreviation_and_name(tiny: Tiny) -> None:
    for _ in range(2):
        tiny.add("abbreviations", abbr="พค.", full_name="กรมพัฒน์ฯ", type="organisation")
    assert "abbreviations.csv:3: abbr 'พค.', full_name 'กรมพัฒน์ฯ' is given twice" in tiny.fault()


BODY = {"id": "x", "name_th": "ก", "name_en": "X"}
UNKNOWN = "; correct it, or add the row"


@pytest.mark.parametrize(
    ("table", "cells", "said"),
    [
        ("agencies", BODY | {"kind": "kindDepartment", "parent_id": "mocc"},
         ":4: parent_id 'mocc' is unknown: no row of agencies.csv or local_governments.csv or posts.csv has this id;"
         " did you mean 'moc'?"),
        ("agencies", BODY | {"kind": "office"},
         ":4: kind 'office' is unknown: no row of kinds.csv has this id, nor is it a kind of the ontology" + UNKNOWN),
        ("kinds", BODY | {"broader": "nothing"},
         ":3: broader 'nothing' is unknown: no row of kinds.csv has this id, nor is it a kind of the ontology"
         + UNKNOWN),
        ("posts", BODY | {"organization_id": "opm"},
         ":2: organization_id 'opm' is unknown: no row of agencies.csv or local_governments.csv has this id" + UNKNOWN),
        ("units", BODY | {"kind": "kindUnit", "unit_of": "opm"},
         ":2: unit_of 'opm' is unknown: no row of agencies.csv or local_governments.csv has this id" + UNKNOWN),
        ("units", BODY | {"kind": "kindUnit", "unit_of": "dbd", "replaced_by": "opm"},
         ":2: replaced_by 'opm' is unknown: no row of agencies.csv has this id" + UNKNOWN),
        ("places", BODY | {"within": "TH-99"},
         ":2: within 'TH-99' is unknown: no row of places.csv or provinces.csv has this id" + UNKNOWN),
        ("local_governments", BODY | {"kind": "th-tao", "province_id": "TH-99", "same_name_count": "1"},
         ":2: province_id 'TH-99' is unknown: no row of provinces.csv has this id" + UNKNOWN),
        ("schemes", BODY | {"awarder_id": "dga"},
         ":3: awarder_id 'dga' is unknown: no row of agencies.csv has this id" + UNKNOWN),
        ("categories", BODY | {"scheme_id": "lertrat"},
         ":2: scheme_id 'lertrat' is unknown: no row of schemes.csv has this id" + UNKNOWN),
        ("categories", BODY | {"scheme_id": "dg-awards", "broader_id": "y"},
         ":2: broader_id 'y' is unknown: no row of categories.csv has this id" + UNKNOWN),
        ("categories", BODY | {"scheme_id": "dg-awards", "replaces_id": "y"},
         ":2: replaces_id 'y' is unknown: no row of categories.csv has this id" + UNKNOWN),
        ("ambiguous", {"abbr": "พค.", "candidates": "dbd;opm", "how_to_tell": "-"},
         ":2: candidates 'opm' is unknown: no row of agencies.csv or local_governments.csv or kinds.csv has this id"
         + UNKNOWN),
    ],
)  # fmt: skip
def test_unknown_references(tiny: Tiny, table: str, cells: dict[str, str], said: str) -> None:
    tiny.add(table, **cells)
    assert tiny.fault() == f"{table}.csv{said}"


def test_core_kinds_are_checked_when_they_are_given(tiny: Tiny) -> None:
    tiny.add("agencies", **BODY, kind="kindDepartement")
    assert load_registry(tiny.folder).row("agency/x") is not None
    assert tiny.fault(CORE) == (
        "agencies.csv:4: kind 'kindDepartement' is unknown: no row of kinds.csv has this id, nor is it a kind of the"
        " ontology; did you mean 'kindDepartment'?"
    )


def test_a_circle_of_parents_names_its_members_in_order(tiny: Tiny) -> None:
    for here, above in (("c", "a"), ("b", "c"), ("a", "b"), ("tail", "a")):
        tiny.add("agencies", id=here, name_th="ก", name_en="X", kind="kindDepartment", parent_id=above)
    assert tiny.fault() == (
        "agencies.csv:6: parent_id goes in a circle: a (agencies.csv:6) → b (agencies.csv:5) → c (agencies.csv:4) → a;"
        " correct the parent_id of one of them"
    )


def test_a_row_that_is_its_own_parent(tiny: Tiny) -> None:
    tiny.add("kinds", id="loop", broader="loop", name_th="ก", name_en="X")
    assert tiny.fault() == (
        "kinds.csv:3: broader goes in a circle: loop (kinds.csv:3) → loop; correct the broader of one of them"
    )


def test_all_faults_come_at_once_up_to_twenty(tiny: Tiny) -> None:
    for number in range(30):
        tiny.add("roles", id=f"r{number}", name_th="ก", name_en="")
    with pytest.raises(DataError) as caught:
        load_registry(tiny.folder)
    assert tiny.short(str(caught.value)) == "roles.csv:2: name_en is empty; every row needs it (and 19 more)"
    assert tiny.short(caught.value.details[-1]) == "roles.csv:21: name_en is empty; every row needs it"
