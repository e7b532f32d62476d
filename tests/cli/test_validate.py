import json
from pathlib import Path

from tests.cli.commands import fails, kg


def test_validate_says_that_all_is_well(home: Path) -> None:
    options = ["--data", home / "data", "--store", home / "store"]
    assert kg("validate", *options).stdout == "Everything is as it must be.\n"
    assert kg("validate", "--language", "th", *options).stdout == "ทุกอย่างถูกต้องตามกฎ\n"
    assert json.loads(kg("validate", "--format", "json", *options).stdout)["conforms"] is True
    assert "sh:conforms true" in kg("validate", "--format", "turtle", *options).stdout


def test_validate_reports_what_is_wrong_and_exits_with_1(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "<https://w3id.org/award-kg/id/conferment/a> a <https://w3id.org/award-kg/ontology#Conferment> .", "utf-8"
    )
    for form, sign in (("text", "error: conferment/a"), ("json", '"conforms": false'), ("turtle", "sh:conforms false")):
        result = kg("validate", path, "--format", form, "--data", home / "data", "--store", home / "store")
        assert (result.exit_code, result.stderr) == (1, "")
        assert sign in result.stdout


def test_validate_names_line_and_column_of_a_syntax_error(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<https://x/> <https://x/p>\n nothing .", "utf-8")
    line = fails(kg("validate", path, "--data", home / "data"), 1)
    assert line.startswith(f"kg: {path}:2:2: this is not Turtle: ")
