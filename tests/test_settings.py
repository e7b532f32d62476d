from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph.quads import node
from kg.settings import Settings, load_settings, project_folder
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from tests.factory import REPO


def test_the_defaults_lie_in_the_checkout() -> None:
    assert project_folder() == REPO
    assert load_settings(environment={}) == Settings(
        data=REPO / "data",
        ontology=REPO / "ontology",
        shapes=REPO / "shapes",
        store=Path(".kg/store"),
        corpus=None,
        base=DEFAULT_BASE,
    )


def test_the_environment_rules_over_the_defaults() -> None:
    settings = load_settings(environment={"KG_STORE": "/s", "KG_CORPUS": "/c", "KG_BASE": "http://localhost:8000/"})
    assert (settings.store, settings.corpus, settings.base) == (Path("/s"), Path("/c"), "http://localhost:8000/")


def test_an_empty_variable_is_no_setting() -> None:
    assert load_settings(environment={"KG_STORE": "", "KG_CORPUS": "", "KG_BASE": ""}) == load_settings(environment={})


def test_arguments_rule_over_the_environment() -> None:
    settings = load_settings(
        data=Path("d"),
        store=Path("s"),
        corpus=Path("c"),
        base="https://example.org/kg#",
        environment={"KG_STORE": "/s", "KG_CORPUS": "/c", "KG_BASE": "https://other.example/"},
    )
    assert (settings.data, settings.store, settings.corpus) == (Path("d"), Path("s"), Path("c"))
    assert settings.base == "https://example.org/kg#"


def test_where_the_world_sees_the_server() -> None:
    settings = load_settings(environment={"KG_PREFIX": "/kg/", "KG_ORIGIN": "https://data.example/"})
    assert (settings.prefix, settings.origin) == ("/kg", "https://data.example")
    given = load_settings(prefix="/a/b", origin="http://localhost:8000", environment={"KG_PREFIX": "/kg"})
    assert (given.prefix, given.origin) == ("/a/b", "http://localhost:8000")


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"prefix": "kg"}, "the prefix 'kg' cannot be used"),
        ({"prefix": "/k g"}, "the prefix '/k g' cannot be used"),
        ({"prefix": '/"><script>'}, "cannot be used"),
        ({"origin": "data.example"}, "the origin 'data.example' cannot be used"),
        ({"origin": "https://data.example/kg"}, "cannot be used"),
    ],
)
def test_a_place_that_cannot_be_one_is_refused(given: dict[str, str], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        load_settings(**given, environment={})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "base", ["example.org/", "ftp://example.org/", "https://example.org", "https:///", "https://a b/", "https://a/<b>/"]
)
def test_a_base_that_cannot_be_one_is_refused(base: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings(base=base, environment={})
    assert str(caught.value) == (
        f"the base {base!r} cannot be used: it must start with http:// or https:// and end with / or #"
    )


@given(
    st.lists(st.sampled_from(["http://", "https://", "a.th", ":8000", "/", "#", "?", " ", "ก", "%", "<", "~b"])).map(
        "".join
    )
)
def test_every_base_that_is_taken_makes_iris(base: str) -> None:
    try:
        settings = load_settings(base=base or "-", environment={})
    except UsageError:
        return
    iri = Iris(settings.base).thing("agency/dbd")
    assert node(iri).value == iri


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        load_settings(environment={}).base = "https://other.example/"  # type: ignore[misc]
