"""The generated files are what the ontology says, and the command tells when they are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.terms import generate
from kg.terms.prefixes import PREFIXES

ID = "https://w3id.org/award-kg/id/"
SAMPLE = f"""
@prefix aw: <https://w3id.org/award-kg/ontology#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<{ID}agency/dbd> a aw:Agency ; skos:prefLabel "ก"@th, "A"@en ; skos:altLabel "x"@th, "y"@th ;
    aw:abbreviation "DBD"@en ; aw:nameAsWritten "a"@th, "b"@th, "c"@en, "of no language" ;
    org:classification aw:kindDepartment ; aw:latitude 13.750 ; aw:validFrom "2016"^^xsd:gYear ;
    skos:exactMatch <http://www.wikidata.org/entity/Q1> ; schema:url "http://x.org/"^^xsd:anyURI .
<{ID}edition/x> a aw:AwardEdition ; aw:year "2020"^^xsd:gYear ; aw:yearCE 2020 ; aw:held true .
<{ID}candidacy/x> a aw:Candidacy ; aw:status aw:statusNominated ; aw:recipient <{ID}agency/dbd> .
<{ID}levels/x> skos:memberList ( <{ID}level/a> <{ID}level/b> ) ; skos:member <{ID}level/a> .
<{ID}evidence/1> a aw:Evidence ; oa:hasTarget <{ID}source/1#char=1,2> ; aw:supportsProperty aw:recipient ;
    aw:supportsValue 3, <{ID}agency/dbd>, "ก"@th, "2020"^^xsd:gYear ; aw:confidence 0.90 ; aw:verbatim "63" .
<{ID}source/1#position=1,2> oa:start "1"^^xsd:integer ; oa:end "2"^^xsd:nonNegativeInteger .
<{ID}source/1> a aw:Source ; aw:characters "99"^^xsd:integer ; dct:title "t"@th ;
    dct:issued "2020-01-02"^^xsd:date ; schema:url <https://x.org/> ; aw:missing "m", "n"@en .
<{ID}event/1> a aw:Ceremony ; schema:startDate "2020-01"^^xsd:gYearMonth ;
    schema:startTime "09:00:00"^^xsd:time .
<{ID}membership/1> a org:Membership ; org:member <{ID}person/1> ; aw:capacity aw:capacityActing ;
    aw:attestedOn "2020-01-02"^^xsd:date, "2020"^^xsd:gYear .
"""


def context() -> dict[str, object]:
    """The committed context."""
    loaded: dict[str, dict[str, object]] = json.loads(generate.CONTEXT.read_text("utf-8"))
    return loaded["@context"]


def test_regenerating_changes_nothing() -> None:
    assert generate.outdated() == []
    assert generate.main(["--check"]) == 0


def test_stale_files_are_named_and_then_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "CODE", tmp_path / "award.py")
    monkeypatch.setattr(generate, "CONTEXT", tmp_path / "context.jsonld")
    (tmp_path / "award.py").write_text("old", encoding="utf-8")
    assert generate.main(["--check"]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "award.py" in message
    assert "context.jsonld" in message
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def test_an_unknown_argument_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--chek"]) == 2
    assert "usage" in capsys.readouterr().err


def test_generated_code_is_short_and_has_a_gloss_for_every_term() -> None:
    lines = generate.CODE.read_text("utf-8").splitlines()
    assert len(lines) <= 300
    assert max(map(len, lines)) <= 110
    assert all(line.partition("  # ")[2] for line in lines if ": URIRef" in line)


def test_a_long_definition_is_cut_at_a_word() -> None:
    graph = Graph()
    graph.add((URIRef(PREFIXES["aw"] + "x"), SKOS.definition, Literal("word " * 60, lang="en")))
    gloss = generate._gloss(graph, "x")
    assert gloss.endswith("word…")
    assert len(gloss) <= 100


def test_the_context_covers_every_term() -> None:
    known = context()
    for term in generate.terms(generate.read()):
        definition = known[term.name]
        short = definition["@id"] if isinstance(definition, dict) else definition
        assert short == f"aw:{term.name}"


def test_no_foreign_term_of_the_context_hides_one_of_ours() -> None:
    ours = {term.name for term in generate.terms(generate.read())}
    assert not ours & (generate._foreign().keys() | PREFIXES.keys() | {"id", "type"})


@pytest.mark.parametrize("text", [SAMPLE, *(p.read_text("utf-8") for p in sorted(generate.ONTOLOGY.glob("*.ttl")))])
def test_json_ld_with_the_context_loses_nothing(text: str) -> None:
    graph = Graph().parse(data=text, format="turtle")
    written = graph.serialize(format="json-ld", context=context())
    assert isomorphic(graph, Graph().parse(data=written, format="json-ld"))


def test_another_processor_reads_the_same_graph() -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    graph = Graph().parse(data=SAMPLE, format="turtle")
    written = json.loads(graph.serialize(format="json-ld", context=context()))
    quads = jsonld.to_rdf(written, {"format": "application/n-quads"})
    assert isomorphic(graph, Graph().parse(data=quads, format="nt"))


def test_texts_come_out_by_language_and_concepts_by_name() -> None:
    graph = Graph().parse(data=SAMPLE, format="turtle")
    written = json.loads(graph.serialize(format="json-ld", context=context()))
    nodes = {node["id"]: node for node in written["@graph"]}
    assert nodes[ID + "agency/dbd"]["prefLabel"] == {"th": "ก", "en": "A"}
    assert nodes[ID + "candidacy/x"]["status"] == "statusNominated"
    assert nodes[ID + "edition/x"]["yearCE"] == 2020
