"""Identifiers for what no registry knows: minted once, then kept in the record that first states the thing.

Changing this function must never rename what is already in the data; records keep what they were given.
"""

from __future__ import annotations

from kg.terms.iris import check_reference, digest, is_reference
from kg.text.names import key_form


def mint(kind: str, *parts: str, prefix: str = "") -> str:
    """A reference for something that no registry knows, from what tells it apart.

    ``parts`` are names or references; names are brought to their key form first, so that spacing, digits and
    invisible characters do not make two things of one. The result is the same on every machine and in every order
    of input.
    """
    normalised = [part if is_reference(part) else key_form(part) for part in parts]
    identifier = digest(*normalised)
    reference = f"{kind}/{prefix}-{identifier}" if prefix else f"{kind}/{identifier}"
    check_reference(reference)
    return reference
