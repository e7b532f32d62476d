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
