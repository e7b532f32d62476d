"""The Reconciliation Service API: 0.2 at /reconcile, as OpenRefine 3 speaks it, and 1.0-draft at /reconcile/1.0.

Both match by the same core (``kg.server.matching``); scores go from 0 to 100.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg.errors import NotFound, UsageError
from kg.pages.language import Language
from kg.pages.links import Links
from kg.pages.view import View
from kg.server.api import check_json, number, parameter, read_json
from kg.server.context import Context
from kg.server.extension import Extension
from kg.server.matching import Candidate, Example, Matcher, Quantifier, Wanted
from kg.server.protocol import Fields, read_fields
from kg.server.refusals import TooLarge
from kg.server.shell import SECURITY
from kg.server.views import view_of
from kg.server.vocabulary import Vocabulary
from kg.terms.iris import is_reference
from kg.terms.prefixes import PREFIXES

Json = dict[str, Any]

MOST_QUERIES: Final = 200
_PREVIEW: Final = {"width": 430, "height": 300}
_SUGGESTED: Final = 20
_LONGEST_PREFIX: Final = 300
_CANDIDATES: Final = 10
_DEFAULT_CLASSES: Final = ("Agency", "Unit", "Person", "AwardScheme", "Place")
_POLICY: Final = "Content-Security-Policy"
# A preview is made to stand in the window of another program.
_FRAMED: Final = {_POLICY: SECURITY[_POLICY].replace("frame-ancestors 'none'", "frame-ancestors *")}


class Reconcile:
    """Handlers of both versions."""

    def __init__(self, context: Context) -> None:
        """``context`` has the graph and the names in it."""
        self._context = context
        self._words = Vocabulary(context)
        self._matcher = Matcher(context.names, context.pages.reader, context.iris)
        self._extension = Extension(context, self._words)

    def routes(self) -> list[Route]:
        """All routes of this part."""
        shared = [
            route
            for root in ("/reconcile", "/reconcile/1.0")
            for route in (
                Route(f"{root}/suggest/entity", self.suggest_entity),
                Route(f"{root}/suggest/property", self.suggest_property),
                Route(f"{root}/suggest/type", self.suggest_type),
                Route(f"{root}/preview", self.preview),
                Route(f"{root}/extend/propose", self.propose),
            )
        ]
        return [
            Route("/reconcile", self.classic, methods=["GET", "POST"]),
            *shared,
            Route("/reconcile/1.0", self.manifest),
            Route("/reconcile/1.0/", self.manifest),
            # The draft renamed its route; clients of either reading exist.
            Route("/reconcile/1.0/match", self.match, methods=["POST"]),
            Route("/reconcile/1.0/reconcile", self.match, methods=["POST"]),
            Route("/reconcile/1.0/extend", self.extend, methods=["POST"]),
        ]

    async def classic(self, request: Request) -> Response:
        """Version 0.2: manifest, batches of queries, and data extension at one address."""
        fields: Fields = await read_fields(request)
        said = dict(fields)
        language = view_of(request).language
        if "queries" in said:
            batch = check_json(said["queries"], "Queries02")
            _refuse_large(batch)
            examples = {key: (self._example_02(query), _limit(query)) for key, query in batch.items()}
            found = await run_in_threadpool(
                lambda: {key: self._matcher.match(example, limit) for key, (example, limit) in examples.items()}
            )
            return JSONResponse({key: {"result": self._candidates(each, language)} for key, each in found.items()})
        if "extend" in said:
            asked = check_json(said["extend"], "ExtendRequest")
            rows = await run_in_threadpool(self._extension.rows, asked, language)
            as_object = {row["id"]: {each["id"]: each["values"] for each in row["properties"]} for row in rows}
            return JSONResponse({"meta": self._extension.meta(asked, language), "rows": as_object})
        return JSONResponse(self._manifest_02(request))

    def manifest(self, request: Request) -> Response:
        """Version 1.0-draft: what the service is and can do."""
        address = self._context.address(request)
        language = view_of(request).language
        return JSONResponse(
            {
                "versions": ["1.0-draft"],
                "name": self._context.catalog.title[language],
                "lang": language,
                "documentation": f"{address}/ontology",
                "serviceVersion": self._context.store.version,
                "view": {"url": f"{address}/page/{{id}}"},
                "defaultTypes": self._words.types(_DEFAULT_CLASSES, language),
                "suggest": {"entity": True, "property": True, "type": True},
                "preview": _PREVIEW,
                "extend": {"proposeProperties": True, "propertySettings": self._extension.settings("id", "helpText")},
                "batchSize": MOST_QUERIES,
                "standardizedScore": True,
            }
        )

    async def match(self, request: Request) -> Response:
        """Version 1.0-draft: a batch of queries."""
        asked = await read_json(request, "Queries10")
        _refuse_large(asked["queries"])
        language = view_of(request).language
        examples = [(self._example_10(query), _limit(query)) for query in asked["queries"]]
        found = await run_in_threadpool(lambda: [self._matcher.match(*each) for each in examples])
        results = [{"candidates": self._candidates(each, language, named=True)} for each in found]
        return JSONResponse({"results": results}, headers={"Content-Language": language})

    async def extend(self, request: Request) -> Response:
        """Version 1.0-draft: values of things."""
        asked = await read_json(request, "ExtendRequest")
        language = view_of(request).language
        rows = await run_in_threadpool(self._extension.rows, asked, language)
        return JSONResponse({"meta": self._extension.meta(asked, language), "rows": rows})

    def propose(self, request: Request) -> Response:
        """Properties that things of a type have."""
        kind, limit = parameter(request, "type"), number(request, "limit", 50, 1, 1000)
        proposed = self._words.proposed(kind, view_of(request).language)[:limit]
        return JSONResponse({"type": kind, "limit": limit, "properties": proposed})

    def suggest_entity(self, request: Request) -> Response:
        """Things for what a person has typed so far."""
        prefix, skipped = _typed(request)
        language = view_of(request).language
        found = self._matcher.match(Example(prefix), skipped + _SUGGESTED)[skipped:] if prefix.strip() else []
        return JSONResponse(
            {
                "result": [
                    {
                        "id": each.thing.reference,
                        "name": each.thing.label(language),
                        "description": self._words.description(each.thing, language),
                        "notable": self._words.types_of(each.thing, language),
                    }
                    for each in found
                ]
            }
        )

    def suggest_property(self, request: Request) -> Response:
        """Properties for what a person has typed so far; all of them for nothing."""
        prefix, skipped = _typed(request)
        found = self._words.suggested(self._words.properties(view_of(request).language), prefix)
        return JSONResponse({"result": found[skipped : skipped + _SUGGESTED]})

    def suggest_type(self, request: Request) -> Response:
        """Types for what a person has typed so far; all of them for nothing."""
        prefix, skipped = _typed(request)
        found = self._words.suggested(self._words.all_types(view_of(request).language), prefix)
        return JSONResponse({"result": found[skipped : skipped + _SUGGESTED]})

    def preview(self, request: Request) -> Response:
        """A thing in a few lines of HTML."""
        reference = parameter(request, "id")
        if not is_reference(reference):
            raise NotFound("there is no such thing", fix="name it like agency/ID")
        view, address = view_of(request), self._context.address(request)
        absolute = View(view.language, Links(address, view.links.asked))
        page = self._context.pages.preview(reference, absolute, address)
        return HTMLResponse(page, headers={**_FRAMED, "Content-Language": view.language, "Vary": "Accept-Language"})

    def _manifest_02(self, request: Request) -> Json:
        address = self._context.address(request)
        language = view_of(request).language
        service = f"{address}/reconcile"
        suggest = {name: {"service_url": service, "service_path": f"/suggest/{name}"} for name in _SUGGESTIONS}
        return {
            "versions": ["0.2"],
            "name": self._context.catalog.title[language],
            "identifierSpace": f"{self._context.iris.base}id/",
            "schemaSpace": PREFIXES["aw"],
            "documentation": f"{address}/ontology",
            "serviceVersion": self._context.store.version,
            "view": {"url": f"{address}/page/{{{{id}}}}"},
            "defaultTypes": self._words.types(_DEFAULT_CLASSES, language),
            "suggest": suggest,
            "preview": {"url": f"{service}/preview?id={{{{id}}}}", **_PREVIEW},
            "extend": {
                "propose_properties": {"service_url": service, "service_path": "/extend/propose"},
                "property_settings": self._extension.settings("name", "help_text"),
            },
        }

    def _example_02(self, query: Mapping[str, Any]) -> Example:
        given = query.get("type", [])
        classes = self._words.classes([given] if isinstance(given, str) else given)
        properties = tuple(Wanted(each["pid"], _texts(each["v"])) for each in query.get("properties", ()))
        return Example(query.get("query", ""), classes=classes, properties=properties)

    def _example_10(self, query: Mapping[str, Any]) -> Example:
        names: list[str] = []
        properties: list[Wanted] = []
        for each in query["conditions"]:
            values = _texts(each["propertyValue"])
            if each["matchType"] == "property":
                if "propertyId" not in each:
                    raise UsageError("a condition on a property names none", where="propertyId", fix="name it")
                quantifier: Quantifier = each.get("matchQuantifier", "any")
                properties.append(Wanted(each["propertyId"], values, bool(each.get("required")), quantifier))
            else:
                names += values
        classes = self._words.classes([query["type"]] if query.get("type") else [])
        return Example(" ".join(names), classes=classes, properties=tuple(properties))

    def _candidates(self, found: list[Candidate], language: Language, named: bool = False) -> list[Json]:
        return [
            {
                "id": each.thing.reference,
                "name": each.thing.label(language),
                "description": self._words.description(each.thing, language),
                "type": self._words.types_of(each.thing, language),
                "score": round(100 * each.score, 2),
                "match": each.match,
                "features": [
                    {"id": name, **({"name": name} if named else {}), "value": round(100 * value, 2)}
                    for name, value in each.features.items()
                ],
            }
            for each in found
        ]


_SUGGESTIONS: Final = ("entity", "property", "type")


def _typed(request: Request) -> tuple[str, int]:
    prefix = parameter(request, "prefix")
    if len(prefix) > _LONGEST_PREFIX:
        raise UsageError("this is too long", where="prefix", why=f"the most is {_LONGEST_PREFIX} characters")
    return prefix, number(request, "cursor", 0, 0, 10_000)


def _limit(query: Mapping[str, Any]) -> int:
    return max(1, min(int(query.get("limit", _CANDIDATES)), 100))


def _texts(given: object) -> tuple[str, ...]:
    values = given if isinstance(given, list) else [given]
    return tuple(_text(each) for each in values)


def _text(value: object) -> str:
    if isinstance(value, dict):
        return str(value["id"])
    return str(value).lower() if isinstance(value, bool) else str(value)


def _refuse_large(batch: Mapping[str, Any] | list[Any]) -> None:
    if len(batch) > MOST_QUERIES:
        raise TooLarge(
            "there are too many queries", why=f"a batch has at most {MOST_QUERIES}", fix="send them in parts"
        )
