"""What an ingest and the build after it stand on, each part made once: the registry, its quads, what validates."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from kg.errors import NotFound
from kg.graph.map_registry import map_registry
from kg.ingest.registry import load_registry
from kg.model.registry import Registry
from kg.pipeline.checking import Checker
from kg.settings import Settings
from kg.terms.award import AW
from kg.terms.iris import Iris

CORE_KINDS: Final = frozenset(name for name in AW.__annotations__ if name.startswith("kind"))
"""Kinds of bodies that the ontology names: the registry has a row for each."""


class Ground:
    """Of one data folder, for one run: whoever changes the registry meanwhile is heard by the next run."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is read yet."""
        self.settings = settings

    @cached_property
    def registry(self) -> Registry:
        """The registry; raises NotFound without a data folder, DataError where it is not as it must be."""
        if not self.settings.data.is_dir():
            raise NotFound("is not a folder", where=str(self.settings.data), fix="name the data folder with --data")
        return load_registry(self.settings.data / "registry", core_kinds=CORE_KINDS)

    @cached_property
    def quads(self) -> tuple[Quad, ...]:
        """The registry's graph."""
        return tuple(map_registry(self.registry, Iris(self.settings.base)))

    @cached_property
    def checker(self) -> Checker:
        """Validates against the registry and keeps its reports beside the store."""
        return Checker(self.settings, self.quads, cache_of(self.settings.store))


def cache_of(store: Path) -> Path:
    """Where reports of earlier validations are kept: beside the store."""
    return store.with_name(f"{store.name}.checked")
