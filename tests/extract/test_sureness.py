"""How sure a conferment is."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.sureness import Weights, weights
from kg.model.document import Document
from tests.extract.reading import PRIZE, extractor

NAMES = sorted(weights().of)


def test_the_share_is_logistic() -> None:
    model = Weights(-1.0, {"a": 2.0, "b": 0.5})
    assert model.share(["a", "unknown"]) == 1 / (1 + math.exp(-1.0))
    assert model.share([]) == 1 / (1 + math.exp(1.0))


@given(st.lists(st.sampled_from(NAMES), unique=True))
def test_a_share_is_a_share_whatever_the_order(features: list[str]) -> None:
    share = weights().share(features)
    assert 0 < share < 1
    assert math.isclose(share, weights().share(reversed(features)))


def test_what_is_seen_of_a_row() -> None:
    text = f"กรมทดสอบ ได้รับ{PRIZE} ประจำปี 2566"
    ((row, features),) = extractor().seen(Document("doc", text, "text/plain"))
    assert row == {"recipient": "กรมทดสอบ", "scheme": PRIZE, "year": 2023}
    assert {"rule:won", "award:listed", "winner:body:bound", "line:before:one", "lead:win", "year:said"} <= features
