from kg.graph.map_derived import Check, map_derived
from kg.terms.iris import Iris
from kg.views.claims import Verdict
from tests.graph.golden import turtle

LABELS = {"work/b": {"th": "ระบบ", "en": "System"}, "agency/a": {"th": "กรม"}}
VERDICTS = [
    Verdict("claim/a", "supported", 2, conferments=("conferment/x", "conferment/y")),
    Verdict("claim/b", "undecided", 1, ("2019", "2018")),
    Verdict("claim/c", "undecided", missing=("the last year",)),
]


def test_labels_and_verdicts_as_a_whole() -> None:
    assert set(map_derived(LABELS, VERDICTS, Check("claims-1"), Iris())) == turtle(
        """<agency/a> skos:prefLabel "กรม"@th .
        <work/b> skos:prefLabel "ระบบ"@th , "System"@en .
        <claim/a> aw:verdict aw:supported ; aw:foundCount 2 ; prov:wasInfluencedBy <check/claims-1> ;
            prov:wasDerivedFrom <conferment/x> , <conferment/y> .
        <claim/b> aw:verdict aw:undecided ; aw:foundCount 1 ; aw:missing "2019" , "2018" ;
            prov:wasInfluencedBy <check/claims-1> .
        <claim/c> aw:verdict aw:undecided ; aw:missing "the last year" ; prov:wasInfluencedBy <check/claims-1> .
        <check/claims-1> a prov:Activity ; dct:identifier "claims-1" ;
            skos:prefLabel "การตรวจคำกล่าวอ้างกับกราฟ"@th , "Claims put to the test against the graph"@en .""",
        "derived",
    )


def test_a_check_tells_its_data_and_its_program() -> None:
    check = Check("claims-1", "0123456789abcdef" * 4, "1.2")
    verdict = Verdict("claim/a", "undecided")
    extra = set(map_derived({}, [verdict], check, Iris())) - set(map_derived({}, [verdict], Check("claims-1"), Iris()))
    assert extra == turtle(
        f"""<check/claims-1> prov:used <check/data-0123456789abcdef> ; prov:wasAssociatedWith <check/program-1.2> .
        <check/data-0123456789abcdef> a prov:Entity ; dct:identifier "sha256:{check.data}" ;
            skos:prefLabel "ทะเบียนและบันทึกประกาศที่ใช้ตรวจ"@th , "Registry and records that were checked"@en .
        <check/program-1.2> a prov:SoftwareAgent ; dct:identifier "1.2" ;
            skos:prefLabel "โปรแกรม award-kg รุ่น 1.2"@th , "award-kg 1.2"@en .""",
        "derived",
    )


def test_order_makes_no_difference() -> None:
    backwards = map_derived(dict(reversed(LABELS.items())), reversed(VERDICTS), Check("claims-1"), Iris())
    assert set(backwards) == set(map_derived(LABELS, VERDICTS, Check("claims-1"), Iris()))


def test_where_nothing_was_checked_there_is_no_check() -> None:
    assert set(map_derived({"agency/a": {"th": "กรม"}}, [], Check("claims-1"), Iris())) == turtle(
        '<agency/a> skos:prefLabel "กรม"@th .', "derived"
    )
    assert list(map_derived({}, [], Check("claims-1"), Iris())) == []
