import re

from kg.pages.language import LANGUAGES
from kg.pages.pictures.tell import at, join, name_of, number, place_of, sentences, tell, year
from tests.factory import REPO
from tests.model.answering import ANSWER, FULL

_FIELDS = re.compile(r"\{(\w+)\}")


def test_every_sentence_is_there_in_both_languages_with_the_same_figures() -> None:
    for key, said in sentences().items():
        assert set(said) == set(LANGUAGES), key
        assert len({frozenset(_FIELDS.findall(each)) for each in said.values()}) == 1, key


def test_every_sentence_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in (REPO / "kg" / "pages" / "pictures").glob("*.py"))
    assert [key for key in sentences() if f'"{key}"' not in code] == []


def test_numbers_have_thousands_and_empty_sentences_leave_no_gap() -> None:
    assert tell("network_group", "en", members=1234) == "community of 1,234"
    assert tell("lanes_best", "th", best="2563", count=1) == "มากที่สุดใน พ.ศ. 2563 (1 รางวัล)"
    assert join("a", "", "b") == "a b"


def test_cells_as_they_are_read() -> None:
    assert (year(2020, "th"), year(2020, "en")) == ("2563", "2020")
    assert (number(5), number(None), number("x")) == (5, 0, 0)
    assert (place_of(ANSWER, "refs"), place_of(ANSWER, "none")) == (1, None)
    assert (at(ANSWER, FULL, "integer"), at(ANSWER, FULL, "none")) == (1234, None)
    assert (name_of(ANSWER, "agency/a", "en"), name_of(ANSWER, None, "en")) == ("Department A", "")
