from kg.graph.query import select
from kg.pages.holdings import Holdings
from kg.pages.tally import Share, tally
from kg.terms.prefixes import DEFAULT_BASE
from tests.pages.volume import AGENCY, EDITION, volume_store
from tests.small import small_store

STORE = volume_store(400, 60)
HOLDINGS = Holdings(STORE, DEFAULT_BASE)


def counted(query: str) -> dict[str, int]:
    """Counts by reference, as a query gives them."""
    rows = select(STORE, query)
    return {row["x"].value.rpartition("/id/")[2]: int(row["n"].value) for row in rows}  # type: ignore[union-attr]


def test_figures_of_an_agency_are_those_that_queries_count() -> None:
    figures = tally(HOLDINGS, AGENCY, HOLDINGS.given(AGENCY))
    by_scheme = counted(
        f"SELECT ?x (COUNT(DISTINCT ?a) AS ?n) WHERE {{ ?a aw:recipient id:{AGENCY.replace('/', chr(92) + '/')} ;"
        " aw:edition/aw:scheme ?x } GROUP BY ?x"
    )
    (schemes,) = (each for each in figures.breakdowns if each.key == "tally_schemes")
    assert dict(schemes.rows) == {scheme: count for scheme, count in by_scheme.items() if scheme in dict(schemes.rows)}
    assert schemes.rest + sum(count for _, count in schemes.rows) == sum(by_scheme.values())
    assert len(by_scheme) == len(schemes.rows) + schemes.others
    assert figures.total == len(HOLDINGS.given(AGENCY)) >= 60
    assert all(AGENCY not in dict(each.rows) for each in figures.breakdowns)
    assert figures.runs
    assert figures.runs[0] == max(figures.runs, key=lambda run: run.length)


def test_an_edition_is_held_against_its_declared_total() -> None:
    figures = tally(HOLDINGS, EDITION, HOLDINGS.given(EDITION))
    whole = next(share for share in figures.shares if not share.category)
    assert whole == Share("", {}, len(HOLDINGS.given(EDITION)), 1, True, 0)
    parts = {share.category: share.found for share in figures.shares if share.category.startswith("category/s0-0")}
    assert parts["category/s0-0"] == parts.get("category/s0-0a", 0) + parts.get("category/s0-0b", 0)


def test_the_small_graph() -> None:
    holdings = Holdings(small_store(), DEFAULT_BASE)
    assert [award.ref for award in holdings.given("agency/dtest")] == ["conferment/test-2020-a"]
    assert [award.ref for award in holdings.missed("edition/test-2020")] == ["candidacy/test-2020-c"]
    figures = tally(holdings, "edition/test-2020", holdings.given("edition/test-2020"))
    assert figures.levels == ("level/test-best",)
    assert [(share.category, dict(share.levels), share.declared) for share in figures.shares] == [
        ("", {"level/test-best": 1}, None),
        ("category/test-service", {"level/test-best": 1}, None),
    ]
    assert tally(holdings, "agency/dtest", holdings.given("agency/dtest")).breakdowns == ()
