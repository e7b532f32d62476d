"""Matching by example: scores from names and from properties, and when one is the one."""

from __future__ import annotations

from kg.pages.reader import Reader
from kg.server.matching import Example, Matcher, Wanted
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.names import NameIndex
from tests.small import AWARD, small_store

STORE = small_store()
MATCHER = Matcher(NameIndex(STORE, DEFAULT_BASE), Reader(STORE, DEFAULT_BASE), Iris())


def match(name: str, *properties: Wanted, limit: int = 5) -> list[tuple[str, float, bool]]:
    found = MATCHER.match(Example(name, properties=properties), limit)
    return [(each.thing.reference, each.score, each.match) for each in found]


def test_an_exact_name_is_the_one() -> None:
    assert match("กรมทดสอบ")[0] == ("agency/dtest", 1.0, True)
    assert [each[2] for each in match("กรมทดสอบ")].count(True) == 1


def test_a_part_of_a_name_is_not_the_one() -> None:
    assert match("ทดสอบ")[0][2] is False


def test_an_id_or_an_iri_is_taken_as_such() -> None:
    for name in ("agency/dtest", Iris().thing("agency/dtest")):
        assert match(name) == [("agency/dtest", 1.0, True)]
    assert match("agency/none") == []


def test_a_property_that_agrees_raises_and_one_that_does_not_lowers() -> None:
    agrees = Wanted("classification", ("กรม",))
    differs = Wanted("classification", ("กระทรวง",))
    assert match("กรมทดสอบ", agrees)[0] == ("agency/dtest", 1.0, True)
    assert match("กรมทดสอบ", differs)[0] == ("agency/dtest", 0.8, False)
    features = MATCHER.match(Example("กรมทดสอบ", properties=(agrees, differs)), 1)[0].features
    assert features == {"name": 1.0, "classification": 0.0}


def test_a_required_property_filters() -> None:
    assert match("กรมทดสอบ", Wanted("classification", ("กระทรวง",), required=True)) == []
    back = Wanted("^recipient", (AWARD,), required=True)
    assert [each[0] for each in match("กรมทดสอบ", back)] == ["agency/dtest"]
    assert match("กรมทดสอบ", Wanted("identifier", ("dtest",), required=True, quantifier="none")) == [] or all(
        each[0] != "agency/dtest" for each in match("กรมทดสอบ", Wanted("identifier", ("dtest",), True, "none"))
    )
    assert match("กรมทดสอบ", Wanted("identifier", ("dtest", "other"), True, "all")) == []
    assert match("กรมทดสอบ", Wanted("identifier", ("dtest", "other"), True, "any"))[0][0] == "agency/dtest"


def test_kinds_and_classes() -> None:
    found = MATCHER.match(Example("ทดสอบ", kinds=("scheme",)), 5)
    assert {each.thing.kind for each in found} == {"scheme"}
    assert MATCHER.match(Example("ทดสอบ", classes=("urn:none",)), 5) == []
