"""Texts that nobody writes but somebody sends: nothing breaks, and every place lies within the text."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.bodies import BodyFinder
from kg.extract.events import events
from kg.extract.figures import counts
from kg.extract.nearby import Page
from kg.extract.normal import Text
from kg.text.dates import PartialDate
from tests.extract.reading import OTHER, PRIZE, conferments, extract

LISTS = ("conferments", "candidacies", "people", "events", "streaks", "counts")
WON = f"กรมทดสอบได้รับ{PRIZE} ประจำปี 2566"
STORY = (
    f"วันที่ 12 กันยายน 2566 นายสมชาย ดินสอดี อธิบดีกรมทดสอบ เป็นประธานในพิธีมอบ{PRIZE} ณ หอประชุมดินสอ\n"
    f"{WON} เป็นปีที่ 3 ติดต่อกัน\n{OTHER} ได้แก่ 1. กรมตัวอย่าง 2. กรมทดสอบ จำนวน 2 รางวัล\n"
    f"กรมตัวอย่างผ่านเข้ารอบสุดท้าย{PRIZE}"
)
# What announcements are made of, and what breaks readers of them.
PIECES = [
    "กรมทดสอบ", "กทส.", "กรม", "สำนักงาน", "โรงเรียน", "รพ.", "บริษัท ", " จำกัด", "นาย", "นายสมชาย ใจดี", "ดร.", "อธิบดี",
    PRIZE, OTHER, "รางวัล", "สาขาการเขียนหนังสือ", "ระดับดีเด่น", "ชนะเลิศ", "ได้รับ", "มอบ", "ให้แก่", "ได้แก่", "โดย",
    "พิธี", "ณ ", "วันที่ ", "12 กันยายน 2566", "31 กุมภาพันธ์ 2566", "ปี 99999", "ประจำปี 2566", "2565 - 2566", "จำนวน ",
    "3 รางวัล", "3 ปีซ้อน", "เป็นปีที่ 2", "ผ่านเข้ารอบ", "จังหวัดทิวไม้", "ฯ", "1. ", "1) ", "- ", "•", "“", "”", '"', "(",
    ")", ",", ":", ".", "/", "\n", "\r\n", "\t", " ", "  ", "\u00a0", "\u200b", "\ufeff", "\0", "ำ", "ํา", "่", "เเ", "๓",
    "٣", "²", "99999999999", "1,000,000,000", "Golden Pencil Awards 2023", "won", "İ", "奖", "😀",
]  # fmt: skip
SAID = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
ANYTHING = st.one_of(SAID, st.text(st.characters(exclude_categories=["Cs"]), max_size=60))


def places(found: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for name in LISTS:
        for row in found[name]:
            yield row["start"], row["end"]
            yield from row["spans"].values()


def sayings(text: str) -> list[list[dict[str, Any]]]:
    """What a text says, without where."""
    found = extract(text).as_json(everything=True)
    where = {"start", "end", "spans", "award_id"}
    return [[{key: row[key] for key in row if key not in where} for row in found[name]] for name in LISTS]


@settings(max_examples=150)
@given(ANYTHING, st.sampled_from(["2023-09-12", "2023-09", "2023", ""]))
def test_whatever_is_sent_is_answered_with_places_within_it(text: str, published: str) -> None:
    found = extract(text, published)
    told = found.as_json(everything=True, quote=True)
    assert [place for place in places(told) if not 0 <= place[0] < place[1] <= len(text)] == []
    assert [row["confidence"] for name in LISTS for row in told[name] if not 0 <= row["confidence"] <= 1] == []
    assert [row for name in LISTS for row in told[name] if row["quote"] != text[row["start"] : row["end"]]] == []
    assert json.loads(json.dumps(told, allow_nan=False)) == told


@settings(max_examples=50)
@given(ANYTHING, ANYTHING)
def test_an_answer_does_not_depend_on_what_was_asked_before(text: str, other: str) -> None:
    first = extract(text).as_json(everything=True)
    extract(other)
    assert extract(text).as_json(everything=True) == first


@pytest.mark.parametrize(
    "text", ["", "ก", " ", "\n", " \t\r\n\u00a0\u3000", "\ufeff", "\u200b\u200d", "\0", "่้๊๋์ำ", "😀", "奖项"]
)
def test_nothing_is_read_out_of_nothing(text: str) -> None:
    assert sayings(text) == [[], [], [], [], [], []]


@pytest.mark.parametrize(
    "written",
    [
        "\ufeff" + STORY,
        STORY.replace("\n", "\r\n"),
        STORY.replace(" ", "\u00a0"),
        STORY.replace(" ", " \u200b"),
        "\u200b".join(STORY),
        STORY.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")),
        STORY.replace("ำ", "ํา"),
        "\u200b".join(STORY.replace("ำ", "ํา").replace("แ", "เเ")),
        unicodedata.normalize("NFD", STORY),
    ],
    ids=[
        "bom",
        "crlf",
        "no-break",
        "zero-width",
        "zero-width everywhere",
        "thai digits",
        "split am",
        "split and parted",
        "nfd",
    ],
)
def test_how_a_text_is_written_does_not_change_what_it_says(written: str) -> None:
    assert sayings(written) == sayings(STORY)


def test_the_story_says_something() -> None:
    assert [len(rows) > 0 for rows in sayings(STORY)] == [True] * len(LISTS)


@pytest.mark.parametrize(
    "unit",
    [
        "a", "9", "1,", ",000", "รางวัล", "“", '"', "(", "นาย", "1. ", "1.1", "ก ", "กรม", "กรมทดสอบ", "สำนักงาน", "รพ.",
        "่", "\n", "😀", "พิธี", "ได้รับ", "โรงเรียน", "Award ", "กลุ่ม", "วันที่ 1 ",
    ],
)  # fmt: skip
def test_one_thing_over_and_over_behind_a_sentence_leaves_the_sentence(unit: str) -> None:
    assert conferments(f"{WON}\n{unit * 3000}", "recipient", "scheme", "year")[:1] == [("กรมทดสอบ", PRIZE, 2023)]


@pytest.mark.parametrize("number", ["9" * 10_000, "1" + ",000" * 3000, "๙" * 5000, "٣" * 5000, "²", "①"])
@pytest.mark.parametrize(
    "said", ["จำนวน {} รางวัล", "ได้รับรางวัล {} ปีซ้อน", "รางวัลชนะเลิศ อันดับ {}", "ปี {}", "วันที่ {} มกราคม 2566"]
)
def test_a_number_without_end_counts_nothing(number: str, said: str) -> None:
    assert sayings(f"{WON} {said.format(number)}")[4:] == [[], []]
    assert [row["year"] for row in sayings(f"{WON} {said.format(number)}")[0]] == [2023]


@pytest.mark.parametrize(
    ("number", "found"),
    [("999", [999]), ("1,234", [1234]), ("12345", [12345]), ("99,999", [99999]), ("100,000", []), ("1,000,000", [])],
)
def test_totals_end_at_what_awards_can_count(number: str, found: list[int]) -> None:
    assert [row.n for row in counts(Page(f"กรมทดสอบคว้า {number} รางวัล", [], []))] == found


def test_the_end_of_a_line_is_no_name_of_an_award() -> None:
    said = "กรมทดสอบร่วมงาน 13 รางวัล"
    assert [row.confidence for row in counts(Page(f"{said}\r\nวันนี้", [], []))] == [
        row.confidence for row in counts(Page(f"{said}\nวันนี้", [], []))
    ]


@pytest.mark.parametrize("day", ["31 กุมภาพันธ์ 2566", "29 กุมภาพันธ์ 2566", "0 มกราคม 2566", "31/02/2566", "32 มกราคม 2566"])
def test_a_day_that_no_calendar_has_dates_no_ceremony(day: str) -> None:
    text = f"เมื่อวันที่ {day} จัดพิธีมอบ{PRIZE} ณ หอประชุมดินสอ"
    assert [event.date for event in events(text, [], PartialDate(2023, 9, 12))] == [None]


@pytest.mark.parametrize("year", ["99999", "0", "0000", "1", "3000", "10543"])
def test_a_year_that_nobody_lives_in_is_no_year_of_an_award(year: str) -> None:
    assert conferments(f"กรมทดสอบได้รับ{PRIZE} ประจำปี {year}", "recipient", "year") == [("กรมทดสอบ", 2023)]


@given(st.text("กขค", min_size=90, max_size=300), st.sampled_from(["", ".", " ", "-", "1.", "\n", "และ"]))
def test_no_name_runs_on_without_end(letters: str, tail: str) -> None:
    text = f"กรม{letters}{tail}"
    assert [body.end - body.start for body in BodyFinder("th", []).bodies(text)] == [3 + 85]


@given(st.text("ก \r\n", max_size=40), st.data())
def test_a_line_is_what_stands_between_line_ends(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    start, end = Page(text, [], []).line(at)
    assert text[start:end] == (text[:at].split("\n")[-1] + text[at:].split("\n")[0])


@given(ANYTHING)
def test_the_way_back_leads_into_the_text_and_never_backwards(text: str) -> None:
    made = Text.of(text)
    spans = [made.span(at, at + 1) for at in range(len(made.norm))]
    assert [span for span in spans if not 0 <= span[0] < span[1] <= len(text)] == []
    assert list(made.origin) == sorted(set(made.origin))


@pytest.mark.parametrize(
    ("given_text", "norm", "spans"),
    [
        ("กํ\u200bา.", "กำ.", [(0, 1), (1, 4), (4, 5)]),
        ("กํ\u200b่\u200bา.", "ก่ำ.", [(0, 1), (1, 2), (2, 6), (6, 7)]),
        ("เ\u200bเก", "แก", [(0, 3), (3, 4)]),
        ("เ\u200bก", "เก", [(0, 1), (2, 3)]),
        ("ํ\u200bก", "ํก", [(0, 1), (2, 3)]),
    ],
)
def test_halves_of_a_letter_find_each_other_past_what_nobody_sees(
    given_text: str, norm: str, spans: list[tuple[int, int]]
) -> None:
    made = Text.of(given_text)
    assert (made.norm, [made.span(at, at + 1) for at in range(len(norm))]) == (norm, spans)
