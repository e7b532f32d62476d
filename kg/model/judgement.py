"""What curators decide about two names or things: one line of the log of judgements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from kg.terms.iris import is_reference
from kg.text.names import key_form

NAME: Final = "name:"
"""Opens the side of a judgement that is a name as documents write it: ``name:NAME`` or ``name:NAME@SOURCE-ID``."""


class Decision(Enum):
    """What a curator says of two sides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the log: two sides and the decision, or the undoing of an earlier line.

    A side is a reference (``conferment/…``, ``agency/dbd``) or a name in its context. ``when`` is a date or a date with
    time as ISO 8601 writes it; of two lines on the same sides the later one holds. ``decision`` is None where the line
    undoes the one that ``undoes`` names.
    """

    id: str
    when: str
    who: str
    left: str = ""
    right: str = ""
    decision: Decision | None = None
    undoes: str = ""
    note: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two sides in code-point order, names by their key: a judgement has no direction."""
        left, right = sorted((side_key(self.left), side_key(self.right)))
        return left, right


def side_key(side: str) -> str:
    """A side as it is compared: a reference as it is, a name by its key form and the document, where one is named."""
    if not side.startswith(NAME):
        return side
    name, at, source = side.removeprefix(NAME).rpartition("@")
    if not at:
        name, source = source, ""
    return name_side(name, source)


def name_side(name: str, source: str = "") -> str:
    """The side that stands for a name, in one document or (``source`` empty) wherever it is written."""
    return f"{NAME}{key_form(name)}@{source}" if source else f"{NAME}{key_form(name)}"


def is_side(text: str) -> bool:
    """Whether a text can be a side of a judgement."""
    if text.startswith(NAME):
        return bool(key_form(text.removeprefix(NAME).partition("@")[0]))
    return is_reference(text)
