"""Reads ``data/announcements/YEAR/ID.json`` strictly: what is not understood is an error, never skipped."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.errors import DataError, KgError
from kg.ingest.fields import Fields
from kg.model.record import Record, SourceInfo, Span, Thing, Value
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
from kg.terms.iris import IDENTIFIER, is_reference, split
from kg.text.dates import parse_iso

SHA256 = r"[0-9a-f]{64}"
SOURCE_ID = IDENTIFIER
TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*"
# A part of what RFC 3987 allows: what stands in a record must be an IRI to every tool that reads the graph.
_SIGN = r"(?:[A-Za-z0-9ก-๛\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})"
WEB_ADDRESS = rf"https?://[A-Za-z0-9ก-๛.\-]+(:[0-9]{{1,5}})?([/?]{_SIGN}*)?(#{_SIGN}*)?"


def record_files(folder: Path) -> list[Path]:
    """The record files below ``data/announcements``, in a fixed order."""
    return sorted(folder.glob("*/*.json"))


def read_records(folder: Path) -> Iterator[Record]:
    """Every record below the folder, sorted by path; raises DataError at the first that is faulty."""
    seen: dict[str, Path] = {}
    for path in record_files(folder):
        record = read_record(path)
        if record.source.id in seen:
            raise DataError(
                f"the record {record.source.id!r} stands twice",
                where=str(path),
                why=f"it is also in {seen[record.source.id]}",
                fix="keep one of the two files",
            )
        seen[record.source.id] = path
        yield record


def read_record(path: Path) -> Record:
    """One record; raises DataError naming the file, line or field, the reason and the mend."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DataError("cannot be read", where=str(path), why=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise DataError(
            "is not UTF-8", where=f"{path}: byte {error.start}", why=error.reason, fix="save it as UTF-8"
        ) from error
    return parse_record(text, str(path), expected_id=path.stem)


def parse_record(text: str, where: str, *, expected_id: str = "") -> Record:
    """A record from JSON text; ``where`` names it in errors, ``expected_id`` is the file's stem."""
    try:
        loaded = json.loads(text, object_pairs_hook=_no_twins)
    except json.JSONDecodeError as error:
        raise DataError(
            "is not JSON", where=f"{where}:{error.lineno}:{error.colno}", why=error.msg, fix="mend the syntax"
        ) from error
    except KgError as error:
        raise DataError(error.what, where=where, why=error.why, fix=error.fix) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, objects nested thousands deep: JSON, but nothing that we could hold.
        raise DataError("is no record", where=where, why=str(error), fix="mend the file") from error
    fields = Fields(loaded, where)
    identifier = fields.string("id", pattern=SOURCE_ID)
    if expected_id and identifier != expected_id:
        fields.fail(
            "id", f"{identifier!r} is not the name of the file", fix=f"write {expected_id!r} or rename the file"
        )
    source = _source(fields.nested("source"), identifier)
    review = fields.nested("review")
    status = review.string("status", among=REVIEW_STATUSES)
    reviewed_on = review.string("on", optional=True)
    if reviewed_on:
        review.attempt("on", lambda: parse_iso(reviewed_on))
    review.done()
    things = tuple(_thing(item, source) for item in fields.each("things"))
    fields.done()
    _refuse_twins(things, where)
    return Record(source, things, status, reviewed_on)


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise DataError(f"the key {key!r} stands twice in one object", fix="keep one of them")
        found[key] = value
    return found


def _source(fields: Fields, identifier: str) -> SourceInfo:
    issued = fields.string("issued", optional=True)
    if issued:
        fields.attempt("issued", lambda: parse_iso(issued))
    publisher = fields.string("publisher", optional=True)
    if publisher:
        _refuse_reference(fields, "publisher", publisher, PUBLISHERS)
    source = SourceInfo(
        id=identifier,
        title=fields.string("title"),
        language=fields.string("language", pattern=LANGUAGE),
        media_type=fields.string("mediaType"),
        issued=issued,
        publisher=publisher,
        publisher_role=fields.string("publisherRole", optional=True, among=PUBLISHER_ROLES),
        url=_address(fields, "url"),
        license=_address(fields, "license"),
        sha256=fields.string("sha256", pattern=SHA256),
        characters=fields.integer("characters", low=1),
        extractor=fields.string("extractor", optional=True),
    )
    fields.done()
    return source


def _address(fields: Fields, key: str) -> str:
    address = fields.string(key, optional=True)
    if address and not re.fullmatch(WEB_ADDRESS, address):
        fields.fail(key, f"{address!r} is not a web address", fix="write all of it, odd characters as %XX")
    return address


