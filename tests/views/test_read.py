import pytest

from kg.graph.map_record import map_record
from kg.graph.map_registry import map_registry
from kg.graph.quads import GraphWriter, date
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import RDF
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from kg.views import read
from kg.views.awards import Affiliation, Award, Declared, Edition
from kg.views.read import Reader, read_awards, read_evidence, read_labels, read_spans
from tests.factory import record, registry, thing
from tests.small import AWARD, SHA256, SOURCE, small_store

ROWS = registry(
    agencies=[
        {"id": "m", "name_th": "กระทรวง", "kind": "kindMinistry"},
        {"id": "a", "name_th": "กรม", "kind": "kindDepartment", "parent_id": "m"},
    ],
    units=[{"id": "u", "name_th": "กอง", "unit_of": "a"}],
    schemes=[{"id": "e", "name_th": "รางวัล", "name_en": "Awards"}],
    editions=[{"id": "e-2020", "scheme_id": "e", "year": "2020", "ordinal": "3", "held": "yes"}],
    categories=[
        {"id": "old", "scheme_id": "e", "name_th": "เดิม"},
        {"id": "new", "scheme_id": "e", "name_th": "ใหม่", "replaces_id": "old"},
    ],
)
ONE = record(
    thing("conferment/x", "Conferment", recipient=["agency/a", "unit/u"], edition="edition/e-2020", work="work/w"),
    thing("candidacy/y", "Candidacy", recipient="agency/m", edition="edition/e-2020", status="statusNominated"),
    thing("claim/c", "CountClaim", claimedCount=4, countOf="countConferments", edition="edition/e-2020"),
    thing(
        "claim/r",
        "CountClaim",
        claimedCount=2,
        countOf="countConferments",
        edition="edition/e-2020",
        recipient="agency/a",
    ),
    source_id="one",
)
TWO = record(
    thing("conferment/x", "Conferment", recipient="agency/a", edition="edition/e-2020", category="category/old"),
    source_id="two",
)


def reader_of(*quads: GraphWriter, base: str = DEFAULT_BASE) -> Reader:
    return Reader(Store.in_memory(quad for each in quads for quad in each), base)


def mapped(base: str = DEFAULT_BASE) -> Reader:
    iris = Iris(base)
    return reader_of(
        map_registry(ROWS, iris), *(map_record(each, ROWS, iris) for each in (ONE, TWO)), _affiliation(iris), base=base
    )


def _affiliation(iris: Iris) -> GraphWriter:
    out = GraphWriter(iris.graph("registry"))
    one = iris.thing("affiliation/a-old")
    for name, value in ((RDF.type, AW.Affiliation), (AW.affiliatedBody, iris.thing("agency/a"))):
        out.add(one, name, str(value))
    out.add(one, AW.affiliatedTo, iris.thing("agency/gone"))
    out.add(one, AW.validTo, date("2016-09"))
    return out


def test_awards_met_from_all_documents_with_what_lies_around_them() -> None:
    awards = read_awards(mapped())
    assert awards.given == (
        Award("conferment/x", ("agency/a", "unit/u"), ("edition/e-2020",), ("category/old",), works=("work/w",)),
    )
    assert awards.missed == (
        Award("candidacy/y", ("agency/m",), ("edition/e-2020",), statuses=("aw:statusNominated",)),
    )
    assert awards.editions == {"edition/e-2020": Edition("edition/e-2020", "scheme/e", 2020, 3, True)}
    assert awards.categories.now("category/old") == "category/new"
    assert awards.bodies.unit_of == {"unit/u": "agency/a"}
    assert awards.bodies.ministry("unit/u", 2020) == ("agency/m", False)
    assert awards.bodies.affiliations == {"agency/a": (Affiliation("agency/gone", None, 2016),)}
    # A total of one recipient is none of the edition.
    assert awards.declared == (Declared("claim/c", "edition/e-2020", (), 4),)


def test_another_base_gives_the_same_references() -> None:
    assert read_awards(mapped("http://localhost:8000/")) == read_awards(mapped())


def test_an_empty_store_has_no_awards() -> None:
    assert read_awards(reader_of()).given == ()


def test_labels_evidence_and_spans_of_things() -> None:
    reader = Reader(small_store(), DEFAULT_BASE)
    labels = read_labels(
        reader, ["agency/dtest", f"source/{SOURCE}", "aw:chair", "no:name", "2563-01-01", "agency/none"]
    )
    assert labels == {
        "agency/dtest": {"th": "กรมทดสอบ", "en": "Department of Tests"},
        f"source/{SOURCE}": {"th": "ข่าวทดสอบ"},
        "aw:chair": {"th": "ประธาน", "en": "chair"},
    }
    evidence = read_evidence(reader, [AWARD, "agency/none"])
    assert list(evidence) == [AWARD]
    spans = read_spans(reader, [AWARD])
    assert [span.evidence for span in sorted(spans, key=lambda each: each.evidence)] == list(evidence[AWARD])
    assert {(span.source, span.sha256) for span in spans} == {(f"source/{SOURCE}", SHA256)}
    assert all(span.start < span.end for span in spans)


def test_many_things_at_once_are_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(small_store(), DEFAULT_BASE)
    few = (read_labels(reader, ["agency/dtest", AWARD]), read_evidence(reader, [AWARD]))
    monkeypatch.setattr(read, "_MANY", 0)
    assert (read_labels(reader, ["agency/dtest", AWARD]), read_evidence(reader, [AWARD])) == few
