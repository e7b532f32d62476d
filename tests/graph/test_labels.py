from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.labels import choose_labels, labels_in
from kg.graph.map_registry import map_registry
from kg.model.record import Record
from kg.terms.iris import Iris
from tests.factory import record, registry, thing, value

KNOWN = {
    "agency/dbd": {"th": "กรมพัฒนา", "en": "Development"},
    "edition/e-2020": {"th": "รางวัล 2563", "en": "Awards 2020"},
    "scheme/e": {"th": "รางวัล", "en": "Awards"},
    "category/c": {"th": "สาขา", "en": "Branch"},
}


def work(*names: str, language: str = "th", **more: Any) -> Any:
    return thing("work/a", "Work", name=[value(name, language=language) for name in names], **more)


def records(*works: Any) -> list[Record]:
    return [record(each, source_id=f"doc_{number}") for number, each in enumerate(works)]


def test_the_name_that_most_documents_write() -> None:
    assert choose_labels(records(work("ข"), work("ข"), work("กขคง")), {}) == {"work/a": {"th": "ข"}}


def test_of_equals_the_longer_then_the_first_by_code_point() -> None:
    assert choose_labels(records(work("ก"), work("กข")), {}) == {"work/a": {"th": "กข"}}
    assert choose_labels(records(work("ข"), work("ก")), {}) == {"work/a": {"th": "ก"}}


def test_names_are_shown_in_their_display_form() -> None:
    assert choose_labels(records(work("สํานัก \u200b งาน")), {}) == {"work/a": {"th": "สำนัก งาน"}}


def test_a_curators_label_wins() -> None:
    curated = work("ก", labels={"th": "ชื่อเต็ม", "en": "Full name"})
    assert choose_labels(records(work("ข"), work("ข"), curated), {}) == {"work/a": {"th": "ชื่อเต็ม", "en": "Full name"}}


def test_each_language_is_chosen_by_itself() -> None:
    both = thing("work/a", "Work", name=[value("ก", language="th"), value("A", language="en")])
    assert choose_labels(records(both), {"work/a": {"th": "ทะเบียน"}}) == {"work/a": {"en": "A"}}


def test_what_the_registry_labels_keeps_its_label() -> None:
    said = thing("agency/dbd", "Agency", name="กรมฯ")
    assert choose_labels(records(said), KNOWN) == {}


def test_a_conferment_is_called_after_its_parts() -> None:
    award = thing(
        "conferment/a",
        "Conferment",
        recipient=["agency/dbd", "work/a"],
        edition="edition/e-2020",
        category="category/c",
    )
    named = choose_labels(records(award, work("ระบบ", labels={"en": "System"})), KNOWN)
    assert named == {
        "work/a": {"th": "ระบบ", "en": "System"},
        "conferment/a": {"th": "รางวัล 2563, สาขา: กรมพัฒนา, ระบบ", "en": "Awards 2020, Branch: Development, System"},
    }


def test_a_thai_label_may_hold_a_foreign_name_but_never_the_other_way_round() -> None:
    award = thing("conferment/a", "Conferment", recipient="work/a", edition="edition/e-2020")
    named = choose_labels(records(award, work("System", language="en")), KNOWN)
    assert named["conferment/a"] == {"th": "รางวัล 2563: System", "en": "Awards 2020: System"}
    named = choose_labels(records(award, work("ระบบ")), KNOWN)
    assert named["conferment/a"] == {"th": "รางวัล 2563: ระบบ"}


def test_what_has_no_name_anywhere_has_no_label() -> None:
    award = thing("conferment/a", "Conferment", recipient="agency/unknown", edition="edition/e-2020")
    assert choose_labels(records(award, thing("place/x", "Place")), KNOWN) == {}


def test_an_edition_is_called_after_its_scheme_and_year() -> None:
    edition = thing("edition/e-2021", "AwardEdition", scheme="scheme/e", year=2021)
    assert choose_labels(records(edition), KNOWN) == {
        "edition/e-2021": {"th": "รางวัล ประจำปี 2564", "en": "Awards 2021"}
    }
    assert choose_labels(records(edition), {}) == {}


def test_posts_findings_and_claims_are_called_after_their_parts() -> None:
    names = {
        "person/a": {"th": "ก"}, "role/r": {"th": "ผู้อำนวยการ"}, "event/s": {"th": "สำรวจ"}, "criterion/c": {"th": "ข้อ"},
    }  # fmt: skip
    labels = choose_labels(
        records(
            thing("membership/m", "Membership", member="person/a", role="role/r", organization="agency/dbd"),
            thing("finding/f", "Finding", survey="event/s", criterion="criterion/c", standing="standingHigh"),
            thing("claim/s", "StreakClaim", recipient="agency/dbd", scheme="scheme/e", claimedYears=2),
        ),
        {**KNOWN, **names},
    )
    assert labels == {
        "membership/m": {"th": "ก: ผู้อำนวยการ, กรมพัฒนา"},
        "finding/f": {"th": "สำรวจ: ข้อ"},
        "claim/s": {"th": "กรมพัฒนา: รางวัล", "en": "Development: Awards"},
    }


_PARTS = [
    work("ก"),
    work("ข", labels={"en": "B"}),
    work("กข"),
    thing("edition/x", "AwardEdition", scheme="scheme/e", year=2020),
    thing("edition/x", "AwardEdition", scheme="scheme/e", year=2021),
    thing("conferment/a", "Conferment", recipient="work/a", edition="edition/x"),
]


@given(st.permutations(records(*_PARTS)))
def test_the_order_of_records_makes_no_difference(shuffled: list[Record]) -> None:
    assert choose_labels(shuffled, KNOWN) == choose_labels(records(*_PARTS), KNOWN)


def test_labels_are_read_back_from_quads() -> None:
    rows = registry(persons=[{"id": "a-b", "name_th": "ก ข", "name_en": "A B"}])
    assert labels_in(map_registry(rows, Iris()), Iris()) == {"person/a-b": {"th": "ก ข", "en": "A B"}}
    assert labels_in(map_registry(rows, Iris()), Iris("http://localhost/")) == {}
