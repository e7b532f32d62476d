"""How a request wants its page: the language, the addresses, the span to open at."""

from __future__ import annotations

import re
from typing import Final

from starlette.requests import Request

from kg.pages.language import LANGUAGES, choose_language
from kg.pages.show import Links
from kg.pages.thing import View

_SPAN: Final = re.compile(r"(\d{1,9}),(\d{1,9})")


def view_of(request: Request) -> View:
    """The view that ``?lang=``, ``Accept-Language``, ``?at=START,END`` and the mount point ask for."""
    asked = request.query_params.get("lang")
    language = choose_language(asked, request.headers.get("accept-language"))
    span = _SPAN.fullmatch(request.query_params.get("at", ""))
    links = Links(root_of(request), asked if asked in LANGUAGES else "")
    return View(language, links, (int(span[1]), int(span[2])) if span else None)


def root_of(request: Request) -> str:
    """The path under which the server is mounted, without a slash at its end."""
    return str(request.scope.get("root_path", "")).rstrip("/")
