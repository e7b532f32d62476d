"""The views of the graph under /views: their pages, files, filters, and the tables beside them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from kg.ingest.corpus import Corpus
from kg.pages.links import Links
from kg.pages.render import Pages
from kg.pages.view import View
from kg.server.answers import Tables
from kg.server.desk import DeskAnswers
from kg.server.serving import create_app
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.catalogue import VIEWS
from tests.server.testing import TestClient
from tests.small import HOSTILE, small_settings, small_store

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(small_store(), small_settings()), follow_redirects=False) as opened:
        yield opened


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_a_page_json_and_csv_of_the_same_rows(client: TestClient, view: str) -> None:
    page = client.get(f"/views/{view}?lang=en", headers={"Accept": BROWSER})
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert f"<h1>{VIEWS[view].title['en']}</h1>" in page.text
    said = client.get(f"/views/{view}.json").json()
    assert (said["name"], said["view"], said["version"]) == (view, view, client.get("/healthz").json()["version"])
    rows = list(csv.reader(io.StringIO(client.get(f"/views/{view}.csv").text)))
    assert len(rows) == len(said["rows"]) + 1
    assert page.text.count('<td class="proofs">') == len(said["rows"])
    assert client.get(f"/views/{view}", headers={"Accept": "text/csv"}).text == client.get(f"/views/{view}.csv").text
    assert client.get(f"/views/{view}", headers={"Accept": "application/json"}).json() == said


def test_networks_and_pictures_are_files(client: TestClient) -> None:
    for extension, media_type, root in (
        ("graphml", "application/graphml+xml", "graphml"),
        ("gexf", "application/gexf+xml", "gexf"),
        ("svg", "image/svg+xml", "svg"),
    ):
        answer = client.get(f"/views/repeat-winners.{extension}?at-least=1")
        assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media_type)
        assert ElementTree.fromstring(answer.text).tag.endswith(root)
        assert client.get("/views/repeat-winners?at-least=1", headers={"Accept": media_type}).text == answer.text
    nothing = client.get("/views/repeat-winners.svg?from=1900&to=1901", headers={"Accept": "application/json"})
    assert (nothing.status_code, nothing.json()["why"]) == (404, "it has no rows")


def test_what_a_form_leaves_empty_filters_nothing(client: TestClient) -> None:
    bare = client.get("/views/timeline.json").json()
    assert client.get("/views/timeline.json?from=&to=&scheme=&of=all").json()["rows"] == bare["rows"]
    assert client.get("/views/timeline.json?from=&to=").json() == bare
    assert client.get("/views/timeline.json?from=2563&to=2563").json()["parameters"] == {"from": "2563", "to": "2563"}


def test_a_filter_that_makes_no_sense_is_plainly_said_beside_the_form(client: TestClient) -> None:
    page = client.get("/views/timeline?from=2566&to=2560&lang=en", headers={"Accept": BROWSER})
    assert page.status_code == 400
    assert "the years are upside down: from 2023 to 2017 (CE) holds no year; swap from and to" in page.text
    assert 'name="from" value="2566"' in page.text
    said = client.get("/views/timeline.json?from=2566&to=2560")
    assert (said.status_code, said.json()["fix"]) == (400, "swap from and to")
    hostile = client.get("/views/timeline", params={"from": HOSTILE}, headers={"Accept": BROWSER})
    assert hostile.status_code == 400
    assert HOSTILE not in hostile.text
    empty = client.get("/views/timeline?from=1900&to=1901&lang=en", headers={"Accept": BROWSER})
    assert empty.status_code == 200
    assert "no award fits what was asked for" in empty.text


def test_views_are_listed_for_readers_and_programs(client: TestClient) -> None:
    page = client.get("/views?lang=th", headers={"Accept": BROWSER})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert all(f'href="/views/{name}?lang=th"' in page.text for name in VIEWS)
    names = [each["name"] for each in client.get("/views").json()["views"]]
    assert names[: len(VIEWS)] == list(VIEWS)
    assert "conferments" in names


def test_what_is_no_view(client: TestClient) -> None:
    missing = client.get("/views/none", headers={"Accept": "application/json"})
    assert missing.status_code == 404
    assert missing.json()["fix"] == f"choose one of {', '.join(VIEWS)}"
    assert client.get("/views/conferments.svg").status_code == 404
    assert client.get("/views/streaks", headers={"Accept": "image/png"}).status_code == 406


def test_a_desk_that_is_warm_answers_the_same() -> None:
    store = small_store()
    cold, warm = (
        DeskAnswers(Pages(store, DEFAULT_BASE, Corpus.open(None)), Tables(store, DEFAULT_BASE), DEFAULT_BASE)
        for _ in range(2)
    )
    warm.warm()
    view = View("en", Links())
    for name in VIEWS:
        assert warm.written(name, {}, "html", view) == cold.written(name, {}, "html", view)
    assert json.loads(warm.written("streaks", {}, "json", view))["name"] == "streaks"
