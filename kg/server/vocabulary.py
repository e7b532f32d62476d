"""Types and properties as reconciliation shows them: short names with their labels from the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Final

from kg.graph.quads import node
from kg.graph.query import ask_file
from kg.pages.language import Language, foreign_labels, pick
from kg.pages.plain import short
from kg.server.context import Context
from kg.terms.prefixes import PREFIXES
from kg.text.names import key_form
from kg.views.names import Named

Json = dict[str, Any]

INVERSE: Final = "^"
_INVERSE_WORDS: Final = {"th": "ที่อ้างถึง: {}", "en": "is {} of"}


class Vocabulary:
    """The types and properties in use in one version of the graph."""

    def __init__(self, context: Context) -> None:
        """Nothing is read yet."""
        self._context = context
        self._store, self._base = context.store, context.iris.base

    def classes(self, names: Iterable[str]) -> tuple[str, ...]:
        """IRIs of types by short name; an unknown one becomes an IRI that nothing has."""
        return tuple(self._known_classes.get(name) or f"{PREFIXES['aw']}{name}" for name in names if name)

    def types(self, names: Iterable[str], language: Language) -> list[Json]:
        """Some types, those in use."""
        return [self._entry(name, self._known_classes[name], language) for name in names if name in self._known_classes]

    def all_types(self, language: Language) -> list[Json]:
        """Every type in use."""
        return self.types(sorted(self._known_classes), language)

    def types_of(self, thing: Named, language: Language) -> list[Json]:
        """The types of a thing."""
        return self.types((short(cls) for cls in thing.classes), language)

    def description(self, thing: Named, language: Language) -> str:
        """What tells namesakes apart: the type, the label in the other language, the id."""
        kinds = ", ".join(each["name"] for each in self.types_of(thing, language))
        others = [label for _, label in thing.labels if label != thing.label(language)]
        return " · ".join((kinds or thing.kind, *others, thing.reference))

    def properties(self, language: Language) -> list[Json]:
        """Every property in use, and the ways back over those that lead to things."""
        forward = [self._entry(name, iri, language) for name, iri in sorted(self._known_properties.items())]
        return [*forward, *(self._back(each, language) for each in forward)]

    def proposed(self, name: str, language: Language) -> list[Json]:
        """The properties that things of a type have, the commonest first; of any type where none is named."""
        if not name:
            return self.properties(language)
        parameters = {"class": [node(iri) for iri in self.classes([name])]}
        rows = ask_file(self._store, "names/properties", parameters, base=self._base)
        iris = [row["property"].value for row in rows]  # type: ignore[union-attr]
        return [self._entry(short(iri), iri, language) for iri in iris]

    def named(self, name: str, language: Language) -> Json:
        """One property; one that is not known is called by its name."""
        forward = name.removeprefix(INVERSE)
        entry = self._entry(forward, self._known_properties.get(forward, ""), language)
        return self._back(entry, language) if name.startswith(INVERSE) else entry

    def suggested(self, entries: Sequence[Json], prefix: str) -> list[Json]:
        """Those whose id or name holds what was typed; at their beginning first."""
        key = key_form(prefix)
        fitting = [(each, (key_form(each["id"]), key_form(each["name"]))) for each in entries]
        held = [(each, keys) for each, keys in fitting if any(key in said for said in keys)]
        return [each for each, keys in sorted(held, key=lambda one: not any(said.startswith(key) for said in one[1]))]

    def _entry(self, name: str, iri: str, language: Language) -> Json:
        terms = self._context.pages.reader.terms()
        labels = terms[iri].labels if iri in terms else foreign_labels().get(_curie(iri), {})
        return {"id": name, "name": pick(labels, language)[0] or name}

    def _back(self, entry: Json, language: Language) -> Json:
        return {"id": f"{INVERSE}{entry['id']}", "name": _INVERSE_WORDS[language].format(entry["name"])}

    @cached_property
    def _known_classes(self) -> dict[str, str]:
        rows = ask_file(self._store, "dataset/classes", base=self._base)
        return {short(iri): iri for row in rows if (iri := getattr(row["class"], "value", ""))}

    @cached_property
    def _known_properties(self) -> dict[str, str]:
        rows = ask_file(self._store, "dataset/properties", base=self._base)
        return {short(iri): iri for row in rows if (iri := getattr(row["property"], "value", ""))}


def _curie(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
