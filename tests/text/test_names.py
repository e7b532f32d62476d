import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names import display_form, key_form, split_honorific
from tests.strategies import odd_text, thai_names


@given(odd_text)
def test_the_display_form_is_a_fixed_point(name: str) -> None:
    assert display_form(display_form(name)) == display_form(name)


@given(odd_text)
def test_the_key_is_a_fixed_point_and_that_of_the_display_form(name: str) -> None:
    assert key_form(key_form(name)) == key_form(name)
    assert key_form(display_form(name)) == key_form(name)


@given(thai_names, st.sampled_from(["\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060"]), st.data())
def test_invisible_characters_make_no_difference(name: str, invisible: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name)))
    assert display_form(name[:at] + invisible + name[at:]) == display_form(name)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("  กรม \u00a0พัฒนา\n", "กรม พัฒนา"),
        ("สํานักงาน", "สำนักงาน"),
        ("สํ\u200bานักงาน", "สำนักงาน"),
        ("นํ้าใจ", "น้ำใจ"),
        ("น้ําใจ", "น้ำใจ"),
        ("เเพทย์", "แพทย์"),
        ("เ\u200bเพทย์", "แพทย์"),
        ("cafe\u0301", "café"),
        ("\ufeff", ""),
    ],
)
def test_the_form_that_a_page_shows(written: str, shown: str) -> None:
    assert display_form(written) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กรมพัฒนาธุรกิจการค้า", "กรมพัฒนา ธุรกิจการค้า"),
        ("สำนักงาน ก.พ.ร.", "สํานักงานกพร"),
        ("กรมพัฒน์ฯ", "กรมพัฒน์"),
        ("ประชารัฐ ๔.๐", "ประชารัฐ 40"),
        ("NBTC", "nbtc"),
        ("e–Service", "E-service"),
        ("“ดีป้า”", "ดีป้า"),
    ],
)
def test_two_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_form(one) == key_form(other)


def test_what_differs_keeps_its_own_key() -> None:
    names = ["กรมที่ดิน", "กรมการปกครอง", "กรมทางหลวง", "กรมทางหลวงชนบท"]
    assert len({key_form(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("written", "split"),
    [
        ("นายกรัฐมนตรี", ("", "นายกรัฐมนตรี")),
        ("นายกรณ์ จาติกวณิช", ("นาย", "กรณ์ จาติกวณิช")),
        ("นายสมชาย ใจดี", ("นาย", "สมชาย ใจดี")),
        ("นางสาวสมหญิง ใจดี", ("นางสาว", "สมหญิง ใจดี")),
        ("ผศ.ดร.สมชาย ใจดี", ("ผศ.ดร.", "สมชาย ใจดี")),
        ("ผศ. ดร. สมชาย", ("ผศ. ดร.", "สมชาย")),
        ("รองศาสตราจารย์ ดร.สมชาย", ("รองศาสตราจารย์ ดร.", "สมชาย")),
        ("พล.อ.สมชาย", ("พล.อ.", "สมชาย")),
        ("พล.ต.อ. สมชาย", ("พล.ต.อ.", "สมชาย")),
        ("พลตำรวจเอกสมชาย", ("พลตำรวจเอก", "สมชาย")),
        ("พ.ต.ท.สมชาย", ("พ.ต.ท.", "สมชาย")),
        ("ว่าที่ร.ต.สมชาย", ("ว่าที่ร.ต.", "สมชาย")),
        ("ม.ร.ว.สมชาย", ("ม.ร.ว.", "สมชาย")),
        ("Dr. Somchai Jaidee", ("Dr.", "Somchai Jaidee")),
        ("สมชาย ใจดี", ("", "สมชาย ใจดี")),
        ("", ("", "")),
    ],
)
def test_honorifics_glued_to_names(written: str, split: tuple[str, str]) -> None:
    assert split_honorific(written) == split


@given(odd_text)
def test_splitting_loses_nothing(name: str) -> None:
    front, rest = split_honorific(name)
    assert (front + rest).replace(" ", "") == display_form(name).replace(" ", "")
    assert split_honorific(rest) == ("", rest)
