"""Rules that rest on a verb."""

from __future__ import annotations

from tests.extract.reading import OTHER, PRIZE, conferments, extract


def test_a_post_takes_an_award_for_its_body() -> None:
    text = f"นางสาวสมหญิง รักเรียน รองอธิบดีกรมตัวอย่าง เป็นผู้แทนเข้ารับ{PRIZE} ประจำปี 2566"
    assert conferments(text, "recipient") == [("กรมตัวอย่าง",)]


def test_winners_to_whom_somebody_wished_well() -> None:
    text = f"ขอแสดงความยินดีกับ กรมทดสอบ และ กรมตัวอย่าง ที่ได้รับ{PRIZE} ประจำปี 2566"
    assert sorted(conferments(text, "recipient")) == [("กรมตัวอย่าง",), ("กรมทดสอบ",)]


def test_bodies_that_won_in_general_are_nobody() -> None:
    assert (
        conferments(f"กรมทดสอบเชิญหน่วยงานต่าง ๆ ในประเทศที่เคยมีผลงานและมีประสบการณ์ยาวนานหลายสิบปีที่ได้รับ{PRIZE} มาบรรยาย") == []
    )


def test_the_headline_says_whose_the_awards_are() -> None:
    text = f"กรมทดสอบคว้า{PRIZE}\n\nในปี 2566 ได้รับ{PRIZE} ระดับดีเด่น"
    assert conferments(text, "recipient", "level") == [("กรมทดสอบ", "ระดับดีเด่น")]


def test_a_list_of_awards_behind_one_that_was_handed_over() -> None:
    text = f"ประธานมอบ{PRIZE} ให้แก่นายสมชาย ใจดี อธิบดีกรมทดสอบ ประกอบด้วย สาขาการเขียนหนังสือ และ{OTHER}"
    assert conferments(text, "recipient", "scheme", "category") == [
        ("กรมทดสอบ", PRIZE, "สาขาการเขียนหนังสือ"),
        ("กรมทดสอบ", OTHER, None),
    ]


def test_a_list_is_not_told_to_somebody() -> None:
    assert conferments(f"มอบโล่{PRIZE} พร้อมประชุมในพื้นที่รอบเมือง 2 จังหวัด ได้แก่ จ.ทิวไม้ ธารใส") == []


def test_a_person_wins_an_award_for_people() -> None:
    text = "นายสมชาย ใจดี อธิบดีกรมทดสอบ เข้ารับรางวัลผู้นำดีเด่นแห่งปี ประจำปี 2566"
    assert [row.recipient.name for row in extract(text).conferments] == ["สมชาย ใจดี"]
