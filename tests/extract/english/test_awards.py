"""Awards as English texts name them: scheme, category, level, year."""

import pytest

from kg.extract.english.awards import find_awards
from kg.extract.english.mentions import EnglishFinder
from kg.extract.english.sentences import in_sentences
from kg.extract.lexicon import Lexicon


def found(text: str) -> list[tuple[str, int | None, str, str]]:
    text, lexicon = in_sentences(text), Lexicon()
    awards = find_awards(text, EnglishFinder(lexicon).mentions(text), lexicon)
    return [(award.scheme_name, award.year, " / ".join(award.categories), award.level) for award in awards]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("won the 2023 Blue Ink Award", [("Blue Ink Award", 2023, "", "")]),
        ("won the Blue Ink Awards (2023)", [("Blue Ink Awards", 2023, "", "")]),
        ("won the Blue Ink Award for B.E. 2563", [("Blue Ink Award", 2020, "", "")]),
        ("won the Blue Ink Award for FY2021", [("Blue Ink Award", 2021, "", "")]),
        ("won the Blue Ink Award on 3 May 2023", [("Blue Ink Award", None, "", "")]),
        (
            "won the Blue Ink Award in 2015 and 2016",
            [("Blue Ink Award", 2015, "", ""), ("Blue Ink Award", 2016, "", "")],
        ),
        ("In 2015 it won the Blue Ink Award", [("Blue Ink Award", 2015, "", "")]),
        ("won the Gold Award at the Blue Ink Awards", [("Blue Ink Awards", None, "", "Gold")]),
        ("won Best Pen at the Blue Ink Awards", [("Blue Ink Awards", None, "Best Pen", "")]),
        ("won the Best Pen Award at the Blue Ink Awards", [("Blue Ink Awards", None, "Best Pen", "")]),
        ("won the Blue Ink Award in the Green Pen category", [("Blue Ink Award", None, "Green Pen", "")]),
        ("won the Blue Ink Award (Outstanding)", [("Blue Ink Award", None, "", "Outstanding")]),
        ("named Pen of the Year", [("Pen of the Year", None, "", "")]),
        ("won a silver medal at the Ink Exhibition 2020", [("Ink Exhibition", 2020, "", "silver medal")]),
        ("won the President’s Award for Fine Writing", [("President’s Award for Fine Writing", None, "", "")]),
        ("an award-winning firm was awarded a contract", []),
        ("the award was given", []),
    ],
)
def test_what_is_said_of_an_award_is_read_with_it(text: str, awards: list[tuple[str, int | None, str, str]]) -> None:
    assert found(text) == awards


def test_a_short_name_is_the_full_one() -> None:
    text = "The Northern Blue Ink Award was given. The Blue Ink Award is old."
    assert [name for name, *_ in found(text)] == ["Northern Blue Ink Award", "Northern Blue Ink Award"]
