import hashlib
from pathlib import Path

import pytest

from kg.errors import KgError, UsageError
from kg.pipeline.draft import Draft

PRINT = "f" * 64


def key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def line(name: str) -> bytes:
    return f'{{"doc": "{name}"}}'.encode()


def half(out: Path, *names: str, fingerprint: str = PRINT) -> Path:
    """A run that was interrupted after these."""
    draft = Draft(out, fingerprint)
    for name in names:
        draft.add(key(name), line(name))
    draft.close()
    return draft.path


def test_the_file_appears_whole_in_the_order_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_text("before", "utf-8")
    draft = Draft(out, PRINT)
    for name in ("b", "a", "ก"):
        draft.add(key(name), line(name))
    assert out.read_text("utf-8") == "before"
    assert draft.finish([key("a"), key("ก"), key("b")]) == 3
    draft.close()
    assert out.read_bytes() == b"\n".join([line("a"), line("ก"), line("b"), b""])
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_what_an_interrupted_run_left_is_found(tmp_path: Path) -> None:
    path = half(tmp_path / "a", "one", "two")
    assert path.name == "a.partial"
    draft = Draft(tmp_path / "a", PRINT)
    assert [key(name) in draft for name in ("one", "two", "three")] == [True, True, False]
    draft.add(key("three"), line("three"))
    draft.finish([key(name) for name in ("three", "one", "two")])
    draft.close()
    assert (tmp_path / "a").read_bytes().splitlines() == [line("three"), line("one"), line("two")]


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_that_was_not_finished_is_dropped(cut: int, tmp_path: Path) -> None:
    path = half(tmp_path / "a", "one", "two")
    path.write_bytes(path.read_bytes()[:-cut])
    draft = Draft(tmp_path / "a", PRINT)
    assert (key("one") in draft, key("two") in draft, len(draft)) == (True, False, 1)
    draft.add(key("two"), line("two"))
    draft.finish([key("one"), key("two")])
    draft.close()
    assert (tmp_path / "a").read_bytes().splitlines() == [line("one"), line("two")]


@pytest.mark.parametrize("there", [b"", b"something else\n", b"x" * 5000])
def test_a_partial_file_of_another_kind_is_begun_anew(there: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.partial").write_bytes(there)
    assert len(_opened(tmp_path / "a")) == 0


def _opened(out: Path, fingerprint: str = PRINT) -> Draft:
    draft = Draft(out, fingerprint)
    draft.close()
    return draft


def test_lines_of_other_rules_are_not_taken_up(tmp_path: Path) -> None:
    half(tmp_path / "a", "one", fingerprint="0" * 64)
    assert len(_opened(tmp_path / "a")) == 0


def test_a_partial_file_without_lines_is_not_left_behind(tmp_path: Path) -> None:
    _opened(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "a", PRINT)
    with pytest.raises(UsageError, match="is being written: another run holds its partial file"):
        Draft(tmp_path / "a", PRINT)
    draft.close()
    _opened(tmp_path / "a")


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "none" / "a"):
        with pytest.raises(UsageError, match="cannot be written"):
            Draft(out, PRINT)
    (tmp_path / "b.partial").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        Draft(tmp_path / "b", PRINT)


def test_a_file_that_cannot_take_its_place_leaves_the_partial_one(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "a", PRINT)
    draft.add(key("one"), line("one"))
    (tmp_path / "a").mkdir()
    with pytest.raises(KgError, match="cannot be written"):
        draft.finish([key("one")])
    draft.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.partial"]
