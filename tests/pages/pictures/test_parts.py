from kg.pages.pictures.parts import cross, line, linked, tip
from tests.small import HOSTILE


def test_text_and_tips_are_escaped() -> None:
    assert "<script" not in line(HOSTILE, 1, 2) + tip(HOSTILE)
    assert line("a", 1, 2, "end", soft=True) == (
        '<text x="1" y="2" text-anchor="end" class="p-soft" fill="#566070" font-size="11">a</text>'
    )
    assert 'paint-order="stroke"' in line("a", 1, 2, halo=True)


def test_a_shape_is_linked_where_there_is_an_address() -> None:
    assert linked("<g/>", "") == "<g/>"
    assert linked("<g/>", "/page/a?x=1&y") == '<a href="/page/a?x=1&amp;y"><g/></a>'


def test_a_cross_goes_through_its_middle() -> None:
    assert 'd="M6.0 16.0l8 8m0 -8l-8 8"' in cross(10, 20)
