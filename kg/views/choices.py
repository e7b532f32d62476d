"""What the awards of a store can be chosen by, for forms that offer it: schemes, their categories and levels, kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.answer import Text
from kg.views.read import Reader, read_labels

_OF_SCHEMES = frozenset({"category", "level"})


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of each parameter, those of categories and levels by scheme, and names of all of them."""

    values: Mapping[str, frozenset[str]]
    by_scheme: Mapping[tuple[str, str], frozenset[str]]
    labels: Mapping[str, Text]

    def of(self, parameter: str, schemes: Iterable[str]) -> list[str]:
        """The values to offer, by reference; categories and levels only of some schemes, those of all being many."""
        if parameter not in _OF_SCHEMES:
            return sorted(self.values.get(parameter, ()))
        return sorted({value for scheme in schemes for value in self.by_scheme.get((parameter, scheme), ())})

    def name(self, value: str, language: str) -> str:
        """The name of a value in a language, else in the other one, else its reference."""
        said = self.labels.get(value, {})
        return said.get(language) or next((said[each] for each in ("th", "en") if each in said), value)


def read_choices(reader: Reader) -> Choices:
    """What the awards of the reader's store can be chosen by."""
    values: dict[str, set[str]] = {}
    by_scheme: dict[tuple[str, str], set[str]] = {}
    for parameter, value, scheme in reader.ask("choices"):
        values.setdefault(parameter, set()).add(value)
        if parameter in _OF_SCHEMES:
            by_scheme.setdefault((parameter, scheme), set()).add(value)
    return Choices(
        {parameter: frozenset(found) for parameter, found in values.items()},
        {key: frozenset(found) for key, found in by_scheme.items()},
        read_labels(reader, {value for found in values.values() for value in found}),
    )
