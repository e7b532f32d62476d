from kg.views.awards import Categories
from kg.views.streaks import streaks
from tests.views.making import awards, cells, choice, editions, note, proofs, won


def test_the_longest_run_of_each_recipient_and_scheme() -> None:
    given = awards(
        *(won(f"d{year}", "dbd", edition=f"e-{year}") for year in (2018, 2020, 2021, 2022)),
        won("x", "rd", edition="e-2020"), won("y", "rd", edition="f-2021"),
    )  # fmt: skip
    result = streaks(given, choice())
    assert cells(result) == [("agency/dbd", "scheme/e", None, 3, 2020, 2022, (2018, 2020, 2021, 2022), (2019,), ())]
    assert proofs(result) == [("conferment/d2018", "conferment/d2020", "conferment/d2021", "conferment/d2022")]
    single = streaks(given, choice(at_least=1))
    assert [row[:4] for row in cells(single)] == [
        ("agency/dbd", "scheme/e", None, 3), ("agency/rd", "scheme/f", None, 1), ("agency/rd", "scheme/e", None, 1)
    ]  # fmt: skip


def test_two_awards_in_one_edition_are_one_year() -> None:
    two = awards(
        won("1", "dbd", edition="e-2020"), won("2", "dbd", edition="e-2020"), won("3", "dbd", edition="e-2021")
    )
    assert [row[3:7] for row in cells(streaks(two, choice()))] == [(2, 2020, 2021, (2020, 2021))]


def test_editions_not_held_do_not_break_a_run() -> None:
    two = awards(won("1", "dbd", edition="e-2019"), won("2", "dbd", edition="e-2021"), editions=editions(e_2020=False))
    assert cells(streaks(two, choice())) == [("agency/dbd", "scheme/e", None, 2, 2019, 2021, (2019, 2021), (), (2020,))]
    assert cells(streaks(awards(*two.given), choice())) == []


def test_a_renamed_category_goes_on_and_a_split_one_does_not() -> None:
    two = (
        won("1", "dbd", edition="e-2020", categories=["category/old"]),
        won("2", "dbd", edition="e-2021", categories=["category/new"]),
    )
    renamed = Categories(replaces={"category/new": frozenset({"category/old"})})
    assert [row[2:4] for row in cells(streaks(awards(*two, categories=renamed), choice()))] == [
        (None, 2), ("category/new", 2)
    ]  # fmt: skip
    split = Categories(
        replaces={"category/new": frozenset({"category/old"}), "category/b": frozenset({"category/old"})}
    )
    assert [row[2:4] for row in cells(streaks(awards(*two, categories=split), choice()))] == [(None, 2)]


def test_an_award_counts_for_what_its_category_lies_under() -> None:
    broader = {"category/a": frozenset({"category/c"}), "category/b": frozenset({"category/c"})}
    two = awards(
        won("1", "dbd", edition="e-2020", categories=["category/a"]),
        won("2", "dbd", edition="e-2021", categories=["category/b"]),
        categories=Categories(broader=broader),
    )
    assert [row[2:4] for row in cells(streaks(two, choice()))] == [(None, 2), ("category/c", 2)]


def test_an_empty_table_says_why() -> None:
    assert note(streaks(awards(), choice()), "empty") == "the graph holds no awards yet"
    once = streaks(awards(won("1", "dbd")), choice())
    assert note(once, "empty") == "awards fit, but none reaches the least number, or is of whom or what was asked for"
