"""English texts that nobody writes: nothing breaks, every place lies within the text."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.document import Document
from tests.extract.english.stories import extractor

LISTS = ("conferments", "candidacies", "people", "events", "streaks", "counts")
PIECES = [
    "The ",
    "Ministry of Parks ",
    "Department of ",
    "Hospital ",
    "Mr ",
    "Dr Ann Lee ",
    "said ",
    "that ",
    "won ",
    "received ",
    "was awarded ",
    "the ",
    "Award ",
    "Awards 2023 ",
    "Best ",
    "Gold Award ",
    "in the ",
    "category ",
    "and ",
    "of ",
    "for ",
    "at ",
    ", ",
    ". ",
    "“",
    "” ",
    "(",
    ")",
    "1. ",
    "\n",
    "Ceremony ",
    "held at ",
    "3 May 2023 ",
    "presented ",
    "to ",
    "from ",
    "Ellery Public Service Prize ",
    "third consecutive year ",
    "two awards ",
    "Hall ",
    "project ",
    "Ltd ",
    "A",
    ":",
    "- ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_is_sent_is_answered_with_places_within_it(text: str) -> None:
    text = "The award. " + text
    found = extractor("ellery").extract(Document("doc", text, "text/plain")).as_json(everything=True, quote=True)
    rows = [row for name in LISTS for row in found[name]]
    places = [place for row in rows for place in [(row["start"], row["end"]), *row["spans"].values()]]
    assert [place for place in places if not 0 <= place[0] < place[1] <= len(text)] == []
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@pytest.mark.parametrize(
    "unit", [*PIECES, "Best Award and ", "Mr Aa ", "Aa won the Best Award. ", "“Aa” by ", "she won "]
)
def test_one_thing_over_and_over_behind_a_sentence_leaves_the_sentence(unit: str) -> None:
    text = "Hill Hospital won the Blue Ink Award 2023.\n" + unit * 1500
    rows = extractor("ellery").extract(Document("doc", text, "text/plain")).as_json(everything=True)["conferments"]
    assert (rows[0]["recipient"], rows[0]["scheme"], rows[0]["year"]) == ("Hill Hospital", "Blue Ink Award", 2023)
