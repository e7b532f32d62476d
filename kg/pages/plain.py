"""A thing as plain JSON for scripts: labels by language, values by the short names of our JSON-LD context.

A constant number of queries, whatever the thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from kg.errors import NotFound
from kg.export.jsonld import context
from kg.pages.reader import Evidence, Reader, Value
from kg.terms.foreign import RDF, SKOS, XSD
from kg.terms.iris import Iris
from kg.terms.prefixes import PREFIXES

Json = dict[str, Any]

_WHOLE: Final = frozenset(map(str, (XSD.integer, XSD.nonNegativeInteger, XSD.int, XSD.long)))
_APART: Final = frozenset(map(str, (RDF.type, SKOS.prefLabel)))


def plain_thing(reader: Reader, iris: Iris, reference: str) -> Json:
    """What the graph says of a thing, with its evidence; raises NotFound where it says nothing.

    ``links`` are the things that point at it, by property.
    """
    iri = iris.thing(reference)
    things, links = reader.about([iri]), reader.links([iri])
    if iri not in things:
        raise NotFound(f"there is no {reference}", why="no graph says anything of it")
    mentioned = {value.iri for said in things.of(iri) for value in (said.value,) if value.iri}
    labels = reader.labels({iri, *mentioned, *(link.other for link in links)})
    show = _Plain(iris, labels)
    values: Json = {}
    for said in things.of(iri):
        if said.property not in _APART:
            values.setdefault(short(said.property), []).append(show.value(said.value))
    pointing: Json = {}
    for link in links:
        pointing.setdefault(short(link.property), []).append(show.named(link.other))
    return {
        "id": reference,
        "iri": iri,
        "type": sorted(short(cls) for cls in things.classes(iri)),
        "labels": dict(labels.get(iri, {})),
        "values": values,
        "links": pointing,
        "evidence": [show.evidence(each) for each in reader.evidence([iri])],
    }


def values_of(reader: Reader, iris: Iris, references: Iterable[str]) -> dict[str, dict[str, list[Json]]]:
    """Values of some things, by reference and by short name of the property; ``^NAME`` is what points at it.

    Each value is a dict with ``iri`` and ``labels`` (and ``id``, where it is ours), or with ``text``, ``language``,
    ``datatype``. Three queries, however many things there are.
    """
    ours = {iris.thing(reference): reference for reference in references}
    things, links = reader.about(ours), reader.links(ours)
    labels = reader.labels(things.mentioned() | {link.other for link in links})
    show = _Plain(iris, labels)
    found: dict[str, dict[str, list[Json]]] = {reference: {} for reference in ours.values()}
    for iri, reference in ours.items():
        for said in things.of(iri):
            found[reference].setdefault(short(said.property), []).append(show.term(said.value))
    for link in links:
        found[ours[link.thing]].setdefault(f"^{short(link.property)}", []).append(show.named(link.other))
    return found


def short(iri: str) -> str:
    """The name of a term in our JSON-LD context, else its prefixed name, else the IRI."""
    return _terms().get(iri) or _curie(iri)


class _Plain:
    """Values with the labels that were read."""

    def __init__(self, iris: Iris, labels: Mapping[str, Mapping[str, str]]) -> None:
        self._iris, self._labels = iris, labels

    def named(self, iri: str) -> Json:
        reference = self._iris.reference(iri)
        said: Json = {"id": reference} if reference else {}
        return {**said, "iri": iri, "labels": dict(self._labels.get(iri, {}))}

    def term(self, value: Value) -> Json:
        if value.iri:
            return self.named(value.iri)
        return {"text": value.text, "language": value.language, "datatype": value.datatype}

    def value(self, value: Value) -> Any:  # noqa: ANN401 - JSON is of any type
        if value.iri:
            return self.named(value.iri)
        if value.language:
            return {"text": value.text, "language": value.language}
        if value.datatype in _WHOLE and value.text.lstrip("-").isdigit():
            return int(value.text)
        if value.datatype == str(XSD.boolean):
            return value.text in ("true", "1")
        return value.text

    def evidence(self, each: Evidence) -> Json:
        said: Json = {"source": self._iris.reference(each.source), "start": each.start, "end": each.end}
        if each.property:
            said["property"] = short(each.property)
        if each.value:
            said["value"] = self.value(each.value)
        return {**said, "confidence": each.confidence}


@cache
def _terms() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, given in context()["@context"].items():
        identifier = given.get("@id") if isinstance(given, dict) else given
        if isinstance(identifier, str) and not name.startswith("@"):
            prefix, colon, local = identifier.partition(":")
            if colon and local and prefix in PREFIXES:
                found.setdefault(f"{PREFIXES[prefix]}{local}", name)
    return found


def _curie(iri: str, prefixes: Iterable[tuple[str, str]] = tuple(PREFIXES.items())) -> str:
    for prefix, namespace in prefixes:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
