import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.identity import mint
from kg.model.judgement import Decision, Judgement
from kg.model.record import Record, Thing
from kg.resolve.judgements import Judgements
from kg.resolve.merge import cliques, plan, published
from tests.factory import record, thing
from tests.resolve.bodies import known

REGISTRY = known()
NONE = Judgements()


def award(ref: str, *recipients: str, **more: str) -> Thing:
    return thing(f"conferment/{ref}", "Conferment", recipient=list(recipients), edition="edition/e-2020", **more)


def doc(name: str, *things: Thing, issued: str = "2020-01-01", reviewed: bool = False) -> Record:
    made = record(*things, source_id=name)
    status = "reviewed" if reviewed else "unreviewed"
    return replace(made, source=replace(made.source, issued=issued), review_status=status)


def merged(*records: Record, judgements: Judgements = NONE) -> dict[str, str]:
    return dict(plan(records, REGISTRY, judgements).canonical)


def test_a_fuller_description_binds_to_a_poorer_one_and_the_first_published_keeps_its_id() -> None:
    poor = doc("b", award("poor", "agency/mai"), issued="2020-02-01")
    full = doc("a", award("full", "agency/mai", "agency/area1", level="level/e-good"), issued="2020-03-01")
    assert merged(poor, full) == {"conferment/full": "conferment/poor"}
    assert merged(replace(poor, source=replace(poor.source, issued="2021")), full) == {
        "conferment/poor": "conferment/full"
    }


def test_a_reviewed_record_keeps_its_ids_though_another_is_older() -> None:
    old = doc("old", award("x", "agency/mai"), issued="2019")
    assert merged(old, doc("new", award("y", "agency/mai"), reviewed=True)) == {"conferment/x": "conferment/y"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (award("x", "agency/mai", level="level/e-good"), award("y", "agency/mai", level="level/other")),
        (award("x", "agency/mai", category="category/e-wide"), award("y", "agency/mai", category="category/other")),
        (award("x", "agency/mai", work="work/a"), award("y", "agency/mai", work="work/b")),
        (award("x", "agency/mai"), award("y", "agency/area1")),
        (award("x", "agency/mai", "agency/area1"), award("y", "agency/mai", "agency/area2")),
    ],
)
def test_what_contradicts_stays_two(one: Thing, two: Thing) -> None:
    assert merged(doc("a", one), doc("b", two)) == {}


def test_a_category_and_one_below_it_are_no_contradiction() -> None:
    one = doc("a", award("x", "agency/mai", category="category/e-wide"))
    two = doc("b", award("y", "agency/mai", category="category/e-narrow"))
    assert merged(one, two) == {"conferment/y": "conferment/x"}


def test_a_poor_description_that_fits_two_stands_alone_until_a_curator_says_which() -> None:
    records = (
        doc("a", award("poor", "agency/mai")),
        doc("b", award("one", "agency/mai", level="level/e-good"), award("two", "agency/mai", level="level/x")),
    )
    assert merged(*records) == {}
    said = Judgement("j", "2026-01-01", "x", "conferment/poor", "conferment/two", Decision.SAME)
    assert merged(*records, judgements=Judgements.of([said])) == {"conferment/two": "conferment/poor"}


def test_different_keeps_two_apart_that_fit() -> None:
    said = Judgement("j", "2026-01-01", "x", "conferment/x", "conferment/y", Decision.DIFFERENT)
    records = (doc("a", award("x", "agency/mai")), doc("b", award("y", "agency/mai", level="level/e-good")))
    assert merged(*records, judgements=Judgements.of([said])) == {}


