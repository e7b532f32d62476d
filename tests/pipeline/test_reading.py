from pathlib import Path

import pytest

from kg.errors import NotFound
from kg.ingest.intake import Intake
from kg.pipeline.known import name_of, names_by_iri, refs_by_iri
from kg.pipeline.reading import all_documents
from kg.settings import Settings
from kg.terms.iris import Iris
from tests.factory import data_folder, registry

AWARD = """
@prefix aw: <https://w3id.org/award-kg/ontology#> . @base <https://w3id.org/award-kg/id/> .
<conferment/c> a aw:Conferment ; aw:recipient <agency/dbd> ; aw:edition <edition/e-2020> .
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=data_folder(tmp_path / "data"))


def test_texts_tables_and_graphs_of_one_folder(settings: Settings, tmp_path: Path) -> None:
    home = tmp_path / "in"
    home.mkdir()
    (home / "a.txt").write_text("กข", "utf-8")
    (home / "b.csv").write_text("agency,award\nก,ข\n", "utf-8")
    (home / "c.ttl").write_text(AWARD, "utf-8")
    intake = Intake()
    found = list(all_documents([home], intake, settings))
    assert [(each.id, each.media_type, each.stated is None) for each in found] == [
        ("a", "text/plain", True), ("b", "text/csv", False), ("c", "text/turtle", False),
    ]  # fmt: skip
    assert [each.extractor.partition(" (")[0] for each in found] == ["", "award-kg tables 1", "award-kg graphs 1"]
    assert (intake.faults, intake.read) == ([], 3)


def test_graphs_are_named_with_line_and_column_and_say_what_the_mapping_adds(
    settings: Settings, tmp_path: Path
) -> None:
    bad, good, mapping = tmp_path / "bad.ttl", tmp_path / "good.nt", tmp_path / "m.toml"
    bad.write_text("<urn:a> <urn:b>\n x", "utf-8")
    good.write_text('<urn:a> <urn:won> "ข" .\n<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "ก" .\n', "utf-8")
    mapping.write_text(
        "[document]\npublished = '2021-01-05'\nurl = 'https://example.org/'\n"
        "[queries]\nconferment = 'SELECT ?recipient ?scheme { ?recipient <urn:won> ?scheme }'\n",
        "utf-8",
    )
    intake = Intake()
    (document,) = all_documents([bad, good], intake, settings, mapping)
    assert (document.id, document.published, document.url) == ("good", "2021-01-05", "https://example.org/")
    (fault,) = intake.faults
    assert str(fault).startswith(f"{bad}:2:2: this is not Turtle: ")


def test_a_mapping_that_is_not_there_is_told_at_once(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no such mapping"):
        all_documents([], Intake(), settings, tmp_path / "none.toml")


def test_names_and_references_by_address() -> None:
    known = registry(
        agencies=[{"id": "a", "name_th": "กรม", "wikidata": "Q1"}],
        provinces=[
            {
                "id": "TH-85", "name_th": "ระนอง",
                "administration_id": "province-85", "administration_th": "จังหวัดระนอง",
            },
        ],
        editions=[{"id": "e-2020", "scheme_id": "e", "year": "2020"}],
    )  # fmt: skip
    base = "https://example.org/"
    assert refs_by_iri(known, Iris(base)) == {
        f"{base}id/agency/a": "agency/a",
        "http://www.wikidata.org/entity/Q1": "agency/a",
        f"{base}id/place/TH-85": "place/TH-85",
        f"{base}id/agency/province-85": "agency/province-85",
        f"{base}id/edition/e-2020": "edition/e-2020",
    }
    assert sorted(names_by_iri(known, Iris(base)).values()) == ["e-2020", "กรม", "กรม", "จังหวัดระนอง", "ระนอง"]
    assert name_of(known, "agency/none") == ""
