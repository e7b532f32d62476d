"""The pages of a small graph: what stands on them, in both languages, with hostile names, in few queries."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import NotFound
from kg.export.rdf import serialize
from kg.graph.quads import node
from kg.ingest.corpus import Corpus
from kg.pages.describe import description
from kg.pages.holdings import Holdings
from kg.pages.links import Links
from kg.pages.reader import Reader, Value
from kg.pages.reading import Shelf
from kg.pages.render import Pages
from kg.pages.show import Shower
from kg.pages.thing import thing_page
from kg.pages.view import View
from kg.terms.award import AW
from kg.terms.foreign import RDF, SCHEMA
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from tests.small import AWARD, CLAIM, HOSTILE, SOURCE, TEXT, corpus_folder, small_store, span

TH, EN = View("th", Links()), View("en", Links())
STORE = small_store()
EVERY = (
    "agency/dtest", "agency/second", "unit/lab", "person/somchai", "role/dg", "scheme/test", "edition/test-2020",
    "category/test-service", "level/test-best", AWARD, "work/queue", "event/test-2020-e", "membership/m1", CLAIM,
    "candidacy/test-2020-c", f"source/{SOURCE}",
)  # fmt: skip
VOID = {"meta", "link", "br", "input"}


class Checker(HTMLParser):
    """Collects ids and addresses, and sees that every element is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on")]
        if "id" in found:
            self.ids.append(str(found["id"]))
        if "href" in found:
            self.addresses.append(str(found["href"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert checker.open == []
    assert len(checker.ids) == len(set(checker.ids))
    return checker


def shelf(corpus: Corpus) -> Shelf:
    return Shelf(Reader(STORE, DEFAULT_BASE), corpus, Iris(), Holdings(STORE, DEFAULT_BASE))


def pages(corpus: Path | None = None, *, title: str = "", url: str = "") -> Pages:
    store = small_store(title=title, url=url) if title else STORE
    return Pages(store, DEFAULT_BASE, Corpus.open(corpus))


@pytest.mark.parametrize("view", [TH, EN], ids=["th", "en"])
@pytest.mark.parametrize("reference", EVERY)
def test_every_page_is_whole_and_names_its_language(reference: str, view: View, tmp_path: Path) -> None:
    html = pages(corpus_folder(tmp_path)).thing(reference, view)
    found = checked(html)
    assert f'<html lang="{view.language}">' in html
    assert f"/page/{reference}?lang={'en' if view.language == 'th' else 'th'}" in found.addresses
    assert f"/data/{reference}.ttl" in found.addresses
    assert HOSTILE not in html
    assert "<b>" not in html


@pytest.mark.parametrize("view", [TH, EN], ids=["th", "en"])
def test_the_other_pages_are_whole(view: View) -> None:
    for html in (pages().home(view), pages().ontology(view), pages().sparql(view, "</textarea>" + HOSTILE)):
        assert HOSTILE not in html
        checked(html)


def test_the_data_block_holds_the_statements_and_cannot_be_broken_out_of() -> None:
    html = pages().thing("agency/second", EN)
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert block is not None
    assert "<" not in block[1]
    said = json.loads(block[1])
    assert said[0]["@id"] == f"{DEFAULT_BASE}id/agency/second"
    assert HOSTILE in json.dumps(said, ensure_ascii=False).replace('\\"', '"')


def test_an_agency_shows_its_awards_and_those_of_its_units_with_the_words(tmp_path: Path) -> None:
    page = thing_page(shelf(Corpus.open(corpus_folder(tmp_path))), "agency/dtest", TH)
    tables = {table.key: table for table in page.tables}
    assert list(tables) == ["awards", "posts", "claims", "works", "units", "sources"]
    awards = tables["awards"]
    assert awards.headings == ("year", "edition", "category", "level", "recipient", "work", "open")
    cells = {cell.heading: [value.text for value in cell.values] for cell in awards.rows[0].cells}
    assert cells["year"] == ["2563 (ค.ศ. 2020)"]
    assert cells["recipient"] == ["กรมทดสอบ", "กองทดลอง"]
    proof = awards.rows[0].proofs[0]
    assert proof.excerpt is not None
    assert proof.excerpt.words == "รับรางวัลทดสอบ ประจำปี 2563"
    start, end = span("รับรางวัลทดสอบ ประจำปี 2563")
    assert proof.source.href == f"/page/source/{SOURCE}?at={start},{end}#at-{start}-{end}"


def test_said_registered_and_concluded_stand_apart() -> None:
    page = thing_page(shelf(Corpus.open(None)), CLAIM, EN)
    assert [group.key for group in page.groups] == ["said", "concluded"]
    concluded = {row.property.text: [said.value.text for said in row.values] for row in page.groups[1].rows}
    assert concluded["verdict"] == ["undecided"]
    assert concluded["found count"] == ["1"]
    assert ["2019"] in concluded.values()
    assert not any(said.proofs for row in page.groups[1].rows for said in row.values)
    assert all(said.proofs for row in page.groups[0].rows for said in row.values)
    shown = {fact.property.text for fact in page.facts}
    assert {"verdict", "found count"} <= shown


def test_an_edition_shows_winners_claims_and_near_misses_apart() -> None:
    page = thing_page(shelf(Corpus.open(None)), "edition/test-2020", EN)
    assert [table.key for table in page.tables] == ["awards", "candidacies", "events"]
    assert "year" not in page.tables[0].headings
    html = pages().thing("edition/test-2020", EN)
    assert "Candidacies, not counted as awards" in html
    assert "2020 (BE 2563)" in html


def test_an_event_shows_the_posts_of_those_who_were_there() -> None:
    page = thing_page(shelf(Corpus.open(None)), "event/test-2020-e", EN)
    posts = next(table for table in page.tables if table.key == "posts")
    assert {cell.heading: cell.values[0].text for cell in posts.rows[0].cells if cell.values}[
        "post"
    ] == "director-general"


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        (None, "ไม่มีตัวบทของเอกสารอยู่ในระบบ", "the text is not at hand"),
        (TEXT + "!", "ตัวบทที่มีอยู่ถูกแก้ไข", "the text at hand has changed"),
    ],
)
def test_a_text_that_is_absent_or_changed_is_not_shown(tmp_path: Path, text: str | None, th: str, en: str) -> None:
    site = pages(corpus_folder(tmp_path, text) if text else None)
    for reference in ("agency/dtest", f"source/{SOURCE}"):
        assert th in site.thing(reference, TH)
        html = site.thing(reference, EN)
        assert en in html
        assert "ร่วมกับ" not in html
        assert "<mark" not in html


def test_a_source_says_what_is_not_known_of_it_and_marks_its_text(tmp_path: Path) -> None:
    start, end = span("กรมทดสอบ")
    site = pages(corpus_folder(tmp_path))
    html = site.thing(f"source/{SOURCE}", View("th", Links(), (start, end)))
    assert "ไม่ทราบที่อยู่ของเอกสารฉบับนี้" in html
    assert '<mark class="here">กรมทดสอบ</mark>' in html
    assert f'id="at-{start}-{end}"' in html
    assert "&lt;b&gt;คิว&lt;/b&gt;" in html
    assert "the address of this document is not known" in site.thing(f"source/{SOURCE}", EN)
    outside = site.thing(f"source/{SOURCE}", View("en", Links(), (5, 99_999)))
    assert "lies outside this document" in outside


def test_a_hostile_title_and_a_known_address() -> None:
    html = pages(title=f"</title>{HOSTILE}", url="https://example.org/?a=1&b='").thing(f"source/{SOURCE}", EN)
    assert HOSTILE not in html
    assert 'href="https://example.org/?a=1&amp;b=' in html
    checked(html)


def test_only_addresses_of_the_web_become_links() -> None:
    shower = Shower(Iris(), "en", Links("/mount"), {})
    assert shower.address("javascript:alert(1)") == ""
    assert shower.address("data:text/html,x") == ""
    assert shower.address("https://example.org/x") == "https://example.org/x"
    assert shower.address(f"{DEFAULT_BASE}id/agency/dbd") == "/mount/page/agency/dbd"
    assert shower.address(f"{DEFAULT_BASE}id/source/a#char=1,2") == "/mount/page/source/a"
    assert shower.address(f"{DEFAULT_BASE}graph/derived") == "/mount/graph/derived"
    assert shower.address(str(AW.Agency)) == "/mount/ontology#Agency"


def test_links_go_by_path_whatever_the_base() -> None:
    iris = Iris("https://elsewhere.example/x/")
    assert Shower(iris, "en", Links(), {}).address(iris.thing("agency/dbd")) == "/page/agency/dbd"


def test_an_address_that_is_no_link_stands_as_text() -> None:
    thing = Iris().thing("work/odd")
    graph = node(Iris().source_graph("x"))
    odd = [
        Quad(node(thing), node(RDF.type), node(AW.Work), graph),
        Quad(node(thing), node(SCHEMA.url), NamedNode("javascript:alert(1)"), graph),
        Quad(
            node(thing),
            node(SCHEMA.startDate),
            Literal("nonsense", datatype=node("http://www.w3.org/2001/XMLSchema#date")),
            graph,
        ),
    ]
    site = Pages(small_store(odd), DEFAULT_BASE, Corpus.open(None))
    html = site.thing("work/odd", EN)
    assert 'href="javascript' not in html
    assert "nonsense" in html


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        pages().thing("agency/none", TH)


@pytest.mark.parametrize("reference", ["agency/dtest", "edition/test-2020", "event/test-2020-e", f"source/{SOURCE}"])
def test_the_number_of_queries_does_not_grow_with_the_awards(reference: str) -> None:
    iris = Iris()
    graph = node(iris.source_graph("more"))
    more = []
    for number in range(200):
        award = node(iris.thing(f"conferment/more-{number}"))
        more += [
            Quad(award, node(RDF.type), node(AW.Conferment), graph),
            Quad(award, node(AW.recipient), node(iris.thing("agency/dtest")), graph),
            Quad(award, node(AW.edition), node(iris.thing("edition/test-2020")), graph),
        ]
    asked = []
    for store in (STORE, small_store(more)):
        reader = Reader(store, DEFAULT_BASE)
        reader.terms()
        thing_page(Shelf(reader, Corpus.open(None), iris, Holdings(store, DEFAULT_BASE)), reference, TH)
        asked.append(reader.asked)
    assert asked[0] == asked[1] <= 9


def test_values_read_back_as_they_are() -> None:
    assert Value.of(Literal("ก", language="th")) == Value(text="ก", language="th", datatype=str(RDF.langString))
    assert Value.of(None) == Value()


@pytest.mark.parametrize("reference", EVERY)
def test_the_data_block_is_a_subset_of_the_turtle(reference: str) -> None:
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', pages().thing(reference, EN), re.DOTALL)
    assert block is not None
    inside = rdflib.Graph().parse(data=block[1], format="json-ld")
    written = serialize(description(STORE, Iris().thing(reference)), "turtle", DEFAULT_BASE)
    whole = rdflib.Graph().parse(data=written, format="turtle")
    assert set() != set(inside) <= set(whole)
