"""YASGUI, as npm has it, in a real Chromium: a page of another origin asks our endpoint and shows the answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.clients.asking import AWARDS, HERE, PREFIXES, own_rows, run_node

# Names with markup are among them: the table must show them as text.
_NAMES = PREFIXES + "SELECT DISTINCT ?name WHERE { ?agency a aw:Agency ; skos:prefLabel ?name } ORDER BY ?name"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each file."""


@pytest.fixture(scope="module")
def page() -> Iterator[str]:
    """The address of the page with YASGUI."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(HERE))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/yasgui.html"
        server.shutdown()


@pytest.mark.parametrize(("query", "count"), [(AWARDS, 8), (_NAMES, 4)], ids=["awards", "names"])
def test_the_table_shows_what_the_endpoint_says(
    query: str, count: int, page: str, address: str, node: str, chromium: str
) -> None:
    said = run_node(node, "yasgui.mjs", page, f"{address}/sparql", query, chromium=chromium)
    rows = own_rows(address, query)
    shown = [
        [f'"{value}"@{language}' if language else f"<{value}>" for value, language, _ in row.values()] for row in rows
    ]
    assert said == {
        "head": ["", *rows[0]],
        "rows": [[str(number), *row] for number, row in enumerate(shown, 1)],
        "error": [],
        "shown": True,
        "asked": ["POST"],
        "said": [],
    }
    assert len(rows) == count


def test_an_error_of_the_query_is_shown_to_the_reader(page: str, address: str, node: str, chromium: str) -> None:
    said = run_node(node, "yasgui.mjs", page, f"{address}/sparql", "SELECT ?x WHERE { ?x", chromium=chromium)
    assert (said["shown"], said["rows"]) == (True, [])
    # YASGUI may read the body of an error only where the error, too, allows other origins.
    assert "query" in " ".join(said["error"]).lower()
