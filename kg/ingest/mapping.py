"""What the columns of a table, or the statements of a foreign graph, mean: a mapping declared in a TOML file.

The keys are listed in ``kg/ingest/MAPPING.md``. A key that is not known is refused, for a misspelt one would silently
leave something out.
"""

from __future__ import annotations

import codecs
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, cast

from kg.errors import DataError, NotFound
from kg.ingest.formats import stated_date
from kg.model.stated import FIELDS, STATUSES, Kind
from kg.text.names import key_form

Column = str | int
"""A heading, or the number of a column from 1."""

CONFERRED: Final = "Conferred"
PEOPLE: Final = ("presenter", "receiver", "chair")
_OF_EVENT: Final = ("event", "date", "place", "organizer")
COLUMNS: Final = (
    *("recipient", "kind", "scheme", "year", "category", "level", "work", "parent", "status"),
    *_OF_EVENT,
    *PEOPLE,
)
_SECTIONS: Final = frozenset({"document", "table", "columns", "constants", "statuses", "queries"})
_DOCUMENT: Final = frozenset({"published", "url", "title", "publisher"})
_TABLE: Final = frozenset({"sheet", "header", "encoding", "delimiter", "separators", "era", "fill_down"})
_SEPARATORS: Final = ("\n", ";")
_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Words:
    """The usual headings of each column, what a status is called, and how a row that sums up begins; all as keys."""

    columns: Mapping[str, str]
    statuses: Mapping[str, str]
    totals: frozenset[str]


@dataclass(frozen=True, slots=True)
class Declared:
    """A mapping. Without columns the usual headings are looked for.

    ``header`` is the number of the row with the headings: 0 for none, None to look for it.
    """

    columns: Mapping[str, tuple[Column, ...]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    queries: Mapping[Kind, str] = field(default_factory=dict)
    document: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    header: int | None = None
    encoding: str = ""
    delimiter: str = ""
    separators: tuple[str, ...] = _SEPARATORS
    era: str = "BE"
    fill_down: tuple[str, ...] = ()


@cache
def usual_words() -> Words:
    """The words of ``columns.toml``."""
    said = tomllib.loads(files("kg.ingest").joinpath("columns.toml").read_text("utf-8"))
    columns = {key_form(name): column for column, names in said["columns"].items() for name in names}
    statuses = {key_form(name): status for status, names in said["statuses"].items() for name in names}
    return Words(columns, statuses, frozenset(map(key_form, said["totals"]["words"])))


def load_mapping(path: Path) -> Declared:
    """The mapping of a file; raises NotFound, or DataError for a key or a value that it may not have."""
    try:
        data = path.read_bytes()
        said = tomllib.loads(data[:_MOST].decode("utf-8-sig").replace("\r\n", "\n"))
    except FileNotFoundError as error:
        raise NotFound("there is no such mapping", where=str(path), fix="mend its name") from error
    except OSError as error:
        raise DataError("cannot be read", where=str(path), why=error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError("the mapping is not TOML", where=str(path), why=str(error)) from error
    try:
        return _declared(said)
    except DataError as error:
        raise DataError(error.what, where=f"{path}: {error.where}".rstrip(": "), why=error.why, fix=error.fix) from None


def _declared(said: dict[str, Any]) -> Declared:
    _only(said, _SECTIONS, "the mapping")
    sections = {name: _section(said, name) for name in _SECTIONS}
    _only(sections["document"], _DOCUMENT, "[document]")
    _only(sections["table"], _TABLE, "[table]")
    _only(sections["columns"], frozenset(COLUMNS), "[columns]")
    _only(sections["constants"], frozenset(COLUMNS), "[constants]")
    _only(sections["queries"], frozenset(FIELDS), "[queries]")
    document = {key: _text(value, f"[document] {key}") for key, value in sections["document"].items()}
    if "published" in document:
        document["published"] = stated_date(document["published"])
    columns = {key: _columns(value, key) for key, value in sections["columns"].items()}
    constants = {key: _constant(value, key) for key, value in sections["constants"].items()}
    if twice := sorted(columns.keys() & constants.keys()):
        raise DataError(f"{twice[0]} is a column and a constant", where="[constants]", fix="keep one of them")
    return Declared(
        columns,
        constants,
        {key_form(key): _status(value, key) for key, value in sections["statuses"].items()},
        {cast("Kind", key): _text(value, f"[queries] {key}") for key, value in sections["queries"].items()},
        document,
        **_of_table(sections["table"]),
    )


def _of_table(said: dict[str, Any]) -> dict[str, Any]:
    checks: dict[str, Callable[[object, str], Any]] = {
        "sheet": _text,
        "header": _row,
        "encoding": _encoding,
        "delimiter": _delimiter,
        "separators": _texts,
        "era": _era,
        "fill_down": _texts,
    }
    found = {key: checks[key](value, f"[table] {key}") for key, value in said.items()}
    if odd := [name for name in found.get("fill_down", ()) if name not in COLUMNS]:
        raise DataError(f"{odd[0]!r} is no field", where="[table] fill_down", fix=f"one of {', '.join(COLUMNS)}")
    return found


def _only(said: dict[str, Any], allowed: frozenset[str], where: str) -> None:
    for key in said:
        if key not in allowed:
            raise DataError(f"there is no key {key!r}", where=where, fix=f"use {', '.join(sorted(allowed))}")


def _section(said: dict[str, Any], name: str) -> dict[str, Any]:
    section = said.get(name, {})
    if not isinstance(section, dict):
        raise DataError("must be a table of keys", where=f"[{name}]", fix=f"write [{name}] on a line, its keys below")
    return section


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise DataError(f"{value!r} is no text"[:200], where=where, fix="write it in quotes")
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) and item for item in items):
        raise DataError(f"{value!r} is no list of texts"[:200], where=where, fix='write it like [";", "\\n"]')
    return tuple(items)


