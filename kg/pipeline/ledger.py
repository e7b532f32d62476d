"""Which documents were ingested already, so that an interrupted run goes on and a second one has nothing to do.

An entry holds as long as the rules, the registry and the judgements are the same, the document is the same, and its
files are as they were left. Losing the ledger costs time, nothing more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


class Ledger:
    """The ledger of one data folder under one fingerprint."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        """Reads what an earlier run noted; with another fingerprint it starts anew."""
        self._path, self._head = path, json.dumps({"fingerprint": fingerprint})
        self._done: dict[str, str] = {}
        self._fresh = True
        with suppress(OSError, UnicodeDecodeError):
            lines = path.read_text("ascii").splitlines()
            self._fresh = not lines or lines[0] != self._head
            if not self._fresh:
                self._take_up(lines[1:])

    def _take_up(self, lines: Iterable[str]) -> None:
        for line in lines:
            key, _, state = line.partition(" ")
            self._done[key] = state

    def holds(self, key: str, files: Iterable[Path]) -> bool:
        """Whether a document was ingested, and its files are as they were left."""
        return self._done.get(key) == state_of(files)

    def note(self, key: str, files: Iterable[Path]) -> None:
        """A document is done, and its files are as they are now."""
        state = state_of(files)
        if self._done.get(key) == state:
            return
        self._done[key] = state
        with suppress(OSError):  # a disk that refuses the ledger does not refuse the ingest
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("w" if self._fresh else "a", encoding="ascii") as out:
                out.write((f"{self._head}\n" if self._fresh else "") + f"{key} {state}\n")
            self._fresh = False


def state_of(files: Iterable[Path]) -> str:
    """A hash of the contents of files, missing ones included."""
    said = hashlib.sha256()
    for path in files:
        try:
            said.update(b"\1" + hashlib.sha256(path.read_bytes()).digest())
        except OSError:
            said.update(b"\0")
    return said.hexdigest()
