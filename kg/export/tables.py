"""Spreadsheets: one CSV table for each query of ``kg/graph/queries/tables``, its header the query's own columns."""

from __future__ import annotations

import csv
import io
from importlib.resources import files
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryRefused
from kg.graph.quads import Term
from kg.graph.query import run, text_of
from kg.graph.store import Store

_FOLDER: Final = "tables"


def table_names() -> list[str]:
    """Names of the tables, sorted; each is a query of that name."""
    folder = files("kg.graph").joinpath("queries", _FOLDER)
    return sorted(entry.name.removesuffix(".rq") for entry in folder.iterdir() if entry.name.endswith(".rq"))


def table(store: Store, name: str, base: str) -> bytes:
    """One table as CSV; raises NotFound for a name that is not there."""
    results = run(store, text_of(f"{_FOLDER}/{name}"), base=base)
    if not isinstance(results, ox.QuerySolutions):
        raise QueryRefused(f"the query of the table {name!r} gives no rows", fix="make it a SELECT")
    return write_csv(results)


def write_csv(results: ox.QuerySolutions) -> bytes:
    """Rows as CSV after RFC 4180, in UTF-8, in the order of the results; what is unbound is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    variables = results.variables
    writer.writerow([variable.value for variable in variables])
    for solution in results:
        writer.writerow([plain(solution[variable]) for variable in variables])
    return out.getvalue().encode("utf-8")


def plain(term: Term | None) -> str:
    """A term as a spreadsheet shows it: the IRI, or the text without language and datatype."""
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value
