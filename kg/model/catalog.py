"""What the published dataset is: its names, its publisher and its licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Texts = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """What a catalogue says of the dataset, beside what can be counted; IRIs as texts."""

    title: Texts
    description: Texts
    publisher: Texts
    licence: str
    licence_name: str
    keywords: Mapping[str, tuple[str, ...]]
    themes: tuple[str, ...]
    languages: tuple[str, ...]
    places: tuple[str, ...]
    access: str
    frequency: str
    availability: str
    """How long the files will stay."""
    file_types: str
    """What the IRIs of file types begin with."""
