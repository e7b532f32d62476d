"""A copy of a database that is brought to what it must hold."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.changedcopy import Before, changed_copy
from kg.graph.quads import integer, node
from kg.graph.store import Store, nquads, publish

Number = tuple[int, int]
"""The graph and the number of a quad."""
SAID = {(graph, number) for graph in range(5) for number in range(100)}


def quad(said: Number) -> ox.Quad:
    graph, number = said
    return ox.Quad(node(f"https://x/{number}"), node("https://x/p"), integer(number), node(f"https://x/graph/{graph}"))


def lines(said: set[Number]) -> list[bytes]:
    return nquads(map(quad, said)).splitlines(keepends=True)


def before(folder: Path, said: set[Number]) -> Before:
    database = ox.Store(str(folder))
    database.extend(map(quad, said))
    database.flush()
    return Before(folder, lines(said))


def graphs(said: set[Number]) -> set[str]:
    return {f"https://x/graph/{graph}" for graph, _ in said}


@given(
    st.sets(st.sampled_from(sorted(SAID)), max_size=12),
    st.sets(st.tuples(st.integers(3, 7), st.integers(100, 110)), max_size=12),
)
def test_a_copy_holds_what_it_must_and_the_first_is_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, gone: set[Number], come: set[Number]
) -> None:
    folder = tmp_path_factory.mktemp("copy")
    first, wanted = before(folder / "first", SAID), SAID - gone | come
    made = changed_copy(first, folder / "second", lines(wanted))
    assert made is not None
    assert set(made) == set(map(quad, wanted))
    assert {graph.value for graph in made.named_graphs()} == graphs(wanted)
    assert set(ox.Store.read_only(str(first.database))) == set(map(quad, SAID))


def test_a_graph_whose_last_statement_went_is_named_no_longer(tmp_path: Path) -> None:
    said = SAID | {(9, 1)}
    made = changed_copy(before(tmp_path / "first", said), tmp_path / "second", lines(SAID))
    assert made is not None
    assert {graph.value for graph in made.named_graphs()} == graphs(SAID)


def test_much_that_changes_is_better_loaded(tmp_path: Path) -> None:
    first = before(tmp_path / "first", SAID)
    assert changed_copy(first, tmp_path / "second", lines({each for each in SAID if each[1] >= 6})) is None
    assert changed_copy(None, tmp_path / "second", lines(SAID)) is None
    assert not (tmp_path / "second").exists()


def test_blank_nodes_are_not_compared_by_their_labels(tmp_path: Path) -> None:
    first = before(tmp_path / "first", SAID)
    for line in (
        b"_:b <https://x/p> <https://x/o> <https://x/g> .\n",
        b"<https://x/s> <https://x/p> _:b <https://x/g> .\n",
    ):
        assert changed_copy(first, tmp_path / "second", [*lines(SAID), line]) is None


def test_a_database_that_holds_something_else_is_not_trusted(tmp_path: Path) -> None:
    first = before(tmp_path / "first", {each for each in SAID if each[1]})
    lying = Before(first.database, lines(SAID))
    assert changed_copy(lying, tmp_path / "second", lines(SAID | {(9, 1)})) is None
    assert changed_copy(Before(tmp_path / "none", lines(SAID)), tmp_path / "third", lines(SAID | {(9, 1)})) is None


def test_a_version_after_a_small_change_shares_the_files_of_the_one_before(tmp_path: Path) -> None:
    publish(map(quad, SAID), tmp_path)
    version = publish(map(quad, SAID | {(9, 1)}), tmp_path)
    store = Store.open(tmp_path)
    assert version == store.version == Store.in_memory(map(quad, SAID | {(9, 1)})).version
    assert set(store.quads()) == set(map(quad, SAID | {(9, 1)}))
    tables = (tmp_path / "versions" / version / "database").glob("*.sst")
    assert any(table.stat().st_nlink > 1 for table in tables)
