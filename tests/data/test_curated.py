"""What curators wrote in the real data is what its schemas say, and no file holds words of a document."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from kg.errors import KgError
from kg.ingest.corrections import SCHEMA, read_corrections
from kg.ingest.intakelog import read_intake_log
from kg.ingest.records import read_records
from kg.ingest.rulings import read_rulings

DATA = Path(__file__).parents[2] / "data"


def validator(path: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(path.read_text("utf-8")))


def test_corrections_keep_their_schema() -> None:
    schema = validator(DATA / "corrections" / SCHEMA)
    files = [path for path in sorted((DATA / "corrections").glob("*.json")) if path.name != SCHEMA]
    assert len(files) > 300
    wrong = [
        f"{path.name}: {error.message}"
        for path in files
        for error in schema.iter_errors(json.loads(path.read_text("utf-8")))
    ]
    assert wrong == []


def test_the_reader_takes_every_correction() -> None:
    told: list[KgError] = []
    assert len(read_corrections(DATA, told.append)) > 300
    assert told == []


@pytest.mark.parametrize(
    ("changed", "valid"),
    [
        ({}, True),
        ({"quote": "คำ"}, False),
        ({"scheme": None}, False),
        ({"end": "9"}, False),
        ({"spans": {"a": [1]}}, False),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(changed: dict[str, object], valid: bool) -> None:
    row = {"recipient": "ก", "kind": "agency", "scheme": "ข", "start": 1, "end": 9, **changed}
    said = {"doc": "a", "sha256": "a" * 64, "on": "2026-01-02", "conferments": [row]}
    assert validator(DATA / "corrections" / SCHEMA).is_valid(said) is valid


def test_decisions_keep_their_schema() -> None:
    schema = validator(DATA / "decisions" / "decision.schema.json")
    told: list[KgError] = []
    for path in sorted((DATA / "decisions").glob("*.jsonl")):
        read_rulings(path, told.append)
        for line in path.read_text("utf-8").splitlines():
            schema.validate(json.loads(line))
    assert told == []


def test_every_record_of_a_correction_is_reviewed() -> None:
    corrected = set(read_corrections(DATA, print))
    records = {record.source.id: record for record in read_records(DATA / "announcements")}
    assert [name for name in corrected & set(records) if records[name].review_status != "reviewed"] == []


def test_the_books_can_be_read() -> None:
    told: list[KgError] = []
    read_intake_log(DATA, told.append)
    assert told == []
