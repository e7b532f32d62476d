import hashlib
from dataclasses import FrozenInstanceError

import pytest

from kg.model.document import Document


def test_the_hash_is_over_the_bytes_as_they_are() -> None:
    text = "\ufeffกข\r\n"
    assert Document("a", text, "text/plain").sha256 == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_a_document_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Document("a", "b", "text/plain").text = "c"  # type: ignore[misc]
