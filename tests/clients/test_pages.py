"""Every kind of page in a real Chromium, at two widths and in both languages: axe, keyboard, console, layout."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from kg.views.catalogue import VIEWS
from tests.small import AWARD, CLAIM, SOURCE, span

HERE = Path(__file__).parent
_START, _END = span("กรมทดสอบ")
PAGES = (
    "/", "/browse/agency", "/browse/source", "/search", "/search?q=ทดสอบ", "/ontology", "/dataset", "/sparql",
    f"/wrong/{AWARD}?property=aw:level&value=x", "/page/agency/dtest", "/page/agency/second", "/page/unit/lab",
    "/page/person/somchai", "/page/scheme/test", "/page/edition/test-2020", "/page/category/test-service",
    "/page/level/test-best", f"/page/{AWARD}", "/page/candidacy/test-2020-c", "/page/work/queue",
    "/page/event/test-2020-e", "/page/membership/m1", f"/page/{CLAIM}", f"/page/source/{SOURCE}",
    f"/page/source/{SOURCE}?at={_START},{_END}", "/views", *(f"/views/{name}" for name in VIEWS),
    "/views/repeat-winners?at-least=1&scheme=test",
)  # fmt: skip


@pytest.fixture(scope="module")
def faults(address: str, node: str, chromium: str) -> dict[str, list[str]]:
    """What is wrong, by path, language and width."""
    run = subprocess.run(
        [node, "pages.mjs", address, *PAGES],
        cwd=HERE,
        env={**os.environ, "CHROMIUM": chromium},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everyone(path: str, faults: dict[str, list[str]]) -> None:
    assert {where: said for where, said in faults.items() if where.rsplit(" ", 2)[0] == path} == {}
