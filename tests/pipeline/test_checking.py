from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.map_record import map_record
from kg.graph.map_registry import map_registry
from kg.ingest.registry import load_registry
from kg.model.report import Report
from kg.pipeline import checking
from kg.pipeline.checking import Checker
from kg.terms.iris import Iris
from tests.factory import record, thing
from tests.pipeline.announcements import settings

IRIS = Iris()


def sources(count: int, registry: object) -> dict[str, tuple[ox.Quad, ...]]:
    found = {}
    for number in range(count):
        who = "agency/dbd" if number % 2 else "agency/nobody"
        award = thing("conferment/x", "Conferment", recipient=who, edition="edition/e-2020")
        made = record(award, source_id=f"d{number}")
        found[IRIS.source_graph(f"d{number}")] = tuple(map_record(made, registry, IRIS))  # type: ignore[arg-type]
    return found


@pytest.fixture
def checker(tmp_path: Path) -> Checker:
    where = settings(tmp_path)
    quads = tuple(map_registry(load_registry(where.data / "registry"), IRIS))
    return Checker(where, quads, tmp_path / "cache")


def test_processes_and_cache_give_the_same_reports(
    checker: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = sources(5, load_registry(checker.settings.data / "registry"))
    told: list[tuple[int, int]] = []
    alone = checker.check_sources(given, lambda done, total: told.append((done, total)))
    assert told == [(0, 5), (5, 5)]
    assert [report.conforms for report in alone.values()] == [False, True, False, True, False]
    monkeypatch.setattr(checking, "_FEW", 0)
    monkeypatch.setattr(checking, "cores", lambda: 2)
    assert Checker(checker.settings, checker.registry).check_sources(given) == alone
    again = Checker(checker.settings, checker.registry, tmp_path / "cache")
    monkeypatch.setattr(Checker, "_reports", lambda *_: pytest.fail("validated again"))
    assert again.check_sources(given) == alone


def test_other_shapes_or_another_registry_make_every_report_anew(checker: Checker) -> None:
    given = sources(1, load_registry(checker.settings.data / "registry"))
    checker.check_sources(given)
    other = Checker(checker.settings, checker.registry[:-1], checker.cache)
    name = next(iter(given))
    assert other._key(given[name]) != checker._key(given[name])


def test_a_damaged_cache_is_passed_over(checker: Checker, tmp_path: Path) -> None:
    given = sources(1, load_registry(checker.settings.data / "registry"))
    found = checker.check_sources(given)
    cache = tmp_path / "cache"
    cache.write_bytes(b"\xff\n[1]\n" + cache.read_bytes()[:-5])
    assert Checker(checker.settings, checker.registry, cache).check_sources(given) == found


def test_the_registry_is_checked_once(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    report = checker.check_registry()
    assert isinstance(report, Report)
    monkeypatch.setattr(Checker, "_tool", lambda *_: pytest.fail("validated again"))
    assert checker.check_registry() == report
