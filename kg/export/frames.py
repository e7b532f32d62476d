"""Answers of views as data frames of polars or pandas, where one of them is installed: award-kg needs neither."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.model.answer import Answer, Cell, Kind

if TYPE_CHECKING:
    import pandas
    import polars

_LISTS: Final = frozenset({Kind.REFS, Kind.YEARS, Kind.TEXTS})


def to_polars(answer: Answer) -> polars.DataFrame:
    """The rows as a polars frame: references and texts as strings, several values as lists, ``proof`` the last column.

    Raises UsageError where polars is not installed.
    """
    module = _imported("polars")
    types = {
        Kind.INTEGER: module.Int64, Kind.YEAR: module.Int64, Kind.NUMBER: module.Float64, Kind.BOOLEAN: module.Boolean,
        Kind.YEARS: module.List(module.Int64), Kind.REFS: module.List(module.String),
        Kind.TEXTS: module.List(module.String),
    }  # fmt: skip
    schema = {column.name: types.get(column.kind, module.String) for column in answer.columns}
    schema["proof"] = module.List(module.String)
    frame: polars.DataFrame = module.DataFrame(_columns(answer), schema=schema)
    return frame


def to_pandas(answer: Answer) -> pandas.DataFrame:
    """The rows as a pandas frame, as ``to_polars``; numbers that may be missing are nullable integers.

    Raises UsageError where pandas is not installed.
    """
    module = _imported("pandas")
    types = {Kind.INTEGER: "Int64", Kind.YEAR: "Int64", Kind.NUMBER: "float64", Kind.BOOLEAN: "boolean"}
    frame: pandas.DataFrame = module.DataFrame(
        _columns(answer), columns=[*(each.name for each in answer.columns), "proof"]
    )
    return frame.astype({column.name: types[column.kind] for column in answer.columns if column.kind in types})


def _columns(answer: Answer) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {
        column.name: [_plain(column.kind, cell) for cell in answer.column(column.name)] for column in answer.columns
    }
    columns["proof"] = [list(row.proof) for row in answer.rows]
    return columns


def _plain(kind: Kind, cell: Cell) -> Any:  # noqa: ANN401 - what frames hold
    return list(cell) if kind in _LISTS and isinstance(cell, tuple) else cell


def _imported(name: str) -> Any:  # noqa: ANN401 - an optional module
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(f"{name} is not installed", why="data frames need it", fix=f"pip install {name}") from error
