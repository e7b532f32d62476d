import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.commands import fails, kg
from tests.factory import REPO, data_folder
from tests.filemakers import json_lines

WON = "กรมพัฒนาธุรกิจการค้า ได้รับรางวัลทดสอบ ประจำปี 2563"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that has never seen an announcement."""
    return data_folder(tmp_path_factory.mktemp("data") / "data")


def test_a_text_becomes_one_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(WON, "utf-8")
    result = kg("extract", tmp_path / "one.txt", "--data", data)
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    said = json.loads(line)
    assert (said["doc"], said["relevance"]) == ("one", "conferral")
    (row,) = said["conferments"]
    assert (row["recipient_id"], row["year"], "quote" in row) == ("agency/dbd", 2020, False)
    assert WON[slice(*row["spans"]["recipient"])] == "กรมพัฒนาธุรกิจการค้า"
    assert result.stderr.splitlines() == ["Reading announcements …", "1 documents read, 0 inputs skipped"]


def test_standard_input_and_the_words_themselves(data: Path) -> None:
    result = kg("extract", "-", "--quote", "--data", data, given=WON.encode())
    assert result.exit_code == 0
    said = json.loads(result.stdout)
    assert said["doc"] == "stdin"
    assert said["conferments"][0]["quote"] in WON


def test_inputs_that_are_skipped_are_named_and_status_1(data: Path, tmp_path: Path) -> None:
    lines = json_lines({"id": "a", "text": WON}) + b'{"id": "b", "te\n' + json_lines({"id": "c", "text": WON})
    (tmp_path / "many.jsonl").write_bytes(lines)
    (tmp_path / "none.txt").write_bytes(b"")
    (tmp_path / "wins.csv").write_bytes(b"agency,year\n")
    result = kg("extract", tmp_path, "--data", data)
    assert result.exit_code == 1
    assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == ["a", "c"]
    said = sorted(result.stderr.splitlines()[1:])
    assert said[0] == "2 documents read, 3 inputs skipped"
    assert said[1].startswith(f"kg: {tmp_path}/many.jsonl:2: the line is not JSON")
    assert said[2:] == [
        f"kg: {tmp_path}/none.txt: is empty",
        f"kg: {tmp_path}/wins.csv: row 1 with agency | year: no column has the scheme; name the columns as usual "
        "(หน่วยงาน, รางวัล, ปี …; agency, award, year …), or give --mapping FILE, with a constant if need be",
    ]


def test_nothing_readable_is_status_2(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for more in ([], ["--out", out]):
        result = kg("extract", tmp_path / "none.txt", "--data", data, *more)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines()[-2:] == [
            f"kg: {tmp_path}/none.txt: there is no such file; mend its name",
            "kg: no document could be read; name files or folders with announcements",
        ]
    assert fails(kg("extract", tmp_path, "--data", data), 2).startswith("kg: no document could be read")
    assert list(tmp_path.iterdir()) == []
    assert fails(kg("extract", tmp_path, "--data", data, "--out", tmp_path), 2).startswith("kg: ")


def test_a_file_appears_with_the_same_bytes(data: Path, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_bytes(json_lines(*({"id": number, "text": WON * number} for number in range(1, 30))))
    out = tmp_path / "out.jsonl"
    printed = kg("extract", tmp_path / "one.jsonl", "--data", data).stdout_bytes
    for workers in (1, 2):
        result = kg("extract", tmp_path / "one.jsonl", "--data", data, "--out", out, "--workers", workers)
        assert (result.exit_code, result.stdout) == (0, "")
        assert f"29 lines in {out}" in result.stderr
        assert out.read_bytes() == printed
        out.unlink()


def test_ctrl_c_leaves_what_is_done_and_the_same_command_goes_on(tmp_path: Path, data: Path) -> None:
    # Enough for seconds: a busy machine wakes this process late, and there must be something left to interrupt.
    entries = json_lines(*({"id": number, "text": f"{WON} {number}\n" * 20} for number in range(1600)))
    (tmp_path / "many.jsonl").write_bytes(entries)
    out, partial = tmp_path / "out.jsonl", tmp_path / "out.jsonl.partial"
    command = [sys.executable, "-m", "kg", "extract", str(tmp_path / "many.jsonl"), "--data", str(data)]
    process = subprocess.Popen(
        [*command, "--out", str(out)], cwd=REPO, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while process.poll() is None and not (partial.exists() and partial.stat().st_size > 1000):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.splitlines()[1:] == [f"kg: interrupted; the same command goes on from {partial}"]
    assert not out.exists()
    again = kg("extract", tmp_path / "many.jsonl", "--data", data, "--out", out)
    assert again.exit_code == 0
    assert "of them from an interrupted run" in again.stderr
    assert not partial.exists()
    assert out.read_bytes() == kg("extract", tmp_path / "many.jsonl", "--data", data).stdout_bytes


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path, data: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(json_lines(*({"id": number, "text": WON * 50} for number in range(300))))
    program = f"{sys.executable} -m kg extract {tmp_path}/many.jsonl --data {data} | head -n 1 | wc -l"
    done = subprocess.run(["bash", "-c", program], cwd=REPO, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "1"
    assert "Traceback" not in done.stderr
