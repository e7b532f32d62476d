"""Refusals that only a server has, each with its HTTP status; light, because the workers import it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.errors import KgError, NotFound, QueryRefused, UsageError


class TooLong(QueryRefused):
    """A query that passed its limit of time or memory, or found no worker free."""


class TooLarge(QueryRefused):
    """A result, or a request, that is larger than is allowed."""


class NotAcceptable(UsageError):
    """None of the forms that there are is among those that the client accepts."""


class UnsupportedType(UsageError):
    """A body of a type that is not read here."""


class Gone(NotFound):
    """A thing that was taken back; its id is used no longer."""


class NotReady(KgError):
    """What is being made and will be there soon."""


REFUSALS: Final[Mapping[type[KgError], int]] = {
    TooLong: 503,
    NotReady: 503,
    TooLarge: 413,
    NotAcceptable: 406,
    UnsupportedType: 415,
    Gone: 410,
}
