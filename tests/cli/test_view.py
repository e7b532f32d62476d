import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result

from kg.views.catalogue import VIEWS
from tests.cli.commands import fails, kg
from tests.factory import data_folder, document


def view(home: Path, *arguments: str | Path) -> Result:
    return kg("view", *arguments, "--store", home / "store")


def test_a_view_in_every_format(home: Path, tmp_path: Path) -> None:
    asked = ("repeat-winners", "--at-least", "1")
    table = view(home, *asked).stdout
    assert table.splitlines()[0] == "Repeat winners"
    assert "Department of Business Development       1         1      0   2020  2020  Test Awards" in table
    assert "ผู้ได้รับรางวัลซ้ำ" in view(home, *asked, "--lang", "th").stdout
    [row] = csv.DictReader(io.StringIO(view(home, *asked, "--format", "csv").stdout))
    assert (row["recipient"], row["awards"], row["last_be"], row["proof"]) == (
        "agency/dbd", "1", "2563", "conferment/e-2020-a"
    )  # fmt: skip
    plain = json.loads(view(home, *asked, "--format", "json").stdout)
    assert plain["rows"][0]["proof"] == ["conferment/e-2020-a"]
    assert list(plain["evidence"]) == ["conferment/e-2020-a"]
    for form, start in (("graphml", "<?xml"), ("gexf", "<?xml"), ("svg", "<svg"), ("html", "<!DOCTYPE html>")):
        assert view(home, *asked, "--format", form).stdout.startswith(start)
    out = tmp_path / "out.csv"
    assert view(home, *asked, "--format", "csv", "--out", out).stdout == ""
    assert out.read_bytes().startswith(b"recipient,")


def test_every_view_answers(home: Path) -> None:
    for name in VIEWS:
        done = view(home, name)
        assert (done.exit_code, done.stdout.splitlines()[0]) == (0, VIEWS[name].title["en"])
    assert [name in view(home).stdout for name in VIEWS] == [True] * len(VIEWS)


def test_a_bundle(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    done = view(home, "timeline", "--scheme", "e", "--bundle", folder)
    assert (done.exit_code, done.stdout) == (0, "")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert manifest["permalink"] == "/views/timeline?scheme=e"
    again = fails(view(home, "timeline", "--bundle", folder), 2)
    assert again.endswith("the bundle needs a new folder: something is there already")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nope",), "kg: there is no view 'nope'; choose one of repeat-winners, streaks, collaboration,"),
        (
            ("streaks", "--from", "2567", "--to", "2560"),
            "kg: the years are upside down: from 2024 to 2017 (CE) holds",
        ),
        (("claims", "--by", "scheme"), "kg: the view claims has no 'by'; it can be asked for: from, to, scheme"),
        (("streaks", "--format", "svg"), "kg: there is no picture of streaks: it has no rows; ask for JSON or CSV"),
        (("streaks", "--out", "no/such/folder/x"), "kg: no/such/folder/x: the answer cannot be written: No such file"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(home: Path, arguments: tuple[str, ...], said: str) -> None:
    assert fails(view(home, *arguments), 2).startswith(said)


def test_an_empty_graph_is_an_empty_table_with_the_reason(tmp_path: Path) -> None:
    data_folder(tmp_path / "data", document())
    assert kg("build", "--data", tmp_path / "data", "--store", tmp_path / "store").exit_code == 0
    done = view(tmp_path, "repeat-winners")
    assert (done.exit_code, "* the graph holds no awards yet" in done.stdout) == (0, True)
    assert fails(kg("view", "streaks", "--store", tmp_path / "none"), 2).endswith("run: kg build")
