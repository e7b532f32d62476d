from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kg.model.answer import Answer, Row
from kg.pages.pictures.lanes import MOST_LANES, MOST_YEARS, lanes
from kg.views.smaller import timeline_columns
from tests.pages.pictures.drawn import NAMES, read, texts


def answer(*rows: tuple[int, str, int, bool]) -> Answer:
    cells = tuple(Row((year, scheme, count, count, 0, held)) for year, scheme, count, held in rows)
    return Answer(
        "timeline", {"en": "By year", "th": "รายปี"}, {}, timeline_columns(), cells, labels={"scheme/a": {"en": "A"}}
    )


def test_a_lane_for_each_scheme_below_the_sum_of_all() -> None:
    drawn = lanes(
        answer((2020, "scheme/a", 3, True), (2021, "scheme/a", 0, False), (2021, "scheme/b", 5, True)), "en", str
    )
    assert drawn is not None
    assert texts(read(drawn.svg)) == [
        "All schemes (2)", "8 awards", "3", "5", "scheme/b", "5 awards", "5", "A", "3 awards", "3", "2020", "2021",
        "not held",
    ]  # fmt: skip
    assert drawn.told == (
        "8 awards from 2020 to 2021. Bars are as high as their share of the highest in their own lane. Most in 2021: 5."
    )
    assert len([each for each in read(drawn.svg).iterfind(".//s:path", NAMES)]) == 2  # one in the legend


def test_one_scheme_needs_no_sum_and_none_no_picture() -> None:
    one = lanes(answer((2020, "scheme/a", 3, True)), "th", lambda ref: "")
    assert one is not None
    assert texts(read(one.svg)) == ["A", "3 รางวัล", "3", "2563"]
    assert lanes(answer((2020, "scheme/a", 0, False)), "en", str) is None


@given(
    st.dictionaries(st.tuples(st.integers(1990, 2025), st.integers(1, 30)), st.integers(1, 99), min_size=1, max_size=60)
)
def test_numbers_of_the_sum_add_up_to_the_table(counts: dict[tuple[int, int], int]) -> None:
    rows = [(year, f"scheme/{scheme}", count, True) for (year, scheme), count in counts.items()]
    drawn = lanes(answer(*rows), "en", lambda ref: "")
    assert drawn is not None
    by_year = Counter[int]()
    for (year, _), count in counts.items():
        by_year[year] += count
    first = max(min(by_year), max(by_year) - MOST_YEARS + 1)
    shown = [f"{by_year[year]:,}" for year in range(first, max(by_year) + 1) if by_year[year]]
    said = texts(read(drawn.svg))
    assert said[2 : 2 + len(shown)] == shown
    assert f"{by_year.total():,} awards" in drawn.told
    schemes = {scheme for _, scheme in counts}
    assert (f"Shown are the {MOST_LANES} of" in drawn.told) == (len(schemes) > MOST_LANES)
    earlier = sum(count for year, count in by_year.items() if year < first)
    assert (f"{earlier:,} more were given before {first}." in drawn.told) == (earlier > 0)
