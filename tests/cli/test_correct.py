import json
from pathlib import Path

from kg.ingest.corrections import path_of, read_correction
from tests.cli.commands import fails, kg
from tests.factory import data_folder
from tests.pipeline.announcements import WON, documents

CLAIMS = {
    "doc": "a",
    "conferments": [
        {"recipient": "กรมพัฒนาธุรกิจการค้า", "surfaces": [], "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2020,
         "quote": "คว้ารางวัลทดสอบ ประจำปี 2563"}
    ],
}  # fmt: skip


def claims(folder: Path, **changed: object) -> Path:
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps({**CLAIMS, **changed}, ensure_ascii=False), "utf-8")
    return folder


def test_what_a_person_read_becomes_a_correction(tmp_path: Path) -> None:
    data, given = data_folder(tmp_path / "data"), documents(tmp_path, a=WON)
    result = kg("correct", claims(tmp_path / "read"), "--texts", given, "--on", "2026-01-02", "--data", data)
    assert result.exit_code == 0, result.output
    assert "1 corrections, 1 of them new or changed" in result.stderr
    correction = read_correction(path_of(data, "a"))
    assert correction.on == "2026-01-02"
    assert [row["recipient"] for row in correction.claims["conferments"]] == ["กรมพัฒนาธุรกิจการค้า"]


def test_what_has_no_place_and_documents_without_text_are_named_with_status_1(tmp_path: Path) -> None:
    data, given = data_folder(tmp_path / "data"), documents(tmp_path, b=WON)
    result = kg("correct", claims(tmp_path / "read"), "--texts", given, "--data", data)
    assert result.exit_code == 1
    assert "1 documents have no text" in result.stderr
    rows = [{**CLAIMS["conferments"][0], "quote": "ไม่มี"}]  # type: ignore[index, dict-item]
    odd = claims(tmp_path / "odd", conferments=rows)
    result = kg("correct", odd, "--texts", documents(tmp_path, a=WON), "--data", data)
    assert result.exit_code == 1
    assert "has no place in the document" in result.stderr


def test_only_takes_the_documents_of_a_list(tmp_path: Path) -> None:
    data, given = data_folder(tmp_path / "data"), documents(tmp_path, a=WON)
    (tmp_path / "only.txt").write_text("b\n", "utf-8")
    read = claims(tmp_path / "read")
    result = kg("correct", read, "--texts", given, "--only", tmp_path / "only.txt", "--data", data)
    assert "0 corrections" in result.stderr


def test_a_folder_without_claims_is_status_2(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "there is no gold" in fails(kg("correct", tmp_path / "none", "--texts", tmp_path, "--data", tmp_path), 2)
