import importlib.util
import io
import json
import random
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from kg.ingest.intake import Intake
from kg.pipeline.evaluate import evaluate, figures_in_words, largest_matching, misses_in_words
from kg.pipeline.extract import Rules, Run
from kg.pipeline.gold import Gold, by_document, read_gold
from tests.factory import REPO

SHARED = REPO.parent / "shared"
SCRIPT = SHARED / "tools" / "score_extraction.py"
GOLD = [SHARED / "corpus" / "seeds", SHARED / "corpus" / "dev"]
needs_shared = pytest.mark.skipif(not SCRIPT.is_file(), reason="the script and its gold stand beside the repository")

ROW = {"recipient": "กรมหนึ่ง", "surfaces": ["กน."], "scheme": "รางวัลทดสอบ", "year": 2020, "start": 5, "end": 20}


def gold(**documents: Mapping[str, Any]) -> Gold:
    return Gold(dict(documents), {doc: "x" * 100 for doc in documents})


def scores(said: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, float]:
    return evaluate(gold(a={"relevance": "conferral", **said}), {"a": found}).scores()


def test_a_right_row_counts_for_all_that_it_says() -> None:
    row = {**ROW, "recipient_id": "agency/one"}
    got = scores({"conferments": [row]}, {"conferments": [{**row, "recipient": "กน"}]})
    assert [got[name] for name in ("conferments_f1", "conferments_full_f1", "spans", "binding_p", "binding_r")] == [
        1
    ] * 5
    assert got["relevance_accuracy"] == 1


@pytest.mark.parametrize(
    ("gold_has", "found_has", "right", "right_in_full"),
    [
        ({}, {"year": 2021}, 0, 0),
        ({"year": None}, {"year": 2021}, 1, 1),
        ({}, {"scheme": "รางวัลอื่น"}, 0, 0),
        ({}, {"recipient": "กรมสอง"}, 0, 0),
        ({}, {"level": "ดีเด่น"}, 1, 0),
        ({"level": "ระดับดีเด่น"}, {"level": "ดีเด่น"}, 1, 1),
        ({}, {"category": "บริการ"}, 1, 1),
        ({"category": "บริการ"}, {}, 1, 0),
        ({}, {"work": "ระบบ"}, 1, 0),
        ({"work": "ระบบทดสอบ"}, {"work": "ระบบ ทดสอบ"}, 1, 1),
    ],
)
def test_what_makes_a_conferment_right(
    gold_has: dict[str, Any], found_has: dict[str, Any], right: int, right_in_full: int
) -> None:
    got = scores({"conferments": [{**ROW, **gold_has}]}, {"conferments": [{**ROW, **found_has}]})
    assert (got["conferments_r"], got["conferments_full_r"]) == (right, right_in_full)


@pytest.mark.parametrize(("start", "end", "right"), [(0, 6, 1), (0, 5, 0), (20, 30, 0), (0, 1501, 0), (19, 90, 1)])
def test_a_span_must_overlap_the_words_and_not_be_the_whole_text(start: int, end: int, right: int) -> None:
    got = scores({"conferments": [ROW]}, {"conferments": [{**ROW, "start": start, "end": end}]})
    assert got["spans"] == right


def test_a_body_left_open_is_no_wrong_binding() -> None:
    row = {**ROW, "recipient_id": "agency/one"}
    assert scores({"conferments": [row]}, {"conferments": [ROW]})["binding_r"] == 0
    wrong = scores({"conferments": [row]}, {"conferments": [{**row, "recipient_id": "agency/two"}]})
    assert (wrong["binding_p"], wrong["binding_r"]) == (0, 0)


def test_beyond_a_truncated_list_nothing_is_wrong() -> None:
    extra = {**ROW, "recipient": "กรมสอง"}
    for truncated, precision in ((False, 0.5), (True, 1)):
        said = {"conferments": [ROW], "truncated": truncated}
        assert scores(said, {"conferments": [ROW, extra]})["conferments_p"] == precision


def test_a_document_without_prediction_counts_as_empty() -> None:
    figures = evaluate(gold(a={"relevance": "conferral", "conferments": [ROW]}, b={"relevance": "none"}), {})
    assert (figures.relevant, figures.documents, figures.kinds["conferments"].gold) == (1, 2, 1)
    assert figures.scores()["conferments_f1"] == 0


def test_as_many_rows_match_as_can() -> None:
    fits = {("a", "x"), ("a", "y"), ("b", "x"), ("c", "y")}
    rows = [[{"n": name} for name in names] for names in ("abc", "xyz")]
    assert largest_matching(*rows, lambda one, other: (one["n"], other["n"]) in fits) == {0: 1, 1: 0}


