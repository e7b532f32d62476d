"""Comunica, as npm has it, finds out the endpoint by itself, and follows links from document to document."""

from __future__ import annotations

from typing import Any

import pytest

from tests.clients.asking import AWARDS, PREFIXES, Row, own_rows, run_node
from tests.small import AWARD

_TYPED = PREFIXES + (
    "SELECT ?thing ?value WHERE { { ?thing aw:claimedYears ?value } UNION { ?thing schema:startDate ?value } "
    "UNION { ?thing aw:claimedUntil ?value } } ORDER BY ?thing ?value"
)
_COUNTED = PREFIXES + (
    "SELECT ?graph (COUNT(*) AS ?said) WHERE { GRAPH ?graph { ?thing ?property ?value } } "
    "GROUP BY ?graph ORDER BY ?graph"
)
_SHORT = PREFIXES + 'SELECT ?agency WHERE { ?agency skos:prefLabel "กรมทดสอบ"@th }'


def _rows(said: dict[str, Any]) -> list[Row]:
    return [
        {name: (term["value"], term["language"], term["datatype"]) for name, term in row.items()}
        for row in said["rows"]
    ]


@pytest.mark.parametrize(
    ("query", "count"),
    [(AWARDS, 8), (_TYPED, 3), (_COUNTED, 4), (_SHORT, 1)],
    ids=["awards", "typed", "graphs", "thai"],
)
def test_the_endpoint_needs_no_hint(query: str, count: int, address: str, node: str) -> None:
    said = run_node(node, "comunica.mjs", "endpoint", f"{address}/sparql", query)
    assert _rows(said) == own_rows(address, query)
    assert len(said["rows"]) == count
    assert {path for _, path in said["asked"]} == {"/sparql"}


def test_it_reads_the_service_description(address: str, node: str) -> None:
    described = run_node(node, "comunica.mjs", "endpoint", f"{address}/sparql", _SHORT)["described"]
    formats = described.pop("resultFormats")
    assert described == {
        "sparqlService": f"{address}/sparql",
        "defaultDataset": f"{address}/sparql#dataset",
        "defaultGraph": f"{address}/sparql#default",
        "unionDefaultGraph": True,
        "supportedLanguages": [
            "http://www.w3.org/ns/sparql-service-description#SPARQL11Query",
            "http://www.w3.org/ns/sparql-service-description#SPARQLQuery",
        ],
        "supportedVersions": ["http://www.w3.org/ns/sparql#version-1.1"],
    }
    assert {"SPARQL_Results_JSON", "SPARQL_Results_XML", "Turtle"} <= {each.rsplit("/", 1)[1] for each in formats}


def test_following_links_from_one_agency_gives_what_the_endpoint_gives(linked: str, node: str) -> None:
    said = run_node(node, "comunica.mjs", "links", f"{linked}/id/agency/dtest", AWARDS)
    assert sorted(_rows(said), key=str) == sorted(own_rows(linked, AWARDS), key=str)
    assert len(said["rows"]) == 8
    paths = [path for _, path in said["asked"]]
    assert paths[0] == "/id/agency/dtest"
    # Each document was found by a link of the one before; the endpoint had no part in it.
    assert {f"/id/{AWARD}", "/id/level/test-best", "/id/unit/lab"} <= set(paths)
    assert not [path for path in paths if not path.startswith("/id/")]
