"""Awards with their programme, branch and type, level and year, in announcements of a made-up world."""

from __future__ import annotations

from functools import cache

from kg.extract.awards import Award, find_awards, main_year, the_award
from kg.extract.lexicon import Entry, Lexicon
from kg.extract.mentions import Mention


@cache
def lexicon() -> Lexicon:
    made = Lexicon()
    river = Entry("scheme/river", "รางวัลแม่น้ำทอง", "scheme", scheme="scheme/river")
    for name in ("รางวัลแม่น้ำทอง", "แม่น้ำทอง", "Golden River Awards"):
        made.add(name, river)
    tide = Entry("scheme/tide", "รางวัล TIDE", "scheme", scheme="scheme/tide")
    made.add("TIDE Award", tide)
    for ref, name, broader, *others in (
        ("boats", "การเดินเรือ", "", "สาขาการเดินเรือ"),
        ("ferry", "เรือข้ามฟากปลอดภัย", "category/boats", "ประเภทเรือข้ามฟากปลอดภัย"),
        ("banks", "การดูแลตลิ่งและชายฝั่ง", "", "สาขาการดูแลตลิ่งและชายฝั่ง"),
        ("best", "แม่น้ำทองยอดเยี่ยม", "", "รางวัลแม่น้ำทองยอดเยี่ยม"),
    ):
        entry = Entry(f"category/{ref}", name, "category", scheme="scheme/river", broader=broader)
        for each in (name, *others):
            made.add(each, entry)
    return made


def read(text: str) -> list[Award]:
    mentions = []
    for start, end, name in lexicon().find(text):
        entry = lexicon().entries[name][0]
        mentions.append(
            Mention(start, end, entry.group, entry.name, refs=(entry.ref,), schemes=(entry.scheme,), surface=name)
        )
    return find_awards(text, mentions, lexicon())


def said(award: Award) -> tuple[str, int | None, str, str]:
    return award.scheme_name, award.year, " / ".join(award.categories), award.level


RIVER = "รางวัลแม่น้ำทอง"


def test_programme_year_branch_type_level() -> None:
    [award] = read("รับรางวัลแม่น้ำทอง ประจำปี 2565 สาขาการเดินเรือ ประเภทเรือข้ามฟากปลอดภัย ระดับดีเด่น จากสมาคม")
    assert said(award) == (RIVER, 2022, "การเดินเรือ / เรือข้ามฟากปลอดภัย", "ระดับดีเด่น")
    assert award.category_refs == ["category/boats", "category/ferry"]


def test_a_type_alone_brings_its_branch() -> None:
    awards = read("รับรางวัลแม่น้ำทอง ประจำปี 2565 ได้แก่ ประเภทเรือข้ามฟากปลอดภัย ระดับดี")
    assert said(awards[-1]) == (RIVER, 2022, "การเดินเรือ / เรือข้ามฟากปลอดภัย", "ระดับดี")


def test_two_branches_are_two_awards() -> None:
    awards = read("รับรางวัลแม่น้ำทอง 2 รางวัล ได้แก่ สาขาการเดินเรือ และสาขาการดูแลตลิ่งและชายฝั่ง")
    assert [award.categories for award in awards] == [[], ["การเดินเรือ"], ["การดูแลตลิ่งและชายฝั่ง"]]


def test_the_name_with_a_level_word_is_a_level() -> None:
    [award] = read("คว้ารางวัลแม่น้ำทองยอดเยี่ยม ปี 2563")
    assert said(award) == (RIVER, 2020, "", "ยอดเยี่ยม")


def test_a_bare_name_is_an_award_only_beside_a_word_for_one() -> None:
    assert [said(award)[0] for award in read("โล่ “แม่น้ำทอง” งดงาม")] == [RIVER]
    assert not read("เดินหน้านโยบายแม่น้ำทองทั่วประเทศ")


def test_a_longer_name_that_begins_alike_is_another_award() -> None:
    assert RIVER not in {award.scheme_name for award in read("มอบรางวัลแม่น้ำทองคำขาวแห่งชาติ ประจำปี 2565")}


def test_a_programme_behind_the_word_for_branch_is_a_branch() -> None:
    [award] = read("คว้ารางวัล TIDE Award สาขา Golden River Awards ประจำปี 2565")
    assert said(award) == ("รางวัล TIDE", 2022, "Golden River Awards", "")


def test_a_range_of_years_gives_an_award_for_each() -> None:
    awards = read("รับรางวัลแม่น้ำทอง (ปี 2562 - 2563) และ")
    assert [award.year for award in awards] == [2019, 2020]


