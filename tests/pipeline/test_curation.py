from pathlib import Path

from kg.ingest.corrections import path_of, write_correction
from kg.ingest.rulings import append_ruling
from kg.model.curation import Correction, Ruling, Verdict
from kg.model.document import Document
from kg.pipeline.curation import Curation

DOCUMENT = Document("a", "กรมทดสอบ รับรางวัลทดสอบ", "text/plain")
ROW = {"recipient": "กรมทดสอบ", "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2020, "start": 0, "end": 23}
READ = {"conferments": [ROW | {"recipient": "กรมอื่น", "confidence": 0.9, "rule": "list", "spans": {}}]}


def names(data: Path, document: Document = DOCUMENT) -> tuple[list[str], list[str]]:
    curated = Curation(data).of(document, READ)
    return [row["recipient"] for row in curated.said["conferments"]], [each.what for each in curated.faults]


def test_without_curators_what_was_read_stands(tmp_path: Path) -> None:
    assert names(tmp_path) == (["กรมอื่น"], [])


def test_a_correction_that_fits_stands_in_its_place(tmp_path: Path) -> None:
    write_correction(tmp_path, Correction("a", DOCUMENT.sha256, "2026-01-02", {"conferments": (ROW,)}))
    assert names(tmp_path) == (["กรมทดสอบ"], [])
    curated = Curation(tmp_path).of(DOCUMENT, READ)
    assert (curated.corrected, curated.on) == (True, "2026-01-02")


def test_a_correction_of_another_text_is_named_and_left_aside(tmp_path: Path) -> None:
    write_correction(tmp_path, Correction("a", "0" * 64, "2026-01-02", {"conferments": (ROW,)}))
    assert names(tmp_path) == (["กรมอื่น"], ["the correction no longer fits its document"])


def test_a_correction_that_is_broken_or_points_beyond_the_text_is_named(tmp_path: Path) -> None:
    write_correction(tmp_path, Correction("a", DOCUMENT.sha256, "2026-01-02", {"conferments": (ROW | {"end": 99},)}))
    assert names(tmp_path) == (["กรมอื่น"], ["a span lies outside the document"])
    path_of(tmp_path, "a").write_text("{", "utf-8")
    assert names(tmp_path) == (["กรมอื่น"], ["the correction cannot be read"])


def test_decisions_on_this_text_apply_and_those_on_another_are_named(tmp_path: Path) -> None:
    claim = READ["conferments"][0]
    append_ruling(tmp_path, "a", Ruling("1", "2026-01-02", "x", "0" * 64, "conferment", Verdict.REJECT, claim))
    assert names(tmp_path) == (["กรมอื่น"], ["the decision 1 no longer fits its document"])
    append_ruling(tmp_path, "a", Ruling("2", "2026-01-02", "x", DOCUMENT.sha256, "conferment", Verdict.REJECT, claim))
    assert names(tmp_path)[0] == []
    assert len(Curation(tmp_path).of(DOCUMENT, READ).rejected) == 1
