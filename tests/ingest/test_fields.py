from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.ingest.fields import Fields

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def fault(use: Callable[[], object]) -> str:
    with pytest.raises(DataError) as caught:
        use()
    return str(caught.value)


def fields(**values: Any) -> Fields:
    return Fields(values, "a.json", "things[0]")


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "null"), ([], "a list"), ("x", "a text"), (1, "a number"), (1.5, "a number"), (True, "true or false")],
)
def test_only_an_object_has_fields(value: object, said: str) -> None:
    assert fault(lambda: Fields(value, "a.json")) == f"a.json: must be an object, not {said}"
    assert fault(lambda: Fields(value, "a.json", "source")) == f"a.json: source: must be an object, not {said}"


def test_each_kind_of_value_is_taken() -> None:
    given = fields(
        text="คำ", whole=3, part=0.5, inner={"a": "b"}, list=[{"a": "b"}], spans=[[1, 2], [3, 4]], labels={"th": "ป้าย"}
    )
    assert given.string("text") == "คำ"
    assert given.integer("whole") == 3
    assert given.number("part", low=0, high=1, default=1) == 0.5
    assert given.nested("inner").string("a") == "b"
    assert [each.string("a") for each in given.each("list")] == ["b"]
    assert given.pairs("spans") == ((1, 2), (3, 4))
    assert given.texts("labels", optional=True, pattern="th|en") == {"th": "ป้าย"}
    given.done()


def test_what_is_optional_may_be_absent() -> None:
    empty = fields()
    assert empty.string("a", optional=True) == ""
    assert empty.number("a", low=0, high=1, default=1) == 1
    assert empty.pairs("a", optional=True) == ()
    assert empty.texts("a", optional=True, pattern="th") == {}
    empty.done()


def test_a_key_is_there_until_it_is_taken() -> None:
    given = fields(a="x", b="y")
    assert given.keys() == ("a", "b")
    given.string("a")
    assert ("a" in given, "b" in given) == (False, True)


@pytest.mark.parametrize(
    ("use", "message"),
    [
        (lambda f: f.string("absent"), "a.json: things[0].absent: is missing"),
        (lambda f: f.string("null"), "a.json: things[0].null: must not be null; leave an unknown value out"),
        (
            lambda f: f.string("null", optional=True),
            "a.json: things[0].null: must not be null; leave an unknown value out",
        ),
        (lambda f: f.string("number"), "a.json: things[0].number: must be a text that is not empty, not a number"),
        (lambda f: f.string("blank"), "a.json: things[0].blank: must be a text that is not empty, not a blank one"),
        (
            lambda f: f.string("half"),
            "a.json: things[0].half: holds half a character: a surrogate stands alone; write the whole character",
        ),
        (
            lambda f: f.string("text", pattern="[0-9]+"),
            "a.json: things[0].text: 'คำ' has not the right form: it must match [0-9]+",
        ),
        (
            lambda f: f.string("text", among=frozenset({"b", "a"})),
            "a.json: things[0].text: 'คำ' is not known; choose one of a, b",
        ),
        (lambda f: f.integer("text"), "a.json: things[0].text: must be a whole number, not a text"),
        (lambda f: f.integer("yes"), "a.json: things[0].yes: must be a whole number, not true or false"),
        (lambda f: f.integer("part"), "a.json: things[0].part: must be a whole number, not a number"),
        (lambda f: f.integer("number", low=8), "a.json: things[0].number: 7 is less than 8"),
        (
            lambda f: f.number("number", low=0, high=1, default=1),
            "a.json: things[0].number: must be a number from 0 to 1, not 7",
        ),
        (
            lambda f: f.number("nan", low=0, high=1, default=1),
            "a.json: things[0].nan: must be a number from 0 to 1, not nan",
        ),
        (
            lambda f: f.number("yes", low=0, high=1, default=1),
            "a.json: things[0].yes: must be a number from 0 to 1, not True",
        ),
        (lambda f: f.nested("text"), "a.json: things[0].text: must be an object, not a text"),
        (lambda f: f.each("text"), "a.json: things[0].text: must be a list, not a text"),
        (lambda f: f.each("list"), "a.json: things[0].list[1]: must be an object, not a number"),
        (lambda f: f.pairs("empty"), "a.json: things[0].empty: is empty; give the span of characters that says it"),
        (lambda f: f.pairs("list"), "a.json: things[0].list[0]: must be a pair of whole numbers [start, end]"),
        (lambda f: f.pairs("pairs"), "a.json: things[0].pairs[1]: must be a pair of whole numbers [start, end]"),
        (
            lambda f: f.texts("labels", optional=True, pattern="th|en"),
            "a.json: things[0].labels.thai: is not a language tag; write th or en",
        ),
        (lambda f: f.fail("text", "is wrong"), "a.json: things[0].text: is wrong"),
    ],
)
def test_what_is_wrong_is_said_with_its_path(use: Callable[[Fields], object], message: str) -> None:
    given = fields(
        text="คำ", number=7, part=0.5, blank="  ", null=None, yes=True, nan=float("nan"), half="a\ud800", empty=[],
        list=[{}, 1], pairs=[[0, 1], [0, True]], labels={"thai": "x"},
    )  # fmt: skip
    assert fault(lambda: use(given)) == message


def test_what_nobody_asked_for_is_an_error() -> None:
    given = fields(a="x", colour="red")
    given.string("a")
    assert fault(given.done) == (
        "a.json: things[0].colour: is not a key that stands here; mend its spelling, or leave it out"
    )


def test_a_check_of_another_module_is_told_where_it_failed() -> None:
    def check() -> None:
        raise ValueError("the year 2563 is odd")

    assert fault(lambda: fields(year=2563).attempt("year", check)) == (
        "a.json: things[0].year: the year 2563 is odd; "
        "give a year of the common era (BE − 543), month and day that exist"
    )


@given(st.dictionaries(st.sampled_from(["a", "b"]), json_values))
def test_any_json_is_taken_or_refused_in_words(value: dict[str, object]) -> None:
    uses: list[Callable[[Fields], object]] = [
        lambda f: f.string("a"),
        lambda f: f.integer("a", low=0),
        lambda f: f.number("a", low=0, high=1, default=1),
        lambda f: f.each("a"),
        lambda f: f.pairs("a"),
        lambda f: f.texts("a", optional=True, pattern="th|en"),
    ]
    for use in uses:
        with suppress(DataError):  # any other error is one that no caller expects
            use(Fields(value, "a.json"))
