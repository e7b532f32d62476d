"""Reads ``data/catalog.toml``: what the published dataset is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kg.errors import DataError
from kg.model.catalog import Catalog

FILE: Final = "catalog.toml"
_LANGUAGES: Final = ("th", "en")


def read_catalog(path: Path) -> Catalog:
    """The catalogue entry in a file; raises DataError naming file and key."""
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError("cannot be read", where=str(path), why=str(error), fix="mend it, or restore it") from error
    read = _Reader(said, str(path))
    return Catalog(
        title=read.texts("title"),
        description=read.texts("description"),
        publisher=read.texts("publisher"),
        licence=read.iri("licence", "iri"),
        licence_name=read.text("licence", "name"),
        keywords={language: read.list("keywords", language) for language in _LANGUAGES},
        themes=read.list("about", "themes"),
        languages=read.list("about", "languages"),
        places=read.list("about", "places"),
        access=read.iri("about", "access"),
        frequency=read.iri("about", "frequency"),
        availability=read.iri("about", "availability"),
        file_types=read.iri("about", "file_types"),
    )


class _Reader:
    """Takes values out of the file, or says what is wrong with them."""

    def __init__(self, said: Mapping[str, Any], where: str) -> None:
        self._said, self._where = said, where

    def text(self, table: str, key: str) -> str:
        value = self._value(table, key)
        if not isinstance(value, str) or not value.strip():
            raise self._fault(table, key, "a text")
        return value

    def iri(self, table: str, key: str) -> str:
        value = self.text(table, key)
        if not value.startswith(("http:", "https:")) or any(sign in value for sign in ' <>"'):
            raise self._fault(table, key, "an IRI")
        return value

    def texts(self, table: str) -> dict[str, str]:
        return {language: self.text(table, language) for language in _LANGUAGES}

    def list(self, table: str, key: str) -> tuple[str, ...]:
        value = self._value(table, key)
        if not isinstance(value, list) or not value or not all(isinstance(each, str) and each for each in value):
            raise self._fault(table, key, "a list of texts")
        return tuple(value)

    def _value(self, table: str, key: str) -> object:
        inside = self._said.get(table)
        if not isinstance(inside, dict) or key not in inside:
            raise self._fault(table, key, "there")
        return inside[key]

    def _fault(self, table: str, key: str, wanted: str) -> DataError:
        return DataError(f"{table}.{key} is not as it must be", where=self._where, why=f"it must be {wanted}")
