"""A view's answer as a file for programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg.errors import NotFound
from kg.export.answers import csv_of
from kg.export.network import write_network
from kg.pages.answerfiles import FILE_FORMS, answer_file, drawn_file, forms_of
from tests.model.answering import ANSWER

EMPTY = replace(ANSWER, rows=())


def test_an_answer_has_the_forms_that_its_rows_allow() -> None:
    assert forms_of(ANSWER, drawn=True) == tuple(FILE_FORMS) == ("csv", "json", "graphml", "gexf", "svg")
    assert forms_of(ANSWER, drawn=False) == ("csv", "json", "graphml", "gexf")
    assert forms_of(EMPTY, drawn=False) == ("csv", "json")


def test_each_form_is_what_its_writer_writes() -> None:
    assert answer_file(ANSWER, "csv", "th") == csv_of(ANSWER)
    assert answer_file(ANSWER, "gexf", "en") == write_network(ANSWER, "gexf", "en")
    assert answer_file(ANSWER, "svg", "en") == drawn_file(ANSWER, "en")
    said = json.loads(answer_file(ANSWER, "json", "en"))
    assert (said["name"], said["version"], len(said["rows"])) == ("streaks", "0123", 2)


def test_a_picture_is_in_its_language_or_is_refused_with_the_reason() -> None:
    thai, english = drawn_file(ANSWER, "th").decode(), drawn_file(ANSWER, "en").decode()
    assert "กรม ก" in thai
    assert "Department A" in english
    with pytest.raises(NotFound, match="there is no picture of streaks: it has no rows"):
        drawn_file(EMPTY, "en")
    numberless = replace(
        ANSWER, name="other", columns=ANSWER.columns[:1], rows=(replace(ANSWER.rows[0], cells=("agency/a",)),)
    )
    with pytest.raises(NotFound, match="its rows hold no numbers"):
        drawn_file(numberless, "en")
