"""People in English texts."""

import pytest

from kg.extract.english.persons import find_persons


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mr Tom Ink and Mrs. Ann O’Pen came", [("Tom Ink", "Mr"), ("Ann O’Pen", "Mrs.")]),
        ("Associate Professor Dr. Ann Pen said", [("Ann Pen", "Associate Professor Dr.")]),
        ("H.E. Mr. Tom B. Ink", [("Tom B. Ink", "H.E. Mr.")]),
        ("Prime Minister Tom Ink spoke", [("Tom Ink", "")]),
        ("project manager Ann Pen took it", [("Ann Pen", "")]),
        ("Ann Pen, head of the lab, won", [("Ann Pen", "")]),
        ("Ann Pen, 34, won", [("Ann Pen", "")]),
        ("Ann Pen said", [("Ann Pen", "")]),
        ("Mr Tom Ink won. Later Mr Ink spoke", [("Tom Ink", "Mr"), ("Tom Ink", "Mr")]),
        ("Dr Simeon Park Director", [("Simeon Park", "Dr")]),
        ("Hill Hospital said", []),
        ("Chief Executive Officer of Blue Ink", []),
        ("Best Website, head of the class", []),
    ],
)
def test_a_title_a_post_or_a_verb_of_speaking_shows_a_person(text: str, people: list[tuple[str, str]]) -> None:
    assert [(person.name, person.title) for person in find_persons(text)] == people
