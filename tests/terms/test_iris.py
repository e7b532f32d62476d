import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.terms.iris import KINDS, MINTED_LENGTH, Iris, check_reference, digest, is_reference, split
from kg.terms.prefixes import DEFAULT_BASE
from tests.strategies import references

IRIS = Iris()
bases = st.sampled_from([DEFAULT_BASE, "http://localhost:8000/", "https://example.org/kg#"])


@given(references(), bases)
def test_an_iri_parses_back_to_its_reference(reference: str, base: str) -> None:
    iris = Iris(base)
    assert iris.reference(iris.thing(reference)) == reference
    assert iris.thing(reference).isascii()
    assert "/".join(split(reference)) == reference


@pytest.mark.parametrize(
    "iri",
    [
        "https://w3id.org/award-kg/ontology#Agency",
        "https://w3id.org/award-kg/id/agency/dbd#part",
        "https://w3id.org/award-kg/id/source/doc_1#char=0,10",
        "https://w3id.org/award-kg/id/nothing/dbd",
        "https://w3id.org/award-kg/id/agency/",
        "https://example.org/id/agency/dbd",
        "",
    ],
)
def test_what_is_not_ours_has_no_reference(iri: str) -> None:
    assert IRIS.reference(iri) is None


def test_the_iris_that_the_contract_names() -> None:
    assert IRIS.thing("agency/dbd") == "https://w3id.org/award-kg/id/agency/dbd"
    assert IRIS.thing("place/TH-50") == "https://w3id.org/award-kg/id/place/TH-50"
    assert IRIS.graph("registry") == "https://w3id.org/award-kg/graph/registry"
    assert IRIS.source_graph("doc_1") == "https://w3id.org/award-kg/graph/source/doc_1"
    assert IRIS.span("doc_1", 3, 9) == "https://w3id.org/award-kg/id/source/doc_1#char=3,9"
    assert IRIS.position("doc_1", 3, 9) == "https://w3id.org/award-kg/id/source/doc_1#position=3,9"
    assert IRIS.part("membership/m", "during") == "https://w3id.org/award-kg/id/membership/m#during"


def test_every_kind_of_the_contract_is_known() -> None:
    named = (
        "agency unit recipient person scheme edition category level conferment candidacy work event criterion "
        "membership affiliation place source evidence claim"
    )
    assert set(named.split()) <= KINDS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "agency",
        "agency/",
        "/dbd",
        "nothing/dbd",
        "agency/กรม",
        "agency/a b",
        "agency/a/b",
        "agency/-a",
        "agency/a\n",
        "Agency/a",
    ],
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    assert not is_reference(text)
    for use in (check_reference, split, IRIS.thing):
        with pytest.raises(DataError) as caught:
            use(text)
        assert str(caught.value) == (
            f"{text!r} is not a reference: a reference is KIND/ID in ASCII with a known kind; "
            "write it like agency/dbd or place/TH-50"
        )


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x1f")), min_size=1), st.integers(1, 52))
def test_a_digest_is_short_lower_case_base32(parts: list[str], length: int) -> None:
    made = digest(*parts, length=length)
    assert len(made) == length
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert digest(*parts, length=52).startswith(made)


def test_a_digest_tells_its_parts_and_their_order_apart() -> None:
    assert len({digest("a", "b"), digest("b", "a"), digest("ab"), digest("ab", ""), digest("", "ab")}) == 5
    # Fixed for ever: what is in the data was named with it.
    assert digest("a", "b") == digest("a", "b", length=MINTED_LENGTH) == "6bgnz3mxg2"
