"""Where the test suites of standards lie: beside the repository, or where KG_SUITES says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.factory import REPO

SUITES = Path(os.environ.get("KG_SUITES") or REPO.parent / "shared" / "suites")


def needs(name: str) -> pytest.MarkDecorator:
    """Skips a test where a suite is not at hand."""
    return pytest.mark.skipif(
        not (SUITES / name).is_dir(), reason=f"the suite {name} is not beside the repository (or in KG_SUITES)"
    )
