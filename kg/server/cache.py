"""Documents written before, up to a number of bytes; those that were asked for longest ago go first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Cache(Generic[Key]):
    """Bytes by key; safe to use from several threads."""

    def __init__(self, most_bytes: int) -> None:
        """``most_bytes`` is how much is kept."""
        self._most, self._held = most_bytes, 0
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> bytes | None:
        """What is kept, or None."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: Key, written: bytes) -> None:
        """Keep it; what is larger than a tenth of the room is not worth what it would push out."""
        if len(written) > self._most // 10:
            return
        with self._lock:
            self._held += len(written) - len(self._kept.pop(key, b""))
            self._kept[key] = written
            while self._held > self._most:
                self._held -= len(self._kept.popitem(last=False)[1])
