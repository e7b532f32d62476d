"""How a page is wanted."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.pages.language import Language
from kg.pages.links import Links
from kg.pages.paging import Wanted


@dataclass(frozen=True, slots=True)
class View:
    """The language, the addresses, a span of a source to open at, and the page of a long list."""

    language: Language
    links: Links
    span: tuple[int, int] | None = None
    wanted: Wanted = field(default_factory=Wanted)
