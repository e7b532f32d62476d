import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from kg.cli.main import main
from tests.cli.commands import ask, fails, kg
from tests.factory import REPO

COMMANDS = [
    "build", "extract", "ingest", "retract", "evaluate", "validate", "query", "view", "diff", "export", "site", "serve",
]  # fmt: skip
WITHOUT_STORE = {"extract", "evaluate", "diff"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    for flag in ("--help", "-h"):
        result = kg(command, flag)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"Usage: main {command} [OPTIONS]")
        assert ("--store" in result.stdout) == (command not in WITHOUT_STORE)


def test_the_commands_are_those_tested_here() -> None:
    assert list(main.commands) == COMMANDS
    assert kg("--version").stdout == f"kg, version {__version__}\n"


def test_what_cannot_run_is_status_2(home: Path, tmp_path: Path) -> None:
    store = tmp_path / "none"
    no_store = f"kg: {store}: no graph has been built here; run: kg build"
    assert fails(kg("query", "ASK {}", "--store", store), 2) == no_store
    assert fails(kg("validate", "--store", store), 2) == no_store
    assert fails(kg("export", "--store", store, "--out", tmp_path / "out"), 2) == no_store
    assert fails(kg("build", "--data", tmp_path / "no-data", "--store", store), 2) == (
        f"kg: {tmp_path / 'no-data'}: is not a folder; name the data folder with --data"
    )
    assert fails(kg("validate", tmp_path / "none.ttl", "--data", home / "data", "--store", store), 2) == (
        f"kg: {tmp_path / 'none.ttl'}: there is no such file; mend its name"
    )
    assert fails(ask(home, "-f", tmp_path / "none.rq"), 2) == (
        f"kg: {tmp_path / 'none.rq'}: the query cannot be read: No such file or directory"
    )
    assert fails(ask(home, "ASK {}", "--base", "nothing"), 2) == (
        "kg: the base 'nothing' cannot be used: it must start with http:// or https:// and end with / or #"
    )


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["query", "--no"], ["build", "x"], ["query", "ASK {}", "--format", "pdf"]]
)
def test_arguments_that_make_no_sense_are_status_2(arguments: list[str]) -> None:
    result = kg(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")


def test_the_program_runs_as_a_module(home: Path) -> None:
    run = [sys.executable, "-m", "kg", "query", "--store", str(home / "store")]
    good = subprocess.run([*run, "ASK {}"], cwd=REPO, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout, good.stderr) == (0, "true\n", "")
    bad = subprocess.run([*run, "ASK {"], cwd=REPO, capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.startswith("kg: line 1, column ")
    assert len(bad.stderr.splitlines()) == 1
