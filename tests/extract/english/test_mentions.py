"""Names in English texts, in their order."""

import pytest

from kg.extract.english.lexicon import english_lexicon
from kg.extract.english.mentions import EnglishFinder
from tests.extract.english.stories import ellery


def found(text: str) -> list[tuple[str, str, str]]:
    mentions = EnglishFinder(english_lexicon(ellery())).mentions(text)
    return [(mention.surface, mention.name, mention.parent) for mention in mentions if mention.group != "scheme"]


PARKS = "Ministry of Parks and Waterways"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MPW won", [("MPW", PARKS, "")]),
        ("Hill Hospital (HH) came; HH won", [("Hill Hospital", "Hill Hospital", ""), ("HH", "Hill Hospital", "")]),
        (
            "the Faculty of Ink, Lake University",
            [("Faculty of Ink, Lake University", "Faculty of Ink", "Lake University")],
        ),
        (
            "Hill Hospital, Lake University",
            [("Hill Hospital", "Hill Hospital", ""), ("Lake University", "Lake University", "")],
        ),
        ("Quayside won a prize", [("Quayside", "Quayside", "")]),
        ("Quayside was glad", []),
        ("Ann Pen won a prize", [("Ann Pen", "Ann Pen", "")]),
        ("Dr Ann Pen spoke. She won a prize", [("Dr Ann Pen", "Ann Pen", ""), ("She", "Ann Pen", "")]),
        (
            "Hill Hospital opened. The hospital has won",
            [("Hill Hospital", "Hill Hospital", ""), ("The hospital", "Hill Hospital", "")],
        ),
        ("won the Hill Hospital Award", []),
    ],
)
def test_who_is_meant(text: str, names: list[tuple[str, str, str]]) -> None:
    assert found(text) == names
