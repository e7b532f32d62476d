"""An edition with 10,000 conferments, an agency with 5,000 awards: paged, bounded, in a constant number of queries."""

from __future__ import annotations

import pytest

from kg.errors import NotFound
from kg.ingest.corpus import Corpus
from kg.pages.links import Links
from kg.pages.paging import ROWS, Wanted
from kg.pages.render import Pages
from kg.pages.view import View
from kg.terms.prefixes import DEFAULT_BASE
from tests.pages.volume import AGENCY, EDITION, volume_store

MOST_BYTES = 400_000


@pytest.fixture(scope="module")
def large() -> Pages:
    return Pages(volume_store(10_000, 5_000), DEFAULT_BASE, Corpus.open(None))


@pytest.fixture(scope="module")
def small() -> Pages:
    return Pages(volume_store(10, 5), DEFAULT_BASE, Corpus.open(None))


def asked(pages: Pages, reference: str) -> int:
    pages.warm()
    before = pages.reader.asked
    pages.thing(reference, View("en", Links()))
    return pages.reader.asked - before


@pytest.mark.parametrize(("reference", "total"), [(EDITION, 10_000), (AGENCY, 5_000)])
def test_a_page_asks_as_much_for_many_awards_as_for_few(large: Pages, small: Pages, reference: str, total: int) -> None:
    assert asked(large, reference) == asked(small, reference) <= 8
    page = large.read(reference, View("en", Links()))
    awards = next(table for table in page.tables if table.key == "awards")
    assert len(awards.rows) == ROWS
    assert page.profile.total >= total
    assert page.pagers["awards"].total == page.profile.total
    assert len(large.thing(reference, View("th", Links())).encode()) < MOST_BYTES


def test_the_pages_together_show_every_award_once(large: Pages) -> None:
    first = large.read(AGENCY, View("en", Links()))
    last = first.pagers["awards"].steps[-1].number
    seen: list[str] = []
    for number in (1, 2, last - 1, last):
        page = large.read(AGENCY, View("en", Links(), wanted=Wanted("awards", number)))
        seen += [row.reference for table in page.tables if table.key == "awards" for row in table.rows]
    wanted = [award.ref for award in large.holdings.given(AGENCY)]
    assert seen == [*wanted[: 2 * ROWS], *wanted[(last - 2) * ROWS :]]
    with pytest.raises(NotFound):
        large.read(AGENCY, View("en", Links(), wanted=Wanted("awards", last + 1)))
    with pytest.raises(NotFound):
        large.read(AGENCY, View("en", Links(), wanted=Wanted("nothing", 2)))


def test_lists_and_home_are_bounded_too(large: Pages) -> None:
    assert len(large.home(View("th", Links())).encode()) < MOST_BYTES
    for kind, _ in large.listing.kinds():
        assert len(large.browse(kind, View("en", Links())).encode()) < MOST_BYTES
