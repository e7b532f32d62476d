"""What became of the inputs of a run: how many were read, which were skipped and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.errors import KgError


def _unheard(fault: KgError) -> None:
    """Faults that nobody listens to; the list has them all the same."""


@dataclass(slots=True)
class Intake:
    """The books of one run over inputs.

    ``heard`` is told of each fault as it is found. ``size`` and ``done`` are bytes of the files, all and so far: the
    number of documents in them is not known before the end.
    """

    heard: Callable[[KgError], None] = _unheard
    faults: list[KgError] = field(default_factory=list)
    read: int = 0
    repeated: int = 0
    passed_over: int = 0
    size: int = 0
    done: int = 0

    def skip(self, fault: KgError) -> None:
        """Note an input that is left out: a file, a line, a document."""
        self.faults.append(fault)
        self.heard(fault)

    @property
    def clean(self) -> bool:
        """Whether nothing was left out."""
        return not self.faults

    def summary(self) -> str:
        """The figures in one line."""
        said = [f"{self.read:,} documents read", f"{len(self.faults):,} inputs skipped"]
        if self.repeated:
            said.append(f"{self.repeated:,} given twice and read once")
        if self.passed_over:
            said.append(f"{self.passed_over:,} files of other kinds passed over")
        return ", ".join(said)
