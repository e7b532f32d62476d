"""What the tests of SPARQL clients share: running a script of node, and the answer of our own endpoint."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Final, cast

import httpx

HERE: Final = Path(__file__).parent
_SECONDS: Final = 60
_XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_LANG_STRING: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

PREFIXES: Final = (
    "PREFIX aw: <https://w3id.org/award-kg/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    "PREFIX schema: <https://schema.org/> "
)
AWARDS: Final = PREFIXES + (
    "SELECT DISTINCT ?award ?agency ?name ?level WHERE { ?award aw:recipient ?agency ; aw:level ?rank . "
    "?agency skos:prefLabel ?name . ?rank skos:prefLabel ?level } ORDER BY ?award ?agency ?name ?level"
)

Term = tuple[str, str, str]
Row = dict[str, Term]


def run_node(node: str, *arguments: str, chromium: str = "") -> dict[str, Any]:
    """What a script of this folder says, which must end well."""
    run = subprocess.run(
        [node, *arguments],
        cwd=HERE,
        env={**os.environ, "CHROMIUM": chromium},
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    assert run.returncode == 0, run.stderr
    return cast(dict[str, Any], json.loads(run.stdout))


def own_rows(address: str, query: str) -> list[Row]:
    """The answer of our endpoint itself: of each term its value, language and datatype."""
    answer = httpx.get(
        f"{address}/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"}
    )
    assert answer.status_code == 200, answer.text
    return [{name: _term(term) for name, term in row.items()} for row in answer.json()["results"]["bindings"]]


def _term(term: dict[str, str]) -> Term:
    if term["type"] != "literal":
        return term["value"], "", ""
    language = term.get("xml:lang", "")
    return term["value"], language, term.get("datatype", _LANG_STRING if language else _XSD_STRING)
