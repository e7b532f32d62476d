"""A small answer with a cell of every kind, a note and a network."""

from __future__ import annotations

from kg.model.answer import Answer, Column, Edge, Kind, Network, Node, Note, Row


def heading(word: str) -> dict[str, str]:
    return {"th": f"ไทย {word}", "en": word}


COLUMNS = tuple(
    Column(kind.value, kind, heading(kind.value))
    for kind in (
        Kind.REF, Kind.REFS, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN, Kind.YEAR, Kind.YEARS, Kind.TEXT, Kind.TEXTS
    )
)  # fmt: skip
FULL = Row(
    ("agency/a", ("scheme/x", "scheme/y"), 1234, 0.5, True, 2020, (2019, 2020), '=ก, "ข"', ("one", "two")),
    ("conferment/1", "conferment/2"),
)
BARE = Row(("agency/b", (), None, None, None, None, (), None, ()), ())
NETWORK = Network(
    (Node("agency/a", "agency", {"degree": 1}), Node("agency/b", "agency", {"degree": 1})),
    (Edge("agency/a", "agency/b", 2, "shares-work", True, ("conferment/1",)),),
)
ANSWER = Answer(
    "streaks",
    heading("Title"),
    heading("Method."),
    COLUMNS,
    (FULL, BARE),
    rule="views-0",
    parameters={"scheme": ("x",), "to": "2563"},
    notes=(Note("completeness", heading("incomplete"), {"found": 3}),),
    network=NETWORK,
    labels={"agency/a": {"th": "กรม ก", "en": "Department A"}, "agency/b": {"th": "กรม ข"}, "scheme/x": {"en": "X"}},
    evidence={"conferment/1": ("evidence/s-1-2-a",)},
    version="0123",
)
