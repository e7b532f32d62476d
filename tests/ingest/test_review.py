import json
from pathlib import Path

import jsonschema
import pytest

from kg.errors import DataError, KgError
from kg.ingest.review import queued_json, read_queue, read_review, review_json
from kg.model.resolution import Candidate, Reason
from kg.model.review import REASONS, Queued
from tests.factory import REPO

SCHEMA = json.loads((REPO / "data" / "review" / "review.schema.json").read_text("utf-8"))
SOURCE = {"title": "ข่าว", "language": "th", "mediaType": "text/plain", "sha256": "0" * 64, "characters": 9}


def written(**more: object) -> dict[str, object]:
    candidate = Candidate("agency/dbd", 0.8, (Reason("alias", 0.8, "กพค."), Reason("place", 0.0)))
    waiting = [
        queued_json(Queued("conferment", {"recipient": "กพค."}, (rule,), (candidate,), ("x",))) for rule in REASONS
    ]
    return {**review_json("doc_1", SOURCE, waiting), **more}


def test_every_reason_is_told_in_both_languages_and_fits_the_schema() -> None:
    jsonschema.validate(written(), SCHEMA)
    assert written()["waiting"][0] == {  # type: ignore[index]
        "kind": "conferment",
        "reasons": [{"rule": "low-confidence", "en": "reading is not sure enough of it", "th": "ระบบอ่านได้ไม่มั่นใจพอ"}],
        "claim": {"recipient": "กพค."},
        "details": ["x"],
        "candidates": [
            {
                "ref": "agency/dbd",
                "score": 0.8,
                "reasons": [{"rule": "alias", "points": 0.8, "said": "กพค."}, {"rule": "place", "points": 0.0}],
            }
        ],
    }


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "other", "waiting": []}', '{"id": "doc_1", "waiting": [3]}'])
def test_a_broken_file_is_named_and_the_rest_of_the_queue_goes_on(tmp_path: Path, text: str) -> None:
    (tmp_path / "doc_1.json").write_text(text, "utf-8")
    (tmp_path / "doc_2.json").write_text(json.dumps(written(id="doc_2")), "utf-8")
    (tmp_path / "review.schema.json").write_text("{}", "utf-8")
    with pytest.raises(DataError, match="mend it or delete it"):
        read_review(tmp_path / "doc_1.json")
    faults: list[KgError] = []
    assert [each.id for each in read_queue(tmp_path, faults.append)] == ["doc_2"]
    assert [fault.where for fault in faults] == [str(tmp_path / "doc_1.json")]
