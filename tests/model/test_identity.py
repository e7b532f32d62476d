import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.model.identity import mint
from kg.terms.iris import MINTED_LENGTH, digest, is_reference, split
from kg.text.names import key_form
from tests.strategies import thai_names


@given(st.lists(thai_names, min_size=1, max_size=4))
def test_what_is_minted_is_a_reference(parts: list[str]) -> None:
    reference = mint("work", *parts)
    assert is_reference(reference)
    assert split(reference)[0] == "work"
    assert len(split(reference)[1]) == MINTED_LENGTH


def test_a_minted_id_is_fixed_for_ever() -> None:
    # Records keep what they were given: a change here would rename nothing there, and bind nothing any more.
    assert mint("work", "ระบบทดสอบ", "agency/dbd") == "work/3utyapmp57"
    assert mint("conferment", "edition/e-2020", "", "agency/dbd", "", prefix="e-2020") == "conferment/e-2020-gsrdsbkxvw"


@given(thai_names, st.sampled_from([" ", "\u200b", "-", ".", "  "]), st.data())
def test_spacing_and_invisible_characters_make_no_two_things_of_one(
    name: str, between: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(name)))
    written = name[:at] + between + name[at:]
    assert mint("work", written) == mint("work", name) or key_form(written) != key_form(name)
    assert mint("work", f" {name}{between}") == mint("work", name)


def test_digits_of_both_scripts_are_the_same() -> None:
    assert mint("work", "ระบบ ๔.๐") == mint("work", "ระบบ 4.0")


@given(st.lists(thai_names, min_size=2, max_size=4, unique_by=key_form))
def test_parts_are_told_apart(parts: list[str]) -> None:
    assert mint("work", *parts) != mint("work", "".join(parts))
    assert mint("work", *parts) != mint("work", *reversed(parts))


def test_references_keep_their_case_and_signs() -> None:
    assert mint("work", "place/TH-50") != mint("work", "place/th-50")
    assert mint("work", "agency/a-b") != mint("work", "agency/ab")


def test_a_prefix_stands_before_the_digest() -> None:
    assert mint("claim", "x", prefix="doc_1") == f"claim/doc_1-{digest('x')}"


@pytest.mark.parametrize(("kind", "prefix"), [("nothing", ""), ("claim", "กรม"), ("claim", "a b")])
def test_what_would_be_no_reference_is_refused(kind: str, prefix: str) -> None:
    with pytest.raises(DataError, match="is not a reference"):
        mint(kind, "x", prefix=prefix)
