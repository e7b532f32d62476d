import pytest

from kg.pipeline import likeness
from kg.pipeline.likeness import Recipients, alike, level_name, person_name, plain, same_category, scheme_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กรม ทดสอบ", "กรมทดสอบ"),
        ("กรม\u200bทดสอบ\u00a0", "กรมทดสอบ"),
        ("จ. ระนอง", "จังหวัดระนอง"),
        ("สถาบันทดสอบ (องค์การมหาชน)", "สถาบันทดสอบ"),
        ("คํา", "คำ"),
        ("รุ่น ๑๒", "รุ่น 12"),
        ("“Open” Data", "open data"),
    ],
)
def test_spelling_does_not_matter(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("กรมทดสอบระบบ", "กรมทดสอบระบ", True),
        ("กรมทดสอบ", "กองสนับสนุน", False),
        ("", "", True),
        (None, "กรม", False),
        ("abcdefghij", "abcdefg", True),
        ("abcdefghij", "abcdef", False),
    ],
)
def test_names_that_are_nearly_the_same(one: str | None, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_a_scheme_is_named_without_its_year() -> None:
    assert scheme_name("รางวัลทดสอบ ประจำปี พ.ศ. ๒๕๖๖") == scheme_name("รางวัลทดสอบ") == "ทดสอบ"
    assert scheme_name("DG Awards 2023") == scheme_name("Digital Government Award")
    assert scheme_name(None) == ""


def test_a_category_is_the_same_as_a_whole_or_in_every_part() -> None:
    assert same_category("สาขาบริการภาครัฐ / ประเภทนวัตกรรม", "บริการภาครัฐ / นวัตกรรม")
    assert not same_category("สาขาบริการภาครัฐ / ประเภทนวัตกรรม", "บริการภาครัฐ / ยกระดับ")
    assert not same_category("บริการภาครัฐ", None)


def test_levels_and_people() -> None:
    assert level_name("ระดับ ดีเด่น (Excellent)") == "ดีเด่น"
    assert level_name(None) == ""
    assert person_name("พลเอก ดร. สมชาย ใจดี") == person_name("สมชาย ใจดี") == "สมชายใจดี"
    assert person_name("Mr. John") == "john"


def test_a_surface_of_two_recipients_names_neither() -> None:
    one = {"recipient": "กรมหนึ่ง", "surfaces": ["กรม", "กน."]}
    two = {"recipient": "กรมสอง", "surfaces": ["กรม"]}
    names = Recipients([one, two])
    assert names.fits(one, {"recipient": "กน."})
    assert names.fits(two, {"recipient": "กรม สอง"})
    assert not names.fits(one, {"recipient": "กรม"})
    assert names.settled("กน") == "กรมหนึ่ง"
    assert names.settled("อื่น") == "อื่น"


def test_the_cheap_ratios_never_change_the_answer() -> None:
    import difflib

    for one, other in (("abcd", "bcda"), ("กขคง", "กขค"), ("a", "b"), ("xaxbx", "ab")):
        ratio = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
        assert likeness.ratio_reaches(one, other, ratio)
        assert not likeness.ratio_reaches(one, other, ratio + 1e-9)
