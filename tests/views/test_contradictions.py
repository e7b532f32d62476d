from kg.model.record import Record, Thing
from kg.views.contradictions import contradictions
from kg.views.facts import gather
from tests.factory import record, registry, thing

REGISTRY = registry(
    categories=[
        {"id": "wide", "scheme_id": "e", "name_th": "ก"},
        {"id": "narrow", "scheme_id": "e", "broader_id": "wide", "name_th": "ข"},
    ],
    editions=[{"id": "e-2020", "scheme_id": "e", "year": "2020"}],
)


def found(*records: Record) -> list[tuple[str, str, str, tuple[str | int, ...], list[str]]]:
    each = contradictions(records, gather(records, REGISTRY))
    return [(one.about, one.name, one.counted, one.values, [said.source for said in one.said]) for one in each]


def docs(*things: Thing) -> list[Record]:
    return [record(each, source_id=f"doc_{number}") for number, each in enumerate(things)]


def event(day: str) -> Thing:
    return thing("event/a", "Ceremony", startDate=day, edition="edition/e-2020", chair="person/x")


def total(ref: str, number: int, of: str = "countSurveyed") -> Thing:
    return thing(f"claim/{ref}", "CountClaim", claimedCount=number, countOf=of, edition="edition/e-2020")


def award(**more: str) -> Thing:
    return thing("conferment/a", "Conferment", recipient="agency/dbd", edition="edition/e-2020", **more)


def test_two_days_of_one_event_contradict_and_both_stay() -> None:
    expected = ("event/a", "startDate", "", ("2021-12-02", "2021-12-03"), ["doc_0", "doc_1"])
    assert found(*docs(event("2021-12-02"), event("2021-12-03"))) == [expected]


def test_a_month_and_a_day_in_it_go_together() -> None:
    assert found(*docs(event("2021-12-02"), event("2021-12"))) == []


def test_two_totals_of_one_edition_contradict_and_totals_of_other_things_do_not() -> None:
    records = docs(total("a", 1852), total("b", 1922), total("c", 33, "countConferments"))
    assert found(*records) == [("edition/e-2020", "claimedCount", "countSurveyed", (1852, 1922), ["doc_0", "doc_1"])]


def test_one_document_does_not_contradict_itself() -> None:
    assert found(record(total("a", 1), total("b", 2))) == []


def test_a_category_and_one_below_it_go_together_and_two_others_do_not() -> None:
    assert found(*docs(award(category="category/wide"), award(category="category/narrow"))) == []
    told = found(*docs(award(category="category/wide"), award(category="category/other")))
    assert [each[:2] for each in told] == [("conferment/a", "category")]


def test_who_may_be_several_never_contradicts() -> None:
    one, two = (thing("event/a", "Ceremony", chair=f"person/{name}") for name in "xy")
    assert found(*docs(one, two)) == []
