"""Who shares the stage: people, bodies and the events that bring them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.model.answer import Column, Edge, Kind, Network, Node, Row
from kg.terms.iris import split
from kg.views.awards import Awards
from kg.views.choice import Choice
from kg.views.columns import column
from kg.views.completeness import note as completeness_note
from kg.views.result import Result
from kg.views.selection import note_empty, select

LEAST_EVENTS: Final = 1
_OFTEN: Final = 2
_MANY: Final = 10
PERSON: Final = "person"
MEMBER: Final = "org:member"


@dataclass(frozen=True, slots=True)
class Appearance:
    """That someone was on the stage of an event in some role; ``award`` is the one that the role belongs to, if any."""

    event: str
    role: str
    actor: str
    award: str = ""


def columns() -> tuple[Column, ...]:
    """The columns of the view."""
    return (
        column("person", Kind.REF),
        column("events", Kind.INTEGER),
        Column("roles", Kind.REFS, {"th": "บทบาท", "en": "roles"}),
        Column("people", Kind.INTEGER, {"th": "บุคคลร่วมเวที", "en": "people on the same stage"}),
        Column("bodies", Kind.INTEGER, {"th": "หน่วยงานร่วมเวที", "en": "bodies on the same stage"}),
        Column("often_with", Kind.REFS, {"th": "พบร่วมเวทีบ่อย", "en": "often with"}),
    )


def stage(
    awards: Awards, choice: Choice, appearances: Iterable[Appearance], members: Iterable[tuple[str, str]]
) -> Result:
    """A row for each person on the stage of an event, and the graph of people, bodies and events.

    On the stage of an event are those who chaired it, presented, spoke, attended or organised it, those who presented
    or took an award that was given there, and its recipients. *people* and *bodies* count the distinct others of the
    same events; *often_with* lists up to ten that share at least two, those of most events first. The graph ties each
    of them to the event (the kind of the edge is the role; its weight counts awards and roles) and each person to the
    bodies in which a document shows the person to hold a post. Years and schemes choose events by the awards given
    there; without them all events count.
    """
    appearances = _chosen(awards, choice, [*appearances, *_recipients(awards)])
    by_event: dict[str, set[str]] = {}
    roles: dict[str, set[str]] = {}
    for each in appearances:
        by_event.setdefault(each.event, set()).add(each.actor)
        roles.setdefault(each.actor, set()).add(each.role)
    events = _events_of(by_event, {actor for actor in roles if split(actor)[0] == PERSON})
    least = choice.least(LEAST_EVENTS)
    rows = [_row(person, own, by_event, roles) for person, own in events.items() if len(own) >= least]
    rows.sort(key=lambda row: (-row.cells[1], -row.cells[3], -row.cells[4], str(row.cells[0])))  # type: ignore[operator]
    empty = (
        None if rows else note_empty("ไม่มีข้อมูลผู้ที่อยู่ในงานตามเงื่อนไข", "nobody is known on the stage of an event that fits")
    )
    notes = tuple(filter(None, (empty, completeness_note(awards, select(awards, choice)))))
    return Result(columns(), tuple(rows), notes, _network(appearances, members))


def _recipients(awards: Awards) -> Iterable[Appearance]:
    for award in awards.given:
        for event in award.events:
            for recipient in award.recipients:
                yield Appearance(event, "aw:recipient", recipient, award.ref)


def _chosen(awards: Awards, choice: Choice, appearances: list[Appearance]) -> list[Appearance]:
    if not choice.filtered:
        return appearances
    selected = select(awards, choice)
    refs, events = {award.ref for award in selected}, {event for award in selected for event in award.events}
    return [each for each in appearances if (each.award in refs if each.award else each.event in events)]


def _events_of(by_event: dict[str, set[str]], people: set[str]) -> dict[str, set[str]]:
    events: dict[str, set[str]] = {}
    for event, actors in by_event.items():
        for person in actors & people:
            events.setdefault(person, set()).add(event)
    return events


def _row(person: str, own: set[str], by_event: dict[str, set[str]], roles: dict[str, set[str]]) -> Row:
    shared: dict[str, int] = {}
    for event in own:
        for other in by_event[event]:
            shared[other] = shared.get(other, 0) + 1
    del shared[person]
    people = sum(split(other)[0] == PERSON for other in shared)
    often = sorted((other for other, number in shared.items() if number >= _OFTEN), key=lambda ref: (-shared[ref], ref))
    cells = (
        person,
        len(own),
        tuple(sorted(roles[person])),
        people,
        len(shared) - people,
        tuple(often[:_MANY]),
    )
    return Row(cells, tuple(sorted(own)))


def _network(appearances: Iterable[Appearance], members: Iterable[tuple[str, str]]) -> Network:
    ties: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for each in appearances:
        ties.setdefault((each.actor, each.event), set()).add((each.role, each.award or each.event))
    nodes = {end for pair in ties for end in pair}
    posts = sorted({(person, body) for person, body in members if person in nodes and body in nodes})
    edges = [
        *(_tie(actor, event, said) for (actor, event), said in sorted(ties.items())),
        *(Edge(person, body, kind=MEMBER, proof=(person,)) for person, body in posts),
    ]
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    return Network(tuple(Node(ref, split(ref)[0], {"degree": degree[ref]}) for ref in sorted(nodes)), tuple(edges))


def _tie(actor: str, event: str, said: set[tuple[str, str]]) -> Edge:
    roles, proof = sorted({role for role, _ in said}), sorted({ref for _, ref in said})
    return Edge(actor, event, len(said), " ".join(roles), proof=tuple(proof))
