from pyoxigraph import Quad

from kg.graph.quads import node
from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import RDF
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.changes import CORRECTED, GONE, NEW, Change, Difference, changes

IRIS = Iris()


def store(**awards: dict[str, str]) -> Store:
    """A store of awards, each a mapping from the name of a property to a reference."""
    graph = node(IRIS.source_graph("s"))
    quads = []
    for name, said in awards.items():
        award = node(IRIS.thing(f"conferment/{name}"))
        quads.append(Quad(award, node(RDF.type), node(AW.Conferment), graph))
        quads += [Quad(award, node(AW[key]), node(IRIS.thing(value)), graph) for key, value in said.items()]
    return Store.in_memory(quads)


FIRST = {"recipient": "agency/a", "edition": "edition/e-2020"}


def test_new_corrected_and_gone() -> None:
    old = store(kept=FIRST, mended={**FIRST, "level": "level/gold"}, gone={"recipient": "agency/b"})
    new = store(kept=FIRST, mended={**FIRST, "level": "level/silver"}, fresh=FIRST)
    assert changes(old, new, DEFAULT_BASE) == (
        Change(
            "conferment/fresh",
            NEW,
            (Difference("recipient", (), ("agency/a",)), Difference("edition", (), ("edition/e-2020",))),
        ),
        Change("conferment/mended", CORRECTED, (Difference("level", ("level/gold",), ("level/silver",)),)),
        Change("conferment/gone", GONE, (Difference("recipient", ("agency/b",), ()),)),
    )


def test_the_same_graph_has_no_changes_and_without_an_old_one_all_is_new() -> None:
    one = store(a=FIRST, b=FIRST)
    assert changes(one, one, DEFAULT_BASE) == ()
    assert [(each.award, each.kind) for each in changes(None, one, DEFAULT_BASE)] == [
        ("conferment/a", NEW),
        ("conferment/b", NEW),
    ]
