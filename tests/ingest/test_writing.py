import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.ingest.records import parse_record, record_files
from kg.ingest.writing import laid_out, record_json, write_whole
from tests.factory import REPO

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["at", "spans", "th", "rule", "x", "y"]), inner),
)


@pytest.mark.parametrize("path", record_files(REPO / "data" / "announcements"), ids=lambda path: path.stem)
def test_a_record_is_written_as_it_was_read(path: Path) -> None:
    text = path.read_text("utf-8")
    assert laid_out(record_json(parse_record(text, "x"))) == text


@given(plain)
def test_what_is_laid_out_is_the_same_json(value: Any) -> None:
    assert json.loads(laid_out(value)) == value


def test_a_file_is_written_once_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    assert write_whole(path, "{}\n")
    before = path.stat().st_mtime_ns
    assert not write_whole(path, "{}\n")
    assert path.stat().st_mtime_ns == before
    assert write_whole(path, "[]\n")
    assert [each.name for each in path.parent.iterdir()] == ["b.json"]


def test_a_disk_that_refuses_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file", "utf-8")
    with pytest.raises(KgError, match="cannot be written"):
        write_whole(tmp_path / "a" / "b.json", "{}")
