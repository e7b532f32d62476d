from rdflib import RDF, SKOS, Graph

from kg.model.vocabulary import (
    BODIES,
    CLASSES,
    EVENTS,
    EXTRA_CLASSES,
    OUTCOMES,
    PROPERTIES,
    PUBLISHER_ROLES,
    PUBLISHERS,
    REVIEW_STATUSES,
    ValueKind,
)
from kg.terms.award import AW
from kg.terms.iris import KINDS
from tests.factory import REPO

# Which scheme of the ontology a property takes its concepts from, and what of it may not stand in a record.
SCHEMES = {
    "status": (AW.outcomes, {"statusConferred"}),
    "capacity": (AW.capacities, set()),
    "countOf": (AW.countables, set()),
    "countQualifier": (AW.countQualifiers, set()),
    "prizeForm": (AW.prizeForms, set()),
    "standing": (AW.standings, set()),
}


def concepts_in(scheme: str) -> set[str]:
    graph = Graph().parse(REPO / "ontology" / "concepts.ttl")
    concepts = set(graph.subjects(SKOS.inScheme, scheme)) & set(graph.subjects(RDF.type, SKOS.Concept))
    return {str(concept).rpartition("#")[2] for concept in concepts}


def test_every_property_belongs_to_a_class() -> None:
    assert set(PROPERTIES) == set().union(*(known.allowed for known in CLASSES.values()))


def test_what_a_class_needs_or_repeats_it_may_have() -> None:
    for known in CLASSES.values():
        assert known.required <= known.allowed
        assert known.repeated <= known.allowed


def test_every_kind_of_reference_is_a_kind_of_identifier() -> None:
    kinds = set().union(*(known.kinds for known in CLASSES.values()), *(rule.refs for rule in PROPERTIES.values()))
    assert kinds <= KINDS
    assert PUBLISHERS <= KINDS


def test_every_reference_can_be_met_by_a_class() -> None:
    things = set().union(*(known.kinds for known in CLASSES.values()))
    assert {kind for rule in PROPERTIES.values() for kind in rule.refs} <= things


def test_references_and_concepts_stand_where_their_kind_says() -> None:
    assert {name for name, rule in PROPERTIES.items() if rule.refs} == {
        name for name, rule in PROPERTIES.items() if rule.kind is ValueKind.REF
    }
    assert {name for name, rule in PROPERTIES.items() if rule.concepts} == set(SCHEMES)


def test_concepts_are_those_of_the_ontology() -> None:
    for name, (scheme, never) in SCHEMES.items():
        assert PROPERTIES[name].concepts == concepts_in(scheme) - never, name
    assert concepts_in(AW.publisherRoles) == PUBLISHER_ROLES
    assert concepts_in(AW.reviewStatuses) == REVIEW_STATUSES


def test_groups_of_classes_are_classes() -> None:
    assert set(CLASSES).issuperset(OUTCOMES | EVENTS | BODIES | EXTRA_CLASSES)


def test_a_class_may_repeat_what_others_may_not() -> None:
    assert CLASSES["CountClaim"].may_repeat("category")
    assert not CLASSES["Conferment"].may_repeat("category")
    assert CLASSES["Conferment"].may_repeat("recipient")
