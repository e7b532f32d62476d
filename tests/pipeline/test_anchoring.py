from hypothesis import given
from hypothesis import strategies as st

from kg.pipeline.anchoring import Words, forms, nearest, place_of, spans_of

TEXT = "กรม\u00a0ทดสอบ รับรางวัล “ดีเด่น” ปี ๒๕๖๓ วันที่ 3 ธันวาคม 2563\nกรมทดสอบ แถลงข่าว"
WORDS = Words.of(TEXT)


def words(span: tuple[int, int] | None) -> str:
    return TEXT[span[0] : span[1]] if span else ""


def test_names_are_found_however_they_are_spaced_or_quoted() -> None:
    assert [words(span) for span in WORDS.places("กรมทดสอบ")] == ["กรม\u00a0ทดสอบ", "กรมทดสอบ"]
    assert words(next(WORDS.places("รางวัลดีเด่น"))) == "รางวัล “ดีเด่น"
    assert list(WORDS.places("กรมอื่น")) == list(WORDS.places("")) == []


def test_the_nearest_of_several_places_is_taken() -> None:
    end = len(TEXT)
    assert words(WORDS.nearest(["กรมทดสอบ"], (end - 5, end))) == "กรมทดสอบ"
    assert words(WORDS.nearest(["กรมอื่น", "กรมทดสอบ"], (0, 3))) == "กรม\u00a0ทดสอบ"
    assert WORDS.nearest(["กรมอื่น"], (0, 3)) is None
    assert nearest([], (0, 1)) is None


def test_days_and_years_are_found_by_what_they_mean() -> None:
    assert words(WORDS.year(2020, (0, 5))) == "ปี ๒๕๖๓"
    assert "3 ธันวาคม 2563" in words(WORDS.day("2020-12-03", "", (0, 5)))
    assert WORDS.year(2019, (0, 5)) is None
    assert WORDS.day("2019-12-03", "", (0, 5)) is None


def test_a_claim_stands_where_it_says_or_where_its_quote_is() -> None:
    assert place_of({"start": 3, "end": 9}, WORDS) == (3, 9)
    assert words(place_of({"quote": "รับรางวัล"}, WORDS)) == "รับรางวัล"
    assert place_of({"quote": "ไม่มี"}, WORDS) is None


def test_a_path_of_categories_may_be_written_by_its_last_part() -> None:
    assert forms("บริการภาครัฐ / ประเภทพัฒนาการบริการ") == [
        "บริการภาครัฐ / ประเภทพัฒนาการบริการ",
        "ประเภทพัฒนาการบริการ",
        "บริการภาครัฐ",
        "พัฒนาการบริการ",
    ]


def test_every_value_that_stands_in_the_text_gets_its_place() -> None:
    row = {"recipient": "กรมทดสอบแห่งชาติ", "surfaces": ["กรมทดสอบ"], "scheme": "x", "level": "ระดับดีเด่น", "year": 2020}
    found = spans_of(row, (0, 20), WORDS, ["รางวัลนี้", "รางวัล"], "")
    assert {name: words(span) for name, span in found.items()} == {
        "recipient": "กรม\u00a0ทดสอบ", "scheme": "รางวัล", "level": "ดีเด่น", "year": "ปี ๒๕๖๓",
    }  # fmt: skip


@given(st.text(max_size=30), st.text(alphabet="กขคabc ", min_size=1, max_size=5), st.text(max_size=30))
def test_what_stands_in_a_text_is_found_with_its_words(before: str, name: str, after: str) -> None:
    text = f"{before} {name} {after}"
    wanted = "".join(name.split())
    found = ["".join(text[start:end].split()) for start, end in Words.of(text).places(name)]
    assert (wanted in found) or not wanted
