from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NotFound, QueryRefused, SyntaxFault
from kg.graph.quads import integer, node, text
from kg.graph.query import ask_file, ask_texts, bind, run, select, text_of
from kg.graph.store import Store
from kg.graph.tokens import keywords
from kg.terms.foreign import SKOS
from kg.terms.prefixes import DEFAULT_BASE

G1, G2 = "https://w3id.org/award-kg/graph/source/a", "https://w3id.org/award-kg/graph/source/b"
HOME = Path(__file__).parents[2] / "kg" / "graph" / "queries"
QUERIES = sorted(HOME.rglob("*.rq"))


def quad(subject: str, value: int | str, graph: str = G1) -> ox.Quad:
    term = integer(value) if isinstance(value, int) else text(value, "th")
    return ox.Quad(node(f"{DEFAULT_BASE}id/{subject}"), node("https://schema.org/p"), term, node(graph))


STORE = Store.in_memory([quad("work/a", 1), quad("work/b", 2), quad("work/b", 3, G2), quad("work/c", "คำ", G2)])


def found(query: str, **more: object) -> set[str]:
    return {str(solution["s"])[1:-1].rpartition("/")[2] for solution in run(STORE, query, **more)}  # type: ignore


def test_a_query_sees_the_union_of_all_graphs() -> None:
    assert found("SELECT ?s { ?s schema:p ?o }") == {"a", "b", "c"}


def test_graph_and_from_rule_over_the_union() -> None:
    assert found(f"SELECT ?s {{ GRAPH <{G2}> {{ ?s schema:p ?o }} }}") == {"b", "c"}
    assert found(f"SELECT ?s FROM <{G1}> {{ ?s schema:p ?o }}") == {"a", "b"}
    assert found(f"SELECT ?s FROM <{G1}> FROM <{G2}> {{ ?s schema:p ?o }}") == {"a", "b", "c"}
    assert found(f"SELECT ?s FROM NAMED <{G2}> {{ GRAPH ?g {{ ?s schema:p ?o }} }}") == {"b", "c"}
    assert found(f"SELECT ?s FROM NAMED <{G2}> {{ ?s schema:p ?o }}") == set()


def test_graphs_of_the_protocol_go_before_those_of_the_query() -> None:
    assert found("SELECT ?s { ?s schema:p ?o }", default_graphs=[G1]) == {"a", "b"}
    assert found(f"SELECT ?s FROM <{G2}> {{ ?s schema:p ?o }}", default_graphs=[G1]) == {"a", "b"}
    assert found("SELECT ?s { GRAPH ?g { ?s schema:p ?o } }", named_graphs=[G2]) == {"b", "c"}
    assert found("SELECT ?s { ?s schema:p ?o }", named_graphs=[G2]) == set()


def test_prefixes_follow_the_base() -> None:
    assert found("SELECT ?s { VALUES ?s { <https://w3id.org/award-kg/id/work/a> } ?s schema:p 1 }") == {"a"}
    assert select(STORE, "SELECT ?o { id:work\\/a schema:p ?o }") == [{"o": integer(1)}]
    assert select(STORE, "SELECT ?o { id:work\\/a schema:p ?o }", base="http://localhost/") == []


def test_rows_name_every_variable() -> None:
    rows = select(STORE, "SELECT ?o ?none { id:work\\/c schema:p ?o OPTIONAL { ?o schema:p ?none } }")
    assert rows == [{"o": text("คำ", "th"), "none": None}]


