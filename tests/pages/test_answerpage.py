from dataclasses import replace

from kg.model.answer import Row
from kg.pages.answerpage import answer_page, iri_of, permalink, summary
from kg.pages.render import answer_alone
from kg.terms.prefixes import DEFAULT_BASE
from tests.model.answering import ANSWER, FULL
from tests.small import HOSTILE

HOSTILE_ANSWER = replace(ANSWER, labels={**ANSWER.labels, "agency/a": {"th": HOSTILE, "en": HOSTILE}})


def test_cells_lead_to_things_and_rows_to_what_they_count() -> None:
    page = answer_page(ANSWER, "en", lambda ref: f"/page/{ref}")
    assert [(part.text, part.href) for part in page.lines[0].cells[1]] == [
        ("X", "/page/scheme/x"), ("scheme/y", "/page/scheme/y")
    ]  # fmt: skip
    assert [part.href for part in page.lines[0].proof] == ["/page/conferment/1", "/page/conferment/2"]
    assert page.parameters == (("scheme", "x"), ("to", "2563"))
    assert page.permalink == "/views/streaks?scheme=x&to=2563"


def test_a_page_shows_so_many_rows_and_says_how_many_there_are() -> None:
    page = answer_page(replace(ANSWER, rows=(FULL,) * 7), "en", str, most=3)
    assert (len(page.lines), page.total) == (3, 7)


def test_the_summary_says_it_in_words() -> None:
    assert summary(ANSWER, "en") == "2 rows, the first of them Department A (1,234), กรม ข."
    assert summary(ANSWER, "th") == "ทั้งหมด 2 รายการ เริ่มจาก กรม ก (1,234), กรม ข"
    assert summary(replace(ANSWER, rows=()), "en") == "No rows."


def test_addresses() -> None:
    assert iri_of("agency/a", DEFAULT_BASE) == "https://w3id.org/award-kg/id/agency/a"
    assert iri_of("aw:chair", DEFAULT_BASE) == "https://w3id.org/award-kg/ontology#chair"
    assert iri_of("2563", DEFAULT_BASE) == iri_of("no:name", DEFAULT_BASE) == ""
    assert permalink(replace(ANSWER, parameters={})) == "/views/streaks"


def test_a_page_that_stands_alone_escapes_names_and_needs_nothing_else() -> None:
    for language in ("th", "en"):
        html = answer_alone(HOSTILE_ANSWER, language, DEFAULT_BASE)
        assert HOSTILE not in html
        assert "<script" not in html
        assert "<link" not in html
        assert f'<html lang="{language}">' in html
        assert 'href="https://w3id.org/award-kg/id/scheme/x"' in html
        assert html.count("<tr>") == 3


def test_an_answer_without_rows_is_a_page_with_the_reason() -> None:
    html = answer_alone(replace(ANSWER, rows=()), "en", DEFAULT_BASE)
    assert "<table" not in html
    assert "incomplete" in html
    assert answer_page(replace(ANSWER, rows=(Row(FULL.cells),)), "en", str).lines[0].proof == ()
