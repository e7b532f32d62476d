from kg.resolve.rewrite import rewritten
from tests.factory import record, thing, value

NAMES = {"conferment/b": "conferment/a", "agency/x": "agency/y"}


def canonical(ref: str) -> str:
    return NAMES.get(ref, ref)


def test_two_things_that_become_one_are_put_together() -> None:
    one = thing("conferment/a", "Conferment", spans=((1, 2),), recipient="agency/x", edition="edition/e-2020")
    two = thing("conferment/b", "Conferment", spans=((3, 4),), recipient=value("agency/y", (20, 30)), level="level/l")
    (found,) = rewritten(record(one, two), canonical).things
    assert (found.ref, found.spans) == ("conferment/a", ((1, 2), (3, 4)))
    assert found.says["recipient"] == (value("agency/y", (0, 10), (20, 30)),)
    assert (found.refs("edition"), found.refs("level")) == (("edition/e-2020",), ("level/l",))


def test_a_record_that_nothing_changes_in_is_the_same() -> None:
    plain = record(thing("conferment/a", "Conferment", recipient="agency/y", edition="edition/e-2020"))
    assert rewritten(plain, canonical) is plain