def test_figures_and_misses_in_words() -> None:
    said = {"relevance": "conferral", "conferments": [ROW], "people": [{"name": "สมชาย", "part": "chair"}]}
    figures = evaluate(gold(a=said, b=said), {"b": {"conferments": [{**ROW, "year": 2019}]}})
    lines = list(figures_in_words(figures))
    assert lines[0] == "conferments        P 0.000  R 0.000  F1 0.000   (gold 2, predicted 1, right 0)"
    assert lines[-1] == "relevance accuracy 0.500 over 2 documents"
    misses = list(misses_in_words(figures, 1))
    assert misses[:2] == ["-- conferments: a", "   missed กรมหนึ่ง | รางวัลทดสอบ | 2020"]
    assert misses[-2:] == ["-- people: a", "   missed สมชาย | chair"]
    assert "   extra  กรมหนึ่ง | รางวัลทดสอบ | 2019" in list(misses_in_words(figures, 2))
    assert list(misses_in_words(figures, 0)) == []


# --- against the script ---------------------------------------------------------------------------------------


Rows = dict[str, Any]


def by_rules() -> dict[str, Rows]:
    """What the rules say of the gold's texts."""
    texts = read_gold(GOLD)
    run = Run(Rules(REPO / "data" / "registry", everything=True), Intake(read=1), 1)
    return {doc: dict(said) for doc, said in by_document(run.lines(texts.as_documents())).items()}


def by_gold() -> dict[str, Rows]:
    """The gold itself, its quotes as they are."""
    return {doc: dict(said) for doc, said in read_gold(GOLD).documents.items()}


def perturbed(found: dict[str, Rows], seed: int) -> dict[str, Rows]:
    """The same with documents gone and rows gone, doubled, swapped and changed."""
    noise = random.Random(seed)
    kept = {doc: said for doc, said in found.items() if noise.random() > 0.05}
    return {doc: {key: _shaken(said, noise) for key, said in rows.items()} for doc, rows in kept.items()}


def _shaken(said: Any, noise: random.Random) -> Any:
    if not isinstance(said, list):
        return said
    rows = [_changed(row, noise) for row in said if noise.random() > 0.15 for _ in range(1 + (noise.random() < 0.1))]
    noise.shuffle(rows)
    return rows or noise.choice([[], None])


def _changed(row: Rows, noise: random.Random) -> Rows:
    new = dict(row)
    for key in sorted(row):
        if noise.random() < 0.12:
            value = row[key]
            if isinstance(value, str) and value:
                cut = noise.randrange(len(value))
                new[key] = noise.choice([value[:cut], value[cut:], value[:cut] + " ๆ" + value[cut:], None])
            elif isinstance(value, int):
                new[key] = noise.choice([value + 1, value - 1, None])
            else:
                new.pop(key)
    if noise.random() < 0.2 and row.get("surfaces"):
        new["recipient"] = noise.choice(row["surfaces"])
    return new


def by_script(found: dict[str, Rows], folder: Path) -> tuple[dict[str, float], list[str]]:
    """The figures of the script, unrounded, and what it prints."""
    path = folder / "found.jsonl"
    path.write_text("".join(json.dumps(said, ensure_ascii=False) + "\n" for said in found.values()), "utf-8")
    spec = importlib.util.spec_from_file_location("score_extraction", SCRIPT)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    seen: dict[str, float] = {}
    arguments = [str(SCRIPT), "--pred", str(path), *(part for each in GOLD for part in ("--gold", str(each)))]

    def watch(frame: Any, event: str, _: Any) -> None:
        if event == "return" and frame.f_code.co_name == "main":
            seen.update(frame.f_locals["score"])

    before, out = sys.argv, io.StringIO()
    sys.argv = arguments
    sys.setprofile(watch)
    try:
        with redirect_stdout(out):
            script.main()
    finally:
        sys.setprofile(None)
        sys.argv = before
    return seen, [line for line in out.getvalue().splitlines() if not line.startswith("no prediction")]


@needs_shared
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("make", [by_rules, by_gold])
@pytest.mark.parametrize("seed", range(6))
def test_the_figures_are_those_of_the_script(make: Callable[[], dict[str, Rows]], seed: int, tmp_path: Path) -> None:
    found = make() if seed == 0 else perturbed(make(), seed)
    figures = evaluate(read_gold(GOLD), found)
    expected, printed = by_script(found, tmp_path)
    assert figures.scores() == expected
    assert list(figures_in_words(figures)) == printed
    assert 0 < expected["conferments_f1"] <= 1


@needs_shared
def test_the_aliases_are_those_of_the_script() -> None:
    spec = importlib.util.spec_from_file_location("score_extraction", SCRIPT)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    from kg.pipeline import likeness

    assert list(likeness._aliases()) == script.ALIASES
