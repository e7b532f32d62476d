from markupsafe import Markup

from kg.pages.pictures.bars import MOST_YEARS, YearBar, by_year, in_cell
from kg.terms.foreign import SVG
from kg.text.dates import to_be
from tests.pages.pictures.drawn import NAMES, named, read, texts


def test_a_bar_for_each_year_and_room_for_those_without() -> None:
    picture = read(
        by_year([YearBar(2020, 4), YearBar(2022, 1)], "Awards", "See the table", label=lambda year: str(to_be(year)))
    )
    assert texts(picture) == ["2563", "4", "2564", "2565", "1"]
    assert named(picture) == ("Awards", "See the table")
    heights = [float(bar.get("height", "")) for bar in picture.iterfind(".//s:rect", NAMES)]
    assert heights == [110, 27.5]


def test_no_years_no_picture_and_many_years_the_last() -> None:
    assert by_year([], "t", "d") == Markup()
    picture = read(by_year([YearBar(1900, 1), YearBar(2020, 1)], "t", "d"))
    shown = [each for each in texts(picture) if len(each) == 4]
    assert (len(shown), shown[-1]) == (MOST_YEARS, "2020")


def test_the_bar_of_a_cell_is_as_long_as_its_share_and_silent() -> None:
    assert str(in_cell(0.5)) == (
        '<svg viewBox="0 0 100 10" width="100" height="10" preserveAspectRatio="none" aria-hidden="true"'
        ' class="in-cell"><rect width="50" height="10" class="p-bar" fill="#0b5a8a"/></svg>'
    )
    assert "rect" not in in_cell(0)
    assert 'width="100" height="10" class="p-bar"' in in_cell(7)
    assert SVG not in in_cell(0.5)
