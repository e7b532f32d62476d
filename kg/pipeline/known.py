"""What the registry knows, by IRI: for graphs, which name things by addresses."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model.registry import TABLES, Registry, references
from kg.terms.foreign import WD
from kg.terms.iris import Iris


def refs_by_iri(registry: Registry, iris: Iris) -> Mapping[str, str]:
    """The reference of everything in the registry, by its IRI and by that of Wikidata."""
    found: dict[str, str] = {}
    for table in TABLES:
        for row in registry.tables.get(table, ()):
            for ref in references(row):
                found.setdefault(iris.thing(ref), ref)
                if item := row.get("wikidata"):
                    found.setdefault(str(WD[item]), ref)
    return found


def names_by_iri(registry: Registry, iris: Iris) -> Mapping[str, str]:
    """The Thai name of everything in the registry, by the same IRIs; its identifier where the table has no names."""
    return {iri: name_of(registry, ref) for iri, ref in refs_by_iri(registry, iris).items()}


def name_of(registry: Registry, ref: str) -> str:
    """The Thai name of a reference, else its identifier; a province as a body is called as its administration."""
    row = registry.row(ref)
    if row is None:
        return ""
    name = row.get("administration_th") if row.table == "provinces" and ref.startswith("agency/") else ""
    return name or row.get("name_th") or row.id
