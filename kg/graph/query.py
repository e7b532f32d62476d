"""The one read door: runs SPARQL over a store, and finds, binds and runs the ``.rq`` files of ``queries/``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final

import pyoxigraph as ox

from kg.errors import NotFound, QueryRefused, SyntaxFault
from kg.graph.quads import Term, node
from kg.graph.store import Store
from kg.graph.tokens import names_its_graphs, refuse_service
from kg.terms.prefixes import DEFAULT_BASE, for_base

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Rows = list[dict[str, Term | None]]

_CHARACTERS: Final = re.compile(r"\[[^]]*\.\.=[^]]*\]")
_POSITION: Final = re.compile(r"\bat (\d+):(\d+)")


def run(
    store: Store,
    query: str,
    *,
    base: str = DEFAULT_BASE,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    relative_to: str | None = None,
) -> Results:
    """Run a query; its default graph is the union of all named graphs, unless the call or the query names graphs.

    ``default_graphs`` and ``named_graphs`` are those of the SPARQL 1.1 Protocol (section 2.1.4) and go before FROM in
    the query. Relative IRIs are resolved against ``relative_to``; without it they are faults. Raises SyntaxFault with
    line and column, QueryRefused for SERVICE.
    """
    refuse_service(query)
    try:
        if not (default_graphs or named_graphs):
            return store.inner.query(
                query,
                base_iri=relative_to,
                prefixes=for_base(base),
                use_default_graph_as_union=not names_its_graphs(query),
            )
        return store.inner.query(
            query,
            base_iri=relative_to,
            prefixes=for_base(base),
            default_graph=[node(iri) for iri in default_graphs],
            named_graphs=[node(iri) for iri in named_graphs],
        )
    except SyntaxError as error:
        raise _syntax_fault(query, str(error)) from error
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryRefused("the query cannot be run", why=str(error)) from error


def select(store: Store, query: str, *, base: str = DEFAULT_BASE) -> Rows:
    """The rows of a SELECT, each a mapping from variable to term (None where unbound)."""
    results = run(store, query, base=base)
    if not isinstance(results, ox.QuerySolutions):
        raise QueryRefused("a SELECT was expected", fix="ask for a table")
    names = [variable.value for variable in results.variables]
    return [{name: solution[name] for name in names} for solution in results]


@cache
def text_of(name: str) -> str:
    """The text of ``queries/NAME.rq``; raises NotFound for a name that is not there."""
    source = files("kg.graph").joinpath("queries", *f"{name}.rq".split("/"))
    try:
        return source.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(f"there is no query {name!r}", fix="see kg/graph/queries") from error


def bind(query: str, parameters: Mapping[str, Term | Sequence[Term]]) -> str:
    """The query with one VALUES clause appended: terms are written as terms, text is never edited.

    A parameter may have several terms; of several parameters every combination counts. An aggregate must group by its
    parameters and project them, else engines ignore the clause.
    """
    if not parameters:
        return query
    lists = [given if isinstance(given, Sequence) else (given,) for given in parameters.values()]
    names = " ".join(f"?{name}" for name in parameters)
    rows = " ".join(f"({' '.join(str(term) for term in row)})" for row in product(*lists))
    return f"{query}\nVALUES ({names}) {{ {rows} }}"


def ask_file(
    store: Store, name: str, parameters: Mapping[str, Term | Sequence[Term]] | None = None, *, base: str = DEFAULT_BASE
) -> Rows:
    """Rows of a named query with its parameters bound."""
    return select(store, bind(text_of(name), parameters or {}), base=base)


def ask_texts(
    store: Store, name: str, parameters: Mapping[str, Term | Sequence[Term]] | None = None, *, base: str = DEFAULT_BASE
) -> Iterator[tuple[str, ...]]:
    """Rows of a named query as texts: IRIs, and literals without language and datatype; what is unbound is empty.

    For tables of many rows: the engine writes them in one go, which takes a third of the time that terms take.
    """
    results = run(store, bind(text_of(name), parameters or {}), base=base)
    if not isinstance(results, ox.QuerySolutions):
        raise QueryRefused("a SELECT was expected", fix="ask for a table")
    written = (results.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode("utf-8")
    rows = csv.reader(io.StringIO(written, newline=""))
    next(rows, None)
    return (tuple(row) for row in rows if row)


def _syntax_fault(query: str, message: str) -> SyntaxFault:
    match = _POSITION.search(message)
    where = f"line {match[1]}, column {match[2]}" if match else "the query"
    reason = message[match.end() :].lstrip(": ") if match else message
    # The engine lists whole blocks of Unicode where a name may go on, over several lines.
    plain = " ".join(_CHARACTERS.sub("a letter or digit", reason).split())
    return SyntaxFault("this is not SPARQL 1.1", where=where, why=plain, fix="mend the query there")
