from kg.model.answer import Edge
from kg.views.stage import Appearance, stage
from tests.views.making import awards, cells, choice, note, proofs, won

GIVEN = awards(won("1", "dbd", events=["event/x"]), won("2", "dga", edition="e-2021", events=["event/y"]))
SEEN = [
    Appearance("event/x", "aw:chair", "person/a"),
    Appearance("event/x", "aw:speaker", "person/a"),
    Appearance("event/x", "aw:attendee", "person/b"),
    Appearance("event/y", "aw:chair", "person/a"),
    Appearance("event/y", "aw:attendee", "person/b"),
    Appearance("event/y", "aw:acceptedBy", "person/c", "conferment/2"),
]


def test_people_with_those_on_the_same_stage() -> None:
    result = stage(GIVEN, choice(), SEEN, [])
    assert cells(result) == [
        ("person/a", 2, ("aw:chair", "aw:speaker"), 2, 2, ("person/b",)),
        ("person/b", 2, ("aw:attendee",), 2, 2, ("person/a",)),
        ("person/c", 1, ("aw:acceptedBy",), 2, 1, ()),
    ]
    assert proofs(result)[0] == ("event/x", "event/y")


def test_the_graph_ties_people_bodies_and_events() -> None:
    network = stage(GIVEN, choice(to=2020), SEEN, [("person/a", "agency/dbd"), ("person/a", "agency/other")]).network
    assert network is not None
    assert network.edges == (
        Edge("agency/dbd", "event/x", 1, "aw:recipient", proof=("conferment/1",)),
        Edge("person/a", "event/x", 2, "aw:chair aw:speaker", proof=("event/x",)),
        Edge("person/b", "event/x", 1, "aw:attendee", proof=("event/x",)),
        Edge("person/a", "agency/dbd", kind="org:member", proof=("person/a",)),
    )
    assert [(node.ref, node.kind, node.measures["degree"]) for node in network.nodes] == [
        ("agency/dbd", "agency", 2), ("event/x", "event", 3), ("person/a", "person", 2), ("person/b", "person", 1)
    ]  # fmt: skip


def test_years_choose_events_by_the_awards_given_there() -> None:
    assert [row[0] for row in cells(stage(GIVEN, choice(from_=2021), SEEN, []))] == ["person/a", "person/b", "person/c"]
    assert note(stage(GIVEN, choice(from_=2024), SEEN, []), "empty") == (
        "nobody is known on the stage of an event that fits"
    )
