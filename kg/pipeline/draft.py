"""A file of lines that appears whole, and whose making can be interrupted and taken up again.

Lines go to ``FILE.partial``, each with the key of what it was made of. The next run with the same fingerprint (program,
registry, options) finds them there; with another it starts anew, for half a file of one and half of another would be
nobody's result.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import KgError, UsageError

_HEAD: Final = b"award-kg draft 1 "
_LINE: Final = re.compile(rb"([0-9a-f]{64}) (\{.*\})\n", re.DOTALL)
_KEY: Final = 65  # characters before the line itself


class Draft:
    """The partial file of ``out``; close it in any case, finish it when all is done."""

    def __init__(self, out: Path, fingerprint: str) -> None:
        """Opens or begins the partial file; UsageError where that cannot be."""
        if out.is_dir() or not out.parent.is_dir():
            raise UsageError("cannot be written", where=str(out), why="it must be a file in a folder that exists")
        self._out = out
        self.path = out.with_name(f"{out.name}.partial")
        self._places: dict[bytes, tuple[int, int]] = {}
        try:
            self._file: BinaryIO = self.path.open("a+b")
        except OSError as error:
            raise UsageError("cannot be written", where=str(self.path), why=error.strerror or str(error)) from error
        self._lock()
        self._finished = False
        self._end = self._take_up(_HEAD + fingerprint.encode("ascii") + b"\n")

    def __contains__(self, key: str) -> bool:
        """Whether the line of this key is there already."""
        return bytes.fromhex(key) in self._places

    def add(self, key: str, line: bytes) -> None:
        """Keep a line, which must not hold a line end."""
        self._file.write(b"%b %b\n" % (key.encode("ascii"), line))
        self._file.flush()
        self._note(key, len(line))

    def finish(self, keys: Iterable[str]) -> int:
        """Write the lines of these keys in their order, and put the file in its place; returns how many there are."""
        draft = self._out.with_name(f"{self._out.name}.new")
        count = 0
        try:
            with draft.open("wb") as whole:
                for key in keys:
                    whole.write(self._line(key) + b"\n")
                    count += 1
                whole.flush()
                os.fsync(whole.fileno())
            draft.replace(self._out)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise KgError("cannot be written", where=str(self._out), why=error.strerror or str(error)) from error
        self.path.unlink()
        self._finished = True
        return count

    def close(self) -> None:
        """Let go of the file; without a single line it is not worth keeping."""
        if not self._places and not self._finished:
            self.path.unlink(missing_ok=True)
        self._file.close()

    def __len__(self) -> int:
        """How many lines are kept."""
        return len(self._places)

    def _lock(self) -> None:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            why = "another run holds its partial file"
            raise UsageError("is being written", where=str(self._out), why=why, fix="wait for it") from error

    def _take_up(self, head: bytes) -> int:
        """Index what an earlier run left; a line that it did not finish is cut off. Returns where to go on."""
        self._file.seek(0)
        if self._file.readline() != head:
            self._file.truncate(0)
            self._file.write(head)
            self._file.flush()
            return len(head)
        self._end = len(head)
        for line in self._file:
            if not (match := _LINE.fullmatch(line)):
                break
            self._note(match[1].decode("ascii"), len(match[2]))
        self._file.truncate(self._end)
        return self._end

    def _note(self, key: str, length: int) -> None:
        self._places[bytes.fromhex(key)] = (self._end + _KEY, length)
        self._end += _KEY + length + 1

    def _line(self, key: str) -> bytes:
        start, length = self._places[bytes.fromhex(key)]
        return os.pread(self._file.fileno(), length, start)
