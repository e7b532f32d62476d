"""The real thing: a published store, worker processes, and a server in its own process, asked by real clients."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, SPARQLWrapper

from kg.errors import KgError, SyntaxFault
from kg.graph.store import publish
from kg.server.evaluate import Job
from kg.server.refusals import TooLong
from kg.server.runner import Pool
from tests.factory import REPO
from tests.small import SOURCE, corpus_folder, small_quads

PROGRAM = (
    "import sys; from pathlib import Path; from kg.settings import load_settings; from kg.server.serving import serve;"
    "serve(load_settings(store=Path(sys.argv[1]), corpus=Path(sys.argv[2])), '127.0.0.1', int(sys.argv[3]))"
)
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
COUNT = "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a aw:Conferment }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    publish(small_quads(), folder)
    return folder


@pytest.fixture(scope="module")
def pool(store: Path) -> Iterator[Pool]:
    opened = Pool(store, workers=2, seconds=0.5, most_bytes=100_000)
    yield opened
    opened.close()


def test_the_pool_answers_and_passes_errors_on(pool: Pool) -> None:
    assert b'"value":"1"' in pool.run(Job(COUNT)).body
    with pytest.raises(SyntaxFault) as fault:
        pool.run(Job("SELECT ?a\nWHERE {"))
    assert fault.value.where.startswith("line 2")


def test_a_slow_query_is_ended_and_its_worker_replaced(pool: Pool) -> None:
    for _ in range(2):
        with pytest.raises(TooLong, match="ran too long"):
            pool.run(Job(SLOW))
    assert b'"value":"1"' in pool.run(Job(COUNT)).body


def test_the_pool_answers_while_a_slow_query_runs(pool: Pool) -> None:
    caught: list[KgError] = []

    def slow() -> None:
        try:
            pool.run(Job(SLOW))
        except KgError as error:
            caught.append(error)

    running = threading.Thread(target=slow)
    running.start()
    assert b'"value":"1"' in pool.run(Job(COUNT)).body
    running.join()
    assert [type(error) for error in caught] == [TooLong]


def test_more_requests_than_may_wait_are_refused_at_once(store: Path) -> None:
    pool = Pool(store, workers=1, seconds=0.5)
    caught: list[str] = []

    def slow() -> None:
        try:
            pool.run(Job(SLOW))
        except KgError as error:
            caught.append(error.what)

    running = [threading.Thread(target=slow) for _ in range(20)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    pool.close()
    assert len(caught) == 20
    assert any("busy" in what for what in caught)


def test_a_missing_store_is_said_by_the_worker(tmp_path: Path) -> None:
    pool = Pool(tmp_path, workers=1)
    with pytest.raises(KgError):
        pool.run(Job(COUNT))
    pool.close()


def _start(store: Path, folder: Path, corpus: Path) -> tuple[subprocess.Popen[bytes], str]:
    """A server in a process of its own."""
    port = free_port()
    script = folder / "run.py"
    script.write_text(f"if __name__ == '__main__':\n    {PROGRAM}\n", "utf-8")
    command = [sys.executable, str(script), str(store), str(corpus), str(port)]
    with (folder / "stderr").open("wb") as errors:
        process = subprocess.Popen(command, stderr=errors, env={**os.environ, "PYTHONPATH": str(REPO)})
    address = f"http://127.0.0.1:{port}"
    _await(address, process)
    return process, address


def test_a_new_store_is_taken_up_without_a_dropped_request(tmp_path: Path) -> None:
    store = tmp_path / "store"
    old = publish(small_quads(), store)
    process, address = _start(store, tmp_path, corpus_folder(tmp_path / "texts"))
    answers: list[int] = []
    stop = threading.Event()

    def ask() -> None:
        with httpx.Client(base_url=address) as client:
            while not stop.is_set():
                page = client.get("/data/agency/dtest.ttl")
                rows = client.get("/sparql", params={"query": COUNT})
                answers.extend((page.status_code, rows.status_code))

    asking = [threading.Thread(target=ask) for _ in range(3)]
    for thread in asking:
        thread.start()
    try:
        new = publish(small_quads(title="another title"), store)
        for _ in range(200):
            version = httpx.get(f"{address}/healthz").json()["version"]
            if version == new:
                break
            time.sleep(0.1)
        assert (version, old != new) == (new, True)
        before = len(answers)
        while len(answers) < before + 20:
            time.sleep(0.02)
        assert "kg_store_reloads_total 1.0" in httpx.get(f"{address}/metrics").text
    finally:
        stop.set()
        for thread in asking:
            thread.join()
        process.send_signal(signal.SIGTERM)
        process.wait(15)
    assert set(answers) == {200}
    assert "Traceback" not in (tmp_path / "stderr").read_text("utf-8")


def test_a_request_under_way_is_answered_before_the_server_stops(tmp_path: Path) -> None:
    store = tmp_path / "store"
    publish(small_quads(), store)
    process, address = _start(store, tmp_path, corpus_folder(tmp_path / "texts"))
    httpx.get(f"{address}/sparql", params={"query": COUNT})  # a worker is ready now
    slow = "SELECT (COUNT(*) AS ?n) WHERE { ?a a ?c . ?d ?e ?f FILTER(?c != ?f) }"
    statuses: list[int] = []
    asking = threading.Thread(
        target=lambda: statuses.append(httpx.get(f"{address}/sparql", params={"query": slow}, timeout=30).status_code)
    )
    asking.start()
    time.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    asking.join()
    assert process.wait(15) in (0, -signal.SIGTERM)
    assert statuses == [200]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("server")
    process, address = _start(store, folder, corpus_folder(tmp_path_factory.mktemp("texts")))
    yield address
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) in (0, -signal.SIGTERM)
    said = (folder / "stderr").read_text("utf-8")
    assert "Traceback" not in said
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert {"method": "GET", "path": "/healthz", "status": 200}.items() <= lines[0].items()
    assert set(lines[0]) == {"time", "method", "path", "status", "ms", "bytes"}


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None
        try:
            if httpx.get(f"{address}/healthz").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


def test_the_server_shows_a_page_with_the_words(server: str) -> None:
    page = httpx.get(f"{server}/id/agency/dtest", headers={"Accept": "text/html"}, follow_redirects=True)
    assert page.status_code == 200
    assert "<mark>" in page.text
    assert httpx.get(f"{server}/page/source/{SOURCE}").status_code == 200
    assert httpx.get(f"{server}/static/style.css").headers["content-type"].startswith("text/css")


def test_rdflib_reads_what_an_identifier_leads_to(server: str) -> None:
    graph = rdflib.Graph().parse(f"{server}/id/agency/dtest")
    assert len(graph) > 10


def test_a_path_may_come_as_bare_utf8(server: str) -> None:
    host, port = server.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall("GET /id/agency/กรมทดสอบ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        said = b"".join(iter(lambda: line.recv(4096), b"")).decode("ascii")
    assert said.startswith("HTTP/1.1 303 ")
    assert "location: /id/agency/dtest\r\n" in said


def test_sparqlwrapper_asks(server: str) -> None:
    client = SPARQLWrapper(f"{server}/sparql")
    client.setReturnFormat(JSON)
    client.setQuery(COUNT)
    for method in ("GET", POST):
        client.setMethod(method)
        answer: Any = client.queryAndConvert()
        assert answer["results"]["bindings"][0]["n"]["value"] == "1"


def test_the_store_of_rdflib_asks(server: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server}/sparql", returnFormat="xml"))
    rows = list(graph.query("PREFIX aw: <https://w3id.org/award-kg/ontology#> SELECT ?a WHERE { ?a a aw:Conferment }"))
    assert len(rows) == 1


def test_the_server_refuses_what_it_must(server: str) -> None:
    assert httpx.post(f"{server}/page/agency/dtest").status_code == 405
    assert httpx.head(f"{server}/page/agency/dtest").content == b""
    broken = httpx.get(f"{server}/sparql", params={"query": "SELECT"})
    assert broken.status_code == 400
    assert broken.headers["access-control-allow-origin"] == "*"
