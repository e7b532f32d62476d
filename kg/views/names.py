"""Finds things by name: parts of words, short forms and misprints, in Thai and in English.

Names are compared in their key form (``kg.text.names``), so that spaces, punctuation, digits of either script and forms
of Unicode make no difference; Thai is written without spaces, so runs of three characters (trigrams, SQLite FTS5) take
the place of words. What shares runs with the query is scored one by one:

- equal keys: 1 for a label, 0.98 for another name, 0.95 for a short form, 0.01 more where the very letters are equal;
- the query is a part of the name: 0.6 to 0.9, by how much of the name it is, and whether the name begins with it;
- else the likeness of the two (1 - edits / length, Levenshtein), or 0.9 of it for the best part of the name.

Below 0.5 nothing is given. Of equal scores the thing with more conferments comes first, then the smaller reference.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio

from kg.graph.query import ask_file
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import SKOS
from kg.terms.iris import Iris
from kg.text.names import display_form, key_form, split_honorific

# What is found by those who take part in it, never by a name of its own.
_WITHOUT: Final = frozenset(
    "conferment candidacy membership affiliation evidence claim contradiction finding check".split()
)
_EXACT: Final = {str(SKOS.prefLabel): 1.0, str(AW.abbreviation): 0.95}
_OTHER: Final = 0.98
_LITERAL: Final = 0.01  # of two short forms that differ in their full stops, the one that was typed
_LEAST: Final = 0.5
_RUN: Final = 3
_LOOKED_AT: Final = 400  # names that share most with the query
_LONGEST: Final = 300  # characters of a query; the rest says nothing more

_NAMES: Final = "SELECT key, thing, label, exact FROM name"
_SCHEMA: Final = """
CREATE TABLE name (id INTEGER PRIMARY KEY, key TEXT, thing INTEGER, label TEXT, language TEXT, exact REAL);
CREATE INDEX name_key ON name (key);
CREATE INDEX name_thing ON name (thing);
CREATE VIRTUAL TABLE run USING fts5 (key, content='', tokenize='trigram case_sensitive 1');
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that bears names."""

    reference: str
    kind: str
    labels: tuple[tuple[str, str], ...]
    """Pairs of language and label."""
    classes: tuple[str, ...]
    conferments: int

    def label(self, language: str) -> str:
        """Its label in a language, else in any, else its reference."""
        said = dict(self.labels)
        return said.get(language) or next(iter(said.values()), "") or self.reference


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that fits a name, how well (0…1), and by which of its names."""

    thing: Named
    score: float
    name: str
    exact: bool


