"""Texts are found by their hash, and a text with another hash is never shown."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from kg.ingest.corpus import Corpus, Found

TEXT = "\ufeffหนึ่ง\r\nสอง  สาม\u200b ๑\n"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_a_text_keeps_its_mark_and_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-8"))
    assert Corpus.open(tmp_path).text(sha(TEXT)) == TEXT


def test_texts_of_json_lines_plain_and_compressed_in_folders(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": f"d{number}", "text": f"{TEXT}{number}"}) + "\n" for number in range(3))
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.jsonl").write_text(lines, "utf-8")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "z", "text": "หก"}).encode()))
    corpus = Corpus.open(tmp_path)
    assert [corpus.text(sha(f"{TEXT}{number}")) for number in range(3)] == [f"{TEXT}{number}" for number in range(3)]
    assert corpus.text(sha("หก")) == "หก"
    assert corpus.find("d1", sha("other")) == Found("changed")
    assert corpus.notes == ()


def test_changed_is_told_from_absent(tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_text("now", "utf-8")
    corpus = Corpus.open(tmp_path)
    assert corpus.find("doc", sha("before")) == Found("changed")
    assert corpus.find("other", sha("before")) == Found("absent")
    assert corpus.find("anything", sha("now")) == Found("at-hand", "now")


def test_a_file_that_changes_after_it_was_read_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "doc.txt"
    file.write_text("one", "utf-8")
    corpus = Corpus.open(tmp_path)
    assert corpus.find("doc", sha("two")).state == "changed"
    file.write_text("three", "utf-8")
    assert corpus.find("doc", sha("one")) == Found("changed")


def test_what_cannot_be_read_is_noted_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b"{}" * 100)[:20])
    (tmp_path / "odd.jsonl").write_text('not json\n[1]\n{"id": "x"}\n{"text": 5}\n{"id": "ok", "text": "ดี"}\n', "utf-8")
    (tmp_path / "lone.jsonl").write_text('{"text": "\\ud800"}\n', "utf-8")
    (tmp_path / "folder.txt").mkdir()
    corpus = Corpus.open(tmp_path)
    assert corpus.text(sha("ดี")) == "ดี"
    assert len(corpus.notes) == 8
    assert corpus.find("bad", sha("good")).state == "changed"
    assert not any(str(tmp_path) in note for note in corpus.notes if note.startswith(("bad", "odd")))


def test_no_folder_and_a_missing_one(tmp_path: Path) -> None:
    assert Corpus.open(None).find("a", sha("a")) == Found("absent")
    missing = Corpus.open(tmp_path / "none")
    assert missing.text(sha("a")) is None
    assert len(missing.notes) == 1
