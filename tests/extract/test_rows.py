"""Which of several rows say the same."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.awards import Award
from kg.extract.mentions import Mention
from kg.extract.rows import UNLISTED_AWARD, make_row, once
from kg.extract.works import Title

BODY = Mention(0, 5, "body", "กรมทดสอบ", "kindDepartment", ("agency/test",), surface="กรมทดสอบ")
MINISTRY = replace(BODY, name="กระทรวงทดสอบ", kind="kindMinistry")
AWARD = Award(10, 20, "scheme/pencil", "รางวัลดินสอทอง", 2023)
FINER = Award(30, 40, "scheme/pencil", "รางวัลดินสอทอง", 2023, ["สาขา"])


def test_the_surer_of_two_equal_rows_stays() -> None:
    weak, strong = (make_row(BODY, AWARD, sure, "won", (0, 20)) for sure in (0.7, 0.9))
    assert once([weak, strong]) == [strong]
    assert once([strong, weak]) == [strong]


def test_a_headline_gives_way_to_its_details() -> None:
    headline, detail = make_row(BODY, AWARD, 0.9, "won", (0, 20)), make_row(BODY, FINER, 0.8, "by", (0, 40))
    assert once([headline, detail]) == [detail]


def test_a_ministry_gives_way_to_the_bodies_under_it() -> None:
    under = [make_row(replace(BODY, name=name), FINER, 0.9, "list", (0, 40)) for name in ("กรมหนึ่ง", "กรมสอง")]
    assert once([make_row(MINISTRY, AWARD, 0.9, "won", (0, 20)), *under]) == under
    assert len(once([make_row(MINISTRY, AWARD, 0.9, "won", (0, 20)), under[0]])) == 2


def test_works_tell_awards_apart_and_unlisted_awards_are_less_sure() -> None:
    one, two = (make_row(BODY, FINER, 0.9, "by", (0, 40), Title(name, 1, 2)) for name in ("งานหนึ่ง", "งานสอง"))
    assert once([one, two]) == [one, two]
    assert make_row(BODY, replace(AWARD, known=False), 0.9, "won", (0, 20)).confidence == 0.9 - UNLISTED_AWARD


def test_a_department_whose_offices_are_listed_stands_for_them() -> None:
    offices = [
        make_row(replace(BODY, name=name, kind="unit", refs=()), AWARD, 0.9, "list", (0, 40))
        for name in ("สำนักงานทดสอบเขตหนึ่ง", "สำนักงานทดสอบเขตสอง")
    ]
    assert once([make_row(BODY, AWARD, 0.9, "won", (0, 20)), *offices]) == offices
    assert len(once([make_row(BODY, FINER, 0.9, "won", (0, 20)), *offices])) == 3


def test_what_says_less_in_other_words_gives_way() -> None:
    less = replace(FINER, start=5, categories=["ประเภทจดหมาย"], level="ดีเด่น")
    more = replace(FINER, categories=["การเขียน", "จดหมาย"], level="ระดับดีเด่น (Advance)")
    detail = make_row(BODY, more, 0.8, "won", (0, 40))
    assert once([make_row(BODY, less, 0.9, "won", (0, 20)), detail]) == [detail]


def test_a_lower_place_is_another_award() -> None:
    rows = [
        make_row(BODY, replace(FINER, start=at, level=level), 0.9, "list", (at, 40))
        for at, level in ((1, "รองชนะเลิศ"), (2, "รองชนะเลิศอันดับ 2"))
    ]
    assert once(rows) == rows


def test_of_two_that_say_the_same_the_one_with_more_words_of_its_own_stays() -> None:
    bare = make_row(BODY, FINER, 0.9, "won", (30, 40))
    full = make_row(BODY, replace(FINER, start=90, year_span=(95, 99)), 0.9, "won", (90, 99))
    later = make_row(BODY, replace(FINER, start=50), 0.9, "won", (50, 60))
    assert once([bare, full]) == [full]
    assert once([full, bare]) == [full]
    assert once([later, bare]) == [bare]


def test_one_work_is_of_one_level() -> None:
    title = Title("งานหนึ่ง", 1, 9)
    best, good = (
        make_row(BODY, replace(AWARD, start=at, level=level), 0.85, "won", (0, at), title)
        for at, level in ((10, "ยอดเยี่ยม"), (60, "ดีเด่น"))
    )
    assert once([best, good]) == [best]


def test_a_winner_told_with_his_own_edition_is_not_of_both() -> None:
    other = replace(BODY, name="กรมตัวอย่าง")
    both = [
        make_row(name, replace(AWARD, year=year, year_span=(20, 30)), 0.9, "list", (10, 40))
        for name in (BODY, other)
        for year in (2022, 2023)
    ]
    own = make_row(BODY, replace(AWARD, start=80, year=2022, year_span=(90, 94)), 0.9, "list", (80, 99))
    assert [(row.recipient.name, row.year) for row in once([*both, own])] == [
        ("กรมตัวอย่าง", 2022), ("กรมตัวอย่าง", 2023), ("กรมทดสอบ", 2022),
    ]  # fmt: skip
