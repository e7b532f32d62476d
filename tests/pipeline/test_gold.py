import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import DataError, NotFound
from kg.pipeline.gold import by_document, read_gold, read_predictions
from tests.filemakers import json_lines


def put(folder: Path, name: str, **said: Any) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    return path


def test_texts_stand_beside_the_gold_or_in_another_folder(tmp_path: Path) -> None:
    put(tmp_path / "gold", "a", published="2023-12-07")
    put(tmp_path / "gold", "b", doc="b-1")
    put(tmp_path / "gold", "c")
    put(tmp_path / "gold", "d")
    (tmp_path / "gold" / "a.txt").write_bytes("\ufeffก\r\n".encode())
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "b-1.txt").write_text("b", "utf-8")
    (texts / "more.jsonl").write_bytes(json_lines({"id": "c", "text": "c"}, {"id": "x", "text": "x"}))
    gold = read_gold([tmp_path / "gold"], texts)
    assert gold.texts == {"a": "\ufeffก\r\n", "b-1": "b", "c": "c"}
    assert gold.without_text() == ["d"]
    assert [(doc.id, doc.text, doc.published) for doc in gold.as_documents()] == [
        ("a", "\ufeffก\r\n", "2023-12-07"), ("b-1", "b", ""), ("c", "c", "")
    ]  # fmt: skip


def test_a_text_that_has_changed_is_not_the_gold_s(tmp_path: Path) -> None:
    put(tmp_path, "a", sha256=hashlib.sha256(b"then").hexdigest())
    (tmp_path / "a.txt").write_text("now", "utf-8")
    assert read_gold([tmp_path]).without_text() == ["a"]
    (tmp_path / "a.txt").write_text("then", "utf-8")
    assert read_gold([tmp_path]).texts == {"a": "then"}


def test_gold_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="is not a folder"):
        read_gold([tmp_path / "none"])
    with pytest.raises(NotFound, match="there is no gold"):
        read_gold([tmp_path])
    path = put(tmp_path, "a")
    (tmp_path / "a.txt").write_bytes(b"\xff")
    with pytest.raises(DataError, match=r"a\.txt: is not UTF-8"):
        read_gold([tmp_path])
    path.write_text("[]", "utf-8")
    with pytest.raises(DataError, match=r"a\.json: is no JSON object"):
        read_gold([tmp_path])
    path.write_text("{", "utf-8")
    with pytest.raises(DataError, match=r"a\.json: is not JSON"):
        read_gold([tmp_path])


def test_predictions_have_one_line_a_document(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(json_lines({"doc": "a"}, {"doc": "b"}) + b"\n")
    assert set(read_predictions(path)) == {"a", "b"}
    with pytest.raises(DataError, match="p:2: a second line for 'a'"):
        by_document([b'{"doc": "a"}', b'{"doc": "a"}'], "p")
    with pytest.raises(DataError, match="p:1: the line has no doc"):
        by_document([b"{}"], "p")
    with pytest.raises(NotFound, match="cannot be read"):
        read_predictions(tmp_path / "none")
