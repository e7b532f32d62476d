"""Tables of awards as files: which formats there are, and how each becomes a document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from kg.ingest.awardtable import Reading, read_table
from kg.ingest.formats import MOST_FILE, MOST_TEXT, Content, Format, too_large
from kg.ingest.grid import read_csv
from kg.ingest.mapping import Declared
from kg.ingest.workbook import read_workbook

EXTRACTOR: Final = "award-kg tables 1"
"""Makes the text that offsets count in; the number changes when the same table would give another text."""

_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_formats(declared: Declared) -> Mapping[str, Format]:
    """How files of each suffix are read, under a mapping or (``Declared()``) by their headings."""
    return {
        ".csv": Format(partial(csv_table, declared=declared), MOST_TEXT),
        ".tsv": Format(partial(csv_table, declared=declared, delimiter="\t", media_type=_TABBED), MOST_TEXT),
        ".xlsx": Format(partial(excel_table, declared=declared), MOST_FILE),
    }


_TABBED: Final = "text/tab-separated-values"


def csv_table(data: bytes, declared: Declared, delimiter: str = "", media_type: str = "text/csv") -> Content:
    """A table whose rows are lines."""
    grid = read_csv(data, declared.encoding, declared.delimiter or delimiter)
    return _content(read_table([grid], declared, EXTRACTOR), declared, media_type)


def excel_table(data: bytes, declared: Declared) -> Content:
    """A table on a sheet of Excel."""
    grids = read_workbook(data, declared.sheet)
    return _content(read_table(grids, declared, EXTRACTOR), declared, _EXCEL)


def _content(reading: Reading, declared: Declared, media_type: str) -> Content:
    size = len(reading.text.encode("utf-8"))
    if size > MOST_TEXT:
        raise too_large(size, MOST_TEXT)
    about = declared.document
    return Content(
        reading.text,
        media_type,
        reading.extractor,
        about.get("published", ""),
        about.get("url", ""),
        reading.stated,
        tuple(reading.faults),
    )
