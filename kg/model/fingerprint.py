"""The version of the data that a conclusion was drawn from: a hash of the registry and of all records.

It does not depend on the order of files, rows or entries, on the base of identifiers, or on when anything was read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kg.model.record import Record, Thing
from kg.model.registry import Registry


def fingerprint(registry: Registry, records: Iterable[Record]) -> str:
    """SHA-256 over every cell of the registry and every statement of the records, as hexadecimal digits."""
    said = hashlib.sha256()
    rows = (
        repr((table, sorted((name, cell) for name, cell in row.cells.items() if cell)))
        for table, all_of in registry.tables.items()
        for row in all_of
    )
    for line in (*sorted(rows), *sorted(map(_of_record, records))):
        said.update(line.encode("utf-8"))
        said.update(b"\n")
    return said.hexdigest()


def _of_record(record: Record) -> str:
    things = sorted(map(_of_thing, record.things))
    return repr((record.source, record.review_status, record.reviewed_on, things))


def _of_thing(thing: Thing) -> str:
    says = [(name, sorted(map(repr, values))) for name, values in sorted(thing.says.items())]
    return repr((thing.ref, thing.cls, thing.also, sorted(thing.labels.items()), sorted(thing.spans), says))
