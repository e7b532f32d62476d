from pathlib import Path

from tests.cli.commands import ask, fails, kg
from tests.factory import data_folder
from tests.pipeline.announcements import NEWS, WON, documents

QUESTION = "ASK { GRAPH ?g { ?a a aw:Conferment ; aw:recipient <https://w3id.org/award-kg/id/agency/dbd> } }"


def test_ingest_says_what_became_of_the_documents_and_builds_the_store(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    given = documents(tmp_path, a=WON, b=NEWS)
    result = kg("ingest", given, "--workers", 1, "--data", data, "--store", tmp_path / "store")
    assert result.exit_code == 0, result.output
    assert "2 documents read, 0 inputs skipped; 1 accepted, 0 queued, 0 unchanged, 1 without awards" in result.stderr
    assert "graph/source/a" in result.stdout
    assert "true" in ask(tmp_path, QUESTION).stdout


def test_a_table_is_taken_in_by_the_same_path(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    given = tmp_path / "winners.csv"
    given.write_text("หน่วยงาน,รางวัล,ปี\nกรมพัฒนาธุรกิจการค้า,รางวัลทดสอบ,2563\n", "utf-8")
    result = kg("ingest", given, "--workers", 1, "--data", data, "--store", tmp_path / "store")
    assert result.exit_code == 0, result.output
    assert "1 documents read, 0 inputs skipped; 1 accepted" in result.stderr
    assert "true" in ask(tmp_path, QUESTION).stdout


def test_a_bad_line_is_named_the_rest_goes_on_and_the_status_is_1(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    given = documents(tmp_path, a=WON)
    given.write_text("{broken\n" + given.read_text("utf-8"), "utf-8")
    result = kg("ingest", given, "--workers", 1, "--data", data, "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert f"kg: {given}:1: the line is not JSON" in result.stderr
    assert "1 documents read, 1 inputs skipped; 1 accepted" in result.stderr


def test_nothing_to_read_is_status_2(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    result = kg("ingest", tmp_path / "nobody.txt", "--data", data, "--store", tmp_path / "store")
    assert result.exit_code == 2
    assert "no document could be read" in result.stderr


def test_a_judgement_that_cannot_be_read_is_named_by_build(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    (data / "judgements").mkdir()
    (data / "judgements" / "a.csv").write_text("x\n", "utf-8")
    result = kg("build", "--data", data, "--store", tmp_path / "store")
    assert result.exit_code == 0
    assert "kg: left out: " in result.stderr
    assert "has not the columns of a log" in result.stderr


def test_retract_takes_a_source_back(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    places = ("--data", data, "--store", tmp_path / "store")
    kg("ingest", documents(tmp_path, a=WON), "--workers", 1, *places)
    result = kg("retract", "a", "--reason", "published by mistake", *places)
    assert result.exit_code == 0, result.output
    assert "a is taken back; 2 ids are gone (data/redirects.csv)" in result.stderr
    assert "false" in ask(tmp_path, QUESTION).stdout
    assert "is no source of the data" in fails(kg("retract", "a", "--reason", "again", *places), 2)
