from hypothesis import given
from hypothesis import strategies as st

from kg.text.digits import thai_digits, western_digits


def test_both_ways() -> None:
    assert western_digits("ปี ๒๕๖๓ ได้ ๔ รางวัล") == "ปี 2563 ได้ 4 รางวัล"
    assert thai_digits("ปี 2563 ได้ 4 รางวัล") == "ปี ๒๕๖๓ ได้ ๔ รางวัล"


def test_digits_of_other_scripts_stay() -> None:
    assert western_digits("٣ ३ ３") == "٣ ३ ３"


@given(st.integers(0, 10**12))
def test_digits_round_trip(number: int) -> None:
    assert western_digits(thai_digits(str(number))) == str(number)


@given(st.text())
def test_offsets_stay(text: str) -> None:
    for written in (western_digits(text), thai_digits(text)):
        assert len(written) == len(text)
        assert [a for a, b in zip(text, written, strict=True) if a != b and a not in "0123456789๐๑๒๓๔๕๖๗๘๙"] == []


@given(st.text())
def test_twice_is_once(text: str) -> None:
    assert western_digits(western_digits(text)) == western_digits(text)
