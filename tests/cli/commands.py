"""Runs the program's commands in this process."""

import os
from pathlib import Path

from click.testing import CliRunner, Result

from kg.cli.main import main
from tests.factory import entry, said

AGENCY = entry("agency/dbd", "Agency", name=said("กรมพัฒนาธุรกิจการค้า"))


def kg(*arguments: str | Path, given: bytes = b"") -> Result:
    """Runs a command in this process, with nothing of the caller's environment."""
    environment: dict[str, str | None] = {name: None for name in os.environ if name.startswith("KG_")}
    environment["KG_THRESHOLD"] = "0.45"  # texts of a line or two are never read with much confidence
    return CliRunner().invoke(
        main, [str(each) for each in arguments], input=given, env=environment, catch_exceptions=False
    )


def ask(home: Path, *arguments: str | Path) -> Result:
    return kg("query", *arguments, "--store", home / "store")


def fails(result: Result, status: int) -> str:
    """The one line of an error; nothing went to standard output, and no traceback anywhere."""
    assert (result.exit_code, result.stdout) == (status, "")
    assert "Traceback" not in result.stderr
    lines = [line for line in result.stderr.splitlines() if not line.endswith("…")]
    assert lines[0].startswith("kg: ")
    assert all(line.startswith("    ") for line in lines[1:])
    return lines[0]
