import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from kg.ingest.records import parse_record, record_files
from kg.ingest.recordschema import FILE, main, record_schema, written
from kg.model.vocabulary import CLASSES, PROPERTIES
from kg.text.dates import FIRST_YEAR, LAST_YEAR
from tests.factory import REPO, document, entry, said
from tests.ingest.bad_records import BAD_RECORDS
from tests.strategies import documents

SCHEMA = Draft202012Validator(record_schema())
REAL = record_files(REPO / "data" / "announcements")


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(record_schema())


def test_the_file_is_fresh() -> None:
    path = REPO / "data" / FILE
    assert path.read_text("utf-8") == written(), "run: python -m kg.ingest.recordschema"
    assert main(["--check"]) == 0


def test_every_part_is_used() -> None:
    parts = set(record_schema()["$defs"])
    used = {part for part in parts if f'"#/$defs/{part}"' in written()}
    assert parts == used
    assert {part for part in parts if part.startswith("class-")} == {f"class-{name}" for name in CLASSES}
    assert {part for part in parts if part.startswith("property-")} == {f"property-{name}" for name in PROPERTIES}


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_record_of_the_data_fits(path: Path) -> None:
    assert [error.message for error in SCHEMA.iter_errors(json.loads(path.read_bytes()))] == []


@given(documents())
def test_what_the_reader_takes_fits(document: dict[str, Any]) -> None:
    parse_record(json.dumps(document), "a.json")
    assert [error.message for error in SCHEMA.iter_errors(document)] == []


@pytest.mark.parametrize("bad", BAD_RECORDS)
def test_what_the_reader_refuses_does_not_fit(bad: Any) -> None:
    assert SCHEMA.is_valid(bad.document) is not bad.in_schema


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, FIRST_YEAR, 1999, 2000, LAST_YEAR, LAST_YEAR + 1])
def test_dates_have_the_same_bounds_as_years(year: int) -> None:
    made = document(entry("event/a", "Ceremony", startDate=said(f"{year}-12")))
    assert SCHEMA.is_valid(made) is (FIRST_YEAR <= year <= LAST_YEAR)


def test_arguments_that_make_no_sense(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--no"]) == 2
    assert capsys.readouterr().err == "usage: python -m kg.ingest.recordschema [--check]\n"
