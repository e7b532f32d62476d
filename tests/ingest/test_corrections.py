import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import DataError, KgError
from kg.ingest.corrections import path_of, read_correction, read_corrections, write_correction
from kg.model.curation import Correction

HASH = "a" * 64
ROW = {"recipient": "กรมทดสอบ", "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2020, "start": 3, "end": 9,
       "spans": {"recipient": [3, 5]}}  # fmt: skip


def wrong(folder: Path, **changed: Any) -> str:
    path = path_of(folder, "a")
    path.parent.mkdir(exist_ok=True)
    whole = {"doc": "a", "sha256": HASH, "on": "2026-01-02", "conferments": [ROW], **changed}
    path.write_text(json.dumps({key: value for key, value in whole.items() if value is not None}), "utf-8")
    with pytest.raises(DataError) as caught:
        read_correction(path)
    assert str(path) in caught.value.where
    return caught.value.what


def test_what_is_written_is_read_again_and_written_once(tmp_path: Path) -> None:
    correction = Correction("a", HASH, "2026-01-02", {"conferments": (ROW,), "streaks": ()})
    assert write_correction(tmp_path, correction) is True
    assert write_correction(tmp_path, correction) is False
    assert read_correction(path_of(tmp_path, "a")) == Correction("a", HASH, "2026-01-02", {"conferments": (ROW,)})
    assert path_of(tmp_path, "a").read_text("utf-8").count("\n") == 8  # one line a claim


def test_a_correction_without_any_claim_says_that_there_is_none(tmp_path: Path) -> None:
    write_correction(tmp_path, Correction("a", HASH, "2026-01-02"))
    assert read_correction(path_of(tmp_path, "a")).claims == {}


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    assert wrong(tmp_path, doc="b") == "is no correction"
    assert wrong(tmp_path, sha256="x") == "sha256 is missing"
    assert wrong(tmp_path, on="yesterday").startswith("on: ")
    assert wrong(tmp_path, winners=[]) == "'winners' is not known"
    assert wrong(tmp_path, conferments={"a": 1}) == "conferments is no list"
    assert wrong(tmp_path, conferments=["a"]) == "is no object"
    assert wrong(tmp_path, conferments=[ROW | {"scheme": ""}]) == "scheme is missing"
    assert wrong(tmp_path, conferments=[ROW | {"quote": "คำ"}]) == "holds words of the document"
    assert wrong(tmp_path, conferments=[ROW | {"year": "2563"}]) == "the year '2563' is no number"
    assert wrong(tmp_path, conferments=[ROW | {"end": 3}]) == "start, end or spans are not as they must be"
    assert (
        wrong(tmp_path, conferments=[ROW | {"spans": {"year": [1]}}]) == "start, end or spans are not as they must be"
    )


def test_broken_corrections_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    write_correction(tmp_path, Correction("b", HASH, "2026-01-02", {"conferments": (ROW,)}))
    path_of(tmp_path, "a").write_text("{", "utf-8")
    told: list[KgError] = []
    assert list(read_corrections(tmp_path, told.append)) == ["b"]
    assert [each.what for each in told] == ["the correction cannot be read"]
