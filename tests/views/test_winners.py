from kg.graph.query import select
from kg.graph.store import Store
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.awards import Affiliation, Bodies, Categories
from kg.views.catalogue import Views
from kg.views.winners import repeat_winners
from tests.bench.generator import Generator
from tests.views.making import awards, cells, choice, note, proofs, won

E, F = ("scheme/e",), ("scheme/e", "scheme/f")
THREE = awards(
    won("1", "dbd", edition="e-2019", works=["work/w"]),
    won("2", "dbd", "dga", edition="e-2020", works=["work/w"]),
    won("3", "dbd", edition="f-2020"),
    won("4", "rd", edition="f-2020"),
)


def test_awards_editions_works_and_years_of_each_winner() -> None:
    result = repeat_winners(THREE, choice())
    assert cells(result) == [("agency/dbd", 3, 3, 1, 2019, 2020, F)]
    assert proofs(result) == [("conferment/1", "conferment/2", "conferment/3")]
    assert cells(repeat_winners(THREE, choice(at_least=1)))[1:] == [
        ("agency/dga", 1, 1, 1, 2020, 2020, E),
        ("agency/rd", 1, 1, 0, 2020, 2020, ("scheme/f",)),
    ]


def test_filters_by_years_and_schemes() -> None:
    assert cells(repeat_winners(THREE, choice(from_=2563))) == [("agency/dbd", 2, 2, 1, 2020, 2020, F)]
    assert cells(repeat_winners(THREE, choice(scheme="e"))) == [("agency/dbd", 2, 2, 1, 2019, 2020, E)]
    assert cells(repeat_winners(THREE, choice(to=2019))) == []


def test_counted_apart_by_scheme_year_and_category() -> None:
    assert cells(repeat_winners(THREE, choice(by="scheme"))) == [("agency/dbd", "scheme/e", 2, 2, 1, 2019, 2020, E)]
    assert [row[:3] for row in cells(repeat_winners(THREE, choice(by="year")))] == [("agency/dbd", 2020, 2)]
    categories = Categories(
        broader={"category/a": frozenset({"category/c"})}, replaces={"category/c": frozenset({"category/old"})}
    )
    two = awards(
        won("1", "dbd", categories=["category/a"]), won("2", "dbd", categories=["category/old"]), categories=categories
    )
    # What lies under a category counts for it, and so does what it was called before.
    assert [row[:3] for row in cells(repeat_winners(two, choice(by="category")))] == [("agency/dbd", "category/c", 2)]
    assert [row[:3] for row in cells(repeat_winners(two, choice(by="level")))] == [("agency/dbd", None, 2)]


def test_a_work_wins_again_too() -> None:
    assert cells(repeat_winners(THREE, choice(of="work"))) == [("work/w", 2, 2, 1, 2019, 2020, E)]


BODIES = Bodies(
    unit_of={"unit/lab": "agency/dbd"},
    parents={"agency/dbd": "agency/moc", "agency/rd": "agency/mof"},
    affiliations={"agency/dbd": (Affiliation("agency/mof", None, 2019),)},
    kinds={"agency/moc": frozenset({"aw:kindMinistry"}), "agency/mof": frozenset({"aw:kindMinistry"})},
)


def test_units_count_for_their_body_when_asked() -> None:
    two = awards(won("1", "dbd"), won("2", "unit/lab"), won("3", "dbd", "unit/lab"), bodies=BODIES)
    assert [row[:2] for row in cells(repeat_winners(two, choice()))] == [("agency/dbd", 2), ("unit/lab", 2)]
    # An award that body and unit share counts once for the body.
    with_units = repeat_winners(two, choice(units="with"))
    assert [row[:2] for row in cells(with_units)] == [("agency/dbd", 3), ("unit/lab", 2)]
    assert [row[:2] for row in cells(repeat_winners(two, choice(units="with", of="unit")))] == [("unit/lab", 2)]


def test_ministries_are_those_of_the_year_where_known() -> None:
    three = awards(
        won("1", "dbd", edition="e-2019"), won("2", "unit/lab", edition="e-2020"), won("3", "rd", edition="e-2019"),
        won("4", "moc", edition="e-2018"), bodies=BODIES,
    )  # fmt: skip
    result = repeat_winners(three, choice(of="ministry", units="with", at_least=1))
    assert [row[:2] for row in cells(result)] == [("agency/moc", 2), ("agency/mof", 2)]
    assert proofs(result) == [("conferment/2", "conferment/4"), ("conferment/1", "conferment/3")]
    assert note(result, "parents") == (
        "2 of 4 awards are counted by the parent as of their year, the rest by the parent of today, that of the year"
        " not being known"
    )
    alone = repeat_winners(three, choice(of="ministry", at_least=1))
    assert [row[:2] for row in cells(alone)] == [("agency/moc", 1)]


def test_an_empty_table_says_why() -> None:
    nothing = repeat_winners(awards(), choice())
    assert (nothing.rows, note(nothing, "empty")) == ((), "the graph holds no awards yet")
    assert note(repeat_winners(THREE, choice(scheme="x")), "empty") == "the graph knows no edition of scheme/x"
    assert note(repeat_winners(THREE, choice(from_=2023)), "empty") == (
        "no award fits what was asked for; the awards of the graph are of 2019–2020"
    )
    assert note(repeat_winners(THREE, choice(at_least=9)), "empty") == (
        "awards fit, but none reaches the least number, or is of whom or what was asked for"
    )
    assert note(repeat_winners(THREE, choice()), "empty") == ""


COUNT = """SELECT ?recipient (COUNT(DISTINCT ?award) AS ?awards) (COUNT(DISTINCT ?edition) AS ?editions)
  (MIN(?year) AS ?first) (MAX(?year) AS ?last)
WHERE { ?award a aw:Conferment ; aw:recipient ?recipient ; aw:edition ?edition . ?edition aw:yearCE ?year }
GROUP BY ?recipient HAVING (COUNT(DISTINCT ?award) > 1)"""


def test_the_counts_are_those_of_an_independent_query() -> None:
    store = Store.in_memory(Generator(400).quads())
    rows = select(store, COUNT)
    counted = {
        tuple(str(getattr(term, "value", "")).removeprefix(f"{DEFAULT_BASE}id/") for term in row.values())
        for row in rows
    }
    answer = Views(store, DEFAULT_BASE).answer("repeat-winners")
    names = ("recipient", "awards", "editions", "first", "last")
    assert {tuple(str(row[name]) for name in names) for row in answer.records()} == counted
    assert len(counted) > 50
