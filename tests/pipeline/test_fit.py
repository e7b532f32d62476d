"""Fitting the weights of what makes a conferment sure."""

from __future__ import annotations

import json
from pathlib import Path

from kg.pipeline.fit import Example, Model, examples, fit, held_out, table, write
from kg.pipeline.gold import Gold
from tests.extract.reading import PRIZE, extractor


def rows(*sides: tuple[str, bool, int]) -> list[Example]:
    return [
        Example(frozenset({feature, "all"}), right, (feature, "scheme", number))
        for feature, right, times in sides
        for number in range(times)
    ]


def test_a_feature_of_what_is_right_speaks_for_it() -> None:
    model = fit(rows(("good", True, 40), ("bad", False, 40), ("rare", True, 3)), penalty=1.0)
    assert model.share({"good", "all"}) > 0.9
    assert model.share({"bad", "all"}) < 0.1
    assert "rare" not in model.of


def test_the_same_rows_give_the_same_weights_in_any_order() -> None:
    given = rows(("good", True, 9), ("bad", False, 7))
    one, two = fit(given), fit(sorted(given, key=lambda row: row.key, reverse=True))
    assert {name: round(weight, 9) for name, weight in one.of.items()} == {
        name: round(weight, 9) for name, weight in two.of.items()
    }


def test_examples_say_what_gold_has() -> None:
    said = {"recipient": "กรมทดสอบ", "surfaces": [], "scheme": PRIZE, "year": 2023}
    text = f"กรมทดสอบ ได้รับ{PRIZE} ประจำปี 2566\nกรมตัวอย่าง ได้รับ{PRIZE} ประจำปี 2566"
    gold = Gold({"doc": {"conferments": [said]}}, {"doc": text})
    assert [(row.key[0], row.right) for row in examples(gold, extractor())["doc"]] == [
        ("กรมทดสอบ", True),
        ("กรมตัวอย่าง", False),
    ]
    cut = Gold({"doc": {"conferments": [said], "truncated": True}}, {"doc": text})
    assert [row.key[0] for row in examples(cut, extractor())["doc"]] == ["กรมทดสอบ"]


def test_held_out_documents_are_scored_once_and_counted() -> None:
    found = {f"d{number}": rows(("good", True, 3), ("bad", False, 2)) for number in range(16)}
    scored = held_out(found)
    assert {doc: len(each) for doc, each in scored.items()} == {doc: 5 for doc in found}
    assert table(scored, wanted=48)[2] == "0.50  P 1.000  R 1.000  F1 1.000  n 48"


def test_weights_are_written_as_the_extractor_reads_them(tmp_path: Path) -> None:
    write(Model(0.12345, {"b": 1.0, "a": -0.5, "none": 0.001}), tmp_path / "w.json")
    assert json.loads((tmp_path / "w.json").read_text("utf-8")) == {"constant": 0.123, "weights": {"a": -0.5, "b": 1.0}}
