"""One table from error to HTTP status, and the answer: problem details (RFC 9457) or a readable page, by ``Accept``."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.errors import DataError, InvalidGraph, KgError, NotFound, QueryRefused, SyntaxFault, UsageError
from kg.pages.render import error_page
from kg.server.negotiate import choose
from kg.server.refusals import REFUSALS
from kg.server.views import view_of

PROBLEM: Final = "application/problem+json"
_HTML: Final = "text/html"

STATUS: Final[Mapping[type[KgError], int]] = {
    NotFound: 404,
    SyntaxFault: 400,
    QueryRefused: 403,
    UsageError: 400,
    # Not the reader's doing: the graph itself is not as it must be.
    InvalidGraph: 500,
    DataError: 500,
    KgError: 500,
    **REFUSALS,
}

_log: Final = logging.getLogger(__name__)


def status_of(error: KgError) -> int:
    """The HTTP status of an error: that of its nearest class in the table."""
    return next(STATUS[cls] for cls in type(error).__mro__ if cls in STATUS)


def answer(request: Request, error: Exception) -> Response:
    """The answer to a request that failed; what the server holds to itself stays in its log."""
    if isinstance(error, KgError):
        status = status_of(error)
        if status == HTTPStatus.INTERNAL_SERVER_ERROR:
            _log.error("%s", error)
            return problem(request, status, "")
        return problem(request, status, error.what, where=error.where, why=error.why, fix=error.fix)
    if isinstance(error, HTTPException):
        said = error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""
        return problem(request, error.status_code, said, headers=error.headers)
    _log.error("unexpected", exc_info=error)
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "")


def problem(
    request: Request,
    status: int,
    what: str,
    *,
    where: str = "",
    why: str = "",
    fix: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Problem details, or a page for those who prefer HTML."""
    title = HTTPStatus(status).phrase
    detail = f"{where}: {what}" if where else what
    detail += (f": {why}" if why else "") + (f"; {fix}" if fix else "")
    sent = {**(headers or {}), "Vary": "Accept, Accept-Language"}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        sent["Retry-After"] = "10"
    if choose(request.headers.get("accept"), (PROBLEM, "application/json", _HTML)) == _HTML:
        return HTMLResponse(error_page(view_of(request), status, title, detail), status, sent)
    said = {"type": "about:blank", "title": title, "status": status}
    said |= {key: text for key, text in (("detail", detail), ("where", where), ("why", why), ("fix", fix)) if text}
    return Response(json.dumps(said, ensure_ascii=False).encode("utf-8"), status, sent, media_type=PROBLEM)
