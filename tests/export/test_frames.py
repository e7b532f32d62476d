import importlib.util
import sys

import pytest

from kg.errors import UsageError
from kg.export.frames import to_pandas, to_polars
from tests.model.answering import ANSWER


@pytest.mark.skipif(importlib.util.find_spec("polars") is None, reason="polars is not installed")
def test_polars() -> None:
    frame = to_polars(ANSWER)
    assert frame.columns == [*(column.name for column in ANSWER.columns), "proof"]
    assert frame.row(0) == (
        "agency/a", ["scheme/x", "scheme/y"], 1234, 0.5, True, 2020, [2019, 2020], '=ก, "ข"', ["one", "two"],
        ["conferment/1", "conferment/2"],
    )  # fmt: skip
    assert frame["integer"].to_list() == [1234, None]


@pytest.mark.skipif(importlib.util.find_spec("pandas") is None, reason="pandas is not installed")
def test_pandas() -> None:
    frame = to_pandas(ANSWER)
    assert list(frame.columns) == [*(column.name for column in ANSWER.columns), "proof"]
    assert (frame["integer"][0], frame["refs"][0]) == (1234, ["scheme/x", "scheme/y"])
    assert frame["integer"].isna().tolist() == [False, True]


@pytest.mark.parametrize(("name", "make"), [("polars", to_polars), ("pandas", to_pandas)])
def test_without_the_library_the_error_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, name: str, make: object
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match=f"{name} is not installed: data frames need it; pip install {name}"):
        make(ANSWER)  # type: ignore[operator]
