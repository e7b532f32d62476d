import json
from pathlib import Path

from click.testing import Result

from kg.ingest.judgements import read_judgements
from kg.ingest.rulings import path_of, read_rulings
from kg.model.curation import Verdict
from tests.cli.commands import fails, kg
from tests.factory import data_folder
from tests.pipeline.announcements import WON, documents

OPEN = WON.replace("2563", "2555")  # an award of years ago waits


def ready(home: Path) -> Path:
    """A data folder in which one claim waits; its text stands beside it."""
    data = data_folder(home / "data")
    kg("ingest", documents(home, a=OPEN), "--workers", 1, "--data", data, "--store", home / "store")
    return data


def sit(home: Path, *keys: str) -> Result:
    given = "".join(f"{key}\n" for key in keys).encode("utf-8")
    return kg("review", "--data", home / "data", "--corpus", home, "--who", "x", given=given)


def verdicts(data: Path) -> list[Verdict | None]:
    return [each.verdict for each in read_rulings(path_of(data, "a"), print)]


def test_a_claim_is_shown_with_its_words_and_reasons_and_can_be_skipped(tmp_path: Path) -> None:
    data = ready(tmp_path)
    result = sit(tmp_path, "k")
    assert result.exit_code == 0, result.output
    assert "1/1  a  " in result.stdout
    assert "คว้ารางวัลทดสอบ" in result.stdout
    assert "the year lies far before the announcement" in result.stdout
    assert "0 of 1 decided" in result.stderr
    assert verdicts(data) == []


def test_decisions_are_kept_and_applied_by_the_next_ingest(tmp_path: Path) -> None:
    data = ready(tmp_path)
    assert "1 of 1 decided" in sit(tmp_path, "a").stderr
    assert verdicts(data) == [Verdict.ACCEPT]
    kg("ingest", documents(tmp_path, a=OPEN), "--workers", 1, "--data", data, "--store", tmp_path / "store")
    record = json.loads((data / "announcements" / "2020" / "a.json").read_text("utf-8"))
    assert [thing["class"] for thing in record["things"]].count("Conferment") == 1
    assert not (data / "review" / "a.json").exists()


def test_undo_goes_back_to_the_claim(tmp_path: Path) -> None:
    data = ready(tmp_path)
    assert "0 of 1 decided" in sit(tmp_path, "u", "q").stderr
    # The sitting ends with its last claim, so undo comes while another is left.
    path = data / "review" / "a.json"
    content = json.loads(path.read_text("utf-8"))
    content["waiting"].append({**content["waiting"][0], "claim": {**content["waiting"][0]["claim"], "year": 2019}})
    path.write_text(json.dumps(content), "utf-8")
    result = sit(tmp_path, "r", "u", "r", "q")
    assert "1 of 2 decided" in result.stderr
    assert verdicts(data) == [Verdict.REJECT]


def test_a_correction_asks_for_values_and_says_what_does_not_stand_in_the_text(tmp_path: Path) -> None:
    data = ready(tmp_path)
    result = sit(tmp_path, "c", "level=ระดับดี", "", "c", "nonsense", "c", "year=2019", "", "q")
    assert "does not stand in the text" in result.stderr
    assert "is no field=value" in result.stderr
    assert verdicts(data) == [Verdict.CORRECT]


def test_same_as_a_reference_is_a_judgement(tmp_path: Path) -> None:
    data = ready(tmp_path)
    assert "1 of 1 decided" in sit(tmp_path, "s", "agency/dbd").stderr
    assert [(line.left, line.right) for line in read_judgements(data / "judgements", print)] == [
        ("name:กรมพัฒนาธุรกิจการค้า@a", "agency/dbd")
    ]


def test_without_a_queue_it_says_so(tmp_path: Path) -> None:
    assert "there is no queue" in fails(kg("review", "--data", tmp_path), 2)
