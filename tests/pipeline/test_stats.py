import json
from pathlib import Path

from kg.errors import KgError
from kg.pipeline.build import build
from kg.pipeline.ground import Ground
from kg.pipeline.stats import stats
from tests.pipeline.announcements import NEWS, WON, WON_TOO, documents, run, settings


def test_the_figures_say_what_was_read_and_what_is_in(tmp_path: Path) -> None:
    where = settings(tmp_path)
    run(where, documents(tmp_path, a=WON, b=WON, c=WON_TOO, d=NEWS, e=WON_TOO + NEWS))
    build(Ground(where))
    figures = stats(where, print)
    read, graph = figures["announcements"], figures["graph"]
    assert {name: read[name] for name in ("read", "awards_found", "awards_accepted", "awards_waiting")} == {
        "read": 5, "awards_found": 4, "awards_accepted": 4, "awards_waiting": 0,
    }  # fmt: skip
    assert {name: graph[name] for name in ("sources", "conferments", "agencies", "others", "people", "schemes")} == {
        "sources": 4, "conferments": 2, "agencies": 1, "others": 1, "people": 0, "schemes": 1,
    }  # fmt: skip
    (edition,) = figures["by_edition"]
    assert (edition["scheme"], edition["year"], edition["name"]) == ("scheme/e", 2020, "รางวัลทดสอบ")
    assert (edition["conferments"], edition["agencies"]) == (2, 1)
    # The same text under two ids is one announcement that was printed twice.
    assert figures["evidence"] == [{"announcements": 1, "conferments": 1}, {"announcements": 2, "conferments": 1}]
    assert json.loads(json.dumps(figures)) == figures


def test_why_claims_wait_is_counted_and_broken_files_are_told(tmp_path: Path) -> None:
    where = settings(tmp_path)
    text = WON.replace("2563", "2555")
    run(where, documents(tmp_path, a=text, b=WON))
    build(Ground(where))
    (where.data / "review" / "z.json").write_text("{", "utf-8")
    told: list[KgError] = []
    (waiting,) = stats(where, told.append)["waiting"]
    assert (waiting["kind"], waiting["reason"], waiting["claims"]) == ("conferment", "old-year", 1)
    assert waiting["words"]["en"] == "the year lies far before the announcement"
    assert [each.what for each in told] == ["the review file cannot be read"]
