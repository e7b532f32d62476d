import random
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import DataError, InvalidGraph, NotFound
from kg.graph.query import select
from kg.graph.store import Store, current_version
from kg.ingest.registry import load_registry
from kg.pipeline.build import Assembly, assemble, build, refusal
from kg.pipeline.ground import CORE_KINDS, Ground
from kg.settings import Settings, load_settings
from kg.terms.iris import Iris
from kg.views.derived import read_derived
from tests.factory import CHARACTERS, conferment, data_folder, document, entry, said, write_record

G = Iris()
AGENCY = entry("agency/dbd", "Agency", name=said("กรมพัฒนาธุรกิจการค้า"))
STREAK = entry(
    "claim/one-a",
    "StreakClaim",
    recipient=said("agency/dbd"),
    scheme=said("scheme/e"),
    claimedYears=said(2),
    claimedUntil=said(2020),
)
ONE = document(AGENCY, conferment(), STREAK, source_id="one")
TWO = document(AGENCY, conferment(), source_id="two")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    data = data_folder(tmp_path / "data", ONE, TWO)
    return load_settings(data=data, store=tmp_path / "store", environment={})


def written(settings: Settings) -> bytes:
    nquads = Store.open(settings.store).nquads
    assert nquads is not None
    return nquads.read_bytes()


def test_a_build_publishes_every_graph(settings: Settings) -> None:
    built = build(Ground(settings))
    store = Store.open(settings.store)
    assert store.version == built.version == current_version(settings.store)
    assert built.assembly.report.conforms
    graphs = [G.graph(name) for name in ("derived", "ontology", "registry", "source/one", "source/two")]
    assert store.graphs() == list(built.assembly.counts()) == graphs
    assert len(store) == sum(built.assembly.counts().values())
    assert set(built.assembly.seconds) == {"read", "merge", "map", "shacl", "derive", "checks", "publish"}


def test_a_build_derives_the_views(settings: Settings) -> None:
    version = build(Ground(settings)).version
    answer = read_derived(Store.open(settings.store), "claims")
    assert answer is not None
    assert (answer.version, answer.column("claim"), answer.column("verdict")) == (
        version, ["claim/one-a"], ["aw:undecided"]
    )  # fmt: skip
    assert answer.rows[0].proof == ("claim/one-a", "conferment/e-2020-a")


def test_two_documents_meet_in_one_conferment(settings: Settings) -> None:
    build(Ground(settings))
    query = "SELECT ?g { GRAPH ?g { id:conferment\\/e-2020-a a aw:Conferment } } ORDER BY ?g"
    rows = select(Store.open(settings.store), query)
    assert [row["g"].value for row in rows] == [G.source_graph("one"), G.source_graph("two")]  # type: ignore[union-attr]


def test_what_is_concluded_stands_in_the_derived_graph(settings: Settings) -> None:
    build(Ground(settings))
    query = f"SELECT ?label ?verdict FROM <{G.graph('derived')}> {{ ?c aw:verdict ?verdict ; skos:prefLabel ?label }}"
    rows = [{name: term.value for name, term in row.items()} for row in select(Store.open(settings.store), query)]  # type: ignore
    undecided = "https://w3id.org/award-kg/ontology#undecided"
    assert sorted(rows, key=str) == [
        {"label": "Department of Business Development: Test Awards", "verdict": undecided},
        {"label": "กรมพัฒนาธุรกิจการค้า: รางวัลทดสอบ", "verdict": undecided},
    ]


def test_the_same_data_give_the_same_bytes_whatever_the_order(settings: Settings, tmp_path: Path) -> None:
    version = build(Ground(settings)).version
    data = data_folder(tmp_path / "again", TWO, {**ONE, "things": [STREAK, conferment(), AGENCY]})
    # Rows the other way round, records in folders of other years, and a long time between.
    agencies = data / "registry" / "agencies.csv"
    header, *rows = agencies.read_text("utf-8").splitlines(keepends=True)
    agencies.write_text("".join([header, *reversed(rows)]), "utf-8")
    shutil.move(data / "announcements" / "2020" / "two.json", _folder(data / "announcements" / "1999") / "two.json")
    again = replace(settings, data=data, store=tmp_path / "other")
    assert build(Ground(again)).version == version
    assert written(again) == written(settings)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_another_base_is_another_graph_with_the_same_references(settings: Settings, tmp_path: Path) -> None:
    build(Ground(settings))
    local = replace(settings, base="http://localhost:8000/", store=tmp_path / "local")
    build(Ground(local))
    moved = written(settings).decode()
    for part in ("id/", "graph/"):
        moved = moved.replace(f"https://w3id.org/award-kg/{part}", f"http://localhost:8000/{part}")
    assert sorted(moved.splitlines()) == sorted(written(local).decode().splitlines())


