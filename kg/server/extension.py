"""Data extension of the reconciliation API: values of chosen properties of chosen things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kg.pages.language import Language, pick
from kg.pages.plain import values_of
from kg.server.context import Context
from kg.server.refusals import TooLarge
from kg.server.vocabulary import Vocabulary
from kg.terms.foreign import XSD
from kg.terms.iris import is_reference

Json = dict[str, Any]

MOST_IDS: Final = 1_000
_WHOLE: Final = frozenset(map(str, (XSD.integer, XSD.nonNegativeInteger, XSD.int, XSD.gYear)))
_FRACTION: Final = frozenset(map(str, (XSD.decimal, XSD.double, XSD.float)))
_MIDNIGHT: Final = "T00:00:00"


class Extension:
    """Fetches values from one version of the graph."""

    def __init__(self, context: Context, words: Vocabulary) -> None:
        """``words`` names the properties."""
        self._context, self._words = context, words

    def settings(self, key: str, help_key: str) -> list[Json]:
        """What can be set for a property; the versions of the API name the fields in their own ways."""
        label = "label" if key == "name" else "name"
        return [
            {
                "type": "number", "default": 0, key: "limit", label: "Limit",
                help_key: "The most values to fetch for each thing (0: all)",
            },
            {
                "type": "select", "default": "label", key: "content", label: "Content",
                help_key: "For values that are things: their label, or their id",
                "choices": [{"value": "label", "name": "Label"}, {"value": "id", "name": "Id"}],
            },
        ]  # fmt: skip

    def meta(self, asked: Mapping[str, Any], language: Language) -> list[Json]:
        """The properties that were asked for."""
        return [self._words.named(each["id"], language) for each in asked["properties"]]

    def rows(self, asked: Mapping[str, Any], language: Language) -> list[Json]:
        """The values, in the order asked for; an id that is not known has none."""
        ids: list[str] = asked["ids"]
        if len(ids) > MOST_IDS:
            raise TooLarge("there are too many ids", why=f"at most {MOST_IDS} at once", fix="ask in parts")
        iris = self._context.iris
        known = {each: iris.reference(each) or each for each in ids}
        values = values_of(self._context.pages.reader, iris, {each for each in known.values() if is_reference(each)})
        return [
            {
                "id": each,
                "properties": [
                    {"id": wanted["id"], "values": _values(values.get(known[each], {}), wanted, language)}
                    for wanted in asked["properties"]
                ],
            }
            for each in ids
        ]


def _values(held: Mapping[str, list[Json]], wanted: Mapping[str, Any], language: Language) -> list[Json]:
    settings = wanted.get("settings", {})
    limit = str(settings.get("limit", 0))
    values = held.get(wanted["id"], [])
    cut = values[: int(limit)] if limit.isascii() and limit.isdigit() and int(limit) else values
    return [_value(each, language, str(settings.get("content", "label"))) for each in cut]


def _value(value: Json, language: Language, content: str) -> Json:
    if "iri" in value:
        name = pick(value["labels"], language)[0]
        identifier = value.get("id") or value["iri"]
        if content == "id":
            return {"str": identifier}
        return {"id": identifier, "name": name or identifier}
    text, datatype = value["text"], value["datatype"]
    if datatype in _WHOLE and text.lstrip("-").isdigit():
        return {"int": int(text)}
    if datatype in _FRACTION:
        return {"float": float(text)}
    if datatype == str(XSD.date):
        return {"date": f"{text}{_MIDNIGHT}"}
    return {"str": text}
