"""Each check finds exactly the rows beside its data."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import DataError
from kg.graph.checks import SCOPES, Check, check_source, load_checks, query_over, run_checks
from kg.model.report import Report, short_name

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/data.trig"))
BY_NAME = {check.name: check for check in load_checks()}


def data(name: str) -> list[ox.Quad]:
    return list(ox.parse(path=HERE / name / "data.trig"))


def test_every_check_has_data() -> None:
    assert {folder.name for folder in FOLDERS} == set(BY_NAME)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_check_finds_exactly_what_is_expected(folder: Path) -> None:
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))[1:]
    assert expected, "a check that finds nothing proves nothing"
    found = BY_NAME[folder.name].run(query_over(data(folder.name)))
    assert sorted([short_name(v.focus), short_name(v.value), v.message("en")] for v in found) == expected


@pytest.mark.parametrize("check", load_checks(), ids=lambda check: check.name)
def test_header_is_sound(check: Check) -> None:
    lines = check.text.splitlines()
    assert lines[0].endswith(".")
    assert check.rule["en"].isascii()
    assert re.search("[ก-๙]", check.rule["th"])
    assert re.search("[ก-๙]", check.messages["th"])
    slots = {slot for message in check.messages.values() for slot in re.findall(r"\{(\w+)\}", message)}
    assert slots <= set(check.columns)
    select = re.search(r"^SELECT.*WHERE \{$", check.text, re.MULTILINE)
    assert select
    assert set(re.findall(r"\?(\w+)(?=[ )])", select[0])) >= set(check.columns)


def test_scope_decides_what_runs() -> None:
    query = query_over(data("thing-without-label"))
    assert {v.shape for v in run_checks(query, "whole").violations} == {"thing-without-label"}
    with pytest.raises(ValueError, match="no such scope"):
        run_checks(query, "half")
    assert set().union(*(check.scopes for check in BY_NAME.values())) == SCOPES


def test_source_checks_name_the_graph() -> None:
    (found,) = [v for v in check_source(data("span-outside-document")).violations if v.severity == "Violation"]
    assert found.graph == "https://w3id.org/award-kg/graph/source/doc"
    assert found.component == "Query"
    assert check_source([]) == Report()


def test_order_of_input_does_not_matter() -> None:
    quads = [quad for folder in FOLDERS for quad in data(folder.name)]
    assert run_checks(query_over(quads), "whole") == run_checks(query_over(reversed(quads)), "whole")


def test_incomplete_header_is_a_clear_error() -> None:
    with pytest.raises(DataError, match=r"broken\.rq"):
        Check.parse("broken", "# A rule.\n# กฎ\n# severity: terrible\nSELECT ?focus WHERE { }")
