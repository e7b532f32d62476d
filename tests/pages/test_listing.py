import pytest

from kg.errors import NotFound
from kg.pages.holdings import Holdings
from kg.pages.links import Links
from kg.pages.listing import Listing
from kg.pages.paging import Wanted
from kg.pages.reader import Reader
from kg.pages.view import View
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from tests.pages.volume import volume_store
from tests.small import SOURCE, small_store

SMALL = small_store()


def listing(small: bool = True) -> Listing:
    store = SMALL if small else volume_store(600, 5)
    return Listing(Reader(store, DEFAULT_BASE), Iris(), Holdings(store, DEFAULT_BASE))


def test_things_of_a_kind_stand_by_name_with_their_awards() -> None:
    page = listing().page("agency", View("en", Links()))
    assert [(each.thing.href, each.awards) for each in page.entries] == [
        ("/page/agency/dtest", 1),
        ("/page/agency/second", 0),
    ]
    assert (page.total, page.pager, page.letters) == (2, None, ())
    assert dict(page.kinds)["source"] == 1
    assert [each.thing.href for each in listing().page("source", View("th", Links())).entries] == [
        f"/page/source/{SOURCE}"
    ]


def test_long_lists_have_pages_and_letters() -> None:
    names = listing(small=False)
    first = names.page("edition", View("en", Links()))
    assert first.pager is not None
    assert (first.total, first.pager.last, len(first.entries)) == (640, 200, 200)
    assert [each.letter for each in first.letters] == ["N"]
    second = names.page("edition", View("en", Links(), wanted=Wanted("edition", 2)))
    # Numbers inside names go by their value, so s2 comes before s10.
    together = [each.thing.text for each in (*first.entries, *second.entries)]
    assert together[:2] == ["Name edition/s0-2010", "Name edition/s0-2011"]
    assert together.index("Name edition/s2-2010") < together.index("Name edition/s10-2010")


def test_a_kind_without_a_list_is_not_found() -> None:
    with pytest.raises(NotFound, match="no list of"):
        listing().page("evidence", View("en", Links()))
