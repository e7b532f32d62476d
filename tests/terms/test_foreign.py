from typing import Any

import pytest

from kg.terms import foreign
from kg.terms.foreign import CPOV, DCAT, DCTERMS, FOAF, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, TIME, VOID, WD, XSD
from kg.terms.prefixes import PREFIXES

BY_PREFIX = {
    "cpov": CPOV, "dcat": DCAT, "void": VOID, "dct": DCTERMS, "foaf": FOAF, "oa": OA, "org": ORG, "owl": OWL,
    "prov": PROV, "rdf": RDF, "rdfs": RDFS, "schema": SCHEMA, "skos": SKOS, "time": TIME, "wd": WD, "xsd": XSD,
}  # fmt: skip


@pytest.mark.parametrize("prefix", sorted(BY_PREFIX))
def test_a_namespace_is_that_of_its_prefix(prefix: str) -> None:
    assert str(BY_PREFIX[prefix]["x" if prefix in ("cpov", "wd") else _some_term(prefix)]).startswith(PREFIXES[prefix])


def _some_term(prefix: str) -> str:
    return sorted(BY_PREFIX[prefix].__annotations__)[0]


def test_all_that_is_exported_is_here() -> None:
    assert {getattr(foreign, name) for name in foreign.__all__} == set(BY_PREFIX.values())


@pytest.mark.parametrize("namespace", [OA, SCHEMA])
def test_a_misspelt_term_raises(namespace: Any) -> None:
    with pytest.raises(AttributeError):
        _ = namespace.noSuchTerm
