import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError, UsageError
from kg.ingest.judgements import read_judgements
from kg.ingest.rulings import path_of, read_rulings
from kg.model.curation import Verdict
from kg.model.judgement import Decision
from kg.pipeline.reviewing import Desk, Item
from kg.settings import Settings

TEXT = "กรมทดสอบ คว้ารางวัลทดสอบ ประจำปี 2563 ร่วมกับกรมอื่น"
CLAIM = {
    "recipient": "กรมทดสอบ", "surfaces": ["กรมทดสอบ"], "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2020,
    "award_id": "x", "start": 0, "end": 24, "confidence": 0.3, "spans": {"recipient": [0, 8], "scheme": [13, 24]},
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def queue(home: Path, *claims: dict[str, Any], rule: str = "low-confidence", text: str = TEXT) -> None:
    import hashlib

    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    waiting = [
        {"kind": "conferment", "reasons": [{"rule": rule, "th": "", "en": ""}], "claim": each} for each in claims
    ]
    content = {"id": "a", "source": {"title": "ข่าว", "sha256": sha256}, "waiting": waiting}
    (home / "data" / "review").mkdir(parents=True, exist_ok=True)
    (home / "data" / "review" / "a.json").write_text(json.dumps(content), "utf-8")


def desk(home: Path, told: list[KgError] | None = None) -> Desk:
    return Desk(Settings(data=home / "data", corpus=home / "corpus"), "Somchai X", (told or []).append)


def only(home: Path) -> Item:
    (item,) = desk(home).items()
    return item


def held(home: Path) -> list[tuple[Verdict | None, Any]]:
    return [(each.verdict, each.instead) for each in read_rulings(path_of(home / "data", "a"), print)]


def test_a_claim_is_shown_in_the_words_of_its_document(home: Path) -> None:
    queue(home, CLAIM)
    context = desk(home).context(only(home))
    assert (context.before, context.words, context.after) == ("", TEXT[:24], TEXT[24:])


def test_a_text_that_changed_or_is_not_at_hand_shows_no_words(home: Path) -> None:
    queue(home, CLAIM, text="เดิม")
    assert desk(home).context(only(home)).note == "the text has changed since it was read: ingest the document again"
    (home / "corpus" / "a.txt").unlink()
    assert desk(home).context(only(home)).note == "the text is not at hand: name it with --corpus"


def test_what_was_decided_is_not_asked_again_and_undo_brings_it_back(home: Path) -> None:
    queue(home, CLAIM, CLAIM | {"year": 2019})
    sitting = desk(home)
    first, second = sitting.items()
    sitting.accept(first)
    sitting.reject(second)
    assert held(home) == [(Verdict.ACCEPT, None), (Verdict.REJECT, None)]
    assert list(desk(home).items()) == []
    assert sitting.undo() == "a"
    assert [item.claim["year"] for item in desk(home).items()] == [2019]
    sitting.undo()
    with pytest.raises(UsageError, match="nothing to undo"):
        sitting.undo()
    assert len(path_of(home / "data", "a").read_text("utf-8").splitlines()) == 4  # nothing is ever taken out


def test_a_corrected_value_must_stand_in_the_text_and_gets_its_place(home: Path) -> None:
    queue(home, CLAIM)
    sitting, item = desk(home), only(home)
    with pytest.raises(UsageError, match="does not stand in the text"):
        sitting.correct(item, {"recipient": "กรมที่ไม่มี"})
    with pytest.raises(KgError, match="is no number"):
        sitting.correct(item, {"year": "ปีนี้"})
    assert held(home) == []
    right = sitting.correct(item, {"recipient": "กรมอื่น", "year": "2019", "level": ""})
    assert (right["recipient"], right["year"]) == ("กรมอื่น", 2019)
    assert TEXT[slice(*right["spans"]["recipient"])] == "กรมอื่น"
    assert held(home) == [(Verdict.CORRECT, right)]


def test_what_is_missing_must_be_added_before_it_can_be_accepted(home: Path) -> None:
    queue(home, {key: value for key, value in CLAIM.items() if key != "year"}, rule="no-year")
    with pytest.raises(UsageError, match="year is missing"):
        desk(home).accept(only(home))


def test_an_open_name_that_is_accepted_is_a_body_that_the_registry_lacks(home: Path) -> None:
    queue(home, CLAIM, rule="open-binding")
    desk(home).accept(only(home))
    assert held(home) == [(Verdict.CORRECT, CLAIM | {"unlisted": True})]


def test_same_and_different_are_judgements_of_the_name_in_its_document(home: Path) -> None:
    queue(home, CLAIM, rule="open-binding")
    sitting, item = desk(home), only(home)
    sitting.judge(item, "agency/dbd", Decision.SAME)
    sitting.judge(item, "agency/dga", Decision.DIFFERENT)
    sitting.undo()
    lines = read_judgements(home / "data" / "judgements", print)
    assert [(line.left, line.right, line.decision) for line in lines] == [
        ("name:กรมทดสอบ@a", "agency/dbd", Decision.SAME),
        ("name:กรมทดสอบ@a", "agency/dga", Decision.DIFFERENT),
        ("", "", None),
    ]
    assert lines[2].undoes == lines[1].id
    with pytest.raises(UsageError, match="cannot be judged"):
        sitting.judge(item, "somebody", Decision.SAME)


def test_a_record_that_was_refused_is_for_the_editor(home: Path) -> None:
    queue(home, CLAIM)
    path = home / "data" / "review" / "a.json"
    path.write_text(path.read_text("utf-8").replace('"conferment"', '"record"'), "utf-8")
    with pytest.raises(UsageError, match="cannot be decided here"):
        desk(home).reject(only(home))


def test_broken_files_are_told_and_the_rest_goes_on(home: Path) -> None:
    queue(home, CLAIM)
    (home / "data" / "review" / "b.json").write_text("{", "utf-8")
    told: list[KgError] = []
    sitting = Desk(Settings(data=home / "data"), "x", told.append)
    assert [item.doc for item in sitting.items()] == ["a"]
    assert [each.what for each in told] == ["the review file cannot be read"]
