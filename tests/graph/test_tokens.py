import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryRefused
from kg.graph.tokens import keywords, names_its_graphs, refuse_service

# The engine refuses this port itself, so a query that slips through is seen and still calls nobody.
NOWHERE = "<http://127.0.0.1:9/>"

HIDDEN = [
    f"SELECT * {{ SERVICE {NOWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ sErViCe {NOWHERE} {{}} }}",
    f"SELECT * {{ SERVICE{NOWHERE}{{}} }}",
    f"SELECT * {{ SERVICE SILENT {NOWHERE} {{}} }}",
    f"SELECT * {{ SERVICESILENT{NOWHERE}{{}} }}",
    f"SELECT * {{ SERVICE # a comment\n {NOWHERE} {{}} }}",
    f"# SERVICE\nSELECT * {{ SERVICE {NOWHERE} {{}} }}",
    f"# a comment ends here\rSELECT * {{ SERVICE {NOWHERE} {{}} }}",
    "SELECT * { VALUES ?x { <http://127.0.0.1:9/> } SERVICE ?x {} }",
    f"SELECT * {{ \\u0053ERVICE {NOWHERE} {{}} }}",
    f"SELECT * {{ \\U00000053ERVICE {NOWHERE} {{}} }}",
    f"SELECT * {{ S\\u0045RVICE {NOWHERE} {{}} }}",
    # No space is needed between tokens.
    "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x {} }",
    "PREFIX : <http://127.0.0.1:9/> PREFIX service: <http://e/> SELECT * { service:x {} }",
    f"SELECT * {{ ?s ?p trueSERVICE {NOWHERE} {{}} }}",
    f"SELECT * {{ ?s ?p 1.0e5SERVICE {NOWHERE} {{}} }}",
    f"SELECT * {{ ?s ?p ?o.SERVICE {NOWHERE} {{}} }}",
    f"PREFIX ex: <http://e/> SELECT * {{ ?s ?p ex:.SERVICE {NOWHERE} {{}} }}",
    # Quotes and hashes that open neither a string nor a comment.
    f"PREFIX ex: <http://e/> SELECT * {{ ?s ?p ex:O\\' SERVICE {NOWHERE} {{}} BIND('' AS ?x) }}",
    f"PREFIX ex: <http://e/> SELECT * {{ ?s ?p ex:a\\#b SERVICE {NOWHERE} {{}} \n}}",
    f"PREFIX ex: <http://e/> SELECT * {{ ?s ?p ex:a\u0300\\' SERVICE {NOWHERE} {{}} BIND('' AS ?x) }}",
    f"SELECT * {{ ?s ?p <http://x/#> SERVICE {NOWHERE} {{}} \n}}",
    f"SELECT * {{ ?s ?p <http://x/'> SERVICE {NOWHERE} {{}} BIND('' AS ?x) }}",
    f"SELECT * {{ ?s ?p <http://x/\\u0041#> SERVICE {NOWHERE} {{}} \n}}",
    f"SELECT * {{ ?s ?p <http://x/\u00a0#> SERVICE {NOWHERE} {{}} \n}}",
    f'SELECT * {{ ?s ?p "a\\u0022b" SERVICE {NOWHERE} {{}} #"\n}}',
    f'SELECT * {{ ?s ?p "\\u0022" . ?a ?b <http://x/\\u0041#> SERVICE {NOWHERE} {{}} #"\n}}',
    f'SELECT * {{ ?s ?p "a\\\\" SERVICE {NOWHERE} {{}} BIND("" AS ?x) }}',
    f'SELECT * {{ ?s ?p """a""" SERVICE {NOWHERE} {{}} BIND("" AS ?x) }}',
    # Less-than signs that look like the start of an IRI.
    f"SELECT * {{ FILTER(?a<?b#>'''\n) SERVICE {NOWHERE} {{}} #'''\n}}",
    f"SELECT * {{ FILTER(?a<'x>') SERVICE {NOWHERE} {{}} FILTER(?b<'y>') }}",
]

HARMLESS = [
    "SELECT * { ?s ?p ?o } # SERVICE <http://x/> {}",
    "SELECT * { ?s ?p 'SERVICE <http://x/> {}' }",
    'SELECT * { ?s ?p "SERVICE <http://x/> {}" }',
    'SELECT * { ?s ?p "say \\"SERVICE\\"" }',
    'SELECT * { ?s ?p """SERVICE "a" \n {}""" }',
    "SELECT * { ?s ?p '''it's a SERVICE''' }",
    "SELECT * { ?s ?p <http://x/SERVICE> }",
    "SELECT * { ?s ?p <http://x/a#SERVICE> }",
    "SELECT * { ?s ?p <SERVICE> }",
    "PREFIX ex: <http://x/> SELECT * { ?s ?p ex:service }",
    "PREFIX ex: <http://x/> SELECT * { ?s ?p ex:a.SERVICE }",
    "SELECT ?service $SERVICE { ?service ?p $SERVICE }",
    "SELECT * { ?s ?p _:service }",
    "SELECT * { ?s ?p 'x'@en-service }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?s > 4) } # service",
    "SELECT * { ?s ?p ?o FILTER(?o <= 3) } # service",
    "SELECT * { ?s ?p 'บริการ service' }",
]


