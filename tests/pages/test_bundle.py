import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KgError, UsageError
from kg.model.answerjson import to_json
from kg.pages.bundle import write_bundle
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.read import Span
from tests.model.answering import ANSWER

SPAN = Span("conferment/1", "evidence/s-1-2-a", "aw:level", "source/s", 1, 2, "ab" * 32, "2020-01-02", "")


def test_a_bundle_has_rule_version_result_evidence_and_pages(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "bundle"
    written = write_bundle(ANSWER, [SPAN], DEFAULT_BASE, folder)
    names = {path.relative_to(folder).as_posix() for path in written}
    assert {
        "README.md", "rule.md", "queries/outcomes.rq", "result.json", "result.csv", "evidence.csv", "page.th.html",
        "page.en.html", "network.graphml", "network.gexf", "manifest.json", "picture.th.svg", "picture.en.svg",
    } <= names  # fmt: skip
    assert names == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    page = (folder / "page.en.html").read_text("utf-8")
    words = re.search("<title.*?</desc>", (folder / "picture.en.svg").read_text("utf-8"))
    assert words is not None
    assert words[0] in page
    assert all(f'href="{name}"' in page for name in ("result.csv", "network.gexf", "picture.en.svg"))
    assert (folder / "result.json").read_bytes() == to_json(ANSWER, indent=1)
    [row] = csv.DictReader(io.StringIO((folder / "evidence.csv").read_bytes().decode("utf-8"), newline=""))
    assert (row["evidence"], row["start"], row["sha256"]) == ("evidence/s-1-2-a", "1", "ab" * 32)
    assert row["evidence_iri"] == "https://w3id.org/award-kg/id/evidence/s-1-2-a"
    assert "A run is a maximal chain of years" in (folder / "rule.md").read_text("utf-8")
    assert "`0123`" in (folder / "README.md").read_text("utf-8")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert manifest["data"] == {"version": "0123", "base": DEFAULT_BASE}
    assert manifest["files"] == {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(names - {"manifest.json"})
    }


def test_the_same_answer_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (write_bundle(ANSWER, [SPAN], DEFAULT_BASE, tmp_path / name) for name in "ab")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_an_answer_without_rows_is_bundled_without_a_network(tmp_path: Path) -> None:
    names = {path.name for path in write_bundle(replace(ANSWER, rows=()), [], DEFAULT_BASE, tmp_path / "empty")}
    assert "network.gexf" not in names
    assert "page.th.html" in names


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="the bundle needs a new folder: something is there already"):
        write_bundle(ANSWER, [], DEFAULT_BASE, tmp_path)
    with pytest.raises(KgError, match="the bundle cannot be written"):
        write_bundle(ANSWER, [], DEFAULT_BASE, tmp_path / "mine.txt" / "below")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
