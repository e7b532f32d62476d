"""The competency questions: what each answers on the real graph, and that any endpoint can read it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import to_isomorphic
from rdflib.plugins.sparql import prepareQuery

from kg.export.rdf import serialize_triples
from kg.export.results import Shortener
from kg.graph.query import run, text_of
from kg.graph.store import Store
from kg.pipeline.build import Assembly
from kg.terms.prefixes import DEFAULT_BASE, for_base

ANSWERS = Path(__file__).parent / "competency"
QUESTIONS = Path(__file__).parents[2] / "kg" / "graph" / "queries" / "competency"
NAMES = sorted(path.stem for path in QUESTIONS.glob("*.rq"))


@pytest.fixture(scope="module")
def store(real_assembly: Assembly) -> Store:
    return Store.in_memory(real_assembly.quads())


def header(name: str) -> dict[str, str]:
    """The comment lines at the head of a question, by their first word."""
    lines = text_of(f"competency/{name}").splitlines()[:3]
    return dict(line.removeprefix("# ").split(": ", 1) for line in lines)


def answer(results: ox.QuerySolutions) -> list[list[str]]:
    """Header and rows, IRIs by their prefixes, as the expected answers write them."""
    shorten = Shortener(for_base(DEFAULT_BASE))
    names = [variable.value for variable in results.variables]
    return [names, *([shorten.text(solution[name]) for name in names] for solution in results)]


def expected(name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO((ANSWERS / f"{name}.csv").read_text("utf-8"), newline="")))


def test_there_are_twenty_one_questions_and_each_has_its_answer() -> None:
    answered = sorted(path.stem for path in ANSWERS.iterdir())
    assert len(NAMES) == 21
    assert answered == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_question_is_answered_as_the_articles_say(name: str, store: Store) -> None:
    results = run(store, text_of(f"competency/{name}"))
    if isinstance(results, ox.QueryTriples):
        got = rdflib.Graph().parse(data=serialize_triples(results, "turtle", DEFAULT_BASE), format="turtle")
        wanted = rdflib.Graph().parse(ANSWERS / f"{name}.ttl", format="turtle")
        assert to_isomorphic(got) == to_isomorphic(wanted)
    else:
        assert isinstance(results, ox.QuerySolutions)
        assert answer(results) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_question_stands_in_both_languages_with_its_columns(name: str) -> None:
    head = header(name)
    assert list(head) == ["Question", "คำถาม", "Columns"]
    assert head["Question"].endswith("?")
    if (ANSWERS / f"{name}.csv").exists():
        assert head["Columns"].split(", ") == expected(name)[0]


@pytest.mark.parametrize("name", NAMES)
def test_question_can_be_pasted_into_any_endpoint(name: str) -> None:
    """Complete with its own prefixes, and in a total order, read by another engine than ours."""
    text = text_of(f"competency/{name}")
    bare = rdflib.Graph(bind_namespaces="none")
    prepareQuery(text, initNs=dict(bare.namespaces()))
    assert "ORDER BY" in text or "CONSTRUCT" in text


def test_order_is_the_same_whatever_order_the_quads_come_in(store: Store) -> None:
    backwards = Store.in_memory(reversed(list(store.quads())))
    for name in NAMES:
        one, other = (run(each, text_of(f"competency/{name}")) for each in (store, backwards))
        if isinstance(one, ox.QuerySolutions) and isinstance(other, ox.QuerySolutions):
            assert answer(one) == answer(other), name
