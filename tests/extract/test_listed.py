"""Which mentions of listed names are awards, and how they are written."""

from __future__ import annotations

import pytest

from kg.extract.lexicon import Entry, Lexicon
from kg.extract.listed import grouped, meant
from kg.extract.mentions import Mention
from tests.extract.test_awards import lexicon


def mention(text: str, name: str) -> Mention:
    entry = lexicon().entries[name][0]
    start = text.index(name)
    return Mention(
        start, start + len(name), entry.group, entry.name, refs=(entry.ref,), schemes=(entry.scheme,), surface=name
    )


def test_a_branch_counts_only_where_its_programme_is_named() -> None:
    alone = "พัฒนาสาขาการเดินเรือ"
    assert not meant(alone, [mention(alone, "สาขาการเดินเรือ")], lexicon())
    both = "รางวัลแม่น้ำทอง สาขาการเดินเรือ"
    assert len(meant(both, [mention(both, "รางวัลแม่น้ำทอง"), mention(both, "สาขาการเดินเรือ")], lexicon())) == 2


def test_a_name_in_two_languages_is_one_award() -> None:
    text = "รางวัลแม่น้ำทอง (Golden River Awards) วันนี้"
    found = meant(text, [mention(text, "รางวัลแม่น้ำทอง"), mention(text, "Golden River Awards")], lexicon())
    [award] = grouped(text, found, found, lexicon())
    assert text[award.start : award.end] == "รางวัลแม่น้ำทอง (Golden River Awards"


def test_a_body_between_parts_two_awards() -> None:
    text = "รางวัลแม่น้ำทอง กรมน้ำ สาขาการเดินเรือ"
    found = meant(text, [mention(text, "รางวัลแม่น้ำทอง"), mention(text, "สาขาการเดินเรือ")], lexicon())
    body = Mention(text.index("กรมน้ำ"), text.index("กรมน้ำ") + 6, "body", "กรมน้ำ")
    assert len(list(grouped(text, found, [*found, body], lexicon()))) == 2


def test_a_category_that_has_the_name_of_its_programme_tells_it() -> None:
    text = "คว้ารางวัล “แม่น้ำทองยอดเยี่ยม”"
    [found] = meant(text, [mention(text, "แม่น้ำทองยอดเยี่ยม")], lexicon())
    [award] = grouped(text, [found], [found], lexicon())
    assert (award.scheme_name, award.level) == ("รางวัลแม่น้ำทอง", "ยอดเยี่ยม")


def test_a_branch_stands_before_its_type_with_the_words_of_both() -> None:
    text = "รางวัลแม่น้ำทอง ประเภทเรือข้ามฟากปลอดภัย สาขาการเดินเรือ"
    parts = [mention(text, name) for name in ("รางวัลแม่น้ำทอง", "ประเภทเรือข้ามฟากปลอดภัย", "สาขาการเดินเรือ")]
    [award] = grouped(text, meant(text, parts, lexicon()), parts, lexicon())
    assert award.categories == ["การเดินเรือ", "เรือข้ามฟากปลอดภัย"]
    assert award.category_span == (text.index("ประเภท"), len(text))


def test_several_awards_of_the_name_and_a_level_word_are_categories() -> None:
    made = Lexicon()
    for ref, name in (("scheme/oar", "รางวัลพายไทย"), ("category/a", "พายไทยยอดเยี่ยม"), ("category/b", "พายไทยดีเด่น")):
        made.add(name, Entry(ref, name, ref.partition("/")[0], scheme="scheme/oar"))
    text = "คว้ารางวัลพายไทย รางวัลพายไทยดีเด่น"
    scheme = Mention(
        4, 16, "scheme", "รางวัลพายไทย", refs=("scheme/oar",), schemes=("scheme/oar",), surface="รางวัลพายไทย"
    )
    start = text.index("พายไทยดีเด่น")
    category = Mention(
        start, len(text), "category", "พายไทยดีเด่น", refs=("category/b",), schemes=("scheme/oar",), surface="พายไทยดีเด่น"
    )
    [award] = grouped(text, [scheme, category], [], made)
    assert (award.categories, award.level) == (["พายไทยดีเด่น"], "")


@pytest.mark.parametrize(
    ("text", "is_award"),
    [
        ("1. แม่น้ำทอง ประจำปี 2566 จำนวน 7 ราย ได้แก่ ก", True),
        ("แม่น้ำทอง (ชนะเลิศ) จำนวน 5 ราย ได้แก่ ก", True),
        ("2. แม่น้ำทอง ได้แก่ ก", True),
        ("ล่องแม่น้ำทอง ได้แก่ ก", False),
        ("1. แม่น้ำทอง ยาว 7 กิโลเมตร ได้แก่ ก", False),
        ("เที่ยวแม่น้ำทอง จำนวน 7 ราย ได้แก่ ก", False),
    ],
)
def test_a_bare_programme_is_an_award_where_its_winners_stand_behind(text: str, *, is_award: bool) -> None:
    assert bool(meant(text, [mention(text, "แม่น้ำทอง")], lexicon())) == is_award