@pytest.mark.parametrize("query", HIDDEN)
def test_a_call_of_another_server_is_refused_however_it_is_hidden(query: str) -> None:
    with pytest.raises(QueryRefused) as caught:
        refuse_service(query)
    assert caught.value.exit_status == 2


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_is_harmless_elsewhere(query: str) -> None:
    refuse_service(query)
    ox.Store().query(query, base_iri="http://base/")


def test_the_refusal_says_where_and_why() -> None:
    with pytest.raises(QueryRefused) as caught:
        refuse_service("ASK { SERVICE <http://x/> {} }")
    assert str(caught.value) == (
        "character 6: SERVICE is not allowed: a query must not make this server call another one; "
        "query the other endpoint yourself and join the results"
    )


def test_what_can_be_read_in_two_ways_is_refused_beside_the_word() -> None:
    with pytest.raises(QueryRefused) as caught:
        refuse_service("SELECT * { ?s ?p <#service> }")
    assert str(caught.value) == (
        "character 17: <#service> can be read in two ways: in a query with the word SERVICE that could hide a call of "
        "another server; put a space after <, write relative IRIs in full, or leave the word out"
    )
    refuse_service("SELECT * { ?s ?p <#other> }")


_PIECES = st.sampled_from(
    [
        f"SERVICE {NOWHERE} {{}}", "service:x{}", f"SERVICE{NOWHERE}{{}}", f"SERVICESILENT{NOWHERE}{{}}",
        "SERVICE ?x{}",
        "'", '"', "'''", '"""', "#", "\n", "\\'", "\\#", "ex:a", "ex:", ".", "-", "<", "(", ")", "{", "}", " ",
        "; ", ", ",
        "<?b#>", "<'x>", "<http://e/#>", "<http://e/\\u0041#'>", "<#a>", "?s", "?p", "?o", "true", "1.0e5",
        "1", "@en",
        "BIND(1 AS ?y)", "FILTER(?o<2)", "FILTER(?o", "OPTIONAL{}", "\u00a0", "\u0300", "\\u0022", "_:b", "ex:a\\'",
        "ex:s ex:p 1", "?s ?p ?o", "'a'",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> ox.Store:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(1)))
    return store


@given(st.lists(_PIECES, max_size=10).map("".join))
def test_the_engine_never_calls_out_for_a_query_that_is_let_through(engine: ox.Store, body: str) -> None:
    prologue = "PREFIX ex: <http://e/> PREFIX : <http://127.0.0.1:9/> PREFIX service: <http://e/> "
    for query in (f"{prologue}SELECT * {{{body}}}", f"{prologue}SELECT * {{{body} SERVICE {NOWHERE} {{}} }}"):
        try:
            list(engine.query(query))  # type: ignore[arg-type]
        except SyntaxError:
            continue
        except (OSError, RuntimeError):  # it tried to call the other server
            with pytest.raises(QueryRefused):
                refuse_service(query)


@pytest.mark.parametrize("query", ["." * 300_000, "'" * 300_000, "<a" * 150_000, "a:" * 150_000, '"""' * 100_000])
def test_a_long_text_is_read_in_one_go(query: str) -> None:
    # Quadratic reading would take minutes and fail this run by its time.
    with pytest.raises(QueryRefused):
        refuse_service(f"{query}\n SERVICE <http://x/> {{")


def test_keywords_are_bare_words_in_upper_case_with_their_place() -> None:
    query = "select ?from { ?s a ex:FROM } # from\nlimit 5"
    assert list(keywords(query)) == [("SELECT", 0), ("A", 18), ("LIMIT", 37)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT * FROM <http://x/> { ?s ?p ?o }", True),
        ("SELECT * from named <http://x/> { ?s ?p ?o }", True),
        ("SELECT *FROM<http://x/>{ ?s ?p ?o }", True),
        ("SELECT ?from { ?from ?p 'FROM' } # FROM", False),
        ("SELECT * { ?s ex:from <http://x/FROM> }", False),
    ],
)
def test_a_query_that_names_its_graphs(query: str, names: bool) -> None:
    assert names_its_graphs(query) is names
