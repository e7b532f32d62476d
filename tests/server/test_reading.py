"""Lists by name, the feed of changes, and "this is wrong", over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.graph.store import Store, publish
from kg.pages.correction import Doubt, template
from kg.pages.reader import Reader
from kg.server.serving import create_app
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from kg.terms.publishing import ATOM
from tests.server.testing import TestClient
from tests.small import AWARD, HOSTILE, small_quads, small_settings, small_store

STORE = small_store()
PAGE = {"Accept": "text/html"}
NAMES = {"a": ATOM}


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(STORE, small_settings()), follow_redirects=False) as opened:
        yield opened


def test_lists_are_pages_in_a_language(client: TestClient) -> None:
    answer = client.get("/browse/agency", headers={**PAGE, "Accept-Language": "en"})
    assert (answer.status_code, answer.headers["content-language"]) == (200, "en")
    assert '<a href="/page/agency/dtest">Department of Tests</a> <span class="count">1</span>' in answer.text
    assert HOSTILE not in answer.text
    assert client.get("/browse/evidence", headers=PAGE).status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/browse/agency?list=agency&p=1", 200),
        ("/browse/agency?list=agency&p=2", 404),
        ("/page/agency/dtest?list=awards&p=2", 404),
        ("/page/agency/dtest?list=%3Cb%3E&p=2", 404),
        ("/page/agency/dtest?p=0", 400),
        ("/page/agency/dtest?p=x", 400),
        ("/page/agency/dtest?p=99999999999", 400),
        ("/page/agency/dtest?p=%C2%B2", 400),
    ],
)
def test_bad_paging_gets_the_right_status_and_a_readable_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<b>" not in answer.text


def test_this_is_wrong_gives_a_page_or_a_file_and_writes_nothing(client: TestClient) -> None:
    given = {"property": "aw:level", "value": HOSTILE, "right": "ดีมาก"}
    page = client.get(f"/wrong/{AWARD}", params=given, headers=PAGE)
    assert (page.status_code, page.headers["x-robots-tag"]) == (200, "noindex")
    assert HOSTILE not in page.text
    file = client.get(f"/wrong/{AWARD}", params={**given, "format": "json"})
    assert file.content == Doubt.of(AWARD, given).as_json(Iris(), STORE.version)
    assert file.headers["content-disposition"] == f'attachment; filename="wrong-{AWARD.replace("/", "-")}.json"'
    whole = client.get(f"/wrong/{AWARD}.json")
    assert whole.content == template(Reader(STORE, DEFAULT_BASE), Iris(), AWARD, STORE.version)
    assert client.get("/wrong/agency/none", headers=PAGE).status_code == 404
    assert client.post(f"/wrong/{AWARD}").status_code == 405


def test_every_award_is_new_where_no_build_came_before(client: TestClient) -> None:
    answer = client.get("/changes.atom", headers={"Accept-Language": "en"})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    titles = [each.text for each in feed.iterfind("a:entry/a:title", NAMES)]
    assert len(titles) == 1
    assert str(titles[0]).startswith("New award: ")
    assert [each.text for each in feed.iterfind("a:entry/a:id", NAMES)] == [f"{DEFAULT_BASE}id/{AWARD}#{STORE.version}"]
    links = {(each.get("rel"), each.get("href")) for each in feed.iterfind("a:entry/a:link", NAMES)}
    assert links == {("alternate", f"http://testserver/page/{AWARD}")}


def test_the_feed_tells_what_a_new_build_changed(tmp_path: Path) -> None:
    store, level = tmp_path / "store", Iris().thing("level/test-best")
    publish((quad for quad in small_quads() if getattr(quad.object, "value", "") != level), store)
    publish(small_quads(), store)
    settings = replace(small_settings(), store=store)
    with TestClient(create_app(Store.open(store), settings)) as opened:
        feed = ElementTree.fromstring(opened.get("/changes.atom?lang=en").content)
    (entry,) = feed.findall("a:entry", NAMES)
    assert str(entry.findtext("a:title", "", NAMES)).startswith("Corrected award: ")
    assert entry.findtext("a:summary", "", NAMES).startswith("level: ")
