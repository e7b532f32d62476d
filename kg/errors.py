"""Every error that award-kg raises on purpose.

    KgError
    ├── DataError          a file of the data, the registry or a record is not as it must be
    │   └── InvalidGraph   the data reads well but breaks a shape or a rule of the graph
    ├── SyntaxFault        RDF or SPARQL that does not parse
    ├── QueryRefused       a query that may not run, or ran too long or grew too large
    ├── NotFound           a thing, a store or a file that is not there
    └── UsageError         arguments that make no sense together

An error says what is wrong, where, why, and what to do. ``exit_status`` is what the command line
exits with (contract: 1 the data is not as it must be, 2 it could not run); the server keeps its own
table from class to HTTP status.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class KgError(Exception):
    """The root: catch this and you have caught everything that award-kg raises on purpose."""

    exit_status: ClassVar[int] = 2

    def __init__(
        self, what: str, *, where: str = "", why: str = "", fix: str = "", details: Sequence[str] = ()
    ) -> None:
        """Say ``what`` is wrong, ``where`` (file:line, path of a field, span), ``why``, how to ``fix`` it.

        ``details`` holds further faults of the same kind, one line each, found in the same reading.
        """
        super().__init__(what)
        self.what = what
        self.where = where
        self.why = why
        self.fix = fix
        self.details = tuple(details)

    def __str__(self) -> str:
        """One line: where: what: why; what to do."""
        said = f"{self.where}: {self.what}" if self.where else self.what
        if self.why:
            said += f": {self.why}"
        if self.fix:
            said += f"; {self.fix}"
        if self.details:
            said += f" (and {len(self.details)} more)"
        return said

    def __reduce__(self) -> tuple[object, ...]:
        """Travel whole between processes: the default would lose all but ``what``."""
        return (_rebuild, (type(self), self.what, self.where, self.why, self.fix, self.details))


class DataError(KgError):
    """A file of the data is not as it must be."""

    exit_status = 1


class InvalidGraph(DataError):
    """The data reads well, but breaks a shape or a rule of the graph."""


class SyntaxFault(KgError):
    """RDF or SPARQL that does not parse; ``where`` has line and column."""

    exit_status = 1


class QueryRefused(KgError):
    """A query that may not run, ran too long or gave too much."""


class NotFound(KgError):
    """A thing, a store or a file that is not there."""


class UsageError(KgError):
    """Arguments that make no sense together."""


def _rebuild(kind: type[KgError], what: str, where: str, why: str, fix: str, details: tuple[str, ...]) -> KgError:
    return kind(what, where=where, why=why, fix=fix, details=details)
