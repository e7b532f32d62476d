from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.quads import GraphWriter, boolean, date, decimal, integer, node, text, time, year
from kg.text.dates import PartialDate
from tests.strategies import partial_dates

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (text('คำ "a"\n'), '"คำ \\"a\\"\\n"'),
        (text("คำ", "th"), '"คำ"@th'),
        (integer(7), f'"7"^^<{XSD}integer>'),
        (decimal(1), f'"1"^^<{XSD}decimal>'),
        (decimal(1.0), f'"1"^^<{XSD}decimal>'),
        (decimal("13.750"), f'"13.75"^^<{XSD}decimal>'),
        (decimal("100"), f'"100"^^<{XSD}decimal>'),
        (decimal(0.0000001), f'"0.0000001"^^<{XSD}decimal>'),
        (boolean(True), f'"true"^^<{XSD}boolean>'),
        (boolean(False), f'"false"^^<{XSD}boolean>'),
        (year(2020), f'"2020"^^<{XSD}gYear>'),
        (time("09:30:00"), f'"09:30:00"^^<{XSD}time>'),
        (date("2020"), f'"2020"^^<{XSD}gYear>'),
        (date("2020-12"), f'"2020-12"^^<{XSD}gYearMonth>'),
        (date("2020-12-03"), f'"2020-12-03"^^<{XSD}date>'),
        (node("https://x/"), "<https://x/>"),
    ],
)
def test_literals_carry_their_datatype(term: ox.Literal, written: str) -> None:
    assert str(term) == written


@given(st.decimals(-180, 180, places=6))
def test_equal_numbers_are_equal_terms(value: Decimal) -> None:
    assert decimal(str(value)) == decimal(f"{value}000")
    assert Decimal(decimal(str(value)).value) == value


@given(partial_dates)
def test_a_date_is_of_the_type_of_what_is_known(when: PartialDate) -> None:
    types = {"day": "date", "month": "gYearMonth", "year": "gYear"}
    assert date(when.isoformat()).datatype.value == XSD + types[when.precision]


def test_a_date_of_no_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="may be a Buddhist year"):
        date("2563-12-03")


def test_a_graph_holds_each_quad_once_in_the_order_it_was_said() -> None:
    out = GraphWriter("https://x/g")
    for value in ("https://x/b", text("คำ"), "https://x/a", "https://x/b"):
        out.add("https://x/s", "https://x/p", value)
    home, subject, predicate = node("https://x/g"), node("https://x/s"), node("https://x/p")
    assert list(out) == [
        ox.Quad(subject, predicate, value, home) for value in (node("https://x/b"), text("คำ"), node("https://x/a"))
    ]
    assert len(out) == 3
