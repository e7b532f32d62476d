import pickle

from kg.model.stated import FIELDS, NEEDED, Cell, Stated, Statement, once

WON = Cell("๒๕๖๓", 3, 7, "2020")


def test_a_cell_means_its_value_or_its_words() -> None:
    assert (WON.meaning, Cell("ดี", 0, 2).meaning) == ("2020", "ดี")


def test_cells_of_a_field_in_order() -> None:
    branch, kind = Cell("ก", 0, 1), Cell("ข", 2, 3)
    said = Statement("conferment", (("category", branch), ("year", WON), ("category", kind)), 0, 7)
    assert list(said.all("category")) == [branch, kind]
    assert (said.first("year"), said.first("work")) == (WON, None)


def test_events_and_people_count_once_and_awards_as_often_as_they_are_stated() -> None:
    def event(at: int) -> Statement:
        return Statement("event", (("date", Cell("2020-12-03", at, at + 10)),), at, at + 10)

    def award(at: int) -> Statement:
        return Statement("conferment", (("recipient", Cell("ก", at, at + 1)),), at, at + 1)

    assert list(once([event(0), award(0), event(20), award(5), award(5)])) == [event(0), award(0), award(5)]


def test_a_person_with_another_part_is_said_again() -> None:
    people = [
        Statement("person", (("name", Cell("ก", 0, 1)), ("part", Cell("ก", 0, 1, part))), 0, 1)
        for part in ("chair", "presenter", "chair")
    ]
    assert list(once(people)) == people[:2]


def test_what_is_needed_is_a_field() -> None:
    assert {kind: set(names) - FIELDS[kind] for kind, names in NEEDED.items()} == {kind: set() for kind in FIELDS}


def test_it_travels_between_processes() -> None:
    stated = Stated((Statement("conferment", (("year", WON),), 0, 7),), "rule", "title")
    assert pickle.loads(pickle.dumps(stated)) == stated
