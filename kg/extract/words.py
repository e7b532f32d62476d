"""The word lists of a language: what announcements say around names. Data, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("th", "en")
_SLOT: Final = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, eq=False)
class Words:
    """Lists of one language, each ready as a pattern with its longest words first."""

    language: str
    lists: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, str]

    @cache  # noqa: B019  # the few lists live as long as the process, and every document asks for the same patterns
    def compiled(self, name: str) -> re.Pattern[str]:
        """One of the patterns, its ``{list}`` filled in with the words of the list."""
        return re.compile(_SLOT.sub(lambda slot: self.pattern(slot[1]), self.patterns[name]))

    def pattern(self, name: str) -> str:
        """Alternation of a list, longest first."""
        return alternation(self.lists[name])

    @property
    def head_kinds(self) -> dict[str, str]:
        """Kind of body by head word."""
        return {head: kind for kind, heads in self.heads.items() for head in heads}


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"


@cache
def load_words(language: str) -> Words:
    """The lists of a language (th, en)."""
    raw = tomllib.loads(files("kg.extract").joinpath("words", f"{language}.toml").read_text("utf-8"))
    heads = {kind: tuple(words) for kind, words in raw.pop("heads", {}).items()}
    patterns = raw.pop("patterns", {})
    return Words(language, {name: tuple(words) for name, words in raw.items()}, heads, patterns)


@cache
def in_all_languages(subject: str, name: str) -> tuple[str, ...]:
    """A list of a subject (awards, figures) in every language that has it, in its order."""
    return tuple(word for code in LANGUAGES for word in load_words(f"{subject}_{code}").lists.get(name, ()))
