from dataclasses import replace

from kg.model.answer import Answer, Cell, Row
from kg.pages.pictures.matrix import MOST_ROWS, MOST_YEARS, matrix
from kg.views.streaks import columns
from tests.pages.pictures.drawn import NAMES, named, read, texts
from tests.small import HOSTILE


def answer(*rows: tuple[Cell, ...]) -> Answer:
    labels = {"agency/a": {"en": "Department A", "th": "กรม ก"}, "scheme/s": {"en": "Award", "th": "รางวัล"}}
    return Answer("streaks", {"en": "Streaks", "th": "ซ้อน"}, {}, columns(), tuple(map(Row, rows)), labels=labels)


RUN = ("agency/a", "scheme/s", None, 3, 2018, 2021, (2016, 2018, 2019, 2021), (2017,), (2020,))


def marks(svg: object, name: str) -> int:
    return sum(each.get("class") == name for each in read(svg).iter())  # type: ignore[arg-type]


def test_each_year_won_each_gap_and_each_year_not_held_is_marked() -> None:
    drawn = matrix(answer(RUN), "th", lambda ref: f"/page/{ref}")
    assert drawn is not None
    picture = read(drawn.svg)
    assert texts(picture)[:10] == [
        "2559", "2560", "2561", "2562", "2563", "2564", "นานที่สุด", "กรม ก", "รางวัล", "3"
    ]  # fmt: skip
    assert marks(drawn.svg, "p-bar p-won") == 4
    assert marks(drawn.svg, "p-mark p-gap") == 1 + 1  # and one in the legend
    assert marks(drawn.svg, "p-mark") == 1 + 1
    assert [each.get("href") for each in picture.iterfind(".//s:a", NAMES)] == ["/page/agency/a"]
    assert named(picture) == ("ซ้อน", drawn.told)
    assert "กรม ก 3 ครั้งติดต่อกันใน รางวัล (พ.ศ. 2561–2564)" in drawn.told


def test_the_run_is_drawn_from_its_first_to_its_last_year() -> None:
    drawn = matrix(answer(RUN), "en", lambda ref: "")
    assert drawn is not None
    won = [each for each in read(drawn.svg).iterfind(".//s:rect", NAMES) if each.get("class") == "p-bar p-won"]
    places = [float(each.get("x", "")) + 9 for each in won]
    run = next(each for each in read(drawn.svg).iterfind(".//s:rect", NAMES) if each.get("height") == "6")
    start, wide = float(run.get("x", "")), float(run.get("width", ""))
    assert (start, start + wide) == (places[1], places[3])


def test_schemes_as_a_whole_unless_categories_are_asked_for() -> None:
    narrow = (*RUN[:2], "category/c", 2, 2018, 2019, (2018, 2019), (), ())
    drawn = matrix(answer(RUN, narrow), "en", lambda ref: "")
    assert drawn is not None
    assert drawn.told.startswith("The 1 longest of 1 runs.")
    asked = matrix(replace(answer(RUN, narrow), parameters={"category": ("c",)}), "en", lambda ref: "")
    assert asked is not None
    assert "Award · category/c" in texts(read(asked.svg))
    assert marks(asked.svg, "p-bar p-won") == 2


def test_many_rows_and_years_are_cut_and_names_escaped() -> None:
    old = ("agency/b", "scheme/s", None, 2, 1950, 1951, (1950, 1951), (), ())
    drawn = matrix(replace(answer(*([RUN] * 60), old), labels={"agency/a": {"en": HOSTILE}}), "en", lambda ref: "")
    assert drawn is not None
    assert drawn.told.startswith(f"The {MOST_ROWS} longest of 61 runs.")
    assert "<script" not in drawn.svg
    both = matrix(answer(RUN, old), "en", lambda ref: "")
    assert both is not None
    assert [each for each in texts(read(both.svg)) if len(each) == 4 and each.isdigit()] == [
        str(year) for year in range(2022 - MOST_YEARS, 2022)
    ]
    assert matrix(answer(), "en", str) is None
