"""The JSON Schema of a record, from the same table that the strict reader uses, so that the two cannot drift apart.

``python -m kg.ingest.recordschema`` writes ``data/announcements/announcement.schema.json``, with which an editor checks
a record while it is written; ``--check`` writes nothing and exits with 1 when the file is not what the table says. What
JSON Schema cannot say (a span inside the text, a thing that stands twice, 29 February) only the reader says.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from kg.ingest.records import LANGUAGE, SHA256, SOURCE_ID, TIME, WEB_ADDRESS
from kg.model.vocabulary import (
    CLASSES,
    EXTRA_CLASSES,
    PROPERTIES,
    PUBLISHER_ROLES,
    PUBLISHERS,
    REVIEW_STATUSES,
    Property,
    RecordClass,
    ValueKind,
)
from kg.settings import project_folder
from kg.terms.foreign import JSON_SCHEMA
from kg.terms.iris import IDENTIFIER
from kg.text.dates import FIRST_YEAR, LAST_YEAR

FILE: Final = Path("announcements") / "announcement.schema.json"
COMMAND: Final = "python -m kg.ingest.recordschema"

_JSON = dict[str, Any]
_YEARS: Final = "(19(4[1-9]|[5-9][0-9])|20[0-9][0-9]|2100)"
_DATE: Final = f"{_YEARS}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"


def record_schema() -> _JSON:
    """The schema of one record, JSON Schema draft 2020-12."""
    return {
        "$schema": JSON_SCHEMA,
        "title": "What one announcement says",
        "description": f"Made from kg/model/vocabulary.py by {COMMAND}: edit that.",
        **_object(
            {
                "id": _text(SOURCE_ID),
                "source": _ref("source"),
                "review": _object({"status": _among(REVIEW_STATUSES), "on": _text(_DATE)}, ["status"]),
                "things": {"type": "array", "items": _ref("thing")},
            },
            ["id", "source", "review", "things"],
        ),
        "$defs": {
            "source": _source(),
            "spans": _spans(),
            "thing": _thing(),
            **{f"property-{name}": _property(rule) for name, rule in sorted(PROPERTIES.items())},
            **{f"class-{name}": _class(rule) for name, rule in sorted(CLASSES.items())},
        },
    }


def written() -> str:
    """The schema as its file holds it."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=1) + "\n"


def main(arguments: list[str]) -> int:
    """Write the file, or compare it; the exit status."""
    path = project_folder() / "data" / FILE
    if arguments == ["--check"]:
        if path.is_file() and path.read_text("utf-8") == written():
            return 0
        print(f"{path}: is not what kg/model/vocabulary.py says; run: {COMMAND}", file=sys.stderr)
        return 1
    if arguments:
        print(f"usage: {COMMAND} [--check]", file=sys.stderr)
        return 2
    path.write_text(written(), "utf-8")
    return 0


def _source() -> _JSON:
    return _object(
        {
            "title": _text(),
            "language": _text(LANGUAGE),
            "mediaType": _text(),
            "issued": _text(_DATE),
            "publisher": _reference(PUBLISHERS),
            "publisherRole": _among(PUBLISHER_ROLES),
            "url": _text(WEB_ADDRESS),
            "license": _text(WEB_ADDRESS),
            "sha256": _text(SHA256),
            "characters": {"type": "integer", "minimum": 1},
            "extractor": _text(),
        },
        ["title", "language", "mediaType", "sha256", "characters"],
    )


def _thing() -> _JSON:
    labels = {"type": "object", "propertyNames": _text(LANGUAGE), "additionalProperties": _text()}
    keys = {
        "id": _text(),
        "class": _among(frozenset(CLASSES)),
        "at": _ref("spans"),
        "alsoClass": _among(EXTRA_CLASSES),
        "labels": labels,
        "says": {"type": "object"},
    }
    by_class = [
        {"if": {"properties": {"class": {"const": name}}, "required": ["class"]}, "then": _ref(f"class-{name}")}
        for name in sorted(CLASSES)
    ]
    return _object(keys, ["id", "class", "says"]) | {"allOf": by_class}


def _class(rule: RecordClass) -> _JSON:
    says = {
        name: _ref(f"property-{name}") | ({} if rule.may_repeat(name) else {"maxItems": 1})
        for name in sorted(rule.allowed)
    }
    return {"properties": {"id": _reference(rule.kinds), "says": _object(says, sorted(rule.required))}}


def _property(rule: Property) -> _JSON:
    value: _JSON = {"value": _value(rule), "at": _ref("spans"), "as": _text()}
    if rule.kind is ValueKind.TEXT:
        value["lang"] = _text(LANGUAGE)
    value["confidence"] = {"type": "number", "minimum": 0, "maximum": 1}
    return {"type": "array", "minItems": 1, "items": _object(value, ["value", "at"])}


def _value(rule: Property) -> _JSON:
    match rule.kind:
        case ValueKind.REF:
            return _reference(rule.refs)
        case ValueKind.DATE:
            return _text(_DATE)
        case ValueKind.TIME:
            return _text(TIME)
        case ValueKind.YEAR:
            return {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        case ValueKind.INTEGER:
            return {"type": "integer", "minimum": 0}
        case ValueKind.CONCEPT:
            return _among(rule.concepts)
        case ValueKind.TEXT | ValueKind.STRING:
            return _text()


def _spans() -> _JSON:
    """Start and end in code points, the end exclusive."""
    ends = [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}]
    pair = {"type": "array", "prefixItems": ends, "items": False, "minItems": 2}
    return {"type": "array", "minItems": 1, "items": pair}


def _object(properties: _JSON, required: list[str]) -> _JSON:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _ref(name: str) -> _JSON:
    return {"$ref": f"#/$defs/{name}"}


def _reference(kinds: frozenset[str]) -> _JSON:
    return _text(f"({'|'.join(sorted(kinds))})/{IDENTIFIER}")


def _text(pattern: str = "") -> _JSON:
    """A text that is not blank, or one of a form."""
    return {"type": "string", "pattern": f"^(?:{pattern})$" if pattern else r"\S"}


def _among(names: frozenset[str]) -> _JSON:
    return {"enum": sorted(names)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
