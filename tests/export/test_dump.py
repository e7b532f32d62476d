"""Dumps: every format and table, whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

import pytest

from kg.errors import KgError, UsageError
from kg.export import dump
from kg.export.dump import DUMP_FORMATS, export
from kg.export.formats import FORMATS
from kg.export.tables import table_names
from kg.graph.query import text_of
from kg.graph.store import Store
from kg.pipeline.build import Assembly
from kg.terms.prefixes import DEFAULT_BASE as BASE
from tests.export.reading import by_pyoxigraph, facts

TABLES = ["agencies_with_awards", "claims", "conferments", "events", "people", "sources"]


@pytest.fixture(scope="module")
def store(real_assembly: Assembly) -> Store:
    quads = real_assembly.quads()
    return Store.in_memory(quad for quad in quads if "/id/agency/lao-1" not in str(quad.subject))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_all_formats_with_size_and_hash(store: Store, tmp_path: Path) -> None:
    dumps = export(store, DUMP_FORMATS, tmp_path / "out", BASE)
    names = [str(each.path.relative_to(tmp_path / "out")) for each in dumps]
    assert names == [f"award-kg.{end}" for end in ("jsonld", "nq", "nt", "rdf", "trig", "ttl")] + [
        f"csv/{name}.csv" for name in TABLES
    ]
    for each in dumps:
        content = each.path.read_bytes()
        assert (each.size, each.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert {path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")} == set()
    nquads = (tmp_path / "out" / "award-kg.nq").read_bytes()
    assert by_pyoxigraph(nquads, "n-quads") == facts(store.quads())


def test_tables_are_as_their_queries_say(store: Store, tmp_path: Path) -> None:
    assert table_names() == TABLES
    export(store, ["csv"], tmp_path, BASE)
    for name in TABLES:
        head = text_of(f"tables/{name}")
        declared = re.search(r"# Columns: (.*\n(?:#   .*\n)*)", head)
        assert declared
        columns = re.split(r",\s*#?\s*", declared[1].strip())
        content = (tmp_path / "csv" / f"{name}.csv").read_bytes()
        assert content.split(b"\r\n")[0].decode() == ",".join(columns)
        assert b"\n" not in content.replace(b"\r\n", b"")
        assert "ORDER BY" in head


def test_tables_hold_what_the_articles_say(store: Store, tmp_path: Path) -> None:
    export(store, ["csv"], tmp_path, BASE)
    conferments = rows(tmp_path / "csv" / "conferments.csv")
    # 35 awards in the five articles; three of them are shared by two recipients each
    assert len({row["conferment"] for row in conferments}) == 35
    assert len(conferments) == 38
    assert all(row["recipient_th"] and row["recipient_en"] for row in conferments)
    sources = {
        row["source"].rpartition("/")[2][:3]: int(row["conferments"]) for row in rows(tmp_path / "csv/sources.csv")
    }
    assert sources == {"000": 6, "001": 2, "002": 24, "003": 2, "004": 2}
    assert len(rows(tmp_path / "csv" / "claims.csv")) == 29


def test_the_same_store_gives_the_same_files(store: Store, tmp_path: Path) -> None:
    names = ["turtle", "n-quads", "csv"]
    one, other = (export(store, given, tmp_path / given[0], BASE) for given in (names, names[::-1]))
    assert [each.sha256 for each in one] == [each.sha256 for each in other]


def test_a_failing_format_leaves_the_old_files_in_place(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "award-kg.nt").write_text("old", "utf-8")
    real = dump.serialize

    def failing(quads: object, name: str, base: str) -> bytes:
        if name == "n-quads":
            raise OSError("no space left")
        return real([], name, base)

    monkeypatch.setattr(dump, "serialize", failing)
    with pytest.raises(KgError, match="dumps cannot be written: no space left; check the folder and free space"):
        export(store, ["n-triples", "n-quads"], tmp_path, BASE)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("award-kg.nt", "old")]


def test_other_files_of_the_folder_stay(store: Store, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    export(store, ["csv"], tmp_path, BASE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["csv", "notes.txt"]


def test_bad_arguments_are_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no dump format 'excel'; choose from turtle"):
        export(store, ["excel"], tmp_path, BASE)
    occupied = tmp_path / "file"
    occupied.write_text("x", "utf-8")
    with pytest.raises(UsageError, match="dumps need a folder"):
        export(store, ["csv"], occupied, BASE)
    assert list(FORMATS) == list(DUMP_FORMATS[:-1])
