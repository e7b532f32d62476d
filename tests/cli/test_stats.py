import json
from pathlib import Path

from tests.cli.commands import fails, kg


def test_figures_as_a_table_and_as_json(home: Path) -> None:
    places = ("--data", home / "data", "--store", home / "store")
    shown = kg("stats", *places)
    assert shown.exit_code == 0, shown.output
    for heading in ("Announcements", "In the graph", "Waiting for a curator", "Awards by scheme and year"):
        assert heading in shown.stdout
    figures = json.loads(kg("stats", "--format", "json", *places).stdout)
    assert figures["graph"]["conferments"] == 1


def test_without_a_store_it_says_so(tmp_path: Path) -> None:
    assert "kg build" in fails(kg("stats", "--data", tmp_path, "--store", tmp_path / "no"), 2)
