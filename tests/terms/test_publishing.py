import pytest

from kg.terms.prefixes import PREFIXES
from kg.terms.publishing import DCAT_VERSION, MEDIA_TYPES, SD, SPDX, VCARD


def test_terms_are_in_their_namespaces() -> None:
    assert str(DCAT_VERSION) == PREFIXES["dcat"] + "version"
    assert str(SD.namedGraph) == "http://www.w3.org/ns/sparql-service-description#namedGraph"
    assert str(SPDX.checksumValue) == "http://spdx.org/rdf/terms#checksumValue"
    assert str(VCARD.fn) == "http://www.w3.org/2006/vcard/ns#fn"
    assert str(MEDIA_TYPES["text/turtle"]) == "https://www.iana.org/assignments/media-types/text/turtle"


@pytest.mark.parametrize("namespace", [SD, SPDX])
def test_a_misspelt_term_raises(namespace: type) -> None:
    with pytest.raises(AttributeError):
        namespace.namedGraphs  # type: ignore[attr-defined]  # noqa: B018
