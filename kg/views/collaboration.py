"""Who wins together: recipients that share a work, not merely an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kg.model.answer import Column, Edge, Kind, Network, Node, Note, Row
from kg.terms.iris import split
from kg.views.awards import Award, Awards
from kg.views.choice import WITH, Choice
from kg.views.columns import column
from kg.views.completeness import note as completeness_note
from kg.views.measures import EXACT_UP_TO, SAMPLES, SEED, Measures, measure
from kg.views.projection import Shared, project
from kg.views.result import Result
from kg.views.selection import counts_recipients, note_empty, reason, select, winners

LEAST_WORKS: Final = 1


def columns() -> tuple[Column, ...]:
    """The columns of the view."""
    return (
        column("recipient", Kind.REF),
        Column("partners", Kind.INTEGER, {"th": "จำนวนผู้ร่วมรางวัล", "en": "partners"}),
        Column("shared_works", Kind.INTEGER, {"th": "ผลงานร่วม", "en": "works shared"}),
        Column("strength", Kind.INTEGER, {"th": "ผลรวมความร่วมมือ", "en": "sum of ties"}),
        Column("betweenness", Kind.NUMBER, {"th": "ความเป็นตัวกลาง", "en": "betweenness"}),
        Column("community", Kind.INTEGER, {"th": "กลุ่ม", "en": "community"}),
        Column("bridges", Kind.INTEGER, {"th": "สะพานเชื่อม", "en": "bridges"}),
        Column("most_with", Kind.REF, {"th": "ร่วมมากที่สุดกับ", "en": "most often with"}),
    )


def collaboration(awards: Awards, choice: Choice) -> Result:
    """A row for each recipient that shares a work with another, and the network of them.

    The bipartite graph ties each work to the recipients of its conferments; a conferment with several recipients whose
    work no document names stands for its work. Two recipients are tied by an edge whose weight is the number of works
    that they share (``kg.views.projection.project``), at least one, or as many as ``at-least`` asks for. Measures:
    ``kg.views.measures.measure``. *shared_works* is the number of distinct works shared with anyone, *bridges* the
    number of bridges at the recipient. With ``units=with`` a unit counts as the body that it is part of.
    """
    selected = select(awards, choice)
    works = works_of(selected)
    least = choice.least(LEAST_WORKS)
    ties = project(members_of(awards, choice, works))
    shared = {pair: things for pair, things in ties.items() if len(things) >= least}
    notes: list[Note | None] = [completeness_note(awards, selected)]
    if not shared:
        none_together = note_empty("ไม่มีผลงานใดที่มีผู้ได้รับรางวัลร่วมกัน", "no work that fits was won by several together")
        return Result(
            columns(),
            (),
            tuple(filter(None, (reason(awards, choice, selected, 0) if not selected else none_together, *notes))),
        )
    measures = measure({pair: len(things) for pair, things in shared.items()})
    rows = _rows(shared, measures, works)
    notes.append(sampling_note(measures))
    return Result(columns(), rows, tuple(filter(None, notes)), _network(shared, measures, works))


Works = dict[str, list[Award]]
"""The awards of each work."""


def works_of(selected: Iterable[Award]) -> Works:
    """The awards of each work that has several recipients; an unnamed work goes by its conferment.

    Most works have one award and one recipient: those tie nobody and are passed over before anything is made of them.
    """
    first: dict[str, Award] = {}
    given: Works = {}
    seen = first.setdefault
    for award in selected:
        joint = len(award.recipients) > 1
        for work in award.works or (award.ref,):
            known = seen(work, award)
            if known is not award:
                given.setdefault(work, [known]).append(award)
            elif joint:
                given[work] = [award]
    return given


def members_of(awards: Awards, choice: Choice, works: Works) -> dict[str, Sequence[str]]:
    """The recipients of each work, some perhaps more than once."""
    recipients_of = _recipients(awards, choice)
    return {
        work: recipients_of(given[0]) if len(given) == 1 else [ref for each in given for ref in recipients_of(each)]
        for work, given in works.items()
    }


def _recipients(awards: Awards, choice: Choice) -> Callable[[Award], Sequence[str]]:
    if counts_recipients(choice):
        return lambda award: award.recipients
    winners_of, bodies = winners(awards, choice), awards.bodies
    if choice.units != WITH:
        return lambda award: [winner.ref for winner in winners_of(award)]
    # A unit and its own body do not win together: the body stands for both.
    return lambda award: [each.ref for each in winners_of(award) if bodies.body_of(each.ref) == each.ref]


def _rows(shared: Shared, measures: Measures, works: Works) -> tuple[Row, ...]:
    ties: dict[str, list[tuple[int, str]]] = {}
    things_of: dict[str, set[str]] = {}
    for (one, two), things in shared.items():
        for end, other in ((one, two), (two, one)):
            ties.setdefault(end, []).append((-len(things), other))
            things_of.setdefault(end, set()).update(things)
    at_bridge: dict[str, int] = {}
    for bridge in measures.bridges:
        for end in bridge:
            at_bridge[end] = at_bridge.get(end, 0) + 1
    rows = [
        Row(
            (
                ref,
                measures.degree[ref],
                len(things),
                measures.strength[ref],
                measures.betweenness[ref],
                measures.community[ref],
                at_bridge.get(ref, 0),
                min(ties[ref])[1],
            ),
            tuple(sorted({award.ref for thing in things for award in works[thing]})),
        )
        for ref, things in things_of.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.cells[1], -row.cells[3], str(row.cells[0]))))  # type: ignore[operator]


def _network(shared: Shared, measures: Measures, works: Works) -> Network:
    nodes = tuple(
        Node(
            ref,
            split(ref)[0],
            {
                "degree": measures.degree[ref],
                "strength": measures.strength[ref],
                "betweenness": measures.betweenness[ref],
                "community": measures.community[ref],
                "component": measures.component[ref],
            },
        )
        for ref in sorted(measures.degree)
    )
    edges = tuple(
        Edge(
            *pair,
            weight=len(things),
            kind="shares-work",
            bridge=pair in measures.bridges,
            proof=tuple(sorted({award.ref for thing in things for award in works[thing]})),
        )
        for pair, things in sorted(shared.items())
    )
    return Network(nodes, edges)


def sampling_note(measures: Measures) -> Note:
    """How betweenness was computed."""
    nodes = len(measures.degree)
    if measures.samples:
        text = {
            "th": f"ความเป็นตัวกลางประมาณจากโหนดต้นทาง {SAMPLES} โหนดที่สุ่มด้วยค่าตั้งต้น {SEED} เพราะเครือข่ายมี {nodes:,} โหนด"
            f" (เกิน {EXACT_UP_TO:,})",
            "en": f"betweenness is estimated from {SAMPLES} source nodes drawn with seed {SEED}, the network having"
            f" {nodes:,} nodes (more than {EXACT_UP_TO:,})",
        }
    else:
        by = f" ({measures.backend})" if measures.backend else ""
        text = {"th": f"ความเป็นตัวกลางคำนวณครบทุกโหนด{by}", "en": f"betweenness is exact{by}"}
    return Note("sampling", text, {"nodes": nodes, "samples": measures.samples})
