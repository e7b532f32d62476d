"""Takes a JSON object apart key by key: each is asked for once, and what is left over is an error.

The habit is zavod's strict interpretation: a key that nobody asked for is a fact that nobody stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import NoReturn

from kg.errors import DataError

_TYPES = {dict: "an object", list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false"}


class Fields:
    """One JSON object and its path in the file; every error names both."""

    def __init__(self, value: object, where: str, path: str = "") -> None:
        """``where`` names the file, ``path`` the object inside it (empty: the whole file)."""
        self._where, self._path = where, path
        if not isinstance(value, dict):
            raise DataError(f"must be an object, not {_said(value)}", where=self._at(""))
        self._left: dict[str, object] = dict(value)

    def __contains__(self, key: str) -> bool:
        """Whether the key is there and has not been taken."""
        return key in self._left

    def keys(self) -> tuple[str, ...]:
        """The keys not yet taken, in the order of the file."""
        return tuple(self._left)

    def fail(self, key: str, what: str, *, why: str = "", fix: str = "") -> NoReturn:
        """Raise DataError at a field of this object."""
        raise DataError(what, where=self._at(key), why=why, fix=fix)

    def attempt(self, key: str, check: Callable[[], object]) -> None:
        """Run a check that raises ValueError, and say where it failed."""
        try:
            check()
        except ValueError as error:
            self.fail(key, str(error), fix="give a year of the common era (BE − 543), month and day that exist")

    def done(self) -> None:
        """Every key was understood, or raise DataError naming those that were not."""
        if self._left:
            self.fail(
                next(iter(self._left)),
                "is not a key that stands here",
                fix="mend its spelling, or leave it out",
            )

    def string(
        self, key: str, *, optional: bool = False, pattern: str = "", among: frozenset[str] = frozenset()
    ) -> str:
        """A non-empty text; the empty text stands for an optional one that is absent."""
        value = self._take(key, optional)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            said = "a blank one" if isinstance(value, str) else _said(value)
            self.fail(key, f"must be a text that is not empty, not {said}")
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            self.fail(key, "holds half a character", why="a surrogate stands alone", fix="write the whole character")
        if pattern and not re.fullmatch(pattern, value):
            self.fail(key, f"{value!r} has not the right form", why=f"it must match {pattern}")
        if among and value not in among:
            self.fail(key, f"{value!r} is not known", fix=f"choose one of {', '.join(sorted(among))}")
        return value

    def integer(self, key: str, *, low: int | None = None) -> int:
        """A whole number, at least ``low``."""
        value = self._take(key, optional=False)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail(key, f"must be a whole number, not {_said(value)}")
        if low is not None and value < low:
            self.fail(key, f"{value} is less than {low}")
        return value

    def number(self, key: str, *, low: float, high: float, default: float) -> float:
        """A number between two bounds, or the default where the key is absent."""
        value = self._take(key, optional=True)
        if value is None:
            return default
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            self.fail(key, f"must be a number from {low:g} to {high:g}, not {value!r}")
        return float(value)

    def nested(self, key: str) -> Fields:
        """The object under a key."""
        value = self._take(key, optional=False)
        return Fields(value, self._where, self._join(key))

    def each(self, key: str) -> list[Fields]:
        """The list of objects under a key."""
        return [Fields(item, self._where, f"{self._join(key)}[{index}]") for index, item in enumerate(self._list(key))]

    def pairs(self, key: str, *, optional: bool = False) -> tuple[tuple[int, int], ...]:
        """A list of pairs of whole numbers, at least one unless optional."""
        if optional and key not in self._left:
            return ()
        items = self._list(key)
        if not items:
            self.fail(key, "is empty", fix="give the span of characters that says it")
        return tuple(self._pair(f"{key}[{index}]", item) for index, item in enumerate(items))

    def texts(self, key: str, *, optional: bool, pattern: str) -> dict[str, str]:
        """An object of texts whose keys match a pattern, such as labels by language."""
        if optional and key not in self._left:
            return {}
        inner = self.nested(key)
        names = inner.keys()
        for name in names:
            if not re.fullmatch(pattern, name):
                inner.fail(name, "is not a language tag", fix="write th or en")
        return {name: inner.string(name) for name in names}

    def _pair(self, key: str, item: object) -> tuple[int, int]:
        if not isinstance(item, list) or len(item) != 2 or any(type(end) is not int for end in item):
            self.fail(key, "must be a pair of whole numbers [start, end]")
        start, end = item
        return start, end

    def _list(self, key: str) -> list[object]:
        value = self._take(key, optional=False)
        if not isinstance(value, list):
            self.fail(key, f"must be a list, not {_said(value)}")
        return value

    def _take(self, key: str, optional: bool) -> object:
        if key not in self._left:
            if optional:
                return None
            near = get_close_matches(key, self._left, n=1, cutoff=0.7)
            self.fail(key, "is missing", fix=f"is {near[0]!r} meant for it?" if near else "")
        value = self._left.pop(key)
        if value is None:
            self.fail(key, "must not be null", fix="leave an unknown value out")
        return value

    def _join(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path and key else self._path or key

    def _at(self, key: str) -> str:
        path = self._join(key)
        return f"{self._where}: {path}" if path else self._where


def _said(value: object) -> str:
    return "null" if value is None else _TYPES.get(type(value), type(value).__name__)
