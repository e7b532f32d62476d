from kg.views.awards import Award, Bodies
from kg.views.smaller import near_misses, provinces, timeline
from tests.views.making import awards, cells, choice, editions, note, won


def test_near_misses_and_whether_they_won_after_all() -> None:
    def candidate(ref: str, recipient: str) -> Award:
        return Award(
            f"candidacy/{ref}", (f"agency/{recipient}",), ("edition/e-2020",), statuses=("aw:statusShortlisted",)
        )

    given = awards(won("1", "dbd"), missed=(candidate("1", "dbd"), candidate("2", "dga")))
    result = near_misses(given, choice())
    assert cells(result) == [
        ("agency/dbd", "edition/e-2020", None, 2020, ("aw:statusShortlisted",), True),
        ("agency/dga", "edition/e-2020", None, 2020, ("aw:statusShortlisted",), False),
    ]
    assert result.rows[0].proof == ("candidacy/1",)
    assert note(near_misses(given, choice(from_=2021)), "empty") == "no near-miss fits, or no document tells of one"


def test_awards_of_each_year_with_the_years_not_held() -> None:
    given = awards(
        won("1", "dbd", edition="e-2019", works=["work/w"]), won("2", "dbd", "dga", edition="e-2019"),
        won("3", "dbd", edition="e-2021"), editions=editions(e_2020=False),
    )  # fmt: skip
    result = timeline(given, choice())
    assert cells(result) == [
        (2019, "scheme/e", 2, 2, 1, True), (2020, "scheme/e", 0, 0, 0, False), (2021, "scheme/e", 1, 1, 0, True)
    ]  # fmt: skip
    assert result.rows[0].proof == ("conferment/1", "conferment/2")
    assert note(timeline(awards(), choice()), "empty") == "the graph holds no awards yet"


def test_awards_of_each_province() -> None:
    bodies = Bodies(
        unit_of={"unit/u": "agency/a"}, places={"agency/a": "place/town", "agency/b": "place/TH-50"},
        within={"place/town": "place/TH-50"},
    )  # fmt: skip
    given = awards(won("1", "a", "b"), won("2", "unit/u", edition="e-2021"), won("3", "elsewhere"), bodies=bodies)
    result = provinces(given, choice())
    assert cells(result) == [("place/TH-50", 2, 3, 2020, 2021)]
    assert note(result, "unplaced") == "of 1 of 3 awards no recipient has a known province"
