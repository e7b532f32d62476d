"""An id that is used no longer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

GONE: Final = "gone"


@dataclass(frozen=True, slots=True)
class Retirement:
    """An id that was merged into another (``new``) or withdrawn (``new`` is ``gone``), and why."""

    old: str
    new: str
    reason: str