_BROKEN = [
    ("a Buddhist year", document(entry("edition/e-2020", "AwardEdition", scheme=said("scheme/e"), year=said(2563)))),
    ("an unknown key", {**ONE, "colour": "red"}),
    ("a span outside", document(entry("agency/dbd", "Agency", name=said("กรม", at=[[0, CHARACTERS + 1]])))),
    # What only the graph shows: nobody knows this body, and the record does not describe it.
    ("a dangling reference", document(conferment(recipient="agency/nobody"))),
]


@pytest.mark.parametrize(("name", "record"), _BROKEN, ids=[name for name, _ in _BROKEN])
def test_a_build_that_fails_leaves_the_old_store(settings: Settings, name: str, record: dict[str, Any]) -> None:
    build(Ground(settings))
    before = (current_version(settings.store), written(settings), sorted(settings.store.rglob("*")))
    write_record(settings.data, {**record, "id": "broken"})
    with pytest.raises(DataError) as caught:
        build(Ground(settings))
    assert caught.value.exit_status == 1
    assert "\n" not in str(caught.value)
    assert "broken" in str(caught.value)
    assert (current_version(settings.store), written(settings), sorted(settings.store.rglob("*"))) == before


def test_a_first_build_that_fails_writes_nothing(settings: Settings) -> None:
    write_record(settings.data, document(conferment(recipient="agency/nobody"), source_id="broken"))
    with pytest.raises(InvalidGraph) as caught:
        build(Ground(settings))
    assert not settings.store.exists()
    assert caught.value.where == "source/broken: conferment/e-2020-a"
    assert caught.value.fix == "mend the data and build again; `kg validate` shows the whole report"


def test_a_fault_of_the_registry_names_file_and_line(settings: Settings) -> None:
    agencies = settings.data / "registry" / "agencies.csv"
    agencies.write_text(agencies.read_text("utf-8").replace("kindDepartment", "kindNothing"), "utf-8")
    with pytest.raises(DataError) as caught:
        build(Ground(settings))
    assert caught.value.where == f"{agencies.as_posix()}:3"
    assert caught.value.what == "kind 'kindNothing' is unknown"


def test_without_data_there_is_no_build(settings: Settings, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    with pytest.raises(NotFound) as caught:
        build(Ground(replace(settings, data=nowhere)))
    assert str(caught.value) == f"{nowhere}: is not a folder; name the data folder with --data"


def test_progress_tells_each_stage_to_its_end(settings: Settings) -> None:
    told: list[tuple[str, int, int]] = []
    build(Ground(settings), lambda stage, done, total: told.append((stage, done, total)))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["read", "validate", "check", "publish", "views"]
    for stage in ("read", "validate", "check", "publish", "views"):
        steps = [(done, total) for name, done, total in told if name == stage]
        assert steps == sorted(steps)
        assert steps[0][0] == 0
        assert steps[-1][0] == steps[-1][1]


def test_a_refusal_names_the_first_fault_and_lists_the_others(settings: Settings) -> None:
    for name in ("broken_1", "broken_2"):
        write_record(settings.data, document(conferment(recipient="agency/nobody"), source_id=name))
    error = refusal(assemble(Ground(settings)).report)
    assert error.where == "source/broken_1: conferment/e-2020-a"
    assert any(line.startswith("source/broken_2: conferment/e-2020-a: ") for line in error.details)


# --- the real data ------------------------------------------------------------------------------------------------


def test_the_real_data_is_valid(real_assembly: Assembly) -> None:
    faults = [fault for fault in real_assembly.report.violations if fault.severity == "Violation"]
    assert faults == []


def test_all_announcements_together_are_valid(tmp_path: Path) -> None:
    assembly = assemble(Ground(load_settings(store=tmp_path / "store", environment={})))
    faults = [fault for fault in assembly.report.violations if fault.severity == "Violation"]
    assert faults == []
    assert len([name for name in assembly.graphs if "/graph/source/" in name]) > 300


def test_the_real_graph_is_the_same_in_another_order(
    real_settings: Settings, real_store: Store, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(real_settings.data, data)
    shuffle = random.Random(2).shuffle
    for table in sorted((data / "registry").glob("*.csv")):
        # A cell may go over several lines: tables where one does keep their order.
        header, *rows = table.read_text("utf-8").splitlines(keepends=True)
        if all(row.count('"') % 2 == 0 for row in rows):
            shuffle(rows)
            table.write_text("".join([header, *rows]), "utf-8")
    load_registry(data / "registry", core_kinds=CORE_KINDS)
    for number, file in enumerate(sorted((data / "announcements").glob("*/*.json"), reverse=True)):
        folder = data / "announcements" / f"folder_{number}"
        folder.mkdir()
        file.rename(folder / file.name)
    settings = load_settings(data=data, store=tmp_path / "store", environment={})
    assert Store.in_memory(assemble(Ground(settings)).quads()).version == real_store.version
