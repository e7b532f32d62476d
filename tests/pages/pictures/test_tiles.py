import csv
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.model.answer import Answer, Row
from kg.pages.pictures.tiles import SHADES, grid, shade, steps, tiles
from kg.views.smaller import province_columns
from tests.factory import REPO
from tests.pages.pictures.drawn import NAMES, read, texts


def answer(**counts: int) -> Answer:
    rows = tuple(Row((f"place/{place.replace('_', '-')}", count, 1, 2020, 2021)) for place, count in counts.items())
    return Answer("provinces", {"en": "Provinces", "th": "จังหวัด"}, {}, province_columns(), rows)


def test_the_map_has_every_province_once_under_the_names_of_the_registry() -> None:
    with (REPO / "data" / "registry" / "provinces.csv").open(encoding="utf-8", newline="") as file:
        registry = {f"place/{row['id']}": {"th": row["name_th"], "en": row["name_en"]} for row in csv.DictReader(file)}
    assert {tile.place: dict(tile.name) for tile in grid()} == registry
    assert len({(tile.column, tile.row) for tile in grid()}) == len(grid()) == 77
    assert all(len({tile.short[language] for tile in grid()}) == 77 for language in ("th", "en"))


def test_a_tile_has_its_number_and_a_link_where_there_are_awards() -> None:
    drawn = tiles(answer(TH_50=1200, TH_10=3, c_asean=9), "en", lambda ref: f"/page/{ref}")
    assert drawn is not None
    picture = read(drawn.svg)
    assert [each.get("href") for each in picture.iterfind(".//s:a", NAMES)] == [
        "/page/place/TH-10",
        "/page/place/TH-50",
    ]
    said = texts(picture)
    assert said[said.index("CMI") + 1] == "1,200"
    assert len(picture.findall(".//s:rect", NAMES)) == 77 + len(steps(1200))
    assert drawn.told == (
        "Awards lie in 2 of 77 provinces. Most: Chiang Mai (1,200). 1 more places are not on the map: see the table."
        " The deeper the shade, the more awards."
    )


def test_without_a_province_there_is_no_map() -> None:
    assert tiles(answer(c_asean=9), "en", str) is None
    assert tiles(answer(), "en", str) is None


@given(st.integers(1, 10**6))
def test_shades_grow_with_the_count_and_the_most_is_the_deepest_in_use(most: int) -> None:
    limits = steps(most)
    assert limits[0] == 1
    assert all(low < high for low, high in pairwise(limits))
    assert len(limits) < len(SHADES)
    assert shade(0, limits) == 0
    assert shade(1, limits) >= 1
    assert shade(most, limits) == len(limits)
