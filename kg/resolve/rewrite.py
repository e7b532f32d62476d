"""A record with its references replaced by those that stand for them; what becomes one thing is put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.model.record import Record, Span, Thing, Value
from kg.model.vocabulary import CLASSES, PROPERTIES, ValueKind

Canonical = Callable[[str], str]


def rewritten(record: Record, canonical: Canonical) -> Record:
    """The record under other references; the very same record where nothing changes."""
    if all(canonical(ref) == ref for thing in record.things for ref in _mentioned(thing)):
        return record
    things: dict[str, Thing] = {}
    for thing in record.things:
        new = _renamed(thing, canonical)
        known = things.get(new.ref)
        things[new.ref] = _together(known, new) if known else new
    return replace(record, things=tuple(things.values()))


def _mentioned(thing: Thing) -> list[str]:
    refs = [str(value.value) for name, values in thing.says.items() for value in values if _is_ref(name)]
    return [thing.ref, *refs]


def _is_ref(name: str) -> bool:
    return PROPERTIES[name].kind is ValueKind.REF


def _renamed(thing: Thing, canonical: Canonical) -> Thing:
    says = {
        name: _once(
            [replace(value, value=canonical(str(value.value))) for value in values] if _is_ref(name) else values
        )
        for name, values in thing.says.items()
    }
    return replace(thing, ref=canonical(thing.ref), says=says)


def _once(values: list[Value] | tuple[Value, ...]) -> tuple[Value, ...]:
    """Equal values put together with the spans of all."""
    found: dict[tuple[str | int, str, str], Value] = {}
    for value in values:
        key = (value.value, value.verbatim, value.language)
        known = found.get(key)
        found[key] = replace(known, spans=_spans(known.spans, value.spans)) if known else value
    return tuple(found.values())


def _together(one: Thing, two: Thing) -> Thing:
    """Two things of one record that are one: the first keeps its class, and its value where one is allowed."""
    allowed = CLASSES[one.cls]
    says = dict(one.says)
    for name, values in two.says.items():
        if name in allowed.allowed and (name not in says or allowed.may_repeat(name)):
            says[name] = _once([*says.get(name, ()), *values])
    return replace(one, says=says, spans=_spans(one.spans, two.spans), labels={**two.labels, **one.labels})


def _spans(one: tuple[Span, ...], two: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted({*one, *two}))
