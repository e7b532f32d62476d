"""The one place where identifiers become IRIs, and back again.

A *reference* is ``kind/id`` as records write it (``agency/dbd``); its IRI is ``BASE + "id/" + reference``.
Identifiers are ASCII, so an IRI needs no escaping and reads the same in every tool. How an identifier is made for
what no registry knows is in ``kg.model.identity``.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import Final

from kg.errors import DataError
from kg.terms.prefixes import DEFAULT_BASE

KINDS: Final = frozenset(
    "agency unit recipient person scheme edition category level conferment candidacy work event criterion"
    " membership affiliation place source evidence claim committee finding role post kind categories levels"
    " contradiction check".split()
)
IDENTIFIER: Final = r"[A-Za-z0-9][A-Za-z0-9_.\-]*"
_REFERENCE: Final = re.compile(rf"([a-z]+)/({IDENTIFIER})")
MINTED_LENGTH: Final = 10  # 50 bits: among a million things of one kind a clash has odds of 1 in 2,000


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints the IRIs of one deployment; ``base`` ends with a slash or hash."""

    base: str = DEFAULT_BASE

    def thing(self, reference: str) -> str:
        """IRI of ``kind/id``; raises DataError when it is not a reference to a known kind."""
        check_reference(reference)
        return f"{self.base}id/{reference}"

    def reference(self, iri: str) -> str | None:
        """``kind/id`` of one of our IRIs without a fragment, or None for any other IRI."""
        head = self.base + "id/"
        if not iri.startswith(head):
            return None
        rest = iri[len(head) :]
        return rest if is_reference(rest) else None

    def graph(self, name: str) -> str:
        """IRI of a named graph: ``registry``, ``derived`` or ``source/ID``."""
        return f"{self.base}graph/{name}"

    def source_graph(self, source_id: str) -> str:
        """IRI of the graph that holds what one document says."""
        return self.graph(f"source/{source_id}")

    def dataset(self, part: str = "") -> str:
        """IRI of the published dataset, or of a part of its description."""
        return f"{self.base}dataset#{part}" if part else f"{self.base}dataset"

    def span(self, source_id: str, start: int, end: int) -> str:
        """IRI of a run of characters of a document (fragment after RFC 5147, character scheme)."""
        return f"{self.base}id/source/{source_id}#char={start},{end}"

    def position(self, source_id: str, start: int, end: int) -> str:
        """IRI of the selector that points at those characters."""
        return f"{self.base}id/source/{source_id}#position={start},{end}"

    def part(self, reference: str, fragment: str) -> str:
        """IRI of something that exists only as a part of a thing: the interval of a membership."""
        return f"{self.thing(reference)}#{fragment}"


def is_reference(text: str) -> bool:
    """Whether ``text`` is ``kind/id`` with a kind that we use."""
    match = _REFERENCE.fullmatch(text)
    return match is not None and match[1] in KINDS


def check_reference(text: str) -> None:
    """Raise DataError unless ``text`` is a reference."""
    if not is_reference(text):
        raise DataError(
            f"{text!r} is not a reference",
            why="a reference is KIND/ID in ASCII with a known kind",
            fix="write it like agency/dbd or place/TH-50",
        )


def split(reference: str) -> tuple[str, str]:
    """Kind and identifier of a reference."""
    check_reference(reference)
    kind, _, identifier = reference.partition("/")
    return kind, identifier


def digest(*parts: str, length: int = MINTED_LENGTH) -> str:
    """First characters of the lower-case base32 SHA-256 of the parts, in the order given."""
    said = hashlib.sha256("\x1f".join(parts).encode("utf-8")).digest()
    return base64.b32encode(said).decode("ascii").lower()[:length]
