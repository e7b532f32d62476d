from pathlib import Path

from kg.graph.store import publish
from tests.cli.commands import fails, kg
from tests.site.checker import broken
from tests.small import small_quads


def test_a_site_is_written_and_whole(tmp_path: Path) -> None:
    publish(small_quads(), tmp_path / "store")
    out = tmp_path / "site"
    result = kg("site", "--out", out, "--store", tmp_path / "store", "--prefix", "/kg", "--workers", "1")
    assert (result.exit_code, result.stdout.split()[1:]) == (0, ["files", "in", str(out)])
    assert broken(out, "/kg") == {}


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    publish(small_quads(), tmp_path / "store")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("")
    said = fails(kg("site", "--out", tmp_path / "mine", "--store", tmp_path / "store"), 2)
    assert said.startswith(f"kg: {tmp_path / 'mine'}: this folder holds something else: ")
