import pickle

import pytest

from kg import errors
from kg.errors import DataError, InvalidGraph, KgError, NotFound, QueryRefused, SyntaxFault, UsageError

EXIT_STATUS = {
    KgError: 2,
    DataError: 1,
    InvalidGraph: 1,
    SyntaxFault: 1,
    QueryRefused: 2,
    NotFound: 2,
    UsageError: 2,
}


def test_every_class_states_its_exit_status() -> None:
    classes = {each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, KgError)}
    assert {each: each.exit_status for each in classes} == EXIT_STATUS


def test_the_tree_drawn_at_the_top_is_the_tree() -> None:
    assert DataError.__mro__[1] is KgError
    assert InvalidGraph.__mro__[1] is DataError
    assert {each.__mro__[1] for each in (SyntaxFault, QueryRefused, NotFound, UsageError)} == {KgError}


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (KgError("is wrong"), "is wrong"),
        (KgError("is wrong", where="a.json:3"), "a.json:3: is wrong"),
        (KgError("is wrong", why="of this"), "is wrong: of this"),
        (KgError("is wrong", fix="do that"), "is wrong; do that"),
        (KgError("is wrong", details=["b", "c"]), "is wrong (and 2 more)"),
        (
            KgError("is wrong", where="a", why="of this", fix="do that", details=["b"]),
            "a: is wrong: of this; do that (and 1 more)",
        ),
    ],
)
def test_one_line_says_where_what_why_and_what_to_do(error: KgError, line: str) -> None:
    assert str(error) == line


@pytest.mark.parametrize("kind", sorted(EXIT_STATUS, key=lambda kind: kind.__name__))
def test_an_error_travels_whole_between_processes(kind: type[KgError]) -> None:
    sent = kind("คำ", where="a:1", why="เพราะ", fix="แก้", details=["หนึ่ง", "สอง"])
    came = pickle.loads(pickle.dumps(sent))
    assert type(came) is kind
    assert (came.what, came.where, came.why, came.fix, came.details) == ("คำ", "a:1", "เพราะ", "แก้", ("หนึ่ง", "สอง"))
    assert str(came) == str(sent)
