"""Fitting the weights of what makes people, events and totals sure."""

from __future__ import annotations

import json
from pathlib import Path

from kg.pipeline.fit import Model
from kg.pipeline.fit_told import KINDS, examples, write
from kg.pipeline.gold import Gold
from tests.extract.reading import PRIZE, extractor

TEXT = (
    f"กรมทดสอบคว้า 2 รางวัล\nวันที่ 12 กันยายน 2566 นายสมชาย ดินสอดี อธิบดีกรมทดสอบ เป็นประธานในพิธีมอบ{PRIZE} ณ หอประชุมดินสอ\n"
    f"นางวิภา มีชัย กล่าวว่า กรมทดสอบได้รับ{PRIZE} ประจำปี 2566"
)


def test_examples_say_what_gold_has() -> None:
    said = {
        "conferments": [],
        "people": [{"name": "สมชาย ดินสอดี", "part": "chair"}, {"name": "วิภา มีชัย", "part": "winner"}],
        "events": [{"name": "พิธีมอบ", "date": "2023-09-12"}],
        "counts": [{"n": 3}],
    }
    found = examples(Gold({"doc": said}, {"doc": TEXT}), extractor())
    assert {kind: [(row.key[:2], row.right) for row in docs["doc"]] for kind, docs in found.items()} == {
        "people": [(("สมชาย ดินสอดี", "chair"), True), (("วิภา มีชัย", "speaker"), False)],
        "events": [((f"พิธีมอบ{PRIZE}", "2023-09-12"), True)],
        "counts": [(("2", "None"), False)],
    }
    assert all(row.features for docs in found.values() for row in docs["doc"])


def test_weights_are_written_as_the_extractor_reads_them(tmp_path: Path) -> None:
    model = Model(0.12345, {"b": 1.0, "a": -0.5, "none": 0.001})
    write(dict.fromkeys(KINDS, model), tmp_path / "w.json")
    said = {"constant": 0.123, "weights": {"a": -0.5, "b": 1.0}}
    assert json.loads((tmp_path / "w.json").read_text("utf-8")) == dict.fromkeys(KINDS, said)
