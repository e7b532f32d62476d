"""Results of a query in the form that was asked for: rows, a yes or no, or a graph."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.export.formats import FORMATS
from kg.export.rdf import serialize_triples
from kg.export.tables import write_csv
from kg.graph.quads import Term
from kg.graph.query import Results
from kg.terms.prefixes import for_base

TABLE: Final = "table"
_STANDARD: Final[Mapping[str, ox.QueryResultsFormat]] = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_OF_ROWS: Final = (TABLE, *_STANDARD)
_OF_ASK: Final = (TABLE, "json", "xml")
_OF_GRAPH: Final = (*FORMATS, TABLE)
RESULT_FORMATS: Final = (*_OF_ROWS, *FORMATS)

_GAP: Final = "  "
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})


def write_results(results: Results, format_name: str | None, base: str) -> bytes:
    """The results in a format of ``RESULT_FORMATS``; None asks for a table, or for Turtle where they are a graph.

    Raises UsageError for a format that these results cannot have, naming those that they can.
    """
    if isinstance(results, ox.QueryTriples):
        name = _fitting(format_name or "turtle", "a graph", _OF_GRAPH)
        return _graph(results, name, base)
    if isinstance(results, ox.QueryBoolean):
        name = _fitting(format_name or TABLE, "a yes or no", _OF_ASK)
        return f"{str(bool(results)).lower()}\n".encode() if name == TABLE else _standard(results, name)
    name = _fitting(format_name or TABLE, "rows", _OF_ROWS)
    if name == TABLE:
        names = [variable.value for variable in results.variables]
        return _table(names, ([solution[column] for column in names] for solution in results), base)
    return write_csv(results) if name == "csv" else _standard(results, name)


def _fitting(name: str, what: str, fitting: Sequence[str]) -> str:
    if name not in fitting:
        raise UsageError(
            f"{name} does not fit this query", why=f"it gives {what}", fix=f"choose one of {', '.join(fitting)}"
        )
    return name


def _graph(results: ox.QueryTriples, name: str, base: str) -> bytes:
    if name != TABLE:
        return serialize_triples(results, name, base)
    rows = sorted([[each.subject, each.predicate, each.object] for each in results], key=str)
    return _table(["subject", "predicate", "object"], rows, base)


def _standard(results: ox.QuerySolutions | ox.QueryBoolean, name: str) -> bytes:
    written = results.serialize(format=_STANDARD[name]) or b""
    return written if written.endswith(b"\n") else written + b"\n"


def _table(names: Sequence[str], rows: Iterable[Sequence[Term | None]], base: str) -> bytes:
    """Columns as wide as their widest cell, for a terminal; long texts are shown whole."""
    shorten = Shortener(for_base(base))
    cells = [[_one_line(shorten.text(term)) for term in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(names, *cells, strict=True)]
    lines = [_line(names, widths), _line(["-" * number for number in widths], widths)]
    lines += [_line(row, widths) for row in cells]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def width(text: str) -> int:
    """Columns that a text takes in a terminal: Thai vowels and tone marks above or below a letter take none."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "FW" else 1


class Shortener:
    """Shows IRIs by their prefixes: a table of full ones is too wide to read."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = sorted(prefixes.items(), key=lambda item: -len(item[1]))

    def text(self, term: Term | None) -> str:
        """The term for a reader."""
        if term is None:
            return ""
        if not isinstance(term, ox.NamedNode):
            return term.value if isinstance(term, ox.Literal) else str(term)
        for name, head in self._prefixes:
            if term.value.startswith(head):
                return f"{name}:{term.value.removeprefix(head)}"
        return term.value
