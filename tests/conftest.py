"""Fixture policy: the smallest data that serves, built in place by a maker of ``tests.factory``.

Only what is asked of the real data uses the ``real_*`` fixtures; they are built once for each worker, into a folder of
its own, and nobody writes to them.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kg.graph.store import Store, publish
from kg.pipeline.build import Assembly, assemble
from kg.pipeline.ground import Ground
from kg.settings import Settings, load_settings

# They need node and a Chromium; `make test` needs Python alone.
collect_ignore = [] if os.environ.get("KG_CLIENTS") else ["clients"]

# A shared machine is slow at odd moments: time is measured by the benchmarks, not by properties.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


@pytest.fixture(scope="session")
def real_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The registry, ontology and shapes of this repository, and the announcements that were read first and closest.

    What tests expect of them stands in files; the others come and go with every run over the corpus, and are asked for
    less: that they are valid (``tests/pipeline/test_build.py``).
    """
    home = tmp_path_factory.mktemp("real")
    whole = load_settings(environment={})
    shutil.copytree(whole.data / "registry", home / "data" / "registry")
    for path in whole.data.glob("announcements/*/00[0-4]_*.json"):
        target = home / "data" / path.relative_to(whole.data)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return replace(whole, data=home / "data", store=home / "store")


@pytest.fixture(scope="session")
def real_assembly(real_settings: Settings) -> Assembly:
    """All graphs of the real data with their report."""
    return assemble(Ground(real_settings))


@pytest.fixture(scope="session")
def real_store(real_settings: Settings, real_assembly: Assembly) -> Store:
    """The real data, published and opened."""
    publish(real_assembly.quads(), real_settings.store)
    return Store.open(real_settings.store)


@pytest.fixture(scope="session")
def repo() -> Path:
    """The folder of this repository."""
    return Path(__file__).resolve().parents[1]
