import pytest

from kg.errors import NotFound, UsageError
from kg.graph.store import Store
from kg.model.answer import Answer
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.catalogue import RULE, VIEWS, Views, view_named
from tests.small import AWARD, CLAIM, SOURCE, small_store

SMALL = small_store()


def answer(name: str, **given: list[str]) -> Answer:
    return Views(SMALL, DEFAULT_BASE).answer(name, given)


def test_every_view_answers_and_names_all_that_it_mentions() -> None:
    for name in VIEWS:
        found = answer(name)
        assert (found.name, found.version, found.rule) == (name, SMALL.version, RULE)
        assert set(found.title) == set(found.method) == {"th", "en"}
        assert found.rows or [note.kind for note in found.notes if note.kind == "empty"] == ["empty"]
        assert set(found.evidence) <= set(found.proof())
        assert all(set(note.text) == {"th", "en"} and all(note.text.values()) for note in found.notes)


def test_a_row_leads_to_its_award_and_its_evidence() -> None:
    found = answer("repeat-winners", **{"at-least": ["1"]})
    assert found.column("recipient") == ["agency/dtest", "unit/lab"]
    assert found.rows[0].proof == (AWARD,)
    assert found.label("agency/dtest", "th") == "กรมทดสอบ"
    assert len(found.evidence[AWARD]) == 8
    assert all(each.startswith(f"evidence/{SOURCE}-") for each in found.evidence[AWARD])


def test_the_views_of_a_small_graph() -> None:
    assert [row.cells[:3] for row in answer("collaboration").rows] == [("agency/dtest", 1, 1), ("unit/lab", 1, 1)]
    assert answer("streaks").rows == ()
    [claim] = answer("claims").records()
    assert (claim["claim"], claim["claimed"], claim["found"], claim["missing_years"]) == (CLAIM, 2, 1, (2019,))
    assert claim["verdict"] == "aw:undecided"
    [stage] = answer("stage").records()
    assert (stage["person"], stage["roles"], stage["bodies"]) == ("person/somchai", ("aw:chair",), 2)
    [voice] = answer("corroboration").records()
    assert (voice["voices"], voice["publishers"], voice["only_winner"]) == (1, ("agency/dtest",), True)
    assert [row["found"] for row in answer("completeness").records()] == [1, 1]
    [missed] = answer("near-misses").records()
    assert (missed["recipient"], missed["status"], missed["won"]) == ("agency/second", ("aw:statusNominated",), False)
    assert [row["awards"] for row in answer("timeline").records()] == [1]


def test_parameters_stay_with_the_answer_by_name() -> None:
    found = answer("timeline", scheme=["test"], to=["2563"])
    assert found.parameters == {"scheme": ("test",), "to": "2563"}


def test_an_unknown_view_names_those_that_there_are() -> None:
    with pytest.raises(NotFound, match="there is no view 'nope'; choose one of repeat-winners, streaks"):
        view_named("nope")
    with pytest.raises(UsageError, match="the view claims has no 'by'"):
        answer("claims", by=["scheme"])


def test_every_view_over_an_empty_graph_is_an_empty_table_with_the_reason() -> None:
    views = Views(Store.in_memory([]), DEFAULT_BASE)
    for name in VIEWS:
        found = views.answer(name)
        assert found.rows == ()
        assert any(note.kind == "empty" and note.text["en"] for note in found.notes), name


def test_every_view_says_how_its_figures_are_made() -> None:
    assert {name: len(view.formulae) > 100 for name, view in VIEWS.items()} == dict.fromkeys(VIEWS, True)


def test_completeness_stands_beside_every_count() -> None:
    for name in (
        "repeat-winners",
        "streaks",
        "collaboration",
        "corroboration",
        "completeness",
        "timeline",
        "provinces",
    ):
        assert "completeness" in [note.kind for note in answer(name).notes], name
