import json
from dataclasses import replace

import pytest

from kg.model.answerjson import from_plain, to_json, to_plain
from tests.model.answering import ANSWER


def test_an_answer_comes_back_as_it_was() -> None:
    again = from_plain(json.loads(to_json(ANSWER)))
    assert again == ANSWER
    assert to_json(again) == to_json(ANSWER)
    assert from_plain(to_plain(replace(ANSWER, network=None))).network is None


def test_rows_name_their_columns_and_their_proof() -> None:
    plain = to_plain(ANSWER)
    assert plain["rows"][0] == {
        "ref": "agency/a", "refs": ["scheme/x", "scheme/y"], "integer": 1234, "number": 0.5, "boolean": True,
        "year": 2020, "years": [2019, 2020], "text": '=ก, "ข"', "texts": ["one", "two"],
        "proof": ["conferment/1", "conferment/2"],
    }  # fmt: skip
    assert plain["data"] == {"version": "0123"}
    assert plain["evidence"] == {"conferment/1": ["evidence/s-1-2-a"]}
    assert plain["network"]["edges"][0] == {
        "source": "agency/a", "target": "agency/b", "weight": 2, "kind": "shares-work", "bridge": True,
        "proof": ["conferment/1"],
    }  # fmt: skip


@pytest.mark.parametrize("broken", [{}, {"columns": [{"name": "a", "kind": "colour", "heading": {}}]}])
def test_anything_else_is_no_answer(broken: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        from_plain(broken)
