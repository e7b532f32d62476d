from hypothesis import given
from hypothesis import strategies as st

from kg.views.voices import Document, Press, Said, corroboration, groups, same_text
from tests.views.making import awards, cells, choice, note, won

A = won("1", "dbd")


def press(*documents: Document, **said: tuple[Said, ...]) -> Press:
    names = frozenset(each.source for each in documents)
    return Press(
        {"conferment/1": names}, {each.source: each for each in documents},
        {f"source/{name}": all_of for name, all_of in said.items()},
    )  # fmt: skip


def document(name: str, publisher: str = "", role: str = "aw:publisherPress", sha256: str = "") -> Document:
    return Document(f"source/{name}", publisher and f"agency/{publisher}", role, sha256)


def facts(*places: tuple[str, int], moved: int = 0) -> tuple[Said, ...]:
    return tuple(Said(("conferment/1", "aw:x", value), at + moved, at + moved + len(value)) for value, at in places)


def voices(of: Press) -> list[object]:
    return [row[1] for row in cells(corroboration(awards(A), choice(), of))]


def test_publishers_are_voices_and_documents_are_not() -> None:
    two = press(document("a", "x"), document("b", "y", "aw:publisherWinner"), document("c", "x"))
    assert cells(corroboration(awards(A), choice(), two)) == [
        (
            "conferment/1", 2, 3, ("agency/x", "agency/y"), ("aw:publisherPress", "aw:publisherWinner"), False,
            "edition/e-2020", ("source/a", "source/b", "source/c"),
        )
    ]  # fmt: skip


def test_documents_without_a_known_publisher_are_one_voice_together() -> None:
    assert voices(press(document("a"), document("b"))) == [1]
    assert voices(press(document("a"), document("b"), document("c", "x"))) == [2]


def test_the_same_text_is_one_voice_whoever_publishes_it() -> None:
    assert voices(press(document("a", "x", sha256="1"), document("b", "y", sha256="1"))) == [1]
    assert voices(press(document("a", "x", sha256="1"), document("b", "y", sha256="2"))) == [2]


PLACES = (("กรม", 10), ("รางวัล", 40), ("ดีเด่น", 70))


def test_a_release_printed_with_another_beginning_is_one_voice() -> None:
    first, second = document("a", "x"), document("b", "y")
    assert voices(press(first, second, a=facts(*PLACES), b=facts(*PLACES, moved=25))) == [1]
    # Two texts of their own say the same things at distances of their own.
    other = facts(("กรม", 5), ("รางวัล", 90), ("ดีเด่น", 20))
    assert voices(press(first, second, a=facts(*PLACES), b=other)) == [2]
    # Two values in common prove nothing.
    assert voices(press(first, second, a=facts(*PLACES[:2]), b=facts(*PLACES[:2]))) == [2]


def test_what_only_the_winner_says_is_marked() -> None:
    own = corroboration(awards(A), choice(), press(document("a", "dbd", "aw:publisherWinner")))
    assert cells(own)[0][5] is True
    assert note(own, "voices") == "0 of 1 awards are reported by more than one independent publisher"


def test_a_chain_of_likenesses_is_one_voice() -> None:
    one = [document("a", "x"), document("b", "x", sha256="1"), document("c", "y", sha256="1")]
    assert groups(one, {}) == [["source/a", "source/b", "source/c"]]


places = st.lists(st.tuples(st.sampled_from(["ก", "ขข", "คคค", "งงงง"]), st.integers(0, 200)), max_size=8, unique=True)


@given(places, places)
def test_likeness_has_no_direction(one: list[tuple[str, int]], two: list[tuple[str, int]]) -> None:
    assert same_text(facts(*one), facts(*two)) == same_text(facts(*two), facts(*one))


@given(places, st.integers(0, 500))
def test_a_text_is_like_itself_wherever_it_begins(said: list[tuple[str, int]], moved: int) -> None:
    distinct = {value for value, _ in said}
    assert same_text(facts(*said), facts(*said, moved=moved)) is (len(distinct) >= 3)
