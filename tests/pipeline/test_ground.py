"""What an ingest and the build after it stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.graph.map_registry import map_registry
from kg.ingest.registry import load_registry
from kg.pipeline.ground import CORE_KINDS, Ground, cache_of
from kg.settings import Settings, load_settings
from kg.terms.iris import Iris
from tests.factory import data_folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(data=data_folder(tmp_path / "data"), store=tmp_path / "store", environment={})


def test_each_part_is_made_once_and_is_that_of_the_data_folder(settings: Settings) -> None:
    ground = Ground(settings)
    registry = load_registry(settings.data / "registry", core_kinds=CORE_KINDS)
    assert ground.registry.tables == registry.tables
    assert ground.quads == tuple(map_registry(registry, Iris(settings.base)))
    assert (ground.registry, ground.quads, ground.checker) == (ground.registry, ground.quads, ground.checker)
    assert ground.registry is ground.registry
    assert ground.checker is ground.checker
    assert ground.checker.cache == cache_of(settings.store) == settings.store.with_name("store.checked")


def test_a_registry_that_is_not_as_it_must_be_is_refused_when_it_is_asked_for(settings: Settings) -> None:
    ground = Ground(settings)
    (settings.data / "registry" / "agencies.csv").write_text("id,name\n", "utf-8")
    with pytest.raises(DataError):
        _ = ground.quads
    assert not settings.store.exists()
