"""A document that extraction reads: its text and what is known of where it comes from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kg.model.stated import Stated


@dataclass(frozen=True, slots=True)
class Document:
    """One announcement.

    Offsets count in ``text``, in code points. ``extractor`` names the program and version that took the text out of
    its format; it is empty where the text is the source's own. ``published`` is an ISO date or empty. ``stated`` is
    what a table or a graph says outright; None for prose, which has to be read.
    """

    id: str
    text: str
    media_type: str
    extractor: str = ""
    published: str = ""
    url: str = ""
    stated: Stated | None = None

    @property
    def sha256(self) -> str:
        """The hash that evidence refers to, over the UTF-8 bytes of the text."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()
