"""The names in code are those of the ontology, and whatever names a term names one that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import URIRef

from kg.terms import generate
from kg.terms.award import AW
from kg.terms.prefixes import PREFIXES

ROOT = generate.ROOT
_IN_CODE = re.compile(r"\bAW\.([A-Za-z]\w*)")
_IN_RDF = re.compile(r"\baw:([A-Za-z]\w*)")
_PLACEHOLDERS = {"NAME"}  # docstrings speak of aw:NAME


def in_ontology() -> set[str]:
    """Local names of every term."""
    return {term.name for term in generate.terms(generate.read())}


def in_code() -> set[str]:
    """Names that the generated class has."""
    return {str(iri).removeprefix(PREFIXES["aw"]) for iri in dir(AW)}


def mentions() -> Iterator[tuple[str, str]]:
    """Every file of ours that names terms, and the names."""
    files: list[Path] = [*ROOT.glob("shapes/**/*.ttl"), *ROOT.glob("tests/**/*.rq"), *ROOT.glob("kg/**/*.rq")]
    for path in files:
        yield from ((path.relative_to(ROOT).as_posix(), name) for name in _IN_RDF.findall(path.read_text("utf-8")))
    for path in ROOT.glob("kg/**/*.py"):
        text = path.read_text("utf-8")
        for name in _IN_CODE.findall(text) + _IN_RDF.findall(text):
            yield path.relative_to(ROOT).as_posix(), name


def test_code_and_ontology_have_the_same_terms() -> None:
    assert in_code() == in_ontology()


def test_every_name_gives_its_iri() -> None:
    for name in in_ontology():
        assert getattr(AW, name) == URIRef(PREFIXES["aw"] + name)


def test_a_misspelt_name_raises() -> None:
    with pytest.raises(AttributeError):
        _ = AW.reciepient


def test_every_term_that_is_named_anywhere_exists() -> None:
    known = in_ontology() | _PLACEHOLDERS
    unknown = sorted({f"{where}: {name}" for where, name in mentions() if name not in known})
    assert not unknown
