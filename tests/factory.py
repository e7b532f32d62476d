"""One-line makers of the smallest things that tests need: values, things, records, registries, data folders."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.model.record import Record, SourceInfo, Span, Thing, Value
from kg.model.registry import TABLES, Registry, Row

REPO = Path(__file__).resolve().parents[1]
SCHEMAS = REPO / "data" / "registry"

SOURCE_ID = "doc_1"
CHARACTERS = 1000
SHA256 = hashlib.sha256(b"text").hexdigest()


# --- objects of the model ---------------------------------------------------------------------------------------


def value(said: str | int, *spans: Span, **more: Any) -> Value:
    """A value, said in characters 0 to 10 unless spans are given."""
    return Value(said, spans or ((0, 10),), **more)


def thing(
    ref: str, cls: str, *, spans: tuple[Span, ...] = (), labels: Mapping[str, str] | None = None, **says: Any
) -> Thing:
    """A thing; a property is given as a plain value, a Value, or a list of either."""
    return Thing(ref, cls, {name: _values(name, said) for name, said in says.items()}, spans, labels=labels or {})


def _values(name: str, said: Any) -> tuple[Value, ...]:
    items = said if isinstance(said, list) else [said]
    language = "th" if name in ("name", "abbreviation", "purpose") else ""
    return tuple(item if isinstance(item, Value) else value(item, language=language) for item in items)


def record(*things: Thing, source_id: str = SOURCE_ID) -> Record:
    """A record of these things."""
    return Record(SourceInfo(source_id, "ข่าว", "th", SHA256, CHARACTERS), things)


def registry(**tables: Sequence[Mapping[str, str]]) -> Registry:
    """A registry of these rows; columns that are not given are empty."""
    full = {
        name: tuple(Row(name, line, _cells(name, row)) for line, row in enumerate(rows, 2))
        for name, rows in tables.items()
    }
    return Registry(full)


def _cells(table: str, row: Mapping[str, str]) -> dict[str, str]:
    return {**dict.fromkeys(columns(table), ""), "source": "test", **row}


def columns(table: str) -> list[str]:
    """Columns of a table of the registry, as its schema names them."""
    schema = json.loads((SCHEMAS / f"{table}.schema.json").read_text("utf-8"))
    return [field["name"] for field in schema["fields"]]


# --- records as JSON --------------------------------------------------------------------------------------------


def said(*values: str | int, at: Sequence[Sequence[int]] = ((0, 10),), **more: Any) -> list[dict[str, Any]]:
    """The list of values of one property, as a record writes it."""
    return [{"value": each, "at": [list(span) for span in at], **more} for each in values]


def entry(ref: str, cls: str, **says: Any) -> dict[str, Any]:
    """A thing as a record writes it."""
    return {"id": ref, "class": cls, "says": says}


def conferment(
    ref: str = "conferment/e-2020-a", recipient: str = "agency/dbd", edition: str = "edition/e-2020"
) -> dict[str, Any]:
    """An award given, as a record writes it."""
    return entry(ref, "Conferment", recipient=said(recipient), edition=said(edition))


def document(*things: dict[str, Any], source_id: str = SOURCE_ID, **source: Any) -> dict[str, Any]:
    """A whole record as JSON; keywords change its source."""
    about = {"title": "ข่าว", "language": "th", "mediaType": "text/plain", "sha256": SHA256, "characters": CHARACTERS}
    return {
        "id": source_id,
        "source": {**about, **source},
        "review": {"status": "reviewed", "on": "2026-11-22"},
        "things": list(things),
    }


# --- folders ----------------------------------------------------------------------------------------------------

_ROWS: dict[str, list[dict[str, str]]] = {
    "agencies": [
        {
            "id": "dga", "name_th": "สำนักงานพัฒนารัฐบาลดิจิทัล", "name_en": "Digital Government Agency",
            "kind": "kindPublicOrganization",
        },
        {
            "id": "dbd", "name_th": "กรมพัฒนาธุรกิจการค้า", "name_en": "Department of Business Development",
            "kind": "kindDepartment",
        },
    ],
    "schemes": [{"id": "e", "name_th": "รางวัลทดสอบ", "name_en": "Test Awards", "awarder_id": "dga"}],
    "editions": [{"id": "e-2020", "scheme_id": "e", "year": "2020", "held": "yes"}],
}  # fmt: skip


def data_folder(folder: Path, *records: Mapping[str, Any], **rows: list[dict[str, str]]) -> Path:
    """A data folder: two agencies, one scheme with one edition, and the records; keywords replace whole tables."""
    home = folder / "registry"
    home.mkdir(parents=True)
    for table in TABLES:
        schema = f"{table}.schema.json"
        (home / schema).write_bytes((SCHEMAS / schema).read_bytes())
        write_table(home, table, rows.get(table, _ROWS.get(table, [])))
    for each in records:
        write_record(folder, each)
    return folder


def write_table(home: Path, table: str, rows: Sequence[Mapping[str, str]]) -> None:
    """One table of a registry folder."""
    with (home / f"{table}.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns(table), lineterminator="\n")
        writer.writeheader()
        writer.writerows(_cells(table, row) for row in rows)


def write_record(folder: Path, record: Mapping[str, Any], year: str = "2020") -> Path:
    """One record file of a data folder."""
    path = folder / "announcements" / year / f"{record['id']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")
    return path
