"""Answers that a build derives, so that pages need not compute them: one JSON file a view, beside the store's version.

Only views without parameters are kept. A file is used for the version of the store that it lies with, and only where it
was derived by the rules of today.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from kg.graph.store import Derived, Store
from kg.model.answer import Answer
from kg.model.answerjson import from_plain, to_json
from kg.views.catalogue import RULE, VIEWS, Views, view_named

FOLDER: Final = RULE


def derived_views(base: str, progress: Callable[[int, int], None] = lambda done, total: None) -> Derived:
    """What a build has the store derive before it is put in place; ``progress`` is told how many views are done."""

    def files(store: Store) -> Iterator[tuple[str, bytes]]:
        views = Views(store, base)
        _ = views.reader.all_evidence  # once for all views, which would ask for much of it one by one
        progress(0, len(VIEWS))
        for done, name in enumerate(VIEWS, 1):
            yield f"{name}.json", to_json(views.answer(name))
            progress(done, len(VIEWS))

    return Derived(FOLDER, files)


def read_derived(store: Store, name: str) -> Answer | None:
    """The answer of a view without parameters as the build derived it; None where there is none that can be used."""
    content = store.derived(FOLDER, f"{name}.json")
    if content is None:
        return None
    try:
        answer = from_plain(json.loads(content))
    except (ValueError, KeyError, TypeError):
        return None  # cut short by a full disk, or of another program: it is computed again
    return answer if answer.version == store.version else None


class Desk:
    """Answers views over one store: what the build derived is read once and kept, the rest is computed.

    A server keeps one for each version of its store; so does whoever asks more than one question.
    """

    def __init__(self, store: Store, base: str) -> None:
        """``base`` is that of the IRIs in the store. Nothing is read before it is asked for."""
        self.views = Views(store, base)
        self._kept: dict[str, Answer] = {}

    def answer(self, name: str, given: Mapping[str, Sequence[str]] | None = None) -> Answer:
        """As ``Views.answer``."""
        if any((given or {}).values()):
            return self.views.answer(name, given)
        view_named(name)
        if name not in self._kept:
            self._kept[name] = read_derived(self.views.store, name) or self.views.answer(name)
        return self._kept[name]