def test_only_a_select_has_rows() -> None:
    with pytest.raises(QueryRefused) as caught:
        select(STORE, "ASK { ?s ?p ?o }")
    assert str(caught.value) == "a SELECT was expected; ask for a table"


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("SELECT * {\n ?s ?p\n }", "line 3, column 3: this is not SPARQL 1.1: expected OPTIONAL; mend the query there"),
        ("SELECT ?x ?x { }", "line 1, column 17: this is not SPARQL 1.1: "),
        ("", "line 1, column 1: this is not SPARQL 1.1: expected [_]; mend the query there"),
        ("SELECT ?x {", "line 1, column 12: this is not SPARQL 1.1: expected one of "),
        (
            "SELECT * { nothing:a ?p ?o }",
            "line 1, column 21: this is not SPARQL 1.1: expected one of Prefix not found, ",
        ),
    ],
)
def test_a_syntax_error_names_line_and_column(query: str, where: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        run(STORE, query)
    assert str(caught.value).startswith(where)
    assert "\n" not in str(caught.value)
    assert "u{" not in str(caught.value)


def test_service_is_refused_before_anything_runs() -> None:
    with pytest.raises(QueryRefused, match="SERVICE is not allowed"):
        run(STORE, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_a_graph_that_is_no_iri_is_refused() -> None:
    with pytest.raises(QueryRefused, match="the query cannot be run"):
        run(STORE, "SELECT * { ?s ?p ?o }", default_graphs=["no iri"])


ECHO = "SELECT ?x ?y {}"
literals = st.one_of(
    st.text().map(text),
    st.text(st.characters(codec="utf-8")).map(lambda said: text(said, "th")),
    st.sampled_from(['"', "'", "\\", '"} #', "}", "?x", "คำ\n\r\t", '""" . }']).map(text),
    st.integers().map(integer),
)


@given(literals)
def test_what_is_bound_comes_back_as_it_was(term: ox.Literal) -> None:
    assert select(STORE, bind("SELECT ?x {}", {"x": term})) == [{"x": term}]


@given(st.lists(literals, max_size=3, unique=True), literals)
def test_several_parameters_give_every_combination(terms: list[ox.Literal], other: ox.Literal) -> None:
    rows = select(STORE, bind(ECHO, {"x": terms, "y": other}))
    assert rows == [{"x": term, "y": other} for term in terms]


def test_iris_are_bound_too() -> None:
    query = "SELECT ?s ?o { ?s schema:p ?o } # a comment at the end"
    assert select(STORE, bind(query, {"s": [node(f"{DEFAULT_BASE}id/work/{name}") for name in "ax"]})) == [
        {"s": node(f"{DEFAULT_BASE}id/work/a"), "o": integer(1)}
    ]


def test_without_parameters_a_query_is_left_alone() -> None:
    assert bind(ECHO, {}) == ECHO


def test_an_aggregate_groups_by_its_parameter() -> None:
    query = "SELECT ?s (COUNT(*) AS ?n) { ?s schema:p ?o } GROUP BY ?s"
    b = node(f"{DEFAULT_BASE}id/work/b")
    assert select(STORE, bind(query, {"s": b})) == [{"s": b, "n": integer(2)}]


@pytest.mark.parametrize("name", ["no-such-query", "checks", "../query", "checks/nothing"])
def test_a_query_that_is_not_there(name: str) -> None:
    with pytest.raises(NotFound) as caught:
        text_of(name)
    assert str(caught.value) == f"there is no query {name!r}; see kg/graph/queries"


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_every_file_of_the_package_runs(path: Path) -> None:
    name = path.relative_to(HOME).with_suffix("").as_posix()
    assert text_of(name) == path.read_text("utf-8")
    if any(word == "SELECT" for word, _ in keywords(text_of(name))):
        ask_file(STORE, name)


def test_rows_as_texts_keep_line_ends_and_commas_inside_cells() -> None:
    iri = "https://w3id.org/award-kg/id/agency/a"
    named = [(iri, 'a\r\n"b", c', "en"), (iri, "กรม", "th")]
    quads = [
        ox.Quad(node(iri), node(str(SKOS.prefLabel)), ox.Literal(said, language=tag), node(iri))
        for _, said, tag in named
    ]
    store = Store.in_memory(quads)
    assert sorted(ask_texts(store, "views/labels", {"thing": ox.NamedNode(iri)})) == named
    with pytest.raises(NotFound, match="there is no query 'views/nothing'"):
        ask_texts(store, "views/nothing")
