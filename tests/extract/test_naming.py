"""Where the name of an award ends."""

from __future__ import annotations

from kg.extract.naming import is_kind, run_end, short_for, without_year


def test_a_run_ends_before_what_is_said_of_the_name() -> None:
    text = "ลายมืองามประจำปี 2566"
    assert text[: run_end(text, 0, len(text))[0]] == "ลายมืองาม"
    assert run_end("ลายมืองาม", 0, 9) == (9, "")


def test_names_without_their_year() -> None:
    assert without_year(" Pencil  Awards 2023 ") == "Pencil Awards"
    assert without_year("ดินสอทอง ปี 2566") == "ดินสอทอง"


def test_a_kind_of_winner_is_no_name() -> None:
    assert is_kind("รางวัลหน่วยงาน")
    assert not is_kind("รางวัลดินสอทอง")


def test_a_name_said_often_is_no_short_form() -> None:
    assert short_for("รางวัลแม่น้ำใสฯ", "รางวัลแม่น้ำใสสะอาด", often=True)
    assert short_for("รางวัลแม่น้ำใส", "รางวัลแม่น้ำใสสะอาด")
    assert not short_for("รางวัลแม่น้ำใส", "รางวัลแม่น้ำใสสะอาด", often=True)
