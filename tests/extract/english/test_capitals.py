"""Names of bodies by their head words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.english.capitals import bodies, runs


def found(text: str) -> list[tuple[str, str]]:
    return [(body.name, body.kind) for body in bodies(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Ministry of Parks and Waterways won", [("Ministry of Parks and Waterways", "ministry")]),
        (
            "Lake District Council and Hill Hospital won",
            [("Lake District Council", "local_government"), ("Hill Hospital", "hospital")],
        ),
        ("the Food and Drug Administration", [("Food and Drug Administration", "department")]),
        (
            "the Ministry of Rain and the Northern Fire Service",
            [("Ministry of Rain", "ministry"), ("Northern Fire Service", "department")],
        ),
        (
            "the Faculty of Law of the University of Ink",
            [("Faculty of Law", "unit"), ("University of Ink", "university")],
        ),
        ("the National Institute of Glass in Ink City", [("National Institute of Glass", "unit")]),
        ("Inkwell Public Company Limited said", [("Inkwell Public Company Limited", "company")]),
        ("Blue Ink Co., Ltd. won", [("Blue Ink Co., Ltd.", "company")]),
        ("the Rain Authority of Ink", [("Rain Authority of Ink", "department")]),
        ("Head of the Rain Office", [("Rain Office", "department")]),
        ("Hill Hospital Wins Rain Office Award", [("Hill Hospital", "hospital"), ("Rain Office", "department")]),
        ("The Hospital said the Council was glad", []),
        ("a hospital and a school", []),
    ],
)
def test_a_name_runs_from_capital_to_head_word(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@given(
    st.lists(st.sampled_from(["Ministry of", "Hill", "Hospital", "and", "of the", "The", "won", "Co., Ltd.", ",", "."]))
)
def test_places_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    spans = [(body.start, body.end) for body in bodies(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(last <= following for (_, last), (following, _) in pairwise(spans))


def test_a_run_has_an_end() -> None:
    assert max(end - start for start, end in runs("Aa " * 5000)) < 100
