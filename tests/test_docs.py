import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.graph.store import Store
from kg.settings import Settings
from tests.factory import REPO

README = REPO / "README.md"


def tour() -> list[str]:
    """The lines of the README's console blocks that run our program."""
    blocks = re.findall(r"^```console\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ kg ")]


def test_every_command_is_named_in_the_readme() -> None:
    text = README.read_text("utf-8")
    assert [name for name in main.commands if f"`kg {name}`" not in text] == []


def test_what_the_readme_shows_are_commands() -> None:
    shown = {shlex.split(line)[1] for line in tour()}
    assert shown <= set(main.commands)
    assert len(tour()) >= 5


# `kg build` is what test_build is about, and the store that these read was built by it.
@pytest.mark.parametrize("line", [line for line in tour() if line.split()[1] not in ("build", "serve")])
def test_the_tour_runs(
    line: str, real_store: Store, real_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("kg", "data", "ontology", "shapes"):
        (tmp_path / folder).symlink_to(REPO / folder)
    monkeypatch.setenv("KG_STORE", str(real_settings.store))
    result = CliRunner().invoke(main, shlex.split(line)[1:], catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip(), "it shows nothing"


def test_the_readme_fits_on_two_screens() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 100


@pytest.mark.parametrize("command", ["run", "test"])
def test_the_two_commands_are_targets_of_the_makefile(command: str) -> None:
    assert f"make {command}" in README.read_text("utf-8")
    assert re.search(rf"^{command}:", (REPO / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)", README.read_text("utf-8"))
    assert [link for link in links if not (REPO / link).exists()] == []


def test_continuous_integration_runs_what_the_readme_says() -> None:
    assert "make test" in (REPO / ".ci" / "run").read_text("utf-8").splitlines()
