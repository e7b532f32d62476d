import json

import pytest

from kg.errors import NotFound
from kg.ingest.corpus import Corpus
from kg.pages.correction import LONGEST, Doubt, template
from kg.pages.links import Links
from kg.pages.reader import Reader
from kg.pages.render import Pages
from kg.pages.view import View
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from tests.small import AWARD, HOSTILE, small_store

STORE = small_store()
GIVEN = {"property": "aw:level", "value": "id:level/test-best", "at": "s1_test,3,9", "right": "ดี\x00มาก", "other": "x"}


def test_the_file_says_what_is_doubted_where_it_is_said_and_what_is_right() -> None:
    said = json.loads(Doubt.of(AWARD, GIVEN).as_json(Iris(), "v1"))
    assert said == {
        "about": AWARD,
        "iri": f"{DEFAULT_BASE}id/{AWARD}",
        "version": "v1",
        "wrong": {"property": "aw:level", "value": "id:level/test-best"},
        "evidence": {"source": "source/s1_test", "start": 3, "end": 9},
        "right": "ดีมาก",
    }


@pytest.mark.parametrize("at", ["", "x", "x,1", "x,a,2", "x,1,2,3", ",1,2", "x,-1,2", "x,²,3"])
def test_a_place_that_is_none_is_left_out(at: str) -> None:
    assert "evidence" not in json.loads(Doubt.of(AWARD, {"at": at}).as_json(Iris(), "v"))


def test_what_is_too_long_is_cut() -> None:
    assert Doubt.of(AWARD, {"right": "ก" * 9999}).said["right"] == "ก" * LONGEST


def test_the_template_has_every_fact_and_where_it_is_said() -> None:
    said = json.loads(template(Reader(STORE, DEFAULT_BASE), Iris(), AWARD, "v1"))
    facts = {each["property"]: each for each in said["facts"]}
    assert facts["level"] == {"property": "level", "value": "level/test-best", "stated_in": ["source/s1_test"]}
    assert (said["about"], said["right"], said["wrong"]) == (AWARD, "", "")
    with pytest.raises(NotFound):
        template(Reader(STORE, DEFAULT_BASE), Iris(), "agency/none", "v1")


def test_the_page_escapes_what_a_reader_wrote() -> None:
    html = Pages(STORE, DEFAULT_BASE, Corpus.open(None)).wrong(
        View("en", Links()), Doubt.of("agency/second", {"value": HOSTILE, "right": f"</textarea>{HOSTILE}"})
    )
    assert HOSTILE not in html
    assert "&lt;/textarea&gt;" in html
    assert '<form class="query" action="/wrong/agency/second" method="get">' in html
