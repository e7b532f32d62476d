from hypothesis import given
from hypothesis import strategies as st

from kg.model.fingerprint import fingerprint
from kg.model.record import Record
from tests.factory import record, registry, thing

ROWS = [{"id": "a", "name_th": "ก"}, {"id": "b", "name_th": "ข"}]
THINGS = [
    thing("agency/a", "Agency", name=["กรม ก", "กรมก"]),
    thing("conferment/x", "Conferment", recipient=["agency/a", "agency/b"], edition="edition/e"),
]


def of(things: list[object], rows: list[dict[str, str]] = ROWS) -> str:
    records: list[Record] = [record(*things, source_id="one"), record(source_id="two")]  # type: ignore[arg-type]
    return fingerprint(registry(agencies=rows), records)


@given(st.permutations(THINGS), st.permutations(ROWS))
def test_order_makes_no_difference(things: list[object], rows: list[dict[str, str]]) -> None:
    assert of(things, rows) == of([*THINGS])


def test_every_statement_and_every_cell_makes_one() -> None:
    known = {
        of([*THINGS]),
        of(THINGS[:1]),
        of([THINGS[0], thing("conferment/x", "Conferment", recipient="agency/a", edition="edition/e")]),
        of([*THINGS], [ROWS[0]]),
        of([*THINGS], [ROWS[0], {"id": "b", "name_th": "ค"}]),
    }
    assert len(known) == 5
    assert all(len(each) == 64 for each in known)
