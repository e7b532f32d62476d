from collections.abc import Mapping

import pytest

from kg.errors import DataError, KgError, QueryRefused, SyntaxFault
from kg.graph.statements import RULE_DECLARED, RULE_OWN, SYNTAXES, Reading, read_graph
from kg.model.stated import Kind

HEAD = """
@prefix aw: <https://w3id.org/award-kg/ontology#> .
@base <https://w3id.org/award-kg/id/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
OWN = f"""{HEAD}
<conferment/c> a aw:Conferment ; aw:recipient <agency/a>, <unit/u> ; aw:edition <edition/e-2020> ;
  aw:category <category/k> ; aw:level <level/l> ; aw:work <work/w> ; aw:presenter <person/p> .
<edition/e-2020> aw:scheme <scheme/e> ; aw:year "2020"^^xsd:gYear ; aw:yearCE 2020 .
<agency/a> skos:prefLabel "กรม ก"@th, "Department A"@en .
<unit/u> skos:prefLabel "กอง"@th ; org:unitOf <agency/a> .
<scheme/e> skos:prefLabel "รางวัลทดสอบ"@th .
<category/k> skos:prefLabel "บริการ"@th .
<level/l> skos:prefLabel "ดีเด่น"@th .
<work/w> aw:nameAsWritten "ระบบ"@th .
<person/p> a aw:Person ; aw:nameAsWritten "สมชาย ใจดี"@th ; aw:honorific "นาย" .
<candidacy/n> a aw:Candidacy ; aw:recipient <agency/a> ; aw:edition <edition/e-2020> ; aw:status aw:statusShortlisted .
<event/v> a aw:Ceremony ; skos:prefLabel "พิธี"@th ; schema:startDate "2020-12-03"^^xsd:date .
<claim/s> a aw:StreakClaim ; aw:recipient <agency/a> ; aw:scheme <scheme/e> ; aw:claimedYears 2 ;
  aw:claimedUntil "2020"^^xsd:gYear .
