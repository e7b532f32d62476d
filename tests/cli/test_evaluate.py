import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import fails, kg
from tests.factory import data_folder
from tests.filemakers import json_lines

WON = "กรมพัฒนาธุรกิจการค้า ได้รับรางวัลทดสอบ ประจำปี 2563"
ROW: dict[str, Any] = {
    "recipient": "กรมพัฒนาธุรกิจการค้า", "recipient_id": "agency/dbd", "scheme": "รางวัลทดสอบ", "year": 2020,
    "start": 0, "end": 20,
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Gold of one document, without its text."""
    folder = tmp_path / "gold"
    folder.mkdir()
    said = {"doc": "one", "relevance": "conferral", "conferments": [ROW]}
    (folder / "one.json").write_text(json.dumps(said), "utf-8")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A registry without announcements."""
    return data_folder(tmp_path / "data")


def figures(out: str) -> dict[str, str]:
    """The line of each figure by its first word."""
    return {line.split()[0]: " ".join(line.split()[1:]) for line in out.splitlines()}


@pytest.mark.parametrize("way", ["beside", "texts", "lines", "path"])
def test_the_texts_of_the_gold_are_extracted(way: str, gold: Path, data: Path, tmp_path: Path) -> None:
    texts = gold if way == "beside" else tmp_path / "texts"
    texts.mkdir(exist_ok=True)
    if way == "lines":
        (texts / "all.jsonl").write_bytes(json_lines({"id": "zero", "text": "x"}, {"id": "one", "text": WON}))
    else:
        (texts / "one.txt").write_text(WON, "utf-8")
    where = {"beside": [], "path": [texts]}.get(way, ["--texts", texts])
    result = kg("evaluate", "--gold", gold, "--data", data, *where)
    assert result.exit_code == 0
    found = figures(result.stdout)
    assert found["conferments"] == "P 1.000 R 1.000 F1 1.000 (gold 1, predicted 1, right 1)"
    assert found["binding"].startswith("P 1.000 R 1.000 over 1 ")
    assert found["relevance"] == "accuracy 1.000 over 1 documents"


def test_predictions_from_a_file_with_their_misses(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    path.write_bytes(json_lines({"doc": "one", "conferments": [{**ROW, "year": 2021}]}))
    result = kg("evaluate", "--gold", gold, "--pred", path, "--misses", "1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:3] == [
        "-- conferments: one",
        "   missed กรมพัฒนาธุรกิจการค้า | รางวัลทดสอบ | 2020",
        "   extra  กรมพัฒนาธุรกิจการค้า | รางวัลทดสอบ | 2021",
    ]
    assert figures(result.stdout)["conferments"] == "P 0.000 R 0.000 F1 0.000 (gold 1, predicted 1, right 0)"


def test_documents_that_count_as_empty_are_said(gold: Path, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    path.write_bytes(json_lines({"doc": "other"}))
    result = kg("evaluate", "--gold", gold, "--pred", path)
    assert result.exit_code == 1
    assert result.stderr == "kg: no prediction for 1 documents, e.g. one: they count as empty\n"
    assert fails(kg("evaluate", "--gold", gold, "--data", data), 2).startswith("kg: no document could be read")


def test_arguments_that_make_no_sense_together(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    path.write_bytes(b"")
    assert fails(kg("evaluate", "--gold", gold, "--pred", path, "--all"), 2).startswith("kg: --pred goes with neither")
    assert fails(kg("evaluate", "--gold", tmp_path / "none"), 2).endswith("name a folder with gold files")
