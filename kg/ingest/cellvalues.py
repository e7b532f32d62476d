"""Statuses and names as cells have them; each raises DataError with what is the matter and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import DataError
from kg.ingest.mapping import usual_words
from kg.text.names import key_form
from kg.text.values import shortened


def status(said: str, own: Mapping[str, str]) -> str:
    """The status that a cell says, in the words of the mapping or the usual ones."""
    key = key_form(said)
    found = own.get(key) or usual_words().statuses.get(key)
    if found is None:
        raise DataError(
            f"{shortened(said)} is no known status", fix="say what it means under [statuses] of the mapping"
        )
    return found


def name(said: str) -> str:
    """A name as it is; refused where it has no letter."""
    if not any(character.isalpha() for character in said):
        raise DataError(f"{shortened(said)} is no name", fix="check the column")
    return said
