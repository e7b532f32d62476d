"""Query checks: rules over more than one thing, each a set-based query in ``queries/checks``.

A check file opens with its rule as a sentence in English and in Thai, then says its severity, where it runs, its
columns and its messages; ``{column}`` in a message is filled in with what the query found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import pyoxigraph

from kg.errors import DataError
from kg.graph.quads import in_memory
from kg.graph.shapenames import CHECK
from kg.model.report import SEVERITIES, Report, Violation, short_name

Rows = Iterable[Mapping[str, object]]
Query = Callable[[str], Rows]

SCOPES: Final = frozenset({"source", "whole"})
_HEADER: Final = re.compile(r"# (severity|scope|columns|message-en|message-th): (.+)")
_SLOT: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Check:
    """One rule: its query, and what to say of each row."""

    name: str
    rule: Mapping[str, str]
    severity: str
    scopes: frozenset[str]
    columns: tuple[str, ...]
    messages: Mapping[str, str]
    text: str

    @classmethod
    def parse(cls, name: str, text: str) -> Check:
        """Read a check file; raises DataError where its header is incomplete."""
        lines = text.splitlines()
        header = {match[1]: match[2] for match in map(_HEADER.fullmatch, lines) if match}
        severity = header.get("severity", "").capitalize()
        scopes = frozenset(header.get("scope", "").split())
        messages = {language: header.get(f"message-{language}", "") for language in ("en", "th")}
        columns = tuple(header.get("columns", "").split())
        sound = severity in SEVERITIES and scopes and scopes <= SCOPES and all(messages.values())
        if not sound or "focus" not in columns or not all(line.startswith("# ") for line in lines[:2]):
            raise DataError(
                "the header of a check is incomplete",
                where=f"{name}.rq",
                fix="open with the rule in English and Thai, then severity, scope, columns, message-en, message-th",
            )
        rule = {"en": lines[0].removeprefix("# "), "th": lines[1].removeprefix("# ")}
        return cls(name, rule, severity, scopes, columns, messages, text)

    def run(self, query: Query, graph: str = "") -> Iterator[Violation]:
        """What the query finds, as violations."""
        for row in query(self.text):
            found = {column: row[column] for column in self.columns if row.get(column) is not None}
            value = found.get("value")
            yield Violation(
                focus=_plain(found["focus"]),
                path="",
                value="" if value is None else _plain(value),
                severity=self.severity,
                component=CHECK,
                shape=self.name,
                messages={language: _filled(text, found) for language, text in self.messages.items()},
                graph=graph,
                term="" if value is None else str(value),
            )


@cache
def load_checks() -> tuple[Check, ...]:
    """All checks of the package, by name."""
    folder = resources.files("kg.graph").joinpath("queries", "checks")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".rq")), key=lambda file: file.name)
    return tuple(Check.parse(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in files)


def run_checks(query: Query, scope: str, graph: str = "") -> Report:
    """Run every check of a scope.

    ``query`` takes the text of a query and gives its rows, each a mapping from column to term of pyoxigraph; its
    default graph is the union of all graphs. ``scope`` is ``source`` (one document) or ``whole`` (the whole graph).
    """
    if scope not in SCOPES:
        raise ValueError(f"no such scope: {scope}")
    return Report.of(
        violation for check in load_checks() if scope in check.scopes for violation in check.run(query, graph)
    )


def check_source(quads: Iterable[pyoxigraph.Quad]) -> Report:
    """The checks of one document, on its quads alone."""
    kept = list(quads)
    name = kept[0].graph_name if kept else None
    return run_checks(query_over(kept), "source", name.value if isinstance(name, pyoxigraph.NamedNode) else "")


def query_over(quads: Iterable[pyoxigraph.Quad]) -> Query:
    """A query function over these quads alone, for ``run_checks``."""
    return query_of(in_memory(quads))


def query_of(store: pyoxigraph.Store) -> Query:
    """A query function over a store of pyoxigraph, for ``run_checks``."""

    def query(text: str) -> Rows:
        solutions = store.query(text, use_default_graph_as_union=True)
        if not isinstance(solutions, pyoxigraph.QuerySolutions):
            raise TypeError("a check is a SELECT query")
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            yield dict(zip(names, solution, strict=True))

    return query


def _plain(term: object) -> str:
    said = getattr(term, "value", None)
    return said if isinstance(said, str) else str(term)


def _filled(message: str, found: Mapping[str, object]) -> str:
    def said(match: re.Match[str]) -> str:
        term = found.get(match[1], "")
        if not isinstance(term, pyoxigraph.NamedNode):
            return _plain(term)
        # People know a thing as agency/dbd and a property as recipient; nobody reads whole IRIs.
        short = short_name(term.value)
        return short if short != term.value else re.split("[#/]", short)[-1]

    return _SLOT.sub(said, message)
