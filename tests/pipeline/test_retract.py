from pathlib import Path

import pytest

from kg.errors import NotFound, UsageError
from kg.ingest.redirects import read_redirects
from kg.pipeline.retract import retract
from tests.pipeline.announcements import WON, WON_TOO, documents, files, run, settings


def test_a_source_goes_with_what_only_it_stated_and_does_not_come_back(tmp_path: Path) -> None:
    where, given = settings(tmp_path), documents(tmp_path, a=WON, b=WON + WON_TOO)
    run(where, given)
    done = retract(where, "source/b", "published by mistake")
    kinds = sorted(ref.partition("/")[0] for ref in done.gone)
    assert kinds == ["conferment", "recipient", "source"]
    assert {each.old: each.reason for each in read_redirects(where.data / "redirects.csv")} == dict.fromkeys(
        done.gone, "published by mistake"
    )
    before = files(where)
    assert [name for name in before if "/b.json" in name] == []
    assert run(where, given).counts["retracted"] == 1
    assert files(where) == before


def test_what_is_not_there_cannot_be_taken_back_nor_anything_without_a_reason(tmp_path: Path) -> None:
    where = settings(tmp_path)
    with pytest.raises(NotFound, match="is no source of the data"):
        retract(where, "nobody", "x")
    with pytest.raises(UsageError, match="for a reason"):
        retract(where, "nobody", " ")
