"""What a reader sends a curator who finds a fact wrong: a text and a small file. Nothing is written here.

A curator mends the record or the registry under version control, so the file says what is doubted, where it is said,
what would be right, and of which version of the graph the reader speaks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kg.errors import NotFound
from kg.pages.plain import short
from kg.pages.reader import Reader, Value
from kg.terms.foreign import RDF
from kg.terms.iris import Iris

Json = dict[str, Any]

FIELDS: Final = ("property", "value", "at", "right", "where", "from")
LONGEST: Final = 2000
_TEMPLATE: Final = {"wrong": "", "right": "", "where": "", "from": ""}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a reader doubts of a thing: the property and value, its place, what is right and who says so."""

    reference: str
    said: Mapping[str, str]

    @classmethod
    def of(cls, reference: str, given: Mapping[str, str]) -> Doubt:
        """From the fields of a form; each is cut to ``LONGEST`` characters, invisible control characters go."""
        return cls(reference, {name: _clean(given.get(name, "")) for name in FIELDS})

    def as_json(self, iris: Iris, version: str) -> bytes:
        """The file for the curator."""
        doubted = {name: self.said[name] for name in ("property", "value") if self.said[name]}
        file: Json = {"about": self.reference, "iri": iris.thing(self.reference), "version": version}
        if doubted:
            file["wrong"] = doubted
        if place := self.place():
            file["evidence"] = place
        for name in ("right", "where", "from"):
            if self.said[name]:
                file[name] = self.said[name]
        return _written(file)

    def place(self) -> Json:
        """The document and the span that state the fact, where the address named them."""
        source, _, span = self.said["at"].partition(",")
        start, _, end = span.partition(",")
        if not (source and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
            return {}
        return {"source": f"source/{source}", "start": int(start), "end": int(end)}


def template(reader: Reader, iris: Iris, reference: str, version: str) -> bytes:
    """All facts about a thing with room for what would be right: the file that a static site offers.

    Raises NotFound where the graph says nothing of the thing.
    """
    iri = iris.thing(reference)
    things = reader.about([iri])
    if iri not in things:
        raise NotFound(f"there is no {reference}", why="no graph says anything of it")
    facts = [
        {"property": short(each.property), "value": _text(each.value, iris), "stated_in": _graphs(each.graphs, iris)}
        for each in things.of(iri)
        if each.property != str(RDF.type)
    ]
    return _written({"about": reference, "iri": iri, "version": version, **_TEMPLATE, "facts": facts})


def _written(file: Json) -> bytes:
    return (json.dumps(file, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _text(value: Value, iris: Iris) -> str:
    return iris.reference(value.iri) or value.iri or value.text


def _graphs(graphs: Iterable[str], iris: Iris) -> list[str]:
    return [graph.removeprefix(iris.graph("")) for graph in graphs]


def _clean(text: str) -> str:
    return "".join(each for each in text[:LONGEST] if each.isprintable() or each in "\n\t").strip()