def test_a_year_does_not_leak_to_another_programme() -> None:
    awards = read("เคยได้รับรางวัลแม่น้ำทองมาแล้วหลายครั้ง ต่อมาคว้ารางวัล TIDE Award 2021")
    assert [award.year for award in awards] == [None, 2021]


def test_a_year_behind_joined_awards_is_of_both() -> None:
    awards = read("รับรางวัลแม่น้ำทอง และรางวัล TIDE Award 2021")
    assert [award.year for award in awards] == [2021, 2021]


def test_an_unlisted_award_has_one_name() -> None:
    text = "มอบรางวัลตลิ่งสะอาดสดใสฯ วันนี้\nมอบรางวัลตลิ่งสะอาดสดใสยั่งยืน ประจำปี 2566 (Clean Bank Awards 2023)"
    text += " และ Clean Bank Awards 2022"
    awards = read(text)
    assert {award.scheme_name for award in awards} == {"รางวัลตลิ่งสะอาดสดใสยั่งยืน"}
    assert not any(award.known for award in awards)


def test_a_special_award_is_a_category_of_the_programme_before() -> None:
    awards = read("คว้ารางวัลแม่น้ำทอง ประจำปี 2565 รางวัลพิเศษ สานใจ สู้ภัยน้ำ และ")
    assert said(awards[-1])[::2] == (RIVER, "รางวัลพิเศษ สานใจ สู้ภัยน้ำ")


def test_main_year() -> None:
    awards = read("รับรางวัลแม่น้ำทอง ประจำปี 2565 วันนี้ รางวัลแม่น้ำทอง เมื่อปี 2563 เคยจัด")
    assert main_year("", awards, RIVER, 2030) == 2022
    assert main_year("งานประจำปี 2566", [], RIVER, 2030) == 2023
    assert main_year("", [], RIVER, 2030) == 2030


def test_a_listed_type_that_is_said_with_a_feature() -> None:
    text = "รับรางวัลแม่น้ำทอง สาขาการเดินเรือที่มีคะแนนรวมสูงสุด 8 หน่วยงาน"
    [award] = read(text)
    assert award.categories == ["การเดินเรือที่มีคะแนนรวมสูงสุด"]
    assert award.category_span is not None
    assert text[slice(*award.category_span)] == "สาขาการเดินเรือที่มีคะแนนรวมสูงสุด"


def test_a_type_behind_the_name_in_brackets() -> None:
    awards = read("รับรางวัลแม่น้ำทอง (GRA) ประเภทเรือเล็ก และคว้ารางวัล Clean Boat Awards (CBA) ประเภทรางวัล Silent Boat Award")
    assert [said(award)[::2] for award in awards if award.categories] == [
        (RIVER, "เรือเล็ก"), ("รางวัล Clean Boat Awards".removeprefix("รางวัล "), "Silent Boat Award"),
    ]  # fmt: skip


def test_a_count_of_special_awards_names_none() -> None:
    assert [award.categories for award in read("คว้า 2 รางวัลเกียรติยศแม่น้ำทอง ประจำปี 2565")] == [[]]


def test_the_award_has_what_its_own_words_say() -> None:
    text = "ประกาศรางวัลแม่น้ำทอง ประจำปี 2566 ผู้ได้รับรางวัล ปี 2565 ประเภทเรือเล็ก ระดับดีเด่น ได้แก่ กรมน้ำ"
    start = text.index("รางวัล ปี")
    award = the_award(text, start, start + 6, read(text)[:1])
    assert said(award) == (RIVER, 2022, "เรือเล็ก", "ระดับดีเด่น")


def test_the_award_is_of_the_one_type_that_the_text_has() -> None:
    text = "มอบรางวัลแม่น้ำทอง สาขาการเดินเรือ ประจำปี 2566 มีผู้รับรางวัล ดังนี้ กรมน้ำ"
    start = text.index("รางวัล ดังนี้")
    [earlier] = read(text)
    award = the_award(text, start, start + 6, [earlier])
    assert (award.categories, award.category_span) == (["การเดินเรือ"], earlier.category_span)
    other = Award(0, 6, "scheme/river", RIVER, categories=["การดูแลตลิ่งและชายฝั่ง"])
    assert the_award(text, start, start + 6, [other, earlier]).categories == []


def test_the_year_between_the_award_and_its_branch() -> None:
    awards = read("รางวัลแม่น้ำทอง ประจำปี 2566 จัดขึ้นที่ริมน้ำ ผู้ได้รับรางวัล ปี 2565 ในสาขาการเดินเรือ คือกรมน้ำ")
    assert [award.year for award in awards] == [2023, 2022]
