"""The ontology says what the contract asks, in two languages, within OWL 2 RL, and without contradiction."""

from __future__ import annotations

import re
from functools import cache

import owlrl
import pytest
from owlrl.Namespaces import ERRNS
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg.model.vocabulary import CLASSES, PROPERTIES
from kg.terms import generate
from kg.terms.award import AW
from kg.terms.prefixes import PREFIXES

SCHEMA = Namespace("https://schema.org/")
X = Namespace("https://example.org/")
THAI = re.compile("[\u0e00-\u0e7f]")
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)

CONTRACT = """
    Agency Unit Person Recipient AwardScheme AwardEdition Category Level Work Outcome Conferment Candidacy Event
    Criterion Claim StreakClaim CountClaim Contradiction Source Evidence Affiliation
    awarder scheme year yearCE yearBE ofScheme recipient edition category level work event presenter acceptedBy
    status chair attendee speaker criterion claimedYears claimedUntil claimedCount countOf verdict supported
    contradicted undecided about property value publisherRole sha256 characters supports supportsProperty verbatim
    confidence nameAsWritten capacity
"""
CONCEPT_SCHEMES = """
    organizationKinds outcomes verdicts publisherRoles capacities countables countQualifiers prizeForms standings
    reviewStatuses
"""
# Names of a record that are terms of other vocabularies, or of ours under another name.
ELSEWHERE = {"place", "startDate", "startTime", "location", "organizer", "unitOf", "parent", "member"}
ELSEWHERE |= {"organization", "role", "name"}
ELSEWHERE_CLASSES = {"Role", "Post", "Membership"}
# The core may build on the vocabularies of the contract only; the alignments may also name the others.
CORE = ("aw", "cpov", "foaf", "oa", "org", "skos")
ALIGNED = (
    *PREFIXES.values(),
    "http://data.nobelprize.org/terms/",
    "http://data.europa.eu/a4g/ontology#",
    "http://www.wikidata.org/prop/direct/",
    "https://creativecommons.org/licenses/",
    "https://w3id.org/award-kg/ontology",
)
# What OWL 2 RL has and we use; anything else has to be looked up in the profile first.
RL = {"AllDisjointClasses", "AnnotationProperty", "Class", "DatatypeProperty", "ObjectProperty", "Ontology",
      "disjointWith", "members", "versionIRI", "versionInfo"}  # fmt: skip


@cache
def ontology() -> Graph:
    """Terms and concepts."""
    return generate.read()


def alignments() -> Graph:
    """The mappings alone."""
    return Graph().parse(generate.ONTOLOGY / "alignments.ttl")


