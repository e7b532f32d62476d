import pytest

from tests.model.answering import ANSWER, FULL


def test_columns_and_records() -> None:
    assert ANSWER.column("integer") == [1234, None]
    assert ANSWER.records()[0]["refs"] == ("scheme/x", "scheme/y")
    assert tuple(ANSWER.records()[0].values()) == FULL.cells
    with pytest.raises(ValueError, match="nothing"):
        ANSWER.column("nothing")


def test_what_it_mentions_and_what_it_counts() -> None:
    assert ANSWER.references() == {"agency/a", "agency/b", "scheme/x", "scheme/y"}
    assert ANSWER.proof() == ["conferment/1", "conferment/2"]


def test_a_label_in_the_language_else_in_the_other_else_the_reference() -> None:
    assert [ANSWER.label(ref, "en") for ref in ("agency/a", "agency/b", "scheme/y")] == [
        "Department A", "กรม ข", "scheme/y"
    ]  # fmt: skip
    assert ANSWER.label("scheme/x", "th") == "X"
