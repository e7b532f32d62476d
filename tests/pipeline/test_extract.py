import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import NotFound
from kg.ingest.documents import read_documents
from kg.ingest.intake import Intake
from kg.model.document import Document
from kg.pipeline.extract import Rules, Run, key_of, written
from tests.factory import REPO, data_folder
from tests.standins import Echo

PRINT = "a" * 64
TEXTS = (
    "กรมพัฒนาธุรกิจการค้า ได้รับรางวัลทดสอบ ประจำปี 2563",
    "สำนักงานพัฒนารัฐบาลดิจิทัล คว้ารางวัลทดสอบ 3 ปีซ้อน เมื่อวันที่ 6 ธันวาคม 2566",
    "ฝนตกหนักทั่วประเทศ",
)


def documents(count: int, text: str = "") -> list[Document]:
    return [Document(f"d{number}", text or TEXTS[number % 3], "text/plain") for number in range(count)]


def run(workers: int = 1, log: Path | None = None, read: int = 1) -> Run:
    return Run(Echo(log), Intake(read=read), workers)


# --- with a stand-in ------------------------------------------------------------------------------------------


def test_a_document_that_fails_is_noted_and_the_others_are_there() -> None:
    given = documents(4)
    given[1] = Document("bad", "FAIL", "text/plain")
    doing = run()
    assert [json.loads(line)["doc"] for line in doing.lines(given)] == ["d0", "d2", "d3"]
    assert [str(fault) for fault in doing.intake.faults] == ["bad: could not be extracted: ValueError: cannot do this"]


def test_without_any_document_it_could_not_run(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no document could be read"):
        list(run(read=0).lines([]))
    with pytest.raises(NotFound, match="no document could be read"):
        run(read=0).file([], tmp_path / "out", PRINT)
    assert list(tmp_path.iterdir()) == []


def test_progress_is_told_in_bytes_of_the_inputs(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("x" * 10, "utf-8")
    intake, told = Intake(), list[tuple[str, int, int]]()
    doing = Run(Echo(), intake, 1, lambda *said: told.append(said))
    assert len(list(doing.lines(read_documents([tmp_path], intake)))) == 3
    assert {stage for stage, _, _ in told} == {"extract"}
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1] == ("extract", 30, 30)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupted_run_is_taken_up_where_it_was(workers: int, tmp_path: Path) -> None:
    given, out, log = documents(200), tmp_path / "out.jsonl", tmp_path / "log"
    doing = run(workers, log)
    whole = b"".join(line + b"\n" for line in doing.lines(given))
    log.unlink()

    def interrupted() -> Iterator[Document]:
        yield from given[:150]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(workers, log).file(interrupted(), out, PRINT)
    assert not out.exists()
    kept = len((tmp_path / "out.jsonl.partial").read_bytes().splitlines()) - 1
    assert kept > 0
    log.unlink()
    # Meanwhile one document has changed, one has gone, and the others come in another order.
    again = [Document("d0", "new", "text/plain"), *given[:0:-1][:-1]]
    done = run(workers, log).file(again, out, PRINT)
    worked_on = log.read_text("utf-8").split()
    assert (done.lines, done.resumed) == (199, 199 - len(worked_on))
    assert done.resumed >= kept - 2
    assert "d0" in worked_on
    lines = out.read_bytes().splitlines()
    assert [json.loads(line)["doc"] for line in lines] == [document.id for document in again]
    assert lines[0] == b'{"doc": "d0", "characters": 3}'
    assert set(lines[1:]) < set(whole.splitlines())
    assert not (tmp_path / "out.jsonl.partial").exists()


def test_a_failed_document_is_tried_again_next_time(tmp_path: Path) -> None:
    out, log = tmp_path / "out", tmp_path / "log"
    given = [*documents(2), Document("bad", "FAIL", "text/plain")]
    doing = run(1, log)
    assert doing.file(given, out, PRINT).lines == 2
    assert not doing.intake.clean
    run(1, log).file(given, out, PRINT)
    assert log.read_text("utf-8").split() == ["d0", "d1", "bad"] * 2


def test_a_document_is_another_when_anything_about_it_is() -> None:
    base = Document("a", "text", "text/plain")
    others = [
        Document("b", "text", "text/plain"), Document("a", "Text", "text/plain"),
        Document("a", "text", "text/plain", published="2020-01-01"),
        Document("a", "text", "text/plain", extractor="x 2"), Document("a", "text", "text/plain", url="u"),
    ]  # fmt: skip
    assert len({key_of(document) for document in [base, *others]}) == 6
    assert key_of(base) == key_of(Document("a", "text", "text/plain"))


def test_a_line_is_utf_8_and_one_line() -> None:
    assert written({"doc": "ก\n", "n": None}) == '{"doc": "ก\\n", "n": null}'.encode()


# --- with the rules -------------------------------------------------------------------------------------------


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A registry in a data folder without any announcement."""
    home = data_folder(tmp_path / "data")
    (home / "announcements").mkdir()
    return home / "registry"


def test_extraction_reads_the_registry_and_no_record(registry: Path) -> None:
    lines = list(Run(Rules(registry), Intake(read=1), 1).lines(documents(3)))
    shutil.rmtree(registry.parent / "announcements")
    assert list(Run(Rules(registry), Intake(read=1), 1).lines(documents(3))) == lines
    (first, *_) = [json.loads(line) for line in lines]
    assert [row["recipient_id"] for row in first["conferments"]] == ["agency/dbd"]


def test_the_whole_registry_with_the_records_gone_says_the_same(tmp_path: Path) -> None:
    shutil.copytree(REPO / "data" / "registry", tmp_path / "data" / "registry")
    (tmp_path / "data" / "announcements").mkdir()
    said = [
        list(Run(Rules(registry), Intake(read=1), 1).lines(documents(3)))
        for registry in (REPO / "data" / "registry", tmp_path / "data" / "registry")
    ]
    assert said[0] == said[1]


def test_the_same_bytes_whatever_the_number_of_workers(registry: Path) -> None:
    given = documents(60)
    lines = [list(Run(Rules(registry, everything=True), Intake(read=1), count).lines(given)) for count in (1, 2, 3)]
    assert lines[0] == lines[1] == lines[2]


def test_words_are_quoted_only_when_asked_for(registry: Path) -> None:
    for quote in (False, True):
        (line,) = Run(Rules(registry, quote=quote), Intake(read=1), 1).lines(documents(1))
        rows = json.loads(line)["conferments"]
        assert rows != []
        assert all(("quote" in row) == quote for row in rows)
        assert all(TEXTS[0][row["start"] : row["end"]] == row["quote"] for row in rows if quote)


def test_the_fingerprint_changes_with_the_registry_and_the_options(registry: Path) -> None:
    before = {
        Rules(registry).fingerprint(),
        Rules(registry, quote=True).fingerprint(),
        Rules(registry, everything=True).fingerprint(),
    }
    assert Rules(registry).fingerprint() in before
    table = registry / "agencies.csv"
    table.write_text(table.read_text("utf-8") + "\n", "utf-8")
    assert len({*before, Rules(registry).fingerprint()}) == 4
