"""The JSON API: its description (OpenAPI 3.1), search, matching by example, and the views."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg.errors import UsageError
from kg.pages.plain import short
from kg.server.context import Context
from kg.server.matching import Candidate, Example, Matcher, Wanted
from kg.server.protocol import read_body
from kg.server.refusals import UnsupportedType
from kg.server.things import HTML, agreed, html
from kg.server.views import root_of, view_of
from kg.terms.iris import KINDS
from kg.views.names import Match, Named

Json = dict[str, Any]

MOST_RESULTS: Final = 100
_LONGEST_QUERY: Final = 300
_JSON: Final = "application/json"
_DEFAULT_LIMIT: Final = 20


class Api:
    """Handlers of the routes of the API."""

    def __init__(self, context: Context) -> None:
        """``context`` has the graph and the names in it."""
        self._context = context
        self._matcher = Matcher(context.names, context.pages.reader, context.iris)

    def routes(self) -> list[Route]:
        """All routes of this part."""
        return [
            Route("/openapi.json", self.description),
            Route("/search", self.search),
            Route("/match", self.match, methods=["POST"]),
        ]

    def description(self, request: Request) -> Response:
        """The description, with the address of this server."""
        said = {**described(), "servers": [{"url": root_of(request) or "/"}]}
        return _json(said)

    def search(self, request: Request) -> Response:
        """Things by name, as JSON or as a page."""
        chosen = agreed(request, (_JSON, HTML))
        view = view_of(request)
        text = parameter(request, "q")
        if chosen == HTML:
            found = self._find(request, text) if text.strip() else []
            return html(self._context.pages.search(view, text, found), view.language)
        if not text.strip():
            raise UsageError("there is nothing to look for", where="q", fix="give a name, or a part of one")
        response = _json(
            {
                "query": text,
                "language": view.language,
                "results": [self._result(match, view.language) for match in self._find(request, text)],
            }
        )
        response.headers["Vary"] = "Accept, Accept-Language"
        return response

    async def match(self, request: Request) -> Response:
        """Candidates for examples."""
        asked = await read_json(request, "MatchRequest")
        limit = int(asked.get("limit", _DEFAULT_LIMIT))
        examples = [_example(each) for each in asked["examples"]]
        results = await run_in_threadpool(lambda: [self._matcher.match(each, limit) for each in examples])
        language = view_of(request).language
        said = [{"candidates": [self._candidate(each, language) for each in candidates]} for candidates in results]
        return _json({"results": said})

    def _find(self, request: Request, text: str) -> list[Match]:
        if len(text) > _LONGEST_QUERY:
            raise UsageError("this is too long to look for", where="q", why=f"the most is {_LONGEST_QUERY} characters")
        kinds = tuple(request.query_params.getlist("kind"))
        for kind in kinds:
            if kind not in KINDS:
                raise UsageError(f"there is no kind {kind[:40]!r}", where="kind", fix=f"use {', '.join(sorted(KINDS))}")
        limit = number(request, "limit", _DEFAULT_LIMIT, 1, MOST_RESULTS)
        return self._context.names.search(text, kinds=kinds, limit=limit)

    def _result(self, match: Match, language: str) -> Json:
        return {**self._named(match.thing, language), "score": match.score, "name": match.name}

    def _candidate(self, candidate: Candidate, language: str) -> Json:
        said = {"score": candidate.score, "match": candidate.match, "name": candidate.name}
        return {**self._named(candidate.thing, language), **said, "features": dict(candidate.features)}

    def _named(self, thing: Named, language: str) -> Json:
        return {
            "id": thing.reference,
            "iri": self._context.iris.thing(thing.reference),
            "kind": thing.kind,
            "type": [short(cls) for cls in thing.classes],
            "label": thing.label(language),
            "labels": dict(thing.labels),
            "conferments": thing.conferments,
        }


@cache
def described() -> Json:
    """The description of the API as it stands in the file."""
    loaded: Json = json.loads(files("kg.server").joinpath("openapi.json").read_text("utf-8"))
    return loaded


async def read_json(request: Request, schema: str) -> Json:
    """A JSON body that fits a schema of the description; raises UnsupportedType, TooLarge, UsageError."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _JSON:
        raise UnsupportedType("the body cannot be read", where=kind[:60], fix=f"send {_JSON}")
    return check_json(await read_body(request), schema)


def check_json(text: str, schema: str) -> Json:
    """JSON that fits a schema of the description; raises UsageError naming the place."""
    try:
        said = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UsageError("this is not JSON", why=str(error)[:200], fix="mend it") from error
    fault = best_match(_validator(schema).iter_errors(said))
    if fault is not None:
        place = "/".join(map(str, fault.absolute_path)) or "the body"
        raise UsageError("this is not what is expected", where=place, why=fault.message[:200], fix="see /openapi.json")
    checked: Json = said
    return checked


def parameter(request: Request, name: str, default: str = "") -> str:
    """One parameter of the address; raises UsageError where it comes twice."""
    given = request.query_params.getlist(name)
    if len(given) > 1:
        raise UsageError(f"{name} is given {len(given)} times", where=name, fix="give it once")
    return given[0] if given else default


def number(request: Request, name: str, default: int, least: int, most: int) -> int:
    """A whole number among the parameters; raises UsageError where it is none, or out of range."""
    given = parameter(request, name, str(default))
    if not (given.isascii() and given.isdigit() and len(given) < 10 and least <= int(given) <= most):
        raise UsageError(f"{name} cannot be {given[:20]!r}", where=name, fix=f"give a number from {least} to {most}")
    return int(given)


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/components/schemas/{schema}", **_components()})


def _components() -> Json:
    return {"components": described()["components"]}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _example(said: Mapping[str, Any]) -> Example:
    properties = tuple(
        Wanted(name, tuple(map(str, values if isinstance(values, list) else [values])))
        for name, values in said.get("properties", {}).items()
    )
    kind = said.get("kind")
    return Example(said["name"], kinds=(kind,) if kind else (), properties=properties)


def _json(said: Json) -> Response:
    return JSONResponse(said)
