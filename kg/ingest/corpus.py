"""Texts at hand: finds the text of a source by its hash in a folder of ``.txt``, ``.jsonl`` and ``.jsonl.gz`` files.

Evidence counts characters of one exact text. A text with another hash is said to be changed, and never shown: its
offsets would point at other words.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

State = Literal["at-hand", "changed", "absent"]

_CACHED: Final = 32  # texts of compressed files, which would have to be read from the start each time


@dataclass(frozen=True, slots=True)
class Found:
    """What the corpus has of a source: its text, or why not."""

    state: State
    text: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    path: Path
    line: int = 0  # from 1 in a file of JSON lines; 0 stands for the whole file


@dataclass(slots=True)
class _Index:
    by_hash: dict[str, _Place] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


class Corpus:
    """The texts of one folder, or none at all; the index is built when it is first needed."""

    def __init__(self, folder: Path | None) -> None:
        """``folder`` may be None or missing: then no text is at hand."""
        self._folder = folder
        self._index: _Index | None = None
        self._lock = threading.Lock()
        self._cache: dict[str, str] = {}

    @classmethod
    def open(cls, folder: Path | None) -> Corpus:
        """The corpus of a folder; nothing is read yet."""
        return cls(folder)

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be read, and why."""
        return tuple(self._indexed().notes)

    def text(self, sha256: str) -> str | None:
        """The text with this hash over its UTF-8 bytes, or None."""
        with self._lock:
            if sha256 in self._cache:
                return self._cache[sha256]
        place = self._indexed().by_hash.get(sha256)
        if place is None:
            return None
        # The file may have changed since it was indexed, so the hash is taken again.
        found = next((text for _, text in _texts_at(place) if _hash(text) == sha256), None)
        if found is not None:
            self._remember(sha256, found)
        return found

    def find(self, identifier: str, sha256: str) -> Found:
        """The text of a source, told apart: at hand, changed (a text of that name has another hash), or absent."""
        text = self.text(sha256) if sha256 else None
        if text is not None:
            return Found("at-hand", text)
        return Found("changed" if identifier in self._indexed().ids else "absent")

    def _indexed(self) -> _Index:
        with self._lock:
            if self._index is None:
                self._index = _build(self._folder)
            return self._index

    def _remember(self, sha256: str, text: str) -> None:
        with self._lock:
            while len(self._cache) >= _CACHED:
                self._cache.pop(next(iter(self._cache)))
            self._cache[sha256] = text


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _build(folder: Path | None) -> _Index:
    index = _Index()
    if folder is None:
        return index
    if not folder.is_dir():
        index.notes.append(f"{folder}: is no folder")
        return index
    for path in sorted(folder.rglob("*")):
        if path.name.endswith((".txt", ".jsonl", ".jsonl.gz")):
            _add(index, path)
    return index


def _add(index: _Index, path: Path) -> None:
    try:
        if path.suffix == ".txt":
            # A name counts even where the bytes cannot be read as text: the source is then changed, not absent.
            index.ids.add(path.stem)
            index.by_hash.setdefault(_hash(_decoded(path)), _Place(path))
            return
        for number, line in _lines(path):
            _add_line(index, path, number, line)
    except (OSError, EOFError, ValueError) as error:
        index.notes.append(f"{path.name}: {error}")


def _add_line(index: _Index, path: Path, number: int, line: bytes) -> None:
    try:
        entry = json.loads(line)
        text, identifier = entry["text"], entry.get("id")
        if isinstance(identifier, str):
            index.ids.add(identifier)
        index.by_hash.setdefault(_hash(text), _Place(path, number))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        index.notes.append(f"{path.name}:{number}: {type(error).__name__}")


def _decoded(path: Path) -> str:
    """The file as contract.md counts its characters: decoded as it stands, byte-order mark and line ends kept."""
    return path.read_bytes().decode("utf-8")


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, line


def _texts_at(place: _Place) -> Iterator[tuple[int, str]]:
    try:
        if not place.line:
            yield 0, _decoded(place.path)
            return
        for number, line in _lines(place.path):
            if number == place.line:
                yield number, str(json.loads(line)["text"])
                return
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return