def _columns(value: object, name: str) -> tuple[Column, ...]:
    items = value if isinstance(value, list) else [value]
    if len(items) > 1 and name != "category":
        raise DataError("only category may have several columns", where=f"[columns] {name}", fix="name one of them")
    for item in items:
        number = isinstance(item, int) and not isinstance(item, bool) and item > 0
        if not number and not (isinstance(item, str) and key_form(item)):
            raise DataError(
                f"{item!r} is no column", where=f"[columns] {name}", fix="give a heading or a number from 1"
            )
    return tuple(items)


def _constant(value: object, name: str) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(value, f"[constants] {name}")


def _status(value: object, name: str) -> str:
    known = {status.casefold(): status for status in (*STATUSES, CONFERRED)}
    found = known.get(str(value).replace(" ", "").casefold())
    if found is None:
        raise DataError(f"{value!r} is no status", where=f"[statuses] {name}", fix=f"one of {', '.join(sorted(known))}")
    return found


def _row(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise DataError(
            f"{value!r} is no row", where=where, fix="give its number from 1, or 0 where no row has headings"
        )
    return value


def _encoding(value: object, where: str) -> str:
    name = _text(value, where)
    try:
        found = codecs.lookup("cp874" if name.lower().replace("_", "-") in ("tis-620", "tis620") else name).name
        b"aa".decode(found, "replace")  # some are of bytes, not of text
        return found
    except LookupError:
        fix = "write utf-8, tis-620, cp874 or another that Python knows"
        raise DataError(f"there is no encoding {name!r}", where=where, fix=fix) from None


def _delimiter(value: object, where: str) -> str:
    if not isinstance(value, str) or len(value) != 1 or value in '"\r\n':
        raise DataError(f"{value!r} is no delimiter", where=where, fix='give one character, "," or ";" or "\\t"')
    return value


def _era(value: object, where: str) -> str:
    if value not in ("BE", "CE"):
        raise DataError(f"{value!r} is no era", where=where, fix="write BE or CE: that of years with two digits")
    return str(value)