def closed(data: str = "") -> tuple[Graph, list[str]]:
    """Everything with the data, closed under the rules of OWL 2 RL, and the contradictions found."""
    graph = Graph() + ontology() + alignments()
    graph.parse(data=f"@prefix aw: <{AW}> . @prefix x: <{X}> . @prefix xsd: <{XSD}> . {data}", format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = [str(message) for message in graph.objects(None, ERRNS.error)]
    errors += [f"{one} is owl:Nothing" for one in graph.subjects(RDF.type, OWL.Nothing) if one != OWL.Nothing]
    return graph, errors


def term_iri(name: str) -> URIRef:
    """IRI of one of our terms."""
    return URIRef(PREFIXES["aw"] + name)


def properties() -> set[URIRef]:
    """All properties of ours."""
    found = {one for kind in PROPERTY_TYPES for one in ontology().subjects(RDF.type, kind)}
    return {one for one in found if isinstance(one, URIRef) and generate.local_name(one)}


def test_terms_of_the_contract_are_there() -> None:
    assert not set(CONTRACT.split()) - {term.name for term in generate.terms(ontology())}


def test_every_term_has_label_and_definition_in_both_languages() -> None:
    for term in generate.terms(ontology()):
        iri = term_iri(term.name)
        label = SKOS.prefLabel if term.section == "Concepts" else RDFS.label
        for predicate in (label, SKOS.definition):
            texts = {
                text.language: str(text) for text in ontology().objects(iri, predicate) if isinstance(text, Literal)
            }
            assert set(texts) == {"th", "en"}, (term.name, predicate)
            assert len(list(ontology().objects(iri, predicate))) == 2, term.name
            assert THAI.search(texts["th"]), term.name
            assert not THAI.search(texts["en"]), term.name


def test_every_term_says_where_it_is_defined_and_has_one_kind() -> None:
    for term in generate.terms(ontology()):
        iri = term_iri(term.name)
        assert ontology().value(iri, RDFS.isDefinedBy) == URIRef(str(AW).removesuffix("#")), term.name
        assert len(set(ontology().objects(iri, RDF.type))) == 1, f"{term.name} is punned"


def test_records_use_terms_that_exist() -> None:
    names = {term.name for term in generate.terms(ontology())}
    assert set(PROPERTIES) - ELSEWHERE <= names
    assert set(CLASSES) - ELSEWHERE_CLASSES <= names


def test_where_records_use_a_property_is_documented() -> None:
    for name, record_class in CLASSES.items():
        cls = URIRef(PREFIXES["org"] + name) if name in ELSEWHERE_CLASSES else AW[name]
        above = set(ontology().transitive_objects(cls, RDFS.subClassOf))
        for key in record_class.allowed - ELSEWHERE:
            documented = set(ontology().objects(AW[key], RDFS.domain | SCHEMA.domainIncludes))
            assert not documented or documented & above, f"aw:{key} on {name}"


def test_properties_with_concepts_name_their_scheme() -> None:
    for one in properties():
        if ontology().value(one, RDFS.range) == SKOS.Concept:
            scheme = ontology().value(one, RDFS.seeAlso)
            assert (scheme, RDF.type, SKOS.ConceptScheme) in ontology(), one
            said = PROPERTIES.get(generate.local_name(one))
            known = {generate.local_name(concept) for concept in ontology().subjects(SKOS.inScheme, scheme)}
            # That an award was conferred is no status of a candidacy.
            assert said is None or said.concepts == known - {"statusConferred"}, one


def test_a_property_of_several_classes_has_no_domain() -> None:
    for one in properties():
        used_on = set(ontology().objects(one, SCHEMA.domainIncludes))
        assert not (used_on and (one, RDFS.domain, None) in ontology()), one
        for axiom in (RDFS.domain, RDFS.range):
            assert not set(ontology().objects(one, axiom)) & {AW.Conferment, AW.Candidacy}, one


def test_only_constructs_of_owl_2_rl() -> None:
    used = {
        str(node).removeprefix(str(OWL))
        for graph in (ontology(), alignments())
        for triple in graph
        for node in triple
        if str(node).startswith(str(OWL))
    }
    assert used <= RL


def test_concept_schemes_hang_together() -> None:
    graph = ontology()
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert schemes == {AW[name] for name in CONCEPT_SCHEMES.split()}
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        scheme = graph.value(concept, SKOS.inScheme)
        above = list(graph.transitive_objects(concept, SKOS.broader))
        assert scheme in schemes
        assert all(graph.value(one, SKOS.inScheme) == scheme for one in above)
        assert graph.value(above[-1], SKOS.topConceptOf) == scheme
    assert set(graph.subject_objects(SKOS.topConceptOf)) == {
        (b, a) for a, b in graph.subject_objects(SKOS.hasTopConcept)
    }


def test_outcomes_are_ordered_up_to_the_conferment() -> None:
    members = ontology().value(AW.outcomeOrder, SKOS.memberList)
    assert members is not None
    ordered = list(Collection(ontology(), members))
    assert (ordered[0], ordered[-1]) == (AW.statusNominated, AW.statusConferred)
    in_scheme = set(ontology().subjects(SKOS.inScheme, AW.outcomes))
    assert in_scheme - set(ordered) == {AW.statusWithdrawn}


def test_alignments_use_known_namespaces_and_no_same_as() -> None:
    for subject, predicate, value in alignments():
        assert predicate != OWL.sameAs
        for node in (subject, predicate, value):
            if isinstance(node, URIRef):
                assert str(node).startswith(ALIGNED), node
        if generate.local_name(subject):
            assert (subject, RDF.type, None) in ontology(), subject


def test_the_core_stands_on_the_vocabularies_of_the_contract_only() -> None:
    allowed = tuple(PREFIXES[prefix] for prefix in CORE)
    for axiom in (RDFS.subClassOf, RDFS.subPropertyOf):
        for above in ontology().objects(None, axiom):
            assert str(above).startswith(allowed), above


def test_the_ontology_is_consistent() -> None:
    assert closed()[1] == []


# Each is written about its own individual, so that one closure serves all and the messages tell them apart.
MISTAKES = {
    "place-as-agency": "x:place-as-agency a aw:Agency, aw:Place .",
    "near-miss-as-win": "x:near-miss-as-win a aw:Candidacy, aw:Conferment .",
    "edition-as-ceremony": "x:edition-as-ceremony a aw:AwardEdition, aw:Ceremony .",
    "person-as-agency": "x:person-as-agency a aw:Person, aw:Agency .",
    "work-as-unit": "x:work-as-unit a aw:Work, aw:Unit .",
    "scheme-as-edition": "x:scheme-as-edition a aw:AwardScheme, aw:AwardEdition .",
    "claim-as-win": "x:claim-as-win a aw:StreakClaim, aw:Conferment .",
    "place-receives": "x:c1 aw:recipient x:place-receives . x:place-receives a aw:Place .",
    "ceremony-for-edition": "x:c2 aw:edition x:ceremony-for-edition . x:ceremony-for-edition a aw:Ceremony .",
    "scheme-for-edition": "x:c3 aw:edition x:scheme-for-edition . x:scheme-for-edition a aw:AwardScheme .",
    "level-for-category": "x:c4 aw:category x:level-for-category . x:level-for-category a aw:Level .",
}


@cache
def errors_of_mistakes() -> tuple[str, ...]:
    """Contradictions found in all the mistakes together."""
    return tuple(closed(" ".join(MISTAKES.values()))[1])


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_found_inconsistent(mistake: str) -> None:
    assert any(f"{X}{mistake}" in error for error in errors_of_mistakes())


def test_a_near_miss_stays_one_and_sound_data_is_consistent() -> None:
    graph, errors = closed(
        """
        x:near a aw:Candidacy ; aw:status aw:statusShortlisted ; aw:recipient x:a ; aw:edition x:e ;
            aw:category x:k ; aw:work x:w ; aw:event x:f ; aw:presenter x:p ; aw:scheme x:s ; aw:level x:l .
        x:claim a aw:StreakClaim ; aw:recipient x:a ; aw:scheme x:s ; aw:category x:k ; aw:claimedYears 2 .
        x:untyped aw:recipient x:a ; aw:prizeForm aw:prizePlaque ; aw:placing 1 ; aw:acceptedBy x:p .
        x:next aw:inRecognitionOf x:untyped . x:untyped aw:precedes x:next .
        x:w a aw:Work, aw:Project ; aw:owner x:a .
        x:a a aw:Agency ; aw:abbreviation "A"@en ; aw:nameAsWritten "A"@en .
        x:e a aw:AwardEdition ; aw:year "2020"^^xsd:gYear ; aw:yearCE 2020 ; aw:held true .
        x:f a aw:Ceremony . x:p a aw:Person . x:k a aw:Category . x:l a aw:Level ; aw:rank 1 .
        """
    )
    assert errors == []
    assert not list(graph.subjects(RDF.type, AW.Conferment))


def test_ranges_of_datatypes_are_ones_that_code_knows() -> None:
    known = {
        XSD.gYear,
        XSD.integer,
        XSD.nonNegativeInteger,
        XSD.decimal,
        XSD.boolean,
        XSD.date,
        XSD.string,
        RDF.langString,
    }
    for one in ontology().subjects(RDF.type, OWL.DatatypeProperty):
        assert set(ontology().objects(one, RDFS.range)) <= known, one
