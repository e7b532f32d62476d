"""The Reconciliation Service API in both versions, every answer held against the specifications' JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from kg.server.serving import create_app
from tests.server.testing import TestClient
from tests.small import AWARD, HOSTILE, small_settings, small_store
from tests.suites.where import SUITES, needs

STORE = small_store()
OLD, NEW = "0.2", "1.0-draft"
FOLDER = SUITES / "reconciliation"
pytestmark = needs("reconciliation")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(STORE, small_settings()), follow_redirects=False) as opened:
        yield opened


def check(version: str, schema: str, said: Any) -> Any:
    """The answer, if it fits the schema of the version."""
    folder = FOLDER / version / "schemas"
    documents = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    resources = [(each["$id"], Resource(each, DRAFT7)) for each in documents]
    # The schemas name security schemes of Swagger, which a manifest without authentication does not reach.
    registry = Registry().with_resources([*resources, ("http://swagger.io/v2/schema.json", Resource({}, DRAFT7))])
    chosen = json.loads((folder / f"{schema}.json").read_text("utf-8"))
    Draft7Validator(chosen, registry=registry).validate(said)
    return said


def test_manifests(client: TestClient) -> None:
    old = check(OLD, "manifest", client.get("/reconcile").json())
    new = check(NEW, "manifest", client.get("/reconcile/1.0").json())
    assert (old["identifierSpace"], new["standardizedScore"]) == ("https://w3id.org/award-kg/id/", True)
    assert client.get("/reconcile/1.0/").json() == new
    assert client.get("/reconcile", headers={"Accept-Language": "en"}).json()["name"].startswith("Knowledge graph")
    assert old["view"]["url"].replace("{{id}}", "agency/dtest") == "http://testserver/page/agency/dtest"
    for name, service in old["suggest"].items():
        assert (
            client.get(service["service_url"] + service["service_path"], params={"prefix": "ก"}).status_code == 200
        ), name


QUERIES = {
    "q0": {"query": "กรมทดสอบ", "type": "Agency", "limit": 3},
    "q1": {"query": "Labratory", "type": ["Unit", "Person"], "type_strict": "any"},
    "q2": {"query": "somchai jaidee", "properties": [{"pid": "^member", "v": {"id": "membership/m1"}}]},
    "q3": {"query": HOSTILE},
    "q4": {"properties": [{"pid": "identifier", "v": ["dtest", 5, True]}]},
}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_queries_of_02(client: TestClient, method: str) -> None:
    check(OLD, "reconciliation-query-batch", QUERIES)
    sent = {"queries": json.dumps(QUERIES)}
    given = {"params": sent} if method == "GET" else {"data": sent}
    said = check(OLD, "reconciliation-result-batch", client.request(method, "/reconcile", **given).json())
    assert list(said) == list(QUERIES)
    best = {key: each["result"][0] for key, each in said.items() if each["result"]}
    assert (best["q0"]["id"], best["q0"]["score"], best["q0"]["match"]) == ("agency/dtest", 100, True)
    assert (best["q1"]["id"], best["q1"]["match"]) == ("unit/lab", False)
    assert (best["q2"]["id"], best["q2"]["match"]) == ("person/somchai", True)
    assert {each["type"][0]["id"] for each in said["q0"]["result"]} == {"Agency"}


def test_queries_of_10(client: TestClient) -> None:
    queries = [
        {"type": "Agency", "limit": 2, "conditions": [{"matchType": "name", "propertyValue": "กรมทดสอบ"}]},
        {
            "conditions": [
                {"matchType": "name", "propertyValue": "กรมทดสอบ"},
                {"matchType": "property", "propertyId": "identifier", "propertyValue": "other", "required": True},
            ]
        },
        {"conditions": [{"matchType": "id", "propertyValue": "unit/lab"}]},
    ]
    check(NEW, "reconciliation-query-batch", {"queries": queries})
    for route in ("match", "reconcile"):
        answer = client.post(f"/reconcile/1.0/{route}", json={"queries": queries}, headers={"Accept-Language": "en"})
        said = check(NEW, "reconciliation-result-batch", answer.json())["results"]
        assert [len(each["candidates"]) for each in said] == [len(said[0]["candidates"]), 0, 1]
        best = said[0]["candidates"][0]
        assert (best["id"], best["name"], best["score"], best["match"]) == (
            "agency/dtest",
            "Department of Tests",
            100,
            True,
        )
        assert answer.headers["content-language"] == "en"


@pytest.mark.parametrize(("version", "root"), [(OLD, "/reconcile"), (NEW, "/reconcile/1.0")])
def test_suggestions(client: TestClient, version: str, root: str) -> None:
    entities = check(version, "suggest-entities-response", client.get(f"{root}/suggest/entity?prefix=กรมทด").json())
    assert entities["result"][0]["id"] == "agency/dtest"
    by_id = client.get(f"{root}/suggest/entity?prefix=unit/lab").json()["result"]
    assert [each["id"] for each in by_id] == ["unit/lab"]
    types = check(version, "suggest-types-response", client.get(f"{root}/suggest/type?prefix=agen&lang=en").json())
    assert types["result"][0] == {"id": "Agency", "name": "agency"}
    properties = client.get(f"{root}/suggest/property?prefix=recip&lang=en").json()
    found = [each["id"] for each in check(version, "suggest-properties-response", properties)["result"]]
    assert found[0] == "recipient"
    assert "^recipient" in found
    everything = client.get(f"{root}/suggest/property?prefix=").json()["result"]
    further = client.get(f"{root}/suggest/property?prefix=&cursor=20").json()["result"]
    assert len(everything) == 20
    assert everything[0] not in further
    assert client.get(f"{root}/suggest/entity?prefix=").json() == {"result": []}
    assert client.get(f"{root}/suggest/entity?prefix=x&cursor=-1").status_code == 400


@pytest.mark.parametrize("root", ["/reconcile", "/reconcile/1.0"])
def test_a_preview_may_stand_in_a_frame(client: TestClient, root: str) -> None:
    answer = client.get(f"{root}/preview?id=agency/second&lang=en")
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert 'href="http://testserver/page/agency/second"' in answer.text
    assert HOSTILE not in answer.text
    assert "&lt;script&gt;" in answer.text
    for missing in ("", "agency/none", "x", HOSTILE):
        assert client.get(f"{root}/preview", params={"id": missing}).status_code == 404


EXTEND = {
    "ids": ["agency/dtest", AWARD, "event/test-2020-e", "agency/none", "x"],
    "properties": [
        {"id": "classification"}, {"id": "^recipient", "settings": {"limit": 1, "content": "id"}}, {"id": "startDate"},
        {"id": "unknown"}, {"id": "recipient", "settings": {"limit": "1"}}, {"id": "identifier"},
    ],
}  # fmt: skip


def test_values_in_both_versions(client: TestClient) -> None:
    old = client.post("/reconcile", data={"extend": json.dumps(EXTEND)}, headers={"Accept-Language": "en"}).json()
    new = client.post("/reconcile/1.0/extend", json=EXTEND, headers={"Accept-Language": "en"}).json()
    check(OLD, "data-extension-query", EXTEND)
    check(OLD, "data-extension-response", old)
    check(NEW, "data-extension-response", new)
    assert [each["id"] for each in old["meta"]] == [each["id"] for each in EXTEND["properties"]]
    assert old["meta"] == new["meta"]
    rows = {row["id"]: {each["id"]: each["values"] for each in row["properties"]} for row in new["rows"]}
    assert rows == old["rows"]
    agency = rows["agency/dtest"]
    assert [each["name"] for each in agency["classification"]] == ["department"]
    assert agency["^recipient"] == [{"str": "claim/s1_test-a"}]
    assert (agency["identifier"], agency["unknown"]) == ([{"str": "dtest"}], [])
    assert rows["event/test-2020-e"]["startDate"] == [{"date": "2020-12-03T00:00:00"}]
    assert len(rows[AWARD]["recipient"]) == 1
    assert all(values == [] for values in rows["agency/none"].values())


@pytest.mark.parametrize(("version", "root"), [(OLD, "/reconcile"), (NEW, "/reconcile/1.0")])
def test_proposed_properties(client: TestClient, version: str, root: str) -> None:
    said = client.get(f"{root}/extend/propose?type=Agency&limit=4&lang=en").json()
    check(version, "data-extension-property-proposal", said)
    assert (said["type"], said["limit"], len(said["properties"])) == ("Agency", 4, 4)
    assert client.get(f"{root}/extend/propose?type=Nothing").json()["properties"] == []
    assert client.get(f"{root}/extend/propose?limit=0").status_code == 400


NAMELESS = {"matchType": "property", "propertyValue": "x"}


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/reconcile", {"data": {"queries": "{"}}, 400),
        ("/reconcile", {"data": {"queries": "[]"}}, 400),
        ("/reconcile", {"data": {"queries": '{"q0": {}}'}}, 400),
        ("/reconcile", {"data": {"extend": "{}"}}, 400),
        ("/reconcile", {"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415),
        ("/reconcile", {"data": {"queries": json.dumps({str(n): {"query": "x"} for n in range(300)})}}, 413),
        ("/reconcile/1.0/match", {"json": {"queries": [{"conditions": []}]}}, 400),
        ("/reconcile/1.0/match", {"json": {"queries": [{"conditions": [NAMELESS]}]}}, 400),
        ("/reconcile/1.0/match", {"content": b"{}", "headers": {"Content-Type": "text/plain"}}, 415),
        ("/reconcile/1.0/match", {"content": b"\xff", "headers": {"Content-Type": "application/json"}}, 400),
        ("/reconcile/1.0/match", {"content": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, 400),
        ("/reconcile/1.0/match", {"content": b"NaN", "headers": {"Content-Type": "application/json"}}, 400),
        ("/reconcile/1.0/extend", {"json": {"ids": ["x"] * 2000, "properties": []}}, 413),
    ],
)  # fmt: skip
def test_bad_requests(client: TestClient, path: str, sent: dict[str, Any], status: int) -> None:
    answer = client.post(path, **sent)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_schemas_refuse_what_they_must() -> None:
    with pytest.raises(Exception, match="required property"):
        check(OLD, "manifest", {"versions": ["0.2"]})
