import json
import logging

import pytest

from kg.server.metrics import ACCESS, AccessFormat
from kg.server.serving import create_app
from tests.server.testing import TestClient
from tests.small import small_settings, small_store


def test_what_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    store = small_store()
    client = TestClient(create_app(store, small_settings()))
    caplog.set_level(logging.INFO, ACCESS)
    for path in ("/healthz", "/healthz", "/data/agency/dtest.ttl", "/nowhere-at-all", "/sparql?query=secret"):
        client.get(path)
    said = client.get("/metrics")
    lines = said.text.splitlines()
    assert said.headers["content-type"].startswith("text/plain; version=")
    assert said.headers["cache-control"] == "no-store"
    assert 'kg_http_requests_total{method="GET",route="healthz",status="200"} 2.0' in lines
    assert 'kg_http_requests_total{method="GET",route="data",status="200"} 1.0' in lines
    assert 'kg_http_requests_total{method="GET",route="other",status="404"} 1.0' in lines
    assert 'kg_http_requests_total{method="GET",route="sparql",status="400"} 1.0' in lines
    assert f'kg_store_info{{version="{store.version}"}} 1.0' in lines
    assert f"kg_store_quads {float(len(store))}" in lines
    assert "kg_http_requests_in_flight 1.0" in lines
    assert "nowhere-at-all" not in said.text


def test_a_line_of_the_log_is_json_without_queries(caplog: pytest.LogCaptureFixture) -> None:
    client = TestClient(create_app(small_store(), small_settings()))
    caplog.set_level(logging.INFO, ACCESS)
    client.get("/search?q=secret")
    client.get("/id/agency/ก%0A%22x")
    records = [record for record in caplog.records if record.name == ACCESS]
    said = [json.loads(AccessFormat().format(record)) for record in records]
    assert [(each["path"], each["status"]) for each in said] == [("/search", 200), ('/id/agency/ก\n"x', 404)]
    assert all(each["ms"] >= 0 and each["time"] for each in said)
    assert "secret" not in AccessFormat().format(records[0])
    assert "\n" not in AccessFormat().format(records[1])