<claim/n> a aw:CountClaim ; aw:claimedCount 33 ; aw:countOf aw:countConferments .
"""


def read(
    data: str | bytes,
    queries: Mapping[Kind, str] | None = None,
    suffix: str = ".ttl",
    names: Mapping[str, str] | None = None,
) -> Reading:
    reading = read_graph(
        data if isinstance(data, bytes) else data.encode(), SYNTAXES[suffix], queries or {}, names or {}
    )
    for statement in reading.stated.statements:
        for _, cell in statement.cells:
            words = reading.text[cell.start : cell.end]
            assert words in (f"<{cell.iri}>", cell.said) or words.startswith("_:")
        assert reading.text[statement.start : statement.end].endswith(" .")
    return reading


def said(reading: Reading) -> list[tuple[str, dict[str, str]]]:
    return [(each.kind, {name: cell.meaning for name, cell in each.cells}) for each in reading.stated.statements]


def faults(reading: Reading) -> list[str]:
    return [str(fault) for fault in reading.faults]


# --- our own terms ------------------------------------------------------------------------------------------------


def test_everything_that_our_terms_say() -> None:
    reading = read(OWN)
    award = {"scheme": "รางวัลทดสอบ", "edition": "https://w3id.org/award-kg/id/edition/e-2020", "year": "2020"}
    more = {"category": "บริการ", "level": "ดีเด่น", "work": "ระบบ"}
    assert said(reading) == [
        ("conferment", {"recipient": "กรม ก", **award, **more}),
        ("conferment", {"recipient": "กอง", **award, **more, "parent": "กรม ก"}),
        ("candidacy", {"recipient": "กรม ก", **award, "status": "Shortlisted"}),
        ("person", {"name": "สมชาย ใจดี", "title": "นาย", "part": "presenter"}),
        ("event", {"name": "พิธี", "date": "2020-12-03"}),
        ("streak", {"recipient": "กรม ก", "scheme": "รางวัลทดสอบ", "years": "2", "until": "2020"}),
        ("count", {"n": "33", "counted": "countConferments"}),
    ]
    assert {each.key for each in reading.stated.statements[:2]} == {"<https://w3id.org/award-kg/id/conferment/c>"}
    assert (reading.stated.rule, reading.faults) == (RULE_OWN, [])


def test_the_statement_of_the_award_itself_is_what_says_it() -> None:
    reading = read(OWN)
    recipient = reading.stated.statements[0].first("recipient")
    assert recipient is not None
    line = reading.text[: recipient.end].rpartition("\n")[2]
    assert line.startswith("<https://w3id.org/award-kg/id/conferment/c> <https://w3id.org/award-kg/ontology#recipient>")


def test_what_the_registry_knows_is_called_as_there() -> None:
    base = "https://w3id.org/award-kg/id/"
    data = f"{HEAD} <conferment/c> a aw:Conferment ; aw:recipient <agency/a> ; aw:edition <edition/e-2020> ."
    names = {f"{base}agency/a": "กรม ก", f"{base}edition/e-2020": "e-2020"}
    assert said(read(data, names=names)) == [("conferment", {"recipient": "กรม ก", "edition": "e-2020"})]
    assert faults(read(data)) == [
        "row 1 of the query conferment: the recipient <https://w3id.org/award-kg/id/agency/a> has no name; "
        "give it a label in the graph"
    ]
    assert faults(read(data, names={f"{base}agency/a": "กรม ก"})) == [
        "row 1 of the query conferment: it has no scheme; state it in the graph, or mend the query"
    ]


def test_the_same_bytes_give_the_same_text_blank_nodes_and_all() -> None:
    data = f'{HEAD} [] a aw:Conferment ; aw:recipient [ rdfs:label "ก"@th ] ; aw:scheme [ rdfs:label "ข"@th ] .'
    first, second = read(data), read(data)
    assert first.text == second.text
    assert first.stated == second.stated
    assert "_:b0" in first.text
    assert said(first) == [("conferment", {"recipient": "ก", "scheme": "ข"})]


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".jsonld"])
def test_every_format_says_the_same(suffix: str) -> None:
    import pyoxigraph as ox

    data = ox.serialize(ox.parse(OWN.encode(), format=ox.RdfFormat.TURTLE), format=SYNTAXES[suffix])
    assert data is not None
    assert (read(data, suffix=suffix).text, said(read(data, suffix=suffix))) == (read(OWN).text, said(read(OWN)))


# --- through queries ----------------------------------------------------------------------------------------------

SCHEMA_ORG = """
PREFIX schema: <https://schema.org/>
SELECT ?recipient ?scheme ?year WHERE {
  ?recipient schema:award ?scheme OPTIONAL { ?recipient schema:foundingDate ?year }
}
"""


def test_schema_org() -> None:
    data = f'{HEAD} <urn:a> schema:name "กรม ก"@th ; schema:award "รางวัลทดสอบ 2563", "รางวัลอื่น" .'
    reading = read(data, {"conferment": SCHEMA_ORG})
    assert said(reading) == [
        ("conferment", {"recipient": "กรม ก", "scheme": "รางวัลทดสอบ 2563"}),
        ("conferment", {"recipient": "กรม ก", "scheme": "รางวัลอื่น"}),
    ]
    assert reading.stated.rule == RULE_DECLARED


WIKIDATA = """
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
SELECT ?key ?recipient ?scheme ?year ?work WHERE {
  ?recipient p:P166 ?key . ?key ps:P166 ?scheme .
  OPTIONAL { ?key pq:P585 ?year } OPTIONAL { ?key pq:P1686 ?work }
}
"""


def test_wikidata_with_qualifiers() -> None:
    data = f"""{HEAD}
    @prefix wd: <http://www.wikidata.org/entity/> . @prefix p: <http://www.wikidata.org/prop/> .
    @prefix ps: <http://www.wikidata.org/prop/statement/> . @prefix pq: <http://www.wikidata.org/prop/qualifier/> .
    wd:Q1 rdfs:label "กรม ก"@th, "A"@en ;
      p:P166 [ ps:P166 wd:Q2 ; pq:P585 "2020-12-03T00:00:00Z"^^xsd:dateTime ; pq:P1686 wd:Q3 ] ,
      [ ps:P166 wd:Q2 ; pq:P585 "2563-00-00T00:00:00Z"^^xsd:dateTime ] .
    wd:Q2 rdfs:label "Test Award"@en . wd:Q3 rdfs:label "งาน"@th .
    """
    reading = read(data, {"conferment": WIKIDATA})
    assert said(reading) == [
        ("conferment", {"recipient": "กรม ก", "scheme": "Test Award", "year": "2020", "work": "งาน"})
    ]
    assert faults(reading) == [
        "row 2 of the query conferment: '2563-00-00T00:00:00' is no year; write one year, 2563 or 2020"
    ]


DATA = f"""{HEAD}
<urn:a> schema:award "x" ; schema:foundingDate "2563" .
<urn:b> schema:award "x" ; rdfs:label "บ"@th .
<urn:d> rdfs:label "ด"@th .
"""


REFUSED = {
    "SELECT ?recipient": "[queries] conferment, line ",
    "SELECT ?recipient WHERE { ?recipient ?p ?o }": (
        "[queries] conferment: has no variable ?scheme; SELECT ?recipient ?scheme"
    ),
    "ASK { ?a ?b ?c }": "[queries] conferment: is no SELECT; ask for a row for each recipient",
    "SELECT ?recipient ?scheme { ?recipient a <urn:none> ; <urn:none> ?scheme }": (
        "states no award: no row came of the queries"
    ),
    "SELECT ?recipient ?scheme { SERVICE <https://example.org/> { ?recipient ?p ?scheme } }": (
        "[queries] conferment, character 28: SERVICE is not allowed"
    ),
}


@pytest.mark.parametrize(("query", "said"), REFUSED.items())
def test_queries_that_are_refused(query: str, said: str) -> None:
    with pytest.raises(KgError) as caught:
        read(DATA, {"conferment": query})
    assert str(caught.value).startswith(said)


def test_a_service_is_never_called() -> None:
    with pytest.raises(QueryRefused):
        read(
            DATA,
            {"conferment": "SELECT ?recipient ?scheme { SERVICE <https://example.org/> { ?recipient ?p ?scheme } }"},
        )


TOO_LITTLE = {
    '("y" AS ?scheme) { ?recipient rdfs:label "บ"@th }': (
        "'\"y\"' stands in no statement; select a term of the graph, not a computed one"
    ),
    "?scheme { ?recipient rdfs:label ?l . <urn:b> schema:award ?scheme FILTER(?recipient = <urn:d>) }": (
        "'\"x\"' stands in 2 statements: none is about this row; select the thing that it is said of as well"
    ),
    "?scheme { ?recipient schema:foundingDate ?y ; schema:award ?scheme }": (
        "the recipient <urn:a> has no name; give it a label in the graph"
    ),
    "?scheme ?status { ?recipient rdfs:label ?l ; schema:award ?scheme, ?status }": "'x' is no status; one of ",
}


@pytest.mark.parametrize(("select", "said"), TOO_LITTLE.items())
def test_rows_that_say_too_little(select: str, said: str) -> None:
    prefixes = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/>"
    kind: Kind = "candidacy" if "?status" in select else "conferment"
    reading = read(DATA, {kind: f"{prefixes} SELECT ?recipient {select}"})
    assert len(reading.faults) == 1
    assert faults(reading)[0].startswith(f"row 1 of the query {kind}: {said}")


def test_numbers_and_parts_that_are_none() -> None:
    data = f'{HEAD} <urn:a> schema:award "many" ; rdfs:label "ก" .'
    base = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/> SELECT "
    counted = read(data, {"count": base + "?n ?what { ?what schema:award ?n }"})
    assert faults(counted) == ["row 1 of the query count: 'many' is no number; select a whole number as ?n"]
    played = read(data, {"person": base + "?name ?part { ?name schema:award ?part }"})
    assert faults(played)[0].startswith("row 1 of the query person: 'many' is no part; one of attendee, chair, ")


# --- bad files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("suffix", "data", "where"),
    [
        (".ttl", b"<urn:a> <urn:b>\n <urn:c> ; .\n x", ":3:"), (".nt", b'<urn:a> <urn:b> "c" .\n<bad', ":2:1"),
        (".nq", b"<urn:a> .", ":1:"), (".trig", b"<urn:g> { <urn:a> }", ":1:"), (".jsonld", b'[{"a":1},\n]', ":2:1"),
        (".rdf", b"<a/>", ""), (".ttl", b"\0\1\2", ":1:1"), (".ttl", b'<urn:a> <urn:b> "\xff" .', ":1:"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_parse_is_named_with_line_and_column(suffix: str, data: bytes, where: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        read(data, suffix=suffix)
    assert caught.value.where.startswith(where)
    assert caught.value.what == f"this is not {SYNTAXES[suffix].name}"


def test_no_context_is_fetched() -> None:
    with pytest.raises(DataError) as caught:
        read('{"@context": "https://schema.org/", "award": "x"}', suffix=".jsonld")
    said = "names a JSON-LD context elsewhere: nothing is fetched; put the context into the document"
    assert str(caught.value) == said


def test_a_triple_in_place_of_a_term_is_refused() -> None:
    with pytest.raises(DataError, match=r"has a triple in place of a term: RDF 1\.2 is not read"):
        read("<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .")


def test_a_graph_of_other_things_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        read("<urn:a> <urn:b> <urn:c> .")
    why = "it has no aw:Conferment with a recipient"
    said = f"states no award: {why}; give --mapping FILE with a query that finds its awards"
    assert str(caught.value) == said
