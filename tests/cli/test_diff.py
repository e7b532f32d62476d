import json
from pathlib import Path

import pytest

from kg.graph.store import earlier_version, publish
from kg.terms.iris import Iris
from tests.cli.commands import fails, kg
from tests.small import AWARD, small_quads


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Path, Path]:
    """A store without the level of the award, and one with it."""
    level = Iris().thing("level/test-best")
    publish((quad for quad in small_quads() if getattr(quad.object, "value", "") != level), tmp_path / "old")
    publish(small_quads(), tmp_path / "new")
    return tmp_path / "old", tmp_path / "new"


def test_a_correction_is_told_with_its_values(stores: tuple[Path, Path]) -> None:
    result = kg("diff", *stores)
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"corrected  {AWARD}  ")
    assert lines[1:] == ["    + level: ดีเด่น  (level/test-best)"]
    assert result.stderr.startswith("0 new, 1 corrected, 0 gone: ")
    said = json.loads(kg("diff", *stores, "--format", "json").stdout)
    assert said == [
        {
            "award": AWARD,
            "kind": "corrected",
            "differences": [{"property": "level", "before": [], "after": ["level/test-best"]}],
        }
    ]


def test_two_versions_of_one_store(stores: tuple[Path, Path]) -> None:
    old, _ = stores
    before = (old / "CURRENT").read_text().strip()
    now = publish(small_quads(), old)
    assert earlier_version(old, now) == before
    result = kg("diff", old / "versions" / before, old)
    assert (result.exit_code, result.stdout.splitlines()[0].split()[0]) == (0, "corrected")
    assert kg("diff", old, old).stdout == ""


def test_what_is_no_store_is_told(stores: tuple[Path, Path], tmp_path: Path) -> None:
    none = tmp_path / "none"
    assert fails(kg("diff", none, stores[1]), 2) == f"kg: {none}: no graph has been built here; run: kg build"
