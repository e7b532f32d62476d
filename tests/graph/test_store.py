import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, NotFound
from kg.graph.quads import boolean, date, decimal, integer, node, text, time
from kg.graph.store import Store, current_version, nquads, publish

G1, G2 = "https://x/graph/1", "https://x/graph/2"
TERMS = [
    text("คำ \"a\"\n\r\u2028", "th"), text("a"), integer(-7), decimal("13.750"), boolean(True), time("09:30:00"),
    date("2020"), date("2020-12"), date("2020-12-03"), node("https://x/o"),
]  # fmt: skip


def quads(*numbers: int, graph: str = G1) -> list[ox.Quad]:
    return [
        ox.Quad(node(f"https://x/{number}"), node("https://x/p"), integer(number), node(graph)) for number in numbers
    ]


def versions(folder: Path) -> set[str]:
    return {home.name for home in (folder / "versions").iterdir()}


def test_what_is_published_is_read_back(tmp_path: Path) -> None:
    said = [ox.Quad(node("https://x/s"), node("https://x/p"), term, node(G1)) for term in TERMS]
    version = publish([*said, *quads(1, graph=G2)], tmp_path)
    store = Store.open(tmp_path)
    assert (store.version, current_version(tmp_path), len(store)) == (version, version, 11)
    assert store.graphs() == [G1, G2]
    assert set(store.quads(graph=G1)) == set(said)
    assert list(store.quads("https://x/1", "https://x/p", None, G2)) == quads(1, graph=G2)
    assert list(store.quads(value=node("https://x/o"))) == [said[-1]]
    assert (store.has_graph(G1), store.has_graph("https://x/graph/3")) == (True, False)
    assert store.nquads is not None
    assert store.nquads.read_bytes() == nquads([*said, *quads(1, graph=G2)])


@given(st.permutations([*quads(1, 2, 3), *quads(3, 4, graph=G2)]), st.integers(0, 4))
def test_the_order_of_quads_makes_no_difference(said: list[ox.Quad], twice: int) -> None:
    assert nquads([*said, said[twice]]) == nquads([*quads(3, 4, graph=G2), *quads(1, 2, 3)])
    assert Store.in_memory(said).version == Store.in_memory(sorted(said, key=str)).version


@pytest.mark.parametrize("term", TERMS, ids=str)
def test_in_memory_or_on_disk_the_version_is_the_same(term: ox.Literal, tmp_path: Path) -> None:
    said = [ox.Quad(node("https://x/s"), node("https://x/p"), term, node(G1))]
    assert Store.in_memory(said).version == publish(said, tmp_path)
    assert nquads(Store.open(tmp_path).quads()) == nquads(said)


def test_lines_are_sorted_and_stand_once() -> None:
    assert nquads(quads(2, 1, 2)).decode().splitlines() == [
        f'<https://x/{number}> <https://x/p> "{number}"^^<http://www.w3.org/2001/XMLSchema#integer> <{G1}> .'
        for number in (1, 2)
    ]


def test_a_folder_without_a_build(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        Store.open(tmp_path / "none")
    assert str(caught.value) == f"{tmp_path / 'none'}: no graph has been built here; run: kg build"
    assert caught.value.exit_status == 2
    assert not (tmp_path / "none").exists()


def test_a_store_whose_version_is_gone(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("0123456789abcdef\n", "ascii")
    with pytest.raises(KgError) as caught:
        Store.open(tmp_path)
    assert (caught.value.what, caught.value.fix) == ("the store cannot be opened", "build it again: kg build")
    assert caught.value.where == str(tmp_path / "versions" / "0123456789abcdef")


def test_a_reader_keeps_the_graph_that_it_opened(tmp_path: Path) -> None:
    old = publish(quads(1, 2), tmp_path)
    reader = Store.open(tmp_path)
    new = publish(quads(3), tmp_path)
    assert set(reader.quads()) == set(quads(1, 2))
    assert (reader.version, Store.open(tmp_path).version) == (old, new)
    assert list(Store.open(tmp_path).quads()) == quads(3)


def test_the_version_before_the_last_is_kept_and_older_ones_go(tmp_path: Path) -> None:
    names = []
    for number in (1, 2, 3):
        names.append(publish(quads(number), tmp_path))
        os.utime(tmp_path / "versions" / names[-1], (number, number))
    assert versions(tmp_path) == set(names[1:])


def test_the_same_graph_again_writes_nothing_new(tmp_path: Path) -> None:
    version = publish(quads(1), tmp_path)
    before = (tmp_path / "versions" / version / "graph.nq").stat().st_ino
    assert publish(quads(1), tmp_path) == version
    assert (tmp_path / "versions" / version / "graph.nq").stat().st_ino == before
    assert versions(tmp_path) == {version}


def test_a_publish_that_fails_leaves_the_old_graph(tmp_path: Path) -> None:
    def breaking() -> Iterator[ox.Quad]:
        yield from quads(2)
        raise RuntimeError("the source of quads broke")

    old = publish(quads(1), tmp_path)
    with pytest.raises(RuntimeError, match="the source of quads broke"):
        publish(breaking(), tmp_path)
    assert (current_version(tmp_path), versions(tmp_path)) == (old, {old})


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(KgError) as caught:
        publish(quads(1), tmp_path / "file")
    assert caught.value.what == "the store cannot be written"
    assert caught.value.where == str(tmp_path / "file")
    assert caught.value.fix == "check the folder and free space"


def test_a_disk_that_refuses_the_new_version_leaves_the_old(tmp_path: Path) -> None:
    old = publish(quads(1), tmp_path)
    new = Store.in_memory(quads(2)).version
    # A file where the version's folder would go: rmtree cannot clear it, so moving the draft there fails.
    (tmp_path / "versions" / new).write_text("in the way", "utf-8")
    with pytest.raises(KgError, match="the store cannot be written"):
        publish(quads(2), tmp_path)
    assert current_version(tmp_path) == old
    assert list(Store.open(tmp_path).quads()) == quads(1)
    assert versions(tmp_path) == {old, new}


def test_the_draft_of_a_killed_build_is_removed_by_the_next(tmp_path: Path) -> None:
    publish(quads(1), tmp_path)
    draft = tmp_path / "versions" / ".draft-killed"
    draft.mkdir()
    (draft / "graph.nq").write_text("half a graph", "utf-8")
    version = publish(quads(2), tmp_path)
    assert not draft.exists()
    assert list(Store.open(tmp_path).quads()) == quads(2)
    assert {path.name for path in tmp_path.iterdir()} == {"CURRENT", "LOCK", "versions"}
    assert version in versions(tmp_path)


def test_two_publishes_at_once_both_end_whole(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        names = list(pool.map(lambda number: publish(quads(*range(number, 200)), tmp_path), range(4)))
    store = Store.open(tmp_path)
    assert store.version in names
    assert set(store.quads()) == set(quads(*range(names.index(store.version), 200)))


def _publish(folder: Path, number: int) -> None:
    publish(quads(*range(number, 200)), folder)


def test_two_processes_at_once_both_end_whole(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_publish, args=(tmp_path, number)) for number in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    store = Store.open(tmp_path)
    wanted = {Store.in_memory(quads(*range(number, 200))).version: number for number in range(2)}
    assert set(store.quads()) == set(quads(*range(wanted[store.version], 200)))


def test_the_store_is_an_rdflib_dataset_too() -> None:
    dataset = Store.in_memory(quads(1, 2)).as_rdflib()
    assert set(dataset.subjects()) == {rdflib.URIRef("https://x/1"), rdflib.URIRef("https://x/2")}
