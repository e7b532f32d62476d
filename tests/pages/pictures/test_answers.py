import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from kg.model.answer import Answer, Row
from kg.pages.pictures import answers as pictures
from kg.pages.pictures.answers import MOST_BARS, picture
from tests.model.answering import ANSWER, FULL
from tests.small import HOSTILE


def texts(svg: str | None) -> list[str]:
    assert svg is not None
    return [str(each.text) for each in ET.fromstring(svg).iter() if each.tag.endswith(("}text", "}title"))]


def test_bars_have_a_title_a_name_and_a_number_each() -> None:
    assert texts(picture(ANSWER, "en")) == ["Title: integer", "Department A · X, scheme/y", "1,234"]
    assert texts(picture(ANSWER, "th"))[0] == "ไทย Title: ไทย integer"


def test_only_the_first_rows_are_drawn() -> None:
    assert len(texts(picture(replace(ANSWER, rows=(FULL,) * 60), "en"))) == 1 + 2 * MOST_BARS


def test_names_are_escaped_and_cut() -> None:
    hostile = replace(ANSWER, labels={"agency/a": {"en": HOSTILE * 3}})
    assert "<script" not in str(picture(hostile, "en"))
    assert max(len(text) for text in texts(picture(hostile, "en"))) == 46


def test_where_nothing_can_be_drawn_there_is_no_picture() -> None:
    assert picture(replace(ANSWER, rows=()), "en") is None
    assert picture(replace(ANSWER, columns=ANSWER.columns[:2], rows=(Row(FULL.cells[:2]),)), "en") is None
    zero = Row((*FULL.cells[:2], 0, *FULL.cells[3:]))
    assert picture(replace(ANSWER, rows=(zero,)), "en") is None


def test_a_view_may_have_a_picture_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def own(answer: Answer, language: str) -> str:
        return f"<svg>{answer.name} {language}</svg>"

    monkeypatch.setattr(pictures, "PICTURES", {"streaks": own})
    assert picture(ANSWER, "th") == "<svg>streaks th</svg>"
