from dataclasses import replace
from itertools import combinations

import pytest

from kg.model.answer import Network
from kg.pages.pictures.network import MOST_LABELS, MOST_LINKS, group_labels, network, node_labels, plan_of
from tests.pages.pictures.drawn import NAMES, named, read, texts
from tests.pages.pictures.networks import answer
from tests.small import HOSTILE


def nowhere(_: str) -> str:
    return ""


@pytest.mark.parametrize("nodes", [2, 30, 300])
def test_each_node_and_each_edge_of_the_table_is_drawn(nodes: int) -> None:
    given = answer(nodes)
    assert given.network is not None
    drawn = network(given, "en", lambda ref: f"/page/{ref}")
    assert drawn is not None
    picture = read(drawn.svg)
    marks = [each.get("href") for each in picture.iterfind(".//s:a", NAMES)]
    assert marks == ([f"/page/{row.cells[0]}" for row in given.rows] if nodes <= MOST_LINKS else [])
    tips = [each.text for each in picture.iterfind(".//s:title", NAMES)][1:]
    assert tips == [given.label(str(row.cells[0]), "en") for row in given.rows]
    edges = [each for each in picture.iterfind(".//s:line", NAMES) if each.get("class") == "p-edge"]
    assert len(edges) == len(given.network.edges)
    dashed = [each for each in edges if each.get("stroke-dasharray")]
    assert len(dashed) == sum(edge.bridge for edge in given.network.edges)
    assert named(picture)[1] == drawn.told
    assert drawn.told.startswith(f"{nodes} nodes, {len(edges)} ties, ")


def test_thousands_are_dots_in_the_discs_of_their_communities() -> None:
    given = answer(3000)
    assert given.network is not None
    drawn = network(given, "th", nowhere)
    assert drawn is not None
    circles = read(drawn.svg).findall(".//s:circle", NAMES)
    communities = {node.measures["community"] for node in given.network.nodes}
    dots = [each for each in circles if each.get("r") == "1.8"]
    assert len(dots) + 2 * min(len(communities), 400) == len(circles)
    left = 3000 - len(dots)
    assert (f"ไม่ได้วาดมีอีก {left:,} โหนด" in drawn.told) == (left > 0)
    assert f"เครือข่าย 3,000 โหนด {len(given.network.edges):,} ความเชื่อมโยง แบ่งเป็น {len(communities)} กลุ่ม" in drawn.told


@pytest.mark.parametrize("nodes", [30, 300, 3000])
@pytest.mark.parametrize("language", ["th", "en"])
def test_no_name_lies_over_another(nodes: int, language: str) -> None:
    given = answer(nodes)
    assert given.network is not None
    plan = plan_of(given.network)
    labels = (group_labels if plan.grouped else node_labels)(given, plan, language)
    assert len(labels) > 0
    assert plan.grouped or len(labels) <= MOST_LABELS
    assert not any(one.box.overlaps(two.box) for (_, one), (_, two) in combinations(labels, 2))
    assert all(label.box.inside(plan.layout.width, plan.layout.height) for _, label in labels)
    assert len({place for place, _ in labels}) == len(labels)


def test_the_same_answer_gives_the_same_bytes_and_shapes_tell_kinds_apart() -> None:
    given = answer(30)
    one, two = (network(given, "en", nowhere) for _ in range(2))
    assert one == two
    assert one is not None
    rings = [each for each in read(one.svg).iterfind(".//s:circle", NAMES) if each.get("class") == "p-ring"]
    people = sum(str(row.cells[0]).startswith("person/") for row in given.rows)
    assert len(rings) == people + 1  # and one in the legend
    assert [each for each in texts(read(one.svg)) if each in ("Agencies", "People")] == ["Agencies", "People"]


def test_names_are_escaped_and_communities_found_where_the_view_has_none() -> None:
    given = answer(30)
    assert given.network is not None
    bare = Network(tuple(replace(node, measures={"degree": 1}) for node in given.network.nodes), given.network.edges)
    hostile = replace(given, network=bare, labels={row.cells[0]: {"en": HOSTILE} for row in given.rows})  # type: ignore[misc]
    drawn = network(hostile, "en", nowhere)
    assert drawn is not None
    assert "<script" not in drawn.svg
    assert HOSTILE in "".join(texts(read(drawn.svg)))


def test_without_edges_there_is_nothing_to_draw() -> None:
    given = answer(30)
    assert network(replace(given, network=None), "en", nowhere) is None
    assert network(replace(given, network=Network((), ())), "en", nowhere) is None
