from dataclasses import replace

from kg.model.answer import Answer, Column, Kind, Row
from kg.pages.pictures.league import MOST, league, shares, tally
from kg.views.completeness import columns as completeness_columns
from kg.views.winners import columns as winner_columns
from tests.pages.pictures.drawn import NAMES, read, texts

LABELS = {"agency/a": {"th": "กรม ก", "en": "Department A"}, "edition/e": {"en": "Award 2020"}, "aw:won": {"en": "won"}}


def answer(columns: tuple[Column, ...], *rows: tuple[object, ...]) -> Answer:
    title = {"th": "ชื่อ", "en": "Title"}
    return Answer("x", title, {}, columns, tuple(Row(row) for row in rows), labels=LABELS)  # type: ignore[arg-type]


def bars(picture: Answer | str) -> list[float]:
    return [
        float(each.get("width", "0"))
        for each in read(picture).iterfind(".//s:rect", NAMES)  # type: ignore[arg-type]
        if each.get("class") == "p-bar"
    ]


def test_ranks_names_spans_and_numbers_are_those_of_the_table() -> None:
    given = answer(
        winner_columns(),
        ("agency/a", 8, 4, 2, 2018, 2021, ()),
        ("agency/b", 4, 4, 2, 2020, 2020, ()),
        ("agency/c", 0, 0, 0, None, None, ()),
    )
    drawn = league(given, "th", lambda ref: f"/page/{ref}")
    assert drawn is not None
    assert texts(read(drawn.svg)) == ["กรม ก", "8", "2561–2564", "1", "agency/b", "4", "2563", "2"]
    assert [each.get("href") for each in read(drawn.svg).iterfind(".//s:a", NAMES)] == [
        "/page/agency/a",
        "/page/agency/b",
    ]
    long, short = bars(drawn.svg)
    assert long == 2 * short


def test_only_so_many_rows_are_drawn_and_the_words_say_of_how_many() -> None:
    given = answer(winner_columns(), *(("agency/a", 3, 1, 1, 2020, 2020, ()) for _ in range(60)))
    drawn = league(given, "en", str)
    assert drawn is not None
    assert len(bars(drawn.svg)) == MOST
    assert drawn.told.startswith(f"The first {MOST} of 60 rows by awards.")


def test_a_share_has_the_declared_total_behind_it() -> None:
    given = answer(
        completeness_columns(),
        ("edition/x", None, 2021, None, None, 5, 5, None, None),
        ("edition/e", None, 2020, 20, True, 10, 10, 10, 0.5),
        ("edition/e", "category/c", 2020, 4, True, 4, 4, 0, 1.0),
    )
    drawn = shares(given, "en", lambda ref: "")
    assert drawn is not None
    picture = read(drawn.svg)
    assert texts(picture) == ["Award 2020", "10 of 20", "2020", "edition/x", "5 (total unknown)", "2021"]
    [pale] = [each for each in picture.iterfind(".//s:rect", NAMES) if each.get("class") == "p-tint"]
    assert float(pale.get("width", "")) == 2 * bars(drawn.svg)[0]
    assert drawn.told.startswith("2 of 2 editions; a total is declared for 1.")
    assert shares(replace(given, rows=given.rows[2:]), "en", str) is None


def test_a_tally_counts_each_thing_once_for_each_value() -> None:
    columns = (
        Column("claim", Kind.REF, {"en": "claim"}), Column("verdict", Kind.REFS, {"en": "verdict", "th": "ผล"})
    )  # fmt: skip
    given = answer(
        columns,
        ("claim/1", ("aw:won",)),
        ("claim/1", ("aw:won",)),
        ("claim/2", ("aw:won", "aw:lost")),
        ("claim/3", None),
    )
    drawn = tally(given, "verdict", "claim", "en")
    assert drawn is not None
    assert texts(read(drawn.svg)) == ["won", "2", "aw:lost", "1"]
    assert drawn.told == "2 in all, counted by verdict."
    each_row = tally(given, "verdict", "", "en")
    assert each_row is not None
    assert texts(read(each_row.svg)) == ["won", "3", "aw:lost", "1"]
    assert tally(replace(given, rows=given.rows[3:]), "verdict", "claim", "en") is None
    assert tally(given, "no such column", "claim", "en") is None
