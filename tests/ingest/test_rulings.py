from pathlib import Path

from kg.errors import KgError
from kg.ingest.rulings import append_ruling, path_of, read_rulings
from kg.model.curation import Ruling, Verdict

CLAIM = {"recipient": "กรมทดสอบ", "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2020, "start": 3, "end": 9}


def ruling(name: str, verdict: Verdict | None = Verdict.ACCEPT, **more: object) -> Ruling:
    if verdict is None:
        return Ruling(name, "2026-01-02", "x", "a" * 64, undoes=str(more["undoes"]))
    return Ruling(name, "2026-01-02", "x", "a" * 64, "conferment", verdict, CLAIM, more.get("instead"))  # type: ignore[arg-type]


def test_decisions_are_read_as_they_were_appended(tmp_path: Path) -> None:
    lines = [ruling("1"), ruling("2", Verdict.REJECT), ruling("3", Verdict.CORRECT, instead=CLAIM | {"year": 2021})]
    for line in lines:
        append_ruling(tmp_path, "a", line)
    told: list[KgError] = []
    assert read_rulings(path_of(tmp_path, "a"), told.append) == lines
    assert told == []
    assert read_rulings(path_of(tmp_path, "b"), told.append) == []


def test_an_undone_decision_says_nothing_and_an_undoing_can_be_undone(tmp_path: Path) -> None:
    append_ruling(tmp_path, "a", ruling("1"))
    append_ruling(tmp_path, "a", ruling("2", None, undoes="1"))
    assert read_rulings(path_of(tmp_path, "a"), print) == []
    append_ruling(tmp_path, "a", ruling("3", None, undoes="2"))
    assert [each.id for each in read_rulings(path_of(tmp_path, "a"), print)] == ["1"]


def test_corrupt_lines_are_named_and_the_rest_holds(tmp_path: Path) -> None:
    append_ruling(tmp_path, "a", ruling("1"))
    path = path_of(tmp_path, "a")
    good = path.read_text("utf-8")
    broken = [
        "{broken",
        "[]",
        good.strip(),
        good.strip().replace('"id": "1"', '"id": "2"').replace("accept", "perhaps"),
        good.strip().replace('"id": "1"', '"id": "3"').replace('"end": 9', '"end": 1'),
        good.strip().replace('"id": "1"', '"id": "4"').replace("2026-01-02", "soon"),
        '{"id": "5", "when": "2026-01-02", "who": "x", "sha256": "", "decision": "undo", "undoes": "9"}',
    ]
    path.write_text(good + "\n".join(broken), "utf-8")
    told: list[KgError] = []
    assert [each.id for each in read_rulings(path, told.append)] == ["1"]
    assert [each.where for each in told] == [f"{path}:{number}" for number in range(2, 9)]
    append_ruling(tmp_path, "a", ruling("6"))  # behind a line that was cut off
    assert [each.id for each in read_rulings(path, told.append)] == ["1", "6"]
