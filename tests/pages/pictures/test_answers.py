from dataclasses import replace

import pytest
from markupsafe import Markup

from kg.model.answer import Answer, Row
from kg.pages.pictures import answers
from kg.pages.pictures.answers import PICTURES, draw, picture
from kg.pages.pictures.tell import Address, Drawn
from kg.views.catalogue import VIEWS
from tests.model.answering import ANSWER, FULL
from tests.pages.pictures.drawn import named, read, texts
from tests.small import HOSTILE


def test_every_picture_is_of_a_view() -> None:
    assert PICTURES.keys() <= VIEWS.keys()


def test_a_view_whose_own_picture_has_nothing_to_show_is_drawn_as_a_league() -> None:
    drawn = draw(ANSWER, "en")
    assert drawn is not None
    assert texts(read(drawn.svg)) == ["Department A", "1,234", "1"]
    assert named(read(drawn.svg)) == ("Title: integer", drawn.told)
    assert drawn.told == "The first 1 of 2 rows by integer. First is Department A with 1,234."
    assert str(drawn.svg) == picture(ANSWER, "en")
    thai = draw(ANSWER, "th")
    assert thai is not None
    assert thai.told == "แสดง 1 อันดับแรกจาก 2 รายการ เรียงตามไทย integer อันดับหนึ่งคือ กรม ก (1,234)"


@pytest.mark.parametrize("view", [*VIEWS, "unknown"])
def test_names_are_escaped_whatever_the_view(view: str) -> None:
    hostile = replace(ANSWER, name=view, labels={"agency/a": {"en": HOSTILE * 3}, "agency/b": {"th": HOSTILE}})
    drawn = str(picture(hostile, "en"))
    assert "<script" not in drawn
    assert "&lt;script" in drawn
    assert " style=" not in drawn
    assert drawn == str(picture(hostile, "en"))


def test_where_nothing_can_be_drawn_there_is_no_picture() -> None:
    assert picture(replace(ANSWER, rows=()), "en") is None
    assert picture(replace(ANSWER, columns=ANSWER.columns[:2], rows=(Row(FULL.cells[:2]),)), "en") is None
    zero = Row((*FULL.cells[:2], 0, *FULL.cells[3:]))
    assert picture(replace(ANSWER, rows=(zero,)), "en") is None


def test_a_view_may_have_a_picture_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def own(answer: Answer, language: str, address: Address) -> Drawn:
        return Drawn(Markup(f"<svg>{answer.name} {language} {address('x')}</svg>"), "")

    monkeypatch.setattr(answers, "PICTURES", {"streaks": own})
    assert picture(ANSWER, "th") == "<svg>streaks th </svg>"
