"""How sure people, events and totals are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.confidence import confidence, weights_of

KINDS = ["people", "events", "counts"]


def test_every_kind_has_weights_for_its_signs() -> None:
    assert sorted(weights_of()) == sorted(KINDS)
    assert all(weights.of for weights in weights_of().values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_sign_that_nobody_saw_counts_for_nothing(kind: str) -> None:
    assert confidence(kind, ["never seen"]) == confidence(kind, [])


def test_a_part_told_far_from_any_award_is_less_sure() -> None:
    near = confidence("people", ["attendee, attendee", "headline"])
    assert confidence("people", ["attendee, attendee", "far", "no award near"]) < near


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_confidence_is_a_chance(kind: str, data: st.DataObject) -> None:
    signs = data.draw(st.lists(st.sampled_from(sorted(weights_of()[kind].of)), unique=True))
    assert 0.0 < confidence(kind, signs) < 1.0
