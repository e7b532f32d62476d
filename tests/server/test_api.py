"""The JSON API: search, matching, views, and that it is what its description says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator

from kg.server.api import described
from kg.server.serving import create_app
from kg.terms.iris import KINDS
from tests.server.testing import TestClient
from tests.small import HOSTILE, small_settings, small_store

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
APP = create_app(small_store(), small_settings())
schema = schemathesis.openapi.from_asgi("/openapi.json", APP)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(small_store(), small_settings()), follow_redirects=False) as opened:
        yield opened


def fits(said: Any, name: str) -> Any:
    Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": described()["components"]}).validate(
        said
    )
    return said


def test_search_finds_in_both_languages(client: TestClient) -> None:
    for text, language, label in (("ทดสอบ", "th", "กรมทดสอบ"), ("departmnt of test", "en", "Department of Tests")):
        answer = client.get("/search", params={"q": text, "kind": "agency", "lang": language, "limit": 1})
        said = fits(answer.json(), "Results")
        assert [(each["id"], each["label"]) for each in said["results"]] == [("agency/dtest", label)]
        assert answer.headers["vary"] == "Accept, Accept-Language"


def test_search_as_a_page_escapes_what_it_shows(client: TestClient) -> None:
    page = client.get("/search", params={"q": HOSTILE, "lang": "en"}, headers={"Accept": BROWSER})
    assert page.status_code == 200
    assert HOSTILE not in page.text
    assert '<a href="/page/agency/second?lang=en">' in page.text
    empty = client.get("/search", headers={"Accept": BROWSER})
    assert (empty.status_code, "<form" in empty.text) == (200, True)


@pytest.mark.parametrize(
    "query",
    ["", "q=", "q=%20", "q=x&q=y", "q=x&limit=0", "q=x&limit=101", "q=x&limit=²", "q=x&kind=no", f"q={'x' * 301}"],
)
def test_a_search_that_makes_no_sense_is_400(client: TestClient, query: str) -> None:
    answer = client.get(f"/search?{query}")
    assert (answer.status_code, answer.json()["status"]) == (400, 400)
    assert answer.json()["where"] in ("q", "kind", "limit")


def test_match_by_example(client: TestClient) -> None:
    examples = [
        {"name": "กรมทดสอบ", "kind": "agency", "properties": {"classification": "กรม"}},
        {"name": "กรมรอง", "properties": {"identifier": ["second", "third"]}},
        {"name": "ไม่มีชื่อนี้เลย"},
    ]
    said = fits(client.post("/match", json={"examples": examples, "limit": 2}).json(), "MatchResults")
    first, second, third = (each["candidates"] for each in said["results"])
    assert (first[0]["id"], first[0]["match"], first[0]["features"]) == (
        "agency/dtest",
        True,
        {"name": 1.0, "classification": 1.0},
    )
    assert second[0]["id"] == "agency/second"
    assert third == []


@pytest.mark.parametrize(
    ("sent", "status", "where"),
    [
        ({"json": {}}, 400, "the body"),
        ({"json": {"examples": []}}, 400, "examples"),
        ({"json": {"examples": [{"name": 5}]}}, 400, "examples/0/name"),
        ({"json": {"examples": [{"name": "x", "kind": "no"}]}}, 400, "examples/0/kind"),
        ({"json": {"examples": [{"name": "x", "more": 1}]}}, 400, "examples/0"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400, ""),
        ({"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415, "text/plain"),
        ({"content": b" " * 1_000_001, "headers": {"Content-Type": "application/json"}}, 413, ""),
    ],
)
def test_a_match_that_makes_no_sense(client: TestClient, sent: dict[str, Any], status: int, where: str) -> None:
    answer = client.post("/match", **sent)
    assert (answer.status_code, answer.json().get("where", "")) == (status, where)


def test_halves_of_characters_break_nothing(client: TestClient) -> None:
    body = b'{"examples": [{"name": "\\ud800\\u0000", "properties": {"identifier": "\\udfff"}}]}'
    answer = client.post("/match", content=body, headers={"Content-Type": "application/json"})
    assert answer.json() == {"results": [{"candidates": []}]}


def test_views_are_listed_and_answer_in_json_and_csv(client: TestClient) -> None:
    names = [each["name"] for each in fits(client.get("/views").json(), "Views")["views"]]
    assert "conferments" in names
    for name in names:
        said = fits(client.get(f"/views/{name}.json").json(), "View")
        assert (said["name"], said["version"]) == (name, client.get("/healthz").json()["version"])
        rows = client.get(f"/views/{name}", headers={"Accept": "text/csv"})
        assert rows.headers["content-type"].startswith("text/csv")
        assert client.get(f"/views/{name}.csv").content == rows.content
        assert len(list(csv.reader(io.StringIO(rows.text)))) == len(said["rows"]) + 1
    # A table has no page: a browser takes what there is.
    assert client.get("/views/conferments", headers={"Accept": BROWSER}).headers["content-type"] == "application/json"
    assert client.get("/views/conferments", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/views/none.json").status_code == 404
    assert client.get("/views/conferments.json?scheme=x").status_code == 400


def test_the_description_names_every_kind_and_route(client: TestClient) -> None:
    said = client.get("/openapi.json").json()
    kinds = said["paths"]["/data/{kind}/{id}.json"]["get"]["parameters"][0]["schema"]["enum"]
    assert set(kinds) == KINDS
    assert said["servers"] == [{"url": "/"}]
    for name in said["components"]["schemas"]:
        Draft202012Validator.check_schema(said["components"]["schemas"][name])


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_it_is_what_the_description_says(case: schemathesis.Case) -> None:
    case.call_and_validate()
