import re
from dataclasses import replace

import pytest

from kg.errors import NotFound, UsageError
from kg.ingest.corpus import Corpus
from kg.pages.links import Links, StaticLinks
from kg.pages.render import Pages
from kg.pages.view import View
from kg.pages.viewpages import ViewPages, files
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.catalogue import VIEWS
from kg.views.choices import Choices
from tests.model.answering import ANSWER
from tests.small import HOSTILE, small_store

NOTHING = Choices({}, {}, {})
ENGLISH = View("en", Links("/base", "en"))


def pages() -> ViewPages:
    return ViewPages(Pages(small_store(), DEFAULT_BASE, Corpus.open(None)))


def test_the_list_leads_to_every_view() -> None:
    html = pages().index(View("th", Links()))
    for view in VIEWS.values():
        assert f'<a href="/views/{view.name}">{view.title["th"]}</a>' in html


def test_a_page_has_picture_words_table_filters_files_and_its_address() -> None:
    html = pages().answer(ENGLISH, ANSWER, {"scheme": ["x"], "to": ["2563"]}, NOTHING)
    assert html.count("<svg xmlns=") == 1
    assert "<figcaption>The first 1 of 2 rows by integer. First is Department A with 1,234.</figcaption>" in html
    assert html.count("<tr>") == 3
    assert '<li class="note-completeness">incomplete</li>' in html
    assert 'name="to" value="2563"' in html
    assert '<input type="hidden" name="lang" value="en">' in html
    assert 'href="/base/views/streaks?scheme=x&amp;to=2563&amp;lang=en" rel="bookmark"' in html
    assert 'hreflang="th" rel="alternate">' in html
    assert 'href="/base/views/streaks?scheme=x&amp;to=2563&amp;lang=th"' in html
    assert 'href="/base/page/scheme/x?lang=en"' in html
    for extension in ("csv", "json", "graphml", "gexf", "svg"):
        assert f'href="/base/views/streaks.{extension}?scheme=x&amp;to=2563&amp;lang=en"' in html


def test_nothing_hostile_gets_through_and_no_style_or_script_is_inline() -> None:
    hostile = replace(ANSWER, labels={**ANSWER.labels, "agency/a": {"en": HOSTILE}}, parameters={"to": HOSTILE})
    html = pages().answer(ENGLISH, hostile, {"to": [HOSTILE]}, NOTHING)
    assert HOSTILE not in html
    assert not re.search(r"<script(?! type=\"application/ld)|<style| style=| on\w+=", html)


def test_an_empty_answer_has_the_reason_and_no_picture() -> None:
    empty = replace(ANSWER, rows=(), parameters={})
    html = pages().answer(ENGLISH, empty, {}, NOTHING)
    assert "<svg" not in html
    assert "incomplete" in html
    assert [each.href for each in files(ENGLISH, empty, drawn=False)] == [
        "/base/views/streaks.csv?lang=en", "/base/views/streaks.json?lang=en"
    ]  # fmt: skip


def test_what_is_wrong_with_a_filter_is_said_beside_the_form() -> None:
    error = UsageError("the years are upside down", why="because", fix="swap them")
    html = pages().refused(ENGLISH, "streaks", {"from": ["9"]}, error, NOTHING)
    assert '<p class="warning" role="alert">the years are upside down: because; swap them</p>' in html
    assert 'name="from" value="9"' in html
    with pytest.raises(NotFound):
        pages().refused(ENGLISH, "none", {}, error, NOTHING)


def test_as_a_file_a_page_has_no_filters_and_names_the_files_beside_it() -> None:
    html = pages().answer(View("en", StaticLinks("/base", "en")), ANSWER, {}, None)
    assert "<form" not in html
    assert 'rel="bookmark"' not in html
    for extension in ("csv", "json", "graphml", "gexf", "svg"):
        assert f'href="/base/en/views/streaks.{extension}"' in html
