"""The code knows no award and no body: they are data, and another country is another folder."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from kg.ingest.registry import load_registry
from tests.factory import REPO, SCHEMAS

COLUMNS = ("name_th", "name_en", "abbr", "abbr_th", "abbr_en", "aliases_th", "aliases_en")
SHORTEST = 4
COMMON = frozenset({"ก.พ."})
"""Abbreviations of a body that are words too: February."""


@cache
def names() -> frozenset[str]:
    registry = load_registry(SCHEMAS)
    rows = [row for table in ("schemes", "agencies") for row in registry.tables[table]]
    said = {name.strip() for row in rows for column in COLUMNS for name in row.get(column).split(";")}
    return frozenset(name for name in said if len(name) >= SHORTEST) - COMMON


def pattern(name: str) -> str:
    letter = "A-Za-z0-9_" if name.isascii() else "ก-๎"
    return rf"(?<![{letter}]){re.escape(name)}(?![{letter}])"


def test_the_registry_has_names_to_look_for() -> None:
    assert len(names()) > 1000


@pytest.mark.parametrize(
    "path", sorted((REPO / "kg").rglob("*.py")), ids=lambda path: path.relative_to(REPO).as_posix()
)
def test_no_name_of_an_award_or_a_body_stands_in_code(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [name for name in names() if name in text and re.search(pattern(name), text)] == []
