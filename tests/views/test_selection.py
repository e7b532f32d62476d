from kg.views.awards import Bodies, Categories
from kg.views.selection import Winner, category_fits, editions_of, select, winners
from tests.views.making import awards, choice, won

GIVEN = awards(
    won("1", "a", edition="e-2020", levels=["level/good"], categories=["category/x"]),
    won("2", "b", "person/p", edition="f-2021"),
    categories=Categories(broader={"category/x": frozenset({"category/wide"})}),
    bodies=Bodies(
        unit_of={"unit/u": "agency/a"}, parents={"agency/a": "agency/m"},
        kinds={"agency/m": frozenset({"aw:kindMinistry"}), "agency/b": frozenset({"kind/narrow"})},
        broader_kinds={"kind/narrow": frozenset({"aw:kindCourt"})},
    ),
)  # fmt: skip


def refs(**asked: object) -> list[str]:
    return [award.ref for award in select(GIVEN, choice(**asked))]


def test_each_filter_leaves_what_fits() -> None:
    assert refs() == ["conferment/1", "conferment/2"]
    assert refs(from_=2021) == refs(scheme="f") == ["conferment/2"]
    assert refs(to=2020) == refs(level="good") == refs(category="wide") == ["conferment/1"]
    assert refs(from_=2021, level="good") == []
    assert editions_of(GIVEN, choice(scheme="f", from_=2023)) == {"edition/f-2023", "edition/f-2024"}
    assert category_fits(GIVEN, choice(category="wide"), ["category/x"])
    assert not category_fits(GIVEN, choice(category="x"), ["category/wide"])


def counted(number: int, **asked: object) -> list[Winner]:
    return list(winners(GIVEN, choice(**asked))(GIVEN.given[number]))


def test_for_whom_an_award_counts() -> None:
    assert counted(1) == [Winner("agency/b"), Winner("person/p")]
    assert counted(1, of="person") == [Winner("person/p")]
    assert counted(1, kind="kindCourt") == [Winner("agency/b")]
    assert counted(0, of="ministry") == []
    assert counted(0, of="ministry", units="with") == [Winner("agency/m", dated=False)]
