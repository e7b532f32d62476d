from kg.model.record import Record, SourceInfo, Thing, Value

SOURCE = SourceInfo("doc_1", "ข่าว", "th", "0" * 64, 100)
NAMED = Thing("agency/dbd", "Agency", {"name": (Value("กรม", ((0, 3),)), Value("Department", ((4, 14),)))})
AWARD = Thing("conferment/a", "Conferment", {"recipient": (Value("agency/a", ((0, 1),)), Value("agency/b", ((2, 3),)))})
RECORD = Record(SOURCE, (NAMED, AWARD))


def test_a_document_has_a_reference() -> None:
    assert SOURCE.ref == "source/doc_1"


def test_the_first_value_of_a_property() -> None:
    assert NAMED.first("name") == Value("กรม", ((0, 3),))
    assert NAMED.first("abbreviation") is None


def test_all_references_of_a_property() -> None:
    assert AWARD.refs("recipient") == ("agency/a", "agency/b")
    assert AWARD.refs("work") == ()


def test_things_are_found_by_class_and_by_reference() -> None:
    assert list(RECORD.by_class("Agency")) == [NAMED]
    assert list(RECORD.by_class("Conferment", "Agency")) == [NAMED, AWARD]
    assert list(RECORD.by_class("Work")) == []
    assert RECORD.thing("conferment/a") is AWARD
    assert RECORD.thing("conferment/b") is None
