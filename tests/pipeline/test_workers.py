import os
from collections.abc import Iterable, Iterator

import pytest

from kg.errors import DataError, KgError
from kg.model.document import Document
from kg.pipeline import workers
from kg.pipeline.workers import Maker, work_through
from tests.standins import Dead, Echo, NoRegistry


def documents(count: int, **texts: str) -> list[Document]:
    """Documents d0, d1 … with texts of different lengths, or those given."""
    return [
        Document(f"d{number}", texts.get(f"d{number}", "ก" * (number % 7)), "text/plain") for number in range(count)
    ]


def done(given: Iterable[Document], count: int, maker: Maker | None = None) -> list[tuple[str, bytes | None, str]]:
    outcomes = work_through(given, maker or Echo(), count)
    return [(outcome.document.id, outcome.line, outcome.fault) for outcome in outcomes]


@pytest.mark.parametrize("count", [2, 3])
def test_outcomes_come_in_order_whatever_the_number_of_workers(count: int) -> None:
    given = documents(100, d0="SLOW", d40="x" * 900_000, d41="x" * 900_000)
    assert done(given, count) == done(given, 1)


def test_without_documents_nothing_is_made() -> None:
    assert done([], 2, NoRegistry()) == []


def test_few_documents_are_worked_on_in_this_process() -> None:
    given = documents(8)
    assert done(given, 0) == done(given, 1)
    assert len(done(given, 0)) == 8


@pytest.mark.parametrize("count", [1, 2])
def test_a_document_that_fails_is_an_outcome_and_the_rest_goes_on(count: int) -> None:
    outcomes = done(documents(40, d3="FAIL", d20="REFUSE"), count)
    assert [outcome for outcome in outcomes if outcome[1] is None] == [
        ("d3", None, "ValueError: cannot do this"),
        ("d20", None, "d20: refused"),
    ]
    assert len(outcomes) == 40


def test_a_document_on_which_a_process_dies_is_lost_alone() -> None:
    outcomes = done(documents(60, d0="DIE", d5="DIE", d6="DIE", d59="DIE"), 2)
    lost = [(name, fault) for name, line, fault in outcomes if line is None]
    assert lost == [(f"d{n}", "its process died, out of memory or over 300 seconds") for n in (0, 5, 6, 59)]
    assert [name for name, _, _ in outcomes] == [f"d{number}" for number in range(60)]


def test_what_cannot_be_made_is_said_once() -> None:
    with pytest.raises(DataError, match="there is no registry"):
        done(documents(40), 2, NoRegistry())
    with pytest.raises(KgError, match="a worker process could not start"):
        done(documents(40), 2, Dead())


def test_a_reader_that_stops_early_ends_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    teams: list[list[workers._Worker]] = []
    end = workers._Team.end
    monkeypatch.setattr(workers._Team, "end", lambda self: (teams.append(list(self._all)), end(self))[1])
    outcomes = work_through(documents(400), Echo(), 2)
    assert isinstance(outcomes, Iterator)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert [worker._process.is_alive() for worker in teams[0]] == [False, False]


def test_documents_are_not_read_far_ahead() -> None:
    read = 0

    def coming() -> Iterator[Document]:
        nonlocal read
        for document in documents(3000, d0="SLOW"):
            read += 1
            yield document

    outcomes = work_through(coming(), Echo(), 2)
    next(outcomes)
    assert read < 2500
    outcomes.close()  # type: ignore[attr-defined]


def test_there_is_a_core() -> None:
    assert 1 <= workers.cores() <= (os.cpu_count() or 1)
