"""Everything of one kind by name, in the order of the language, a page at a time."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.errors import NotFound
from kg.pages.holdings import Holdings
from kg.pages.language import Language, pick
from kg.pages.paging import Pager, pager, pages_of, slice_of
from kg.pages.reader import Reader, Value
from kg.pages.show import Shown
from kg.pages.view import View
from kg.terms.iris import Iris
from kg.text.collate import collation_key, initial

KINDS: Final = (
    "agency", "unit", "recipient", "person", "scheme", "edition", "category", "level", "work", "event", "place",
    "claim", "source",
)  # fmt: skip
ROWS: Final = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing, and how many awards concern it."""

    thing: Shown
    awards: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that names begin with, and where the first of them stands."""

    letter: str
    href: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of the list of a kind; ``kinds`` are those that have anything, with their numbers."""

    kind: str
    total: int
    entries: tuple[Entry, ...]
    letters: tuple[Letter, ...]
    pager: Pager | None
    kinds: tuple[tuple[str, int], ...]


class Listing:
    """The names of one version of the graph; read when the first list is asked for."""

    def __init__(self, reader: Reader, iris: Iris, holdings: Holdings) -> None:
        """Nothing is read yet."""
        self._reader, self._iris, self._holdings = reader, iris, holdings
        self._lock = threading.Lock()
        self._names: dict[str, dict[str, dict[str, str]]] = {}
        self._ordered: dict[tuple[str, Language], list[str]] = {}

    def kinds(self) -> tuple[tuple[str, int], ...]:
        """The kinds that have anything, with their numbers."""
        names = self._read()
        return tuple((kind, len(names[kind])) for kind in KINDS if kind in names)

    def references(self, kind: str) -> list[str]:
        """Everything of a kind, sorted by reference."""
        return sorted(self._read().get(kind, ()))

    def page(self, kind: str, view: View) -> ListPage:
        """A page of the list; raises NotFound for a kind without a list, and past the end."""
        names = self._read().get(kind)
        if names is None:
            known = ", ".join(each for each, _ in self.kinds())
            raise NotFound(f"there is no list of {kind[:40]!r}", fix=f"choose one of {known}")
        ordered = self._in_order(kind, names, view.language)
        shown = slice_of(ordered, kind, view.wanted, ROWS)
        entries = (Entry(self._shown(each, names[each], view), len(self._holdings.given(each))) for each in shown)
        path = f"/browse/{kind}"
        steps = pager(len(ordered), kind, view.wanted, view.links, path, ROWS)
        letters = self._letters(kind, ordered, names, view) if steps else ()
        return ListPage(kind, len(ordered), tuple(entries), letters, steps, self.kinds())

    def _in_order(self, kind: str, names: Mapping[str, Mapping[str, str]], language: Language) -> list[str]:
        if (kind, language) not in self._ordered:
            self._ordered[kind, language] = sorted(
                names, key=lambda each: (collation_key(pick(names[each], language)[0]), each)
            )
        return self._ordered[kind, language]

    def _shown(self, reference: str, labels: Mapping[str, str], view: View) -> Shown:
        text, tag = pick(labels, view.language)
        return Shown(text, "" if tag == view.language else tag, view.links.page(reference))

    def _letters(
        self, kind: str, ordered: list[str], names: Mapping[str, Mapping[str, str]], view: View
    ) -> tuple[Letter, ...]:
        first: dict[str, int] = {}
        for place, reference in enumerate(ordered):
            first.setdefault(initial(pick(names[reference], view.language)[0]), place)
        path = f"/browse/{kind}"
        return tuple(
            Letter(letter, view.links.part(path, kind, pages_of(place + 1, ROWS))) for letter, place in first.items()
        )

    def _read(self) -> dict[str, dict[str, dict[str, str]]]:
        with self._lock:
            if not self._names:
                wanted = set(KINDS)
                for row in self._reader.ask("names"):
                    reference = self._iris.reference(Value.of(row["thing"]).iri) or ""
                    kind = reference.partition("/")[0]
                    if kind in wanted:
                        name = Value.of(row["name"])
                        self._names.setdefault(kind, {}).setdefault(reference, {})[name.language] = name.text
            return self._names
