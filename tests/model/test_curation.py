from kg.model.curation import KINDS, telling


def test_every_kind_of_claim_has_a_list_of_its_own() -> None:
    assert len(set(KINDS.values())) == len(KINDS) == 6


def test_a_claim_is_known_by_its_values_not_by_its_place_or_confidence() -> None:
    one = {"recipient": "กรม ทดสอบ", "scheme": "รางวัล", "year": 2020, "start": 1, "end": 9, "confidence": 0.4}
    other = {"recipient": "กรมทดสอบ", "scheme": "รางวัล", "year": 2020, "start": 5, "end": 7, "category": None}
    assert telling("conferments", one) == telling("conferments", other) == ("กรมทดสอบ", "รางวัล", "2020", "", "", "")
    assert telling("conferments", other | {"year": 2021}) != telling("conferments", other)
