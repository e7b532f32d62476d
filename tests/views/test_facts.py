from hypothesis import given
from hypothesis import strategies as st

from kg.model.record import Record
from kg.views.awards import Categories, Edition
from kg.views.facts import ConfermentFact, Facts, gather
from tests.factory import record, registry, thing

REGISTRY = registry(
    editions=[{"id": "e-2020", "scheme_id": "e", "year": "2020", "held": "yes"}],
    categories=[
        {"id": "c", "scheme_id": "e"},
        {"id": "c-a", "scheme_id": "e", "broader_id": "c"},
        {"id": "c-a-1", "scheme_id": "e", "broader_id": "c-a"},
    ],
    units=[{"id": "u", "unit_of": "dbd"}],
)
RECORDS = [
    record(
        thing("conferment/b", "Conferment", recipient="agency/dbd", edition="edition/e-2020", category="category/c-a"),
        thing("edition/f-2021", "AwardEdition", scheme="scheme/f", year=2021, criterion=["criterion/x"]),
        thing("event/s", "Survey", measures=["criterion/x", "criterion/y"]),
        source_id="one",
    ),
    record(
        thing("conferment/b", "Conferment", recipient=["agency/dga"], edition="edition/e-2020", level="level/l"),
        thing("conferment/a", "Conferment", recipient="unit/v", edition="edition/f-2021"),
        thing("unit/v", "Unit", unitOf="agency/dga"),
        thing("event/s", "Survey", measures="criterion/z"),
        source_id="two",
    ),
]


def test_facts_of_two_records_over_the_registry() -> None:
    none: frozenset[str] = frozenset()
    assert gather(RECORDS, REGISTRY) == Facts(
        conferments=(
            ConfermentFact("conferment/a", frozenset({"unit/v"}), frozenset({"edition/f-2021"}), none, none),
            ConfermentFact(
                "conferment/b",
                frozenset({"agency/dbd", "agency/dga"}),
                frozenset({"edition/e-2020"}),
                frozenset({"category/c-a"}),
                frozenset({"level/l"}),
            ),
        ),
        editions={
            "edition/e-2020": Edition("edition/e-2020", "scheme/e", 2020, held=True),
            "edition/f-2021": Edition("edition/f-2021", "scheme/f", 2021),
        },
        categories=Categories(
            {"category/c-a": frozenset({"category/c"}), "category/c-a-1": frozenset({"category/c-a"})}
        ),
        unit_of={"unit/u": "agency/dbd", "unit/v": "agency/dga"},
        measured={
            "edition/f-2021": frozenset({"criterion/x"}),
            "event/s": frozenset({"criterion/x", "criterion/y", "criterion/z"}),
        },
    )


_CONFLICTING = [
    *RECORDS,
    record(thing("edition/f-2021", "AwardEdition", scheme="scheme/g", year=2022), source_id="three"),
    record(thing("unit/v", "Unit", unitOf="agency/dbd"), source_id="four"),
]


@given(st.permutations(_CONFLICTING))
def test_the_order_of_records_makes_no_difference(shuffled: list[Record]) -> None:
    assert gather(shuffled, REGISTRY) == gather(_CONFLICTING, REGISTRY)


def test_a_category_covers_itself_and_what_lies_below() -> None:
    facts = gather([], REGISTRY)
    wide = ["category/c", "category/c-a", "category/c-a-1"]
    assert [facts.covers(each, "category/c-a-1") for each in wide] == [True, True, True]
    assert [facts.covers("category/c-a-1", each) for each in wide] == [False, False, True]
    assert not facts.covers("category/other", "category/c-a")


def test_an_award_of_a_unit_belongs_to_its_body_too() -> None:
    facts = gather([], REGISTRY)
    assert facts.belongs("unit/u", "agency/dbd")
    assert facts.belongs("unit/u", "unit/u")
    assert not facts.belongs("agency/dbd", "unit/u")
    assert not facts.belongs("unit/u", "agency/dga")
