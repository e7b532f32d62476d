from hypothesis import given
from hypothesis import strategies as st

from kg.pages.pictures.svg import Frame, drawing, element, text
from tests.pages.pictures.drawn import named, read, texts
from tests.small import HOSTILE


def test_an_element_escapes_its_attributes_and_rounds_its_numbers() -> None:
    written = element("rect", x=1.50, y=2.0, class_="p-bar", stroke_width=1, title='a"<b>')
    assert written == '<rect x="1.5" y="2" class="p-bar" stroke-width="1" title="a&quot;&lt;b&gt;"/>'


def test_a_picture_names_itself_and_lets_nothing_in() -> None:
    frame = Frame("x", 10, 20, HOSTILE, f"{HOSTILE} & more")
    whole = drawing(frame, [text(HOSTILE, 1, 2)])
    assert "<script" not in whole
    assert named(read(whole)) == (HOSTILE, f"{HOSTILE} & more")
    assert (read(whole).get("viewBox"), read(whole).get("role")) == ("0 0 10 20", "img")
    assert " style=" not in whole


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")))
def test_any_text_reads_back(said: str) -> None:
    assert texts(read(drawing(Frame("x", 1, 1, "t", "d"), [text(said, 0, 0)]))) == [said]


def test_links_are_in_a_group_and_not_in_an_image() -> None:
    whole = read(drawing(Frame("x", 1, 1, "t", "d"), [element("a", element("rect"), href="/page/x")]))
    assert whole.get("role") == "group"
