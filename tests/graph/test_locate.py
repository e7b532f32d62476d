import pyoxigraph as ox
import pytest

from kg.errors import DataError
from kg.graph.locate import Lines

A, B, P, Q = (ox.NamedNode(f"urn:{name}") for name in "abpq")
NAME = ox.Literal('say "a"\n', language="th")
GRAPH = ox.Quad(B, P, A, ox.NamedNode("urn:g"))
LINES = Lines.of([ox.Quad(B, Q, NAME), ox.Quad(A, Q, NAME), ox.Quad(A, P, B), GRAPH, GRAPH])


def words(lines: Lines, term: ox.NamedNode | ox.Literal, *bound: ox.NamedNode) -> tuple[str, str]:
    """The words of a place, and the statement that they stand in."""
    place = lines.find(term, [str(each) for each in bound])
    start, end = lines.line(place.start)
    return lines.text[place.start : place.end], lines.text[start:end]


def test_the_text_is_sorted_statements_each_once() -> None:
    assert LINES.text == (
        "<urn:a> <urn:p> <urn:b> .\n"
        '<urn:a> <urn:q> "say \\"a\\"\\n"@th .\n'
        "<urn:b> <urn:p> <urn:a> <urn:g> .\n"
        '<urn:b> <urn:q> "say \\"a\\"\\n"@th .\n'
    )


def test_a_value_stands_in_a_statement_about_the_first_thing_that_has_it() -> None:
    inside = 'say \\"a\\"\\n'
    assert words(LINES, NAME, B) == (inside, '<urn:b> <urn:q> "say \\"a\\"\\n"@th .')
    assert words(LINES, NAME, A, B) == (inside, '<urn:a> <urn:q> "say \\"a\\"\\n"@th .')
    assert words(LINES, B, A) == ("<urn:b>", "<urn:a> <urn:p> <urn:b> .")


def test_a_property_stands_between_the_things_that_it_relates() -> None:
    assert words(LINES, P, B, A) == ("<urn:p>", "<urn:a> <urn:p> <urn:b> .")


def test_a_thing_stands_where_something_is_said_of_it() -> None:
    lines = Lines.of([ox.Quad(A, P, B), ox.Quad(A, Q, NAME)])
    assert words(lines, A) == ("<urn:a>", "<urn:a> <urn:p> <urn:b> .")
    assert lines.find(A, [str(NAME)]).start == lines.text.index("\n") + 1


def test_what_cannot_be_pointed_at() -> None:
    with pytest.raises(DataError) as caught:
        LINES.find(NAME, [])
    assert caught.value.why == "none is about this row"
    with pytest.raises(DataError, match="stands in no statement"):
        LINES.find(ox.Literal("x"), [str(A)])


def test_a_value_that_stands_once_needs_no_thing() -> None:
    lines = Lines.of([ox.Quad(A, Q, NAME)])
    assert words(lines, NAME) == ('say \\"a\\"\\n', '<urn:a> <urn:q> "say \\"a\\"\\n"@th .')
