from kg.graph.map_record import map_record
from kg.graph.quads import GraphWriter
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import RDF
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.differing import Differing
from kg.views.read import Reader, read_awards
from kg.views.read_around import read_appearances, read_checked, read_differing, read_members, read_press
from kg.views.stage import Appearance
from kg.views.verdicts import CheckedClaim
from kg.views.voices import Document, Said
from tests.factory import record, registry, thing, value
from tests.small import AWARD, CLAIM, SHA256, SOURCE, small_store

SMALL = Reader(small_store(), DEFAULT_BASE)
IRIS = Iris()


def level(name: str, source_id: str, at: int) -> GraphWriter:
    said = value(f"level/{name}", (at, at + 3))
    given = thing("conferment/x", "Conferment", recipient=value("agency/a", (0, 5)), edition="edition/e", level=said)
    return map_record(record(given, source_id=source_id), registry(), IRIS)


TWO = (level("good", "one", 20), level("best", "two", 30))


def test_documents_and_what_they_state() -> None:
    press = read_press(SMALL)
    assert press.stated == {AWARD: frozenset({f"source/{SOURCE}"})}
    assert press.documents == {
        f"source/{SOURCE}": Document(f"source/{SOURCE}", "agency/dtest", "aw:publisherWinner", SHA256)
    }
    # Places matter only where two documents can be compared.
    assert press.said == {}
    both = read_press(Reader(Store.in_memory(quad for each in TWO for quad in each), DEFAULT_BASE))
    assert Said(("conferment/x", "aw:level", "level/good"), 20, 23) in both.said["source/one"]


def test_claims_with_their_verdicts() -> None:
    assert read_checked(SMALL) == [
        CheckedClaim(
            CLAIM, "aw:StreakClaim", f"source/{SOURCE}", 2, "aw:undecided", ("agency/dtest",), ("scheme/test",),
            until=2020, found=1, missing=("2019",),
        )
    ]  # fmt: skip


def test_people_on_stages_and_their_posts() -> None:
    assert read_appearances(SMALL, read_awards(SMALL)) == [
        Appearance("event/test-2020-e", "aw:chair", "person/somchai")
    ]
    assert read_members(SMALL) == [("person/somchai", "agency/dtest")]


def test_values_on_which_documents_differ() -> None:
    derived = GraphWriter(IRIS.graph("derived"))
    iri = IRIS.thing("contradiction/c")
    derived.add(iri, RDF.type, AW.Contradiction)
    derived.add(iri, AW.about, IRIS.thing("conferment/x"))
    derived.add(iri, AW.property, AW.level)
    quads = [quad for each in TWO for quad in each]
    for quad in quads:
        if quad.predicate.value == str(AW.supportsProperty) and str(quad.object) == f"<{AW.level}>":
            derived.add(iri, AW.evidence, quad.subject.value)  # type: ignore[union-attr]
    found = read_differing(Reader(Store.in_memory([*quads, *derived]), DEFAULT_BASE))
    assert sorted((each.value, each.source, each.start, each.end) for each in found) == [
        ("level/best", "source/two", 30, 33), ("level/good", "source/one", 20, 23)
    ]  # fmt: skip
    assert {(each.about, each.property, each.counted) for each in found} == {("conferment/x", "aw:level", "")}
    assert all(isinstance(each, Differing) for each in found)
