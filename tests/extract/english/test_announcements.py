"""Whole announcements in English, of Thailand and of an invented country, from text to claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import kg
from tests.extract.english.stories import HERE, STORIES, claims, foreign_folder, read, story

ALWAYS = ("conferments", "candidacies", "streaks")
"""Claims that a file lists in full even where it is silent: what it does not name must not be found."""


@pytest.mark.parametrize("name", STORIES)
def test_claims_of_an_announcement(name: str) -> None:
    told = story(name)
    found = claims(read(told))
    wanted = {kind: told[kind] for kind in found if kind in told} | {kind: told.get(kind, []) for kind in ALWAYS}
    assert {kind: sorted(found[kind]) for kind in wanted} == {kind: sorted(rows) for kind, rows in wanted.items()}


def test_there_are_announcements_of_both_registries() -> None:
    used = [story(name)["registry"] for name in STORIES]
    assert (len(used) >= 12, sorted(set(used))) == (True, ["ellery", "thai"])


def said(row: dict[str, Any], text: str) -> dict[str, str]:
    return {name: text[slice(*span)] for name, span in row["spans"].items()}


def test_every_value_points_at_its_words() -> None:
    told = story("thai_department_two_awards")
    text = told["text"]
    found = read(told)
    row = next(row for row in found["conferments"] if row["work"])
    assert said(row, text) == {
        "recipient": "DBD",
        "scheme": "Gold Award in the Open Government category",
        "level": "Gold Award",
        "category": "Gold Award in the Open Government category",
        "work": "One Register, One Click",
    }
    (event,) = found["events"]
    assert said(event, text) == {
        "name": "ceremony",
        "date": "20 September 2023",
        "place": "Lotus Convention Centre, Bangkok",
    }
    receiver = next(row for row in found["people"] if row["part"] == "receiver")
    assert {name: words for name, words in said(receiver, text).items() if name != "part"} == {
        "name": "Somchart Raksanit",
        "title": "Mr.",
        "post": "Director-General of the Department of Business Development",
        "agency": "Department of Business Development",
    }


def test_a_country_is_added_by_data_files_alone(tmp_path: Path) -> None:
    (tmp_path / "data" / "registry").mkdir(parents=True)
    foreign_folder(tmp_path / "data" / "registry")
    text = story("joint_winners")["text"]
    (tmp_path / "news.txt").write_text(text, "utf-8")
    result = kg("extract", tmp_path / "news.txt", "--data", tmp_path / "data")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)["conferments"]
    assert sorted({(row["recipient"], row.get("recipient_id", ""), row["scheme_id"], row["year"]) for row in rows}) == [
        ("Port Ellery Harbour Authority", "agency/harbour", "scheme/ellery-prize", 2015),
        ("Port Ellery Harbour Authority", "agency/harbour", "scheme/ellery-prize", 2016),
        ("Port Ellery Harbour Authority", "agency/harbour", "scheme/ellery-prize", 2018),
        ("University of Ellery", "", "scheme/ellery-prize", 2018),
    ]
    assert "ellery" not in "".join(path.name for path in HERE.parents[2].glob("kg/**/*"))
