import json
from pathlib import Path

from kg.graph.store import Store, publish
from kg.model.answerjson import to_json
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.catalogue import VIEWS, Views
from kg.views.derived import FOLDER, Desk, derived_views, read_derived
from tests.small import small_quads


def published(folder: Path) -> Store:
    publish(small_quads(), folder, derived_views(DEFAULT_BASE))
    return Store.open(folder)


def test_what_a_build_derives_is_what_the_views_answer(tmp_path: Path) -> None:
    store = published(tmp_path / "store")
    views = Views(store, DEFAULT_BASE)
    for name in VIEWS:
        derived = read_derived(store, name)
        assert derived is not None
        assert to_json(derived) == to_json(views.answer(name))


def test_the_desk_reads_what_was_derived_and_computes_the_rest(tmp_path: Path) -> None:
    store = published(tmp_path / "store")
    desk = Desk(store, DEFAULT_BASE)
    first = desk.answer("timeline")
    assert desk.answer("timeline", {"scheme": []}) is first
    assert "awards" not in vars(desk.views)
    assert [row["year"] for row in desk.answer("timeline", {"to": ["2563"]}).records()] == [2020]
    assert "awards" in vars(desk.views)


def test_a_file_that_cannot_be_used_is_not(tmp_path: Path) -> None:
    store = published(tmp_path / "store")
    assert store.nquads is not None
    file = store.nquads.parent / "derived" / FOLDER / "timeline.json"
    whole = json.loads(file.read_bytes())
    for broken in (b"{", b"[]", b"{}", json.dumps({**whole, "data": {"version": "other"}}).encode()):
        file.write_bytes(broken)
        assert read_derived(store, "timeline") is None
        assert Desk(store, DEFAULT_BASE).answer("timeline").rows != ()
    assert read_derived(Store.in_memory(small_quads()), "timeline") is None


def test_the_same_data_derive_again_only_where_the_rules_are_others(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    folder = tmp_path / "store"
    published(folder)
    publish(small_quads(), folder, derived_views(DEFAULT_BASE, lambda done, total: told.append((done, total))))
    assert told == []
    home = next((folder / "versions").iterdir()) / "derived"
    (home / FOLDER).rename(home / "views-0")
    publish(small_quads(), folder, derived_views(DEFAULT_BASE, lambda done, total: told.append((done, total))))
    assert told == [(done, len(VIEWS)) for done in range(len(VIEWS) + 1)]
    assert sorted(each.name for each in home.iterdir()) == ["views-0", FOLDER]
