from kg.graph.query import select
from kg.graph.store import Store
from kg.model.answer import Edge, Node
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.awards import Bodies
from kg.views.catalogue import Views
from kg.views.collaboration import collaboration
from tests.bench.generator import Generator
from tests.views.making import awards, cells, choice, note, proofs, won

SHARED = awards(
    won("1", "a", "b", works=["work/w"]),
    won("2", "b", "c", works=["work/x"]),
    # One work, given to each in its own conferment.
    won("3", "a", edition="e-2021", works=["work/y"]),
    won("4", "b", edition="f-2021", works=["work/y"]),
    # The same edition is no work in common.
    won("5", "d", edition="e-2020"),
    # Several recipients of one conferment share a work that nobody names.
    won("6", "c", "d"),
)


def test_who_shares_a_work_with_whom() -> None:
    result = collaboration(SHARED, choice())
    assert cells(result) == [
        # partners, works shared, sum of ties, betweenness, community, bridges, most often with
        ("agency/b", 2, 3, 3, 0.666667, 1, 2, "agency/a"),
        ("agency/c", 2, 2, 2, 0.666667, 2, 2, "agency/b"),
        ("agency/a", 1, 2, 2, 0.0, 1, 1, "agency/b"),
        ("agency/d", 1, 1, 1, 0.0, 2, 1, "agency/c"),
    ]
    assert proofs(result)[0] == ("conferment/1", "conferment/2", "conferment/3", "conferment/4")
    assert note(result, "sampling") == "betweenness is exact"


def test_the_network_has_a_weight_and_a_proof_for_each_tie() -> None:
    network = collaboration(SHARED, choice()).network
    assert network is not None
    first = ("conferment/1", "conferment/3", "conferment/4")
    assert network.edges == (
        Edge("agency/a", "agency/b", 2, "shares-work", True, first),
        Edge("agency/b", "agency/c", 1, "shares-work", True, ("conferment/2",)),
        Edge("agency/c", "agency/d", 1, "shares-work", True, ("conferment/6",)),
    )
    assert network.nodes[0] == Node(
        "agency/a", "agency", {"degree": 1, "strength": 2, "betweenness": 0.0, "community": 1, "component": 1}
    )


def test_only_ties_of_so_many_works() -> None:
    assert [row[0] for row in cells(collaboration(SHARED, choice(at_least=2)))] == ["agency/a", "agency/b"]


def test_a_unit_counts_as_its_body_when_asked() -> None:
    given = awards(won("1", "unit/u", "a", "b", works=["work/w"]), bodies=Bodies(unit_of={"unit/u": "agency/a"}))
    assert [row[0] for row in cells(collaboration(given, choice()))] == ["agency/a", "agency/b", "unit/u"]
    assert [row[:2] for row in cells(collaboration(given, choice(units="with")))] == [("agency/a", 1), ("agency/b", 1)]


def test_nothing_in_common_is_an_empty_table_that_says_so() -> None:
    alone = collaboration(awards(won("1", "a"), won("2", "b")), choice())
    assert (alone.rows, alone.network, note(alone, "empty")) == (
        (), None, "no work that fits was won by several together"
    )  # fmt: skip
    assert note(collaboration(awards(), choice()), "empty") == "the graph holds no awards yet"


TIES = """SELECT ?one ?two (COUNT(DISTINCT ?work) AS ?works) WHERE {
  ?a a aw:Conferment ; aw:work ?work ; aw:recipient ?one . ?b a aw:Conferment ; aw:work ?work ; aw:recipient ?two .
  FILTER(STR(?one) < STR(?two))
} GROUP BY ?one ?two"""


def test_the_ties_are_those_of_an_independent_query() -> None:
    store = Store.in_memory(Generator(400).quads())
    counted = {
        tuple(str(getattr(term, "value", "")).removeprefix(f"{DEFAULT_BASE}id/") for term in row.values())
        for row in select(store, TIES)
    }
    network = Views(store, DEFAULT_BASE).answer("collaboration").network
    assert network is not None
    assert {(edge.source, edge.target, str(edge.weight)) for edge in network.edges} == counted
    assert len(counted) > 100