def _thing(fields: Fields, source: SourceInfo) -> Thing:
    ref = fields.string("id")
    if not is_reference(ref):
        fields.fail("id", f"{ref!r} is not a reference", fix="write it like agency/dbd")
    cls = fields.string("class", among=frozenset(CLASSES))
    known = CLASSES[cls]
    if split(ref)[0] not in known.kinds:
        fields.fail("id", f"{ref!r} cannot be of class {cls}", fix=f"its kind must be {_or(known.kinds)}")
    if cls == "Source" and ref != source.ref:
        fields.fail("id", f"{ref!r} is not this document", fix=f"write {source.ref!r}")
    spans = _spans(fields, source, optional=True)
    also = fields.string("alsoClass", optional=True, among=EXTRA_CLASSES)
    labels = fields.texts("labels", optional=True, pattern=LANGUAGE)
    says = _says(fields.nested("says"), cls, known, source)
    fields.done()
    return Thing(ref, cls, says, spans, also, labels)


def _says(fields: Fields, cls: str, known: RecordClass, source: SourceInfo) -> dict[str, tuple[Value, ...]]:
    for name in sorted(known.required):
        if name not in fields:
            fields.fail(name, f"is missing: every {cls} has one", fix="state it, or leave the thing out")
    says: dict[str, tuple[Value, ...]] = {}
    names = fields.keys()
    for name in names:
        if name not in known.allowed:
            fields.fail(name, f"is no property of a {cls}", fix=f"it has {', '.join(sorted(known.allowed))}")
        rule = PROPERTIES[name]
        values = tuple(_value(item, rule, source) for item in fields.each(name))
        if not values:
            fields.fail(name, "is empty", fix="give a value, or leave the property out")
        if len(values) > 1 and not known.may_repeat(name):
            fields.fail(name, "has several values but takes one", fix="keep the value that the text says")
        says[name] = values
    fields.done()
    return says


def _value(fields: Fields, rule: Property, source: SourceInfo) -> Value:
    value = _READERS[rule.kind](fields, rule)
    spans = _spans(fields, source)
    verbatim = fields.string("as", optional=True)
    language = fields.string("lang", optional=True, pattern=LANGUAGE)
    if language and rule.kind is not ValueKind.TEXT:
        fields.fail("lang", "only names and texts have a language", fix="leave it out")
    confidence = fields.number("confidence", low=0, high=1, default=1.0)
    fields.done()
    if rule.kind is ValueKind.TEXT:
        language = language or source.language
    return Value(value, spans, verbatim, language, confidence)


def _spans(fields: Fields, source: SourceInfo, *, optional: bool = False) -> tuple[Span, ...]:
    spans = fields.pairs("at", optional=optional)
    for index, (start, end) in enumerate(spans):
        if not 0 <= start < end <= source.characters:
            fields.fail(
                f"at[{index}]",
                f"the span {start} to {end} lies outside the text",
                why=f"the text has {source.characters} characters",
                fix="give start and end in code points, the end exclusive",
            )
    return spans


def _read_ref(fields: Fields, rule: Property) -> str:
    value = fields.string("value")
    _refuse_reference(fields, "value", value, rule.refs)
    return value


def _refuse_reference(fields: Fields, key: str, value: str, kinds: frozenset[str]) -> None:
    """Fail at a field that is no reference, or one to a thing of another kind."""
    if not is_reference(value):
        fields.fail(key, f"{value!r} is not a reference", fix="write it like agency/dbd")
    if split(value)[0] not in kinds:
        fields.fail(key, f"{value!r} cannot stand here", fix=f"its kind must be {_or(kinds)}")


def _read_text(fields: Fields, rule: Property) -> str:
    return fields.string("value")


def _read_date(fields: Fields, rule: Property) -> str:
    value = fields.string("value")
    fields.attempt("value", lambda: parse_iso(value))
    return value


def _read_time(fields: Fields, rule: Property) -> str:
    return fields.string("value", pattern=TIME)


def _read_year(fields: Fields, rule: Property) -> int:
    value = fields.integer("value")
    fields.attempt("value", lambda: parse_iso(f"{value:04}"))
    return value


def _read_integer(fields: Fields, rule: Property) -> int:
    return fields.integer("value", low=0)


def _read_concept(fields: Fields, rule: Property) -> str:
    return fields.string("value", among=rule.concepts)


_READERS: dict[ValueKind, Callable[[Fields, Property], str | int]] = {
    ValueKind.REF: _read_ref,
    ValueKind.TEXT: _read_text,
    ValueKind.STRING: _read_text,
    ValueKind.DATE: _read_date,
    ValueKind.TIME: _read_time,
    ValueKind.YEAR: _read_year,
    ValueKind.INTEGER: _read_integer,
    ValueKind.CONCEPT: _read_concept,
}


def _or(choices: frozenset[str]) -> str:
    return " or ".join(sorted(choices))


def _refuse_twins(things: tuple[Thing, ...], where: str) -> None:
    seen: dict[str, int] = {}
    for index, thing in enumerate(things):
        if thing.ref in seen:
            raise DataError(
                f"{thing.ref} stands twice",
                where=f"{where}: things[{index}]",
                why=f"it is also things[{seen[thing.ref]}]",
                fix="put what is said of it in one entry",
            )
        seen[thing.ref] = index
