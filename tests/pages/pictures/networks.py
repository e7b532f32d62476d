"""Networks of any size as an answer holds them."""

from __future__ import annotations

import random

from kg.model.answer import Answer, Column, Edge, Kind, Network, Node, Row
from kg.views.measures import measure

COLUMNS = (
    Column("recipient", Kind.REF, {"th": "ผู้ได้รับ", "en": "recipient"}),
    Column("partners", Kind.INTEGER, {"th": "ผู้ร่วม", "en": "partners"}),
)


def answer(nodes: int, seed: int = 1) -> Answer:
    """Who wins together: groups of several sizes, some of them tied."""
    chance = random.Random(seed)
    weights: dict[tuple[str, str], int] = {}
    names = [f"{'person' if each % 7 == 6 else 'agency'}/n{each:05}" for each in range(nodes)]
    start = 0
    while nodes - start > 1:
        size = min(nodes - start, 2 + int(chance.paretovariate(0.9)), 120)
        size += nodes - start - size == 1
        group = names[start : start + size]
        for place, name in enumerate(group[1:], 1):
            one, two = sorted((name, chance.choice(group[:place])))
            weights[one, two] = chance.randint(1, 4)
        if start and chance.random() < 0.6:
            one, two = sorted((group[0], chance.choice(names[:start])))
            weights[one, two] = 1
        start += size
    found = measure(weights)
    network = Network(
        tuple(
            Node(name, name.split("/")[0], {"strength": found.strength[name], "community": found.community[name]})
            for name in sorted(found.degree)
        ),
        tuple(Edge(*pair, weight=weight, bridge=pair in found.bridges) for pair, weight in sorted(weights.items())),
    )
    rows = tuple(Row((name, degree)) for name, degree in sorted(found.degree.items()))
    labels = {name: {"th": f"หน่วยงานที่มีชื่อยาว {name[-5:]}", "en": f"Department {name[-5:]}"} for name in found.degree}
    return Answer("collaboration", {"th": "ร่วมกัน", "en": "Together"}, {}, COLUMNS, rows, network=network, labels=labels)