class NameIndex:
    """The names of one version of the graph; built when it is first needed, or by ``build``."""

    def __init__(self, store: Store, base: str) -> None:
        """Nothing is read yet."""
        self._store, self._iris = store, Iris(base)
        self._lock = threading.Lock()
        self._names: sqlite3.Connection | None = None
        self._things: list[Named] = []
        self._places: dict[str, int] = {}

    def build(self) -> None:
        """Read the names; nothing where that was done."""
        with self._lock:
            if self._names is None:
                self._names = self._read()

    def called(self, name: str, kind: str = "") -> list[str]:
        """References of the things, of one kind where it is given, that bear exactly this name."""
        found = {self._things[row[1]] for row in self._ask(f"{_NAMES} WHERE key = ?", key_form(_clean(name)))}
        return sorted(each.reference for each in found if not kind or each.kind == kind)

    def thing(self, reference: str) -> Named | None:
        """What is known of a reference."""
        self.build()
        place = self._places.get(reference)
        return None if place is None else self._things[place]

    def search(
        self, text: str, *, kinds: Collection[str] = (), classes: Collection[str] = (), limit: int = 20
    ) -> list[Match]:
        """The things that fit a text best; of some kinds or classes (IRIs) only, where any are given."""
        query = display_form(_clean(text[:_LONGEST]))
        best: dict[int, tuple[float, str]] = {}
        for key in dict.fromkeys((key_form(query), key_form(split_honorific(query)[1]))):
            for other, place, label, exact in self._candidates(key):
                score = _score(key, other, exact)
                if label == query:
                    score = min(score + _LITERAL, 1.0)
                if score > best.get(place, (_LEAST - 1e-9, ""))[0]:
                    best[place] = (score, label)
        fitting = ((score, self._things[place], name) for place, (score, name) in best.items())
        wanted = (
            Match(thing, round(score, 4), name, score >= min(_EXACT.values()))
            for score, thing, name in fitting
            if (not kinds or thing.kind in kinds) and (not classes or not set(classes).isdisjoint(thing.classes))
        )
        return sorted(wanted, key=_order)[:limit]

    def _candidates(self, key: str) -> Iterable[tuple[str, int, str, float]]:
        if not key:
            return ()
        if len(key) < _RUN:
            return self._ask(f"{_NAMES} WHERE instr(key, ?) ORDER BY length(key), key LIMIT {_LOOKED_AT}", key)
        runs = dict.fromkeys(key[at : at + _RUN] for at in range(len(key) - _RUN + 1))
        wanted = " OR ".join('"' + run.replace('"', '""') + '"' for run in runs)
        nearest = f"SELECT rowid FROM run WHERE run MATCH ? ORDER BY rank LIMIT {_LOOKED_AT}"  # noqa: S608
        equal = self._ask(f"{_NAMES} WHERE key = ?", key)
        return [*equal, *self._ask(f"{_NAMES} WHERE id IN ({nearest})", wanted)]

    def _ask(self, query: str, value: str) -> list[tuple[str, int, str, float]]:
        self.build()
        with self._lock:
            return self._names.execute(query, (value,)).fetchall() if self._names else []

    def _read(self) -> sqlite3.Connection:
        names = sqlite3.connect(":memory:", check_same_thread=False)
        names.executescript(_SCHEMA)
        labels: dict[str, dict[str, str]] = {}
        rows = []
        for row in self._rows("names"):
            reference = self._reference(row["thing"])
            if reference:
                said, language = row["name"].value, getattr(row["name"], "language", None) or ""
                name = row["property"].value
                if name == str(SKOS.prefLabel) or reference not in labels:
                    labels.setdefault(reference, {})[language] = said
                rows.append((reference, said, language, _EXACT.get(name, _OTHER)))
        self._know(labels)
        keyed = {(key_form(said), self._places[reference]): (said, language, exact)
                 for reference, said, language, exact in sorted(rows, key=lambda row: (row[3], row))}  # fmt: skip
        names.executemany(
            "INSERT INTO name (key, thing, label, language, exact) VALUES (?, ?, ?, ?, ?)",
            ((key, place, *said) for (key, place), said in sorted(keyed.items()) if key),
        )
        names.execute("INSERT INTO run (rowid, key) SELECT id, key FROM name")
        names.commit()
        return names

    def _know(self, labels: dict[str, dict[str, str]]) -> None:
        classes: dict[str, list[str]] = {}
        for row in self._rows("classes"):
            if reference := self._reference(row["thing"]):
                classes.setdefault(reference, []).append(row["class"].value)
        weights = {self._reference(row["thing"]): int(row["conferments"].value) for row in self._rows("weights")}
        self._things = [
            Named(
                reference,
                reference.partition("/")[0],
                tuple(sorted(said.items(), reverse=True)),
                tuple(sorted(classes.get(reference, ()))),
                weights.get(reference, 0),
            )
            for reference, said in sorted(labels.items())
        ]
        self._places = {thing.reference: place for place, thing in enumerate(self._things)}

    def _rows(self, name: str) -> list[dict[str, Any]]:
        return ask_file(self._store, f"names/{name}", base=self._iris.base)

    def _reference(self, term: Any) -> str:  # noqa: ANN401 - a term of the store
        reference = self._iris.reference(term.value) or ""
        return "" if reference.partition("/")[0] in _WITHOUT else reference


def _clean(text: str) -> str:
    """Without what the index cannot take: a zero character, halves of a surrogate pair (JSON may hold both)."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def _score(key: str, other: str, exact: float) -> float:
    if key == other:
        return exact
    if key in other:
        return min(0.6 + 0.25 * len(key) / len(other) + (0.05 if other.startswith(key) else 0.0), 0.9)
    whole = Levenshtein.normalized_similarity(key, other)
    # A part that is shorter than the query, or a few letters long, says little.
    if len(other) <= len(key) or len(key) < 2 * _RUN:
        return whole * 0.95
    return max(whole * 0.95, 0.9 * partial_ratio(key, other) / 100 * (0.7 + 0.3 * len(key) / len(other)))


def _order(match: Match) -> tuple[float, int, str]:
    return -match.score, -match.thing.conferments, match.thing.reference
