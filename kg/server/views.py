"""How a request wants its page: the language, the addresses, the span to open at."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from starlette.requests import Request

from kg.errors import UsageError
from kg.pages.language import LANGUAGES, choose_language
from kg.pages.links import Links
from kg.pages.paging import Wanted
from kg.pages.view import View

_SPAN: Final = re.compile(r"(\d{1,9}),(\d{1,9})")


def view_of(request: Request) -> View:
    """The view that ``?lang=``, ``Accept-Language``, ``?at=START,END`` and the mount point ask for."""
    asked = request.query_params.get("lang")
    language = choose_language(asked, request.headers.get("accept-language"))
    span = _SPAN.fullmatch(request.query_params.get("at", ""))
    links = Links(root_of(request), asked if asked in LANGUAGES else "")
    return View(language, links, (int(span[1]), int(span[2])) if span else None)


def list_view_of(request: Request) -> View:
    """The same with the page of a long list, ``?list=NAME&p=NUMBER``; raises UsageError for what is no number."""
    return replace(view_of(request), wanted=_wanted(request))


def _wanted(request: Request) -> Wanted:
    number = request.query_params.get("p", "1")
    if not (number.isascii() and number.isdigit() and int(number[:9]) >= 1 and len(number) < 8):
        raise UsageError(f"there is no page {number[:20]!r}", where="p", fix="give a number from 1")
    return Wanted(request.query_params.get("list", ""), int(number))


def root_of(request: Request) -> str:
    """The path under which the server is mounted, without a slash at its end."""
    return str(request.scope.get("root_path", "")).rstrip("/")
