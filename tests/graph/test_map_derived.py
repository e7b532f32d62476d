from kg.graph.map_derived import map_derived
from kg.terms.iris import Iris
from kg.views.claims import Verdict
from tests.graph.golden import turtle

LABELS = {"work/b": {"th": "ระบบ", "en": "System"}, "agency/a": {"th": "กรม"}}
VERDICTS = [
    Verdict("claim/a", "supported", 2),
    Verdict("claim/b", "undecided", 1, ("2019", "2018")),
    Verdict("claim/c", "undecided", missing=("the last year",)),
]


def test_labels_and_verdicts_as_a_whole() -> None:
    assert set(map_derived(LABELS, VERDICTS, "claims-1", Iris())) == turtle(
        """<agency/a> skos:prefLabel "กรม"@th .
        <work/b> skos:prefLabel "ระบบ"@th , "System"@en .
        <claim/a> aw:verdict aw:supported ; aw:foundCount 2 ; prov:wasInfluencedBy <check/claims-1> .
        <claim/b> aw:verdict aw:undecided ; aw:foundCount 1 ; aw:missing "2019" , "2018" ;
            prov:wasInfluencedBy <check/claims-1> .
        <claim/c> aw:verdict aw:undecided ; aw:missing "the last year" ; prov:wasInfluencedBy <check/claims-1> .
        <check/claims-1> a prov:Activity ; skos:prefLabel "การตรวจคำกล่าวอ้างกับกราฟ"@th ,
            "Claims put to the test against the graph"@en .""",
        "derived",
    )


def test_order_makes_no_difference() -> None:
    backwards = map_derived(dict(reversed(LABELS.items())), reversed(VERDICTS), "claims-1", Iris())
    assert set(backwards) == set(map_derived(LABELS, VERDICTS, "claims-1", Iris()))


def test_where_nothing_was_checked_there_is_no_check() -> None:
    assert set(map_derived({"agency/a": {"th": "กรม"}}, [], "claims-1", Iris())) == turtle(
        '<agency/a> skos:prefLabel "กรม"@th .', "derived"
    )
    assert list(map_derived({}, [], "claims-1", Iris())) == []