def test_an_unknown_body_that_a_curator_knows_is_the_registrys() -> None:
    said = Judgement("j", "2026-01-01", "x", "agency/new", "agency/mai", Decision.SAME)
    one = doc("a", thing("agency/new", "Agency", name="สนง."), award("x", "agency/new"))
    two = doc("b", award("y", "agency/mai", level="level/e-good"))
    judgements = Judgements.of([said])
    assert merged(one, two, judgements=judgements) == {"agency/new": "agency/mai", "conferment/y": "conferment/x"}
    first = published([one, two], plan([one, two], REGISTRY, judgements))[0]
    assert [each.ref for each in first.things] == ["agency/mai", "conferment/x"]
    assert first.things[1].refs("recipient") == ("agency/mai",)


def test_one_ceremony_on_two_days_is_one_event_and_one_far_off_another() -> None:
    def event(ref: str, day: str, name: str) -> Thing:
        said = {"startDate": day, "edition": "edition/e-2020", "name": name}
        return thing(f"event/{ref}", "Ceremony", **said)

    one, two = event("a", "2020-12-02", "พิธีมอบรางวัลทดสอบ 2563"), event("b", "2020-12-03", "พิธีมอบรางวัลทดสอบ ปี 2563")
    far = event("c", "2020-12-20", "พิธีมอบรางวัลทดสอบ 2563")
    assert merged(doc("a", one), doc("b", two), doc("c", far)) == {"event/b": "event/a"}


def test_works_of_one_award_are_one_work() -> None:
    def told(name: str, work: str, title: str) -> Record:
        return doc(name, thing(work, "Work", name=title), award(name, "agency/mai", work=work))

    records = (told("a", "work/a", "ระบบคิวเดียวทั้งจังหวัด"), told("b", "work/b", "ระบบคิวเดียวทั้งจังหวัด ระยะแรก"))
    assert merged(*records) == {"conferment/b": "conferment/a", "work/b": "work/a"}


awards = st.builds(
    lambda recipients, level, category: award(
        mint("conferment", *sorted(recipients), level, category).partition("/")[2],
        *sorted(recipients),
        **({"level": f"level/{level}"} if level else {}),
        **({"category": f"category/{category}"} if category else {}),
    ),
    st.sets(st.sampled_from(["agency/mai", "agency/area1", "agency/area2"]), min_size=1, max_size=2),
    st.sampled_from(["", "e-good", "x"]),
    st.sampled_from(["", "e-wide", "e-narrow", "y"]),
)


@given(st.lists(st.lists(awards, min_size=1, max_size=3, unique_by=lambda each: each.ref), max_size=6), st.randoms())
def test_any_order_gives_the_same_ids_and_no_award_twice(documents: Sequence[list[Thing]], rng: random.Random) -> None:
    records = [doc(f"d{number}", *things, issued=f"2020-01-{number + 1:02}") for number, things in enumerate(documents)]
    shuffled = rng.sample(records, len(records))
    merging = plan(records, REGISTRY, NONE)
    assert plan(shuffled, REGISTRY, NONE) == merging
    assert all(merging.of(merging.of(ref)) == merging.of(ref) for ref in merging.canonical)
    for each in published(records, merging):
        assert len({one.ref for one in each.things}) == len(each.things)
    # Planning anew over what is published changes nothing that would make two ids of one award.
    told: dict[tuple[frozenset[str], ...], set[str]] = {}
    union: dict[str, dict[str, set[str]]] = {}
    for each in published(records, merging):
        for one in each.things:
            for name in ("recipient", "level", "category"):
                union.setdefault(one.ref, {}).setdefault(name, set()).update(one.refs(name))
    for ref, said in union.items():
        told.setdefault(tuple(frozenset(said[name]) for name in sorted(said)), set()).add(ref)
    assert all(len(refs) == 1 for refs in told.values())


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1])))
def test_groups_are_cliques_and_share_nothing(pairs: set[tuple[int, int]]) -> None:
    near: dict[str, set[str]] = {str(number): set() for number in range(7)}
    for one, two in pairs:
        near[str(one)].add(str(two))
        near[str(two)].add(str(one))
    groups = cliques(near)
    assert all(other in near[one] for group in groups for one in group for other in group if one != other)
    assert sum(map(len, groups)) == len(set().union(*groups))
